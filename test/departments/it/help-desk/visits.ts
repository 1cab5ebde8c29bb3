import type { KnownBlock, ModalView } from '@slack/types';
import type {
  ActionVisit,
  CommandVisit,
  Desk,
  EventVisit,
  FormVisit,
  StateValues,
  Visit,
} from '../../../../src/platform/doors/doors.js';
import type { OpenDesk } from './open-desk.js';

// A person at the desk's doors, as the router lets them in.

let count = 0;
const newKey = (): string => `key-${++count}`;

async function visitBy({ office, now }: OpenDesk, id: string): Promise<Visit> {
  const person = await office.read(({ people }) => people.get(id));
  if (!person) throw new Error(`nobody is ${id}`);
  return { person, language: person.language, now: now(), key: newKey() };
}

export async function command(open: OpenDesk, by: string, name: string | null, text = '') {
  const [door] = open.desk.commands ?? [];
  const visit: CommandVisit = { ...(await visitBy(open, by)), text, channel: { id: 'C0HERE' } };
  const run = name === null ? door?.otherwise : door?.subcommands.find((subcommand) => subcommand.name === name)?.run;
  return run?.(visit);
}

export interface Pressed {
  value?: string;
  view?: ModalView | undefined;
  typed?: StateValues;
  message?: ActionVisit['message'];
}

export async function press(
  open: OpenDesk,
  by: string,
  actionId: string,
  { value = '', view, typed = {}, message }: Pressed = {},
) {
  const [door = ''] = actionId.split(':');
  const visit: ActionVisit = {
    ...(await visitBy(open, by)),
    ...{ actionId, blockId: 'b', value, values: [value], onHome: false },
    ...(message && { message }),
    ...(view && { view: openView(view, typed) }),
  };
  return doorOf(open.desk, 'actions', door)(visit);
}

export async function send(open: OpenDesk, by: string, view: ModalView, typed: StateValues, key = newKey()) {
  const visit: FormVisit = { ...(await visitBy(open, by)), key, view: openView(view, typed) };
  return doorOf(open.desk, 'forms', view.callback_id ?? '')(visit);
}

export async function happens(
  open: OpenDesk,
  event: EventVisit['event'],
  by?: string,
  key = newKey(),
): Promise<boolean> {
  const person = by ? (await visitBy(open, by)).person : null;
  const door = open.desk.events?.[event.type];
  if (!door) throw new Error(`nobody listens for ${event.type}`);
  return door({ event, person, now: open.now(), key });
}

export const visit = visitBy;

function doorOf<Kind extends 'actions' | 'forms'>(desk: Desk, kind: Kind, id: string) {
  const door = desk[kind]?.[id];
  if (!door) throw new Error(`no door ${id}`);
  return door as NonNullable<Desk[Kind]>[string];
}

const openView = ({ callback_id = '', private_metadata = '', blocks }: ModalView, values: StateValues) => ({
  id: 'V1',
  hash: newKey(),
  callbackId: callback_id,
  privateMetadata: private_metadata,
  values,
  blocks: blocks as KnownBlock[],
});

/** Several that were chosen in a select: block → values. */
export const chosen = (answers: Record<string, string[]>): StateValues =>
  Object.fromEntries(
    Object.entries(answers).map(([block, values]) => [
      block,
      { answer: { type: 'multi_static_select', selected_options: values.map((value) => ({ value })) } },
    ]),
  );

/** What was typed and chosen in a form: block → text. */
export const filled = (answers: Record<string, string>): StateValues =>
  Object.fromEntries(
    Object.entries(answers).map(([block, value]) => [block, { answer: { type: 'plain_text_input', value } }]),
  );

export const textsOf = (blocks: readonly unknown[] | undefined): string => JSON.stringify(blocks ?? []);
