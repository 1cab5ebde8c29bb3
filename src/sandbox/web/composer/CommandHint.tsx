import { commandBegun } from './candidates.js';

/** While a command's text is typed, how it is used. */
export function CommandHint({ text }: { text: string }) {
  const command = text.startsWith('/') ? commandBegun(text) : undefined;
  if (!command) return null;
  return (
    <p class="command-hint" aria-live="polite">
      <strong>{command.command}</strong> {command.usage_hint} <small>{command.description}</small>
    </p>
  );
}
