import { ANSWER } from './blocks.js';
import type { StateValue, StateValues } from './doors/doors.js';

/** Slack nests every answer two levels deep; this gives them by block id, as text, texts or nothing. */
export function answersOf(values: StateValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([blockId, elements]) => [
      blockId,
      readValue(elements[ANSWER] ?? Object.values(elements)[0]),
    ]),
  );
}

function readValue(value: StateValue | undefined): unknown {
  if (!value) return undefined;
  const many =
    value.selected_options?.map((option) => option.value) ??
    value.selected_users ??
    value.selected_channels ??
    value.selected_conversations ??
    value.files?.map((file) => file.id);
  if (many) return many;
  return (
    value.value ??
    value.selected_option?.value ??
    value.selected_user ??
    value.selected_channel ??
    value.selected_conversation ??
    value.selected_date ??
    value.selected_time ??
    value.selected_date_time ??
    undefined
  );
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** zod's issues as Slack wants them: the first sentence for each field, by block id. */
export function errorsByField(issues: readonly Issue[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0])] ??= message;
  return errors;
}
