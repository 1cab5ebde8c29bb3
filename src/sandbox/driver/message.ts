import type { MessageView, Outcome } from '../protocol.js';
import { containerOf, type Desk, shown, waitFor } from './desk.js';
import { type Found, findElement, isChoosable, isPressable } from './elements.js';
import { pressOf } from './form.js';
import { type Filling, valueFor } from './values.js';

/** A message that a person sees. */
export interface Seen {
  /** As it is now, also when it was changed since. */
  message(): MessageView;
  /** Everything it shows, as text. */
  text(): string;
  press(name: string): Promise<Outcome>;
  choose(name: string, option: Filling): Promise<Outcome>;
  /** The replies under it, oldest first. */
  replies(): Promise<Seen[]>;
  reply(text: string, options?: { broadcast?: boolean; files?: string[] }): Promise<Seen>;
  react(name: string, on?: boolean): Promise<void>;
  /** Chooses one of the app's shortcuts in the message's menu, by its name. */
  shortcut(name: string): Promise<Outcome>;
  edit(text: string): Promise<void>;
  delete(): Promise<void>;
  /** Waits until it shows this. */
  shows(text: string, within?: number): Promise<Seen>;
}

export function seenMessage(
  desk: Desk,
  first: MessageView,
  shortcuts: { name: string; callback_id: string; type: string }[],
): Seen {
  const now = () => desk.messages.find((one) => one.ts === first.ts && one.channel === first.channel) ?? first;
  const at = { channel: first.channel, ts: first.ts };
  const blocks = () => [
    ...(now().blocks ?? []),
    ...((now() as { attachments?: { blocks?: never[] }[] }).attachments ?? []).flatMap((one) => one.blocks ?? []),
  ];
  const find = (name: string, wanted: (found: Found) => boolean) =>
    findElement(blocks(), name, wanted, `the message "${shown(now()).slice(0, 80)}"`);
  const act = (found: Found, action: ReturnType<typeof pressOf>) => {
    const ids = { block_id: found.blockId, action_id: found.element.action_id };
    return desk.wire.call('action', { container: containerOf(now()), ...ids, action, values: {} });
  };
  const wrap = (message: MessageView) => seenMessage(desk, message, shortcuts);
  const seen: Seen = {
    message: now,
    text: () => shown(now()),
    async press(name) {
      const found = find(name, isPressable);
      return act(found, pressOf(found));
    },
    async choose(name, option) {
      const found = find(name, isChoosable);
      const ids = { container: containerOf(now()), block_id: found.blockId, action_id: found.element.action_id };
      const suggest = async (_element: unknown, query: string) =>
        (await desk.wire.need('suggest', { ...ids, query })).options ?? [];
      return act(found, await valueFor(found.element, option, desk.directory, suggest));
    },
    async replies() {
      const root = now().thread_ts ?? first.ts;
      const { messages } = await desk.wire.need('replies', { channel: first.channel, ts: root });
      return messages.slice(1).map(wrap);
    },
    async reply(text, options = {}) {
      const { message } = await desk.wire.need('send', {
        channel: first.channel,
        text,
        thread_ts: now().thread_ts ?? first.ts,
        ...(options.broadcast && { broadcast: true }),
        ...(options.files && { file_ids: options.files }),
      });
      return wrap(message);
    },
    react: async (name, on = true) => void (await desk.wire.need('react', { ...at, name, on })),
    async shortcut(name) {
      const known = shortcuts.filter((one) => one.type === 'message');
      const found = known.find((one) => one.name === name || one.callback_id === name);
      if (!found)
        throw new Error(
          `No message shortcut is called "${name}". There is: ${known.map((one) => one.name).join(', ')}`,
        );
      return desk.wire.call('message_shortcut', { ...at, callback_id: found.callback_id });
    },
    edit: async (text) => void (await desk.wire.need('edit', { ...at, text })),
    delete: async () => void (await desk.wire.need('delete', at)),
    async shows(text, within = desk.patience) {
      await waitFor(
        () => seen.text().includes(text) || null,
        within,
        () => `The message doesn't show "${text}". It shows:\n${seen.text()}`,
      );
      return seen;
    },
  };
  return seen;
}
