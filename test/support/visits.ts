import type { KnownBlock, ModalView } from '@slack/types';
import type { ActionVisit, Answer, Desk, FormVisit, StateValues, Visit } from '../../src/platform/doors/doors.js';
import type { Office } from '../../src/platform/office.js';
import type { Temporal } from '../../src/platform/time.js';
import { UserError } from '../../src/platform/user-error.js';

// A person at a desk's doors, as the router lets them in.

export interface OpenDesk {
  office: Pick<Office, 'read'>;
  now: () => Temporal.Instant;
  desk: Desk;
}

let count = 0;
const newKey = (): string => `key-${++count}`;

async function visitBy({ office, now }: OpenDesk, id: string): Promise<Visit> {
  const person = await office.read(({ people }) => people.get(id));
  if (!person) throw new Error(`nobody is ${id}`);
  return { person, language: person.language, now: now(), key: newKey() };
}

/** A subcommand by its name, or by what is typed for it; `null`: what was typed is no subcommand. */
export async function command(open: OpenDesk, by: string, name: string | null, text = '') {
  const [door] = open.desk.commands ?? [];
  const visit = { ...(await visitBy(open, by)), text, channel: { id: 'C0HERE' } };
  const named = door?.subcommands.find((one) => one.name === name || one.aliases?.includes(name ?? ''));
  const run = name === null ? door?.otherwise : named?.run;
  if (!run) throw new Error(`there is no ${name}`);
  return run(visit);
}

/** All that follows the command. */
export function types(open: OpenDesk, by: string, typed: string): Promise<Answer | undefined> {
  const [word = '', ...rest] = typed.split(' ');
  return command(open, by, word, rest.join(' '));
}

/** A button with whatever value: also such as nothing that was shown carried. */
export async function press(open: OpenDesk, by: string, actionId: string, value = '', more: Partial<ActionVisit> = {}) {
  const visit: ActionVisit = {
    ...(await visitBy(open, by)),
    ...{ actionId, blockId: 'b', value, values: [value], onHome: false },
    ...more,
  };
  const [name = ''] = actionId.split(':');
  return doorOf(open.desk.actions, name)(visit);
}

interface Pressable {
  action_id?: string;
  value?: string;
}

/** Every button in blocks, by its action id. */
export const buttonsIn = (blocks: readonly unknown[]): Pressable[] =>
  blocks.flatMap((block) => {
    const { accessory, elements = [] } = block as { accessory?: Pressable; elements?: Pressable[] };
    return [...(accessory ? [accessory] : []), ...elements].filter(({ action_id }) => action_id !== undefined);
  });

/** The first button with that id, as it stands in what was shown. */
export function presses(
  open: OpenDesk,
  by: string,
  actionId: string,
  shownTo: ModalView | KnownBlock[],
  value?: string,
): Promise<Answer | undefined> {
  const blocks = Array.isArray(shownTo) ? shownTo : shownTo.blocks;
  const found = buttonsIn(blocks).find(
    ({ action_id = '' }) => action_id === actionId || action_id.startsWith(`${actionId}:`),
  );
  const given = value ?? found?.value;
  if (given === undefined) throw new Error(`no button ${actionId}`);
  const view = Array.isArray(shownTo) ? {} : { view: viewOf(shownTo, {}) };
  return press(open, by, found?.action_id ?? actionId, given, view);
}

export async function send(open: OpenDesk, by: string, view: ModalView, values: StateValues, key?: string) {
  const form: FormVisit = {
    ...(await visitBy(open, by)),
    ...(key !== undefined && { key }),
    view: viewOf(view, values),
  };
  return doorOf(open.desk.forms, view.callback_id ?? '')(form);
}

/** Texts and days, by block. */
export const sends = (open: OpenDesk, by: string, view: ModalView, answers: Record<string, string>) =>
  send(open, by, view, Object.fromEntries(Object.entries(answers).map(([block, value]) => [block, typedIn(value)])));

const typedIn = (value: string) => ({
  answer: /^\d{4}-\d\d-\d\d$/.test(value)
    ? { type: 'datepicker', selected_date: value }
    : { type: 'plain_text_input', value },
});

const viewOf = ({ callback_id = '', private_metadata = '', blocks }: ModalView, values: StateValues) => ({
  ...{ id: 'V1', hash: newKey(), callbackId: callback_id, privateMetadata: private_metadata, values },
  blocks: blocks as KnownBlock[],
});

function doorOf<Door>(doors: Record<string, Door> | undefined, id: string): Door {
  const door = doors?.[id];
  if (!door) throw new Error(`no door ${id}`);
  return door;
}

const valueFields: Record<string, string> = {
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  users_select: 'selected_user',
};

/** What stands in the form already, with what somebody typed, or chose, over it. */
export function filled({ blocks }: ModalView, typed: Record<string, string | null>): StateValues {
  const inputs = (blocks as KnownBlock[]).filter((block) => block.type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id = '', element }) => {
      const {
        type,
        action_id = 'answer',
        ...look
      } = element as unknown as {
        type: string;
        action_id?: string;
        initial_option?: { value: string };
        [initial: string]: unknown;
      };
      const { initial_value, initial_date, initial_time, initial_user, initial_option } = look;
      const before = initial_value ?? initial_date ?? initial_time ?? initial_user ?? initial_option?.value ?? null;
      const value = block_id in typed ? typed[block_id] : before;
      const isChoice = /_select$|radio/.test(type) && type !== 'users_select';
      const chosen = isChoice ? { selected_option: value === null ? null : { value } } : null;
      return [block_id, { [action_id]: { type, ...(chosen ?? { [valueFields[type] ?? 'value']: value }) } }];
    }),
  ) as StateValues;
}

/** A file that was chosen in the form. */
export const uploaded = (id: string): StateValues => ({
  file: { answer: { type: 'file_input', files: [{ id, name: 'people.csv' }] } },
});

/** What stands in blocks or a view, as one text. */
export const textOf = (shownTo: unknown): string => JSON.stringify(shownTo ?? []);

export function shown(answer: Answer | undefined): ModalView {
  const view = answer?.open ?? answer?.push ?? answer?.update ?? answer?.beneath;
  if (!view) throw new Error('no form was shown');
  return view;
}

/** The sentence that somebody was told, in English, when a desk declined. */
export const refusal = async (work: Promise<unknown>): Promise<string> => (await refused(work)).in('en');

/** At which field of the form it is told; undefined: at none. */
export const refusedAt = async (work: Promise<unknown>): Promise<string | undefined> => (await refused(work)).field;

async function refused(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error ?? new Error('nothing was refused');
  return error;
}
