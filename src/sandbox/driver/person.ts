import type { MessageView, Outcome, Start } from '../protocol.js';
import { type Desk, follow, shown, waitFor } from './desk.js';
import { type Form, formOf } from './form.js';
import { escapeText, fetchNewest, fits, notSeen, placeOf, withReferences } from './looking.js';
import { type Seen, seenMessage } from './message.js';
import { openWire, type Wire } from './wire.js';

/**
 * A person at the sandbox's page, without a browser. They do what a person can do there, by what they see: fields by
 * their labels, buttons by what is written on them, channels and people by name.
 *
 *     const ana = await enter(sandbox.url, 'ana');
 *     await ana.types('shop-floor', '/ithelp till 3 is frozen');
 *     const form = await ana.modal();
 *     await form.fill('Category', 'Tills');
 *     await form.submit();                                   // { closed: true } | { errors: { label: sentence } }
 *     const receipt = await ana.sees('till 3 is frozen', { in: 'app' });
 *
 *     const robin = await enter(sandbox.url, 'robin');
 *     const card = await robin.sees('till 3 is frozen', { in: 'it-triage' });
 *     await card.press('Take');
 *     await card.shows('Robin');
 *
 * A place is a channel's name or id, `'app'` (the direct message with the app), or `'@name'` (with a person).
 * Whatever is waited for comes within `patience` (10 s unless told), or an error says what there is instead.
 */
export interface AtThePage {
  id: string;
  /** Types a line that begins with a command, and waits for its acknowledgement. */
  types(place: string, line: string): Promise<Outcome>;
  writes(
    place: string,
    text: string,
    options?: { thread?: string; broadcast?: boolean; files?: string[] },
  ): Promise<Seen>;
  /** A message that shows this text, or fits; the newest when there are several. Waits for it. */
  sees(what: string | RegExp | ((message: MessageView) => boolean), options?: Look): Promise<Seen>;
  /** Makes sure that no such message comes within some time. */
  neverSees(what: string | RegExp, options?: Look): Promise<void>;
  /** A line from the workspace itself, such as that a command failed. */
  hears(what: string | RegExp, within?: number): Promise<string>;
  /** The modal on top. Waits for one with this title, or for any. */
  modal(title?: string): Promise<Form>;
  /** Waits until no modal is open. */
  noModal(): Promise<void>;
  opensHome(): Promise<Form>;
  opensMessages(): Promise<string>;
  /** Chooses one of the app's global shortcuts, by its name. */
  shortcut(name: string): Promise<Outcome>;
  /** The newest messages of a place, oldest first. */
  reads(place: string): Promise<Seen[]>;
  uploads(name: string, contents: string | Uint8Array): Promise<string>;
  /** Everything else that the page can ask. */
  wire: Wire;
  leaves(): void;
}

interface Look {
  in?: string;
  within?: number;
}

/** A person comes to the page. `who` is an id, a handle or a name. */
export async function enter(url: string, who: string, patience = 10_000): Promise<AtThePage> {
  const { id } = await whoIs(url, who);
  const wire = await openWire(url, id);
  const start = await wire.need('start', {});
  const desk: Desk = {
    wire,
    me: id,
    directory: { people: start.people, channels: start.channels },
    appUserId: start.app.bot_user_id,
    messages: [],
    modals: [...start.views],
    home: null,
    notices: [],
    patience,
  };
  follow(desk);
  return personAt(desk, start);
}

/** Looks in the list of people that anyone gets, standing in for whoever the company has. */
async function whoIs(url: string, who: string): Promise<{ id: string }> {
  if (/^U0[A-Z0-9]{9}$/.test(who)) return { id: who };
  const reply = await fetch(`${url}/_page/people`);
  const { people } = (await reply.json()) as { people: { id: string; name: string; real_name: string }[] };
  const found = people.find((one) => one.name === who.toLowerCase() || one.real_name === who);
  if (!found) throw new Error(`Nobody is called "${who}". There is: ${people.map((one) => one.name).join(', ')}`);
  return found;
}

function personAt(desk: Desk, start: Start): AtThePage {
  const wrap = (message: MessageView) => seenMessage(desk, message, start.app.shortcuts);
  const place = (name: string) => placeOf(desk, name);
  const top = () => desk.modals.at(-1);
  const me: AtThePage = {
    id: desk.me,
    wire: desk.wire,
    async types(where, line) {
      const [, command = '', text = ''] = /^(\/\S+)\s*(.*)$/s.exec(line) ?? [];
      if (command === '') throw new Error(`"${line}" is not a command.`);
      return desk.wire.call('command', { channel: await place(where), command, text: escapeText(text) });
    },
    async writes(where, text, options = {}) {
      const { message } = await desk.wire.need('send', {
        channel: await place(where),
        text: withReferences(desk, text),
        ...(options.thread && { thread_ts: options.thread }),
        ...(options.broadcast && { broadcast: true }),
        ...(options.files && { file_ids: options.files }),
      });
      return wrap(message);
    },
    async sees(what, options = {}) {
      const channel = options.in === undefined ? null : await place(options.in);
      if (channel) await fetchNewest(desk, channel);
      const find = () =>
        [...desk.messages]
          .reverse()
          .find((message) => (!channel || message.channel === channel) && fits(message, what));
      const message = await waitFor(find, options.within ?? desk.patience, () =>
        notSeen(desk, String(what), options.in, channel),
      );
      return wrap(message);
    },
    async neverSees(what, options = {}) {
      const channel = options.in === undefined ? null : await place(options.in);
      const end = performance.now() + (options.within ?? 300);
      while (performance.now() < end) {
        const found = desk.messages.find((message) => (!channel || message.channel === channel) && fits(message, what));
        if (found) throw new Error(`There is a message that should not be:\n${shown(found)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    hears: (what, within = desk.patience) =>
      waitFor(
        () =>
          desk.notices
            .map((notice) => notice.text)
            .find((text) => (typeof what === 'string' ? text.includes(what) : what.test(text))),
        within,
        () =>
          `Nothing like "${what}" was heard. There was:\n${desk.notices.map((notice) => `  ${notice.text}`).join('\n') || '  nothing'}`,
      ),
    async modal(title) {
      const fit = () => (title === undefined || top()?.title?.text === title ? top() : undefined);
      const view = await waitFor(
        fit,
        desk.patience,
        () =>
          `No modal${title ? ` "${title}"` : ''} opened. Open: ${desk.modals.map((one) => one.title?.text).join(', ') || 'none'}`,
      );
      return formOf(desk, () => desk.modals.find((one) => one.id === view.id) ?? view);
    },
    noModal: async () =>
      void (await waitFor(
        () => desk.modals.length === 0 || null,
        desk.patience,
        () => `Still open: ${desk.modals.map((one) => one.title?.text).join(', ')}`,
      )),
    async opensHome() {
      const before = await desk.wire.need('open_app', { tab: 'home' });
      desk.home ??= before.home;
      await waitFor(
        () => desk.home,
        desk.patience,
        () => 'The app published no Home tab.',
      );
      return formOf(desk, () => desk.home ?? failHome());
    },
    opensMessages: async () => (await desk.wire.need('open_app', { tab: 'messages' })).channel,
    async shortcut(name) {
      const known = start.app.shortcuts.filter((one) => one.type === 'global');
      const found = known.find((one) => one.name === name || one.callback_id === name);
      if (!found)
        throw new Error(`No shortcut is called "${name}". There is: ${known.map((one) => one.name).join(', ')}`);
      return desk.wire.call('global_shortcut', { callback_id: found.callback_id });
    },
    async reads(where) {
      const { messages } = await desk.wire.need('history', { channel: await place(where), limit: 100 });
      return messages.reverse().map(wrap);
    },
    uploads: (name, contents) =>
      desk.wire.upload(name, typeof contents === 'string' ? Buffer.from(contents) : contents),
    leaves: () => desk.wire.close(),
  };
  return me;
}

function failHome(): never {
  throw new Error('The app published no Home tab.');
}
