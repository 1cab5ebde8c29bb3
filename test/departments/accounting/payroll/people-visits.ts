import type { KnownBlock, ModalView } from '@slack/types';
import type { ActionVisit, FormVisit, StateValues, Visit } from '../../../../src/platform/doors/doors.js';
import type { OpenPeople } from './open-people.js';

// A person at the payroll's doors, as the router lets them in.

let count = 0;

async function visitBy({ office, now }: OpenPeople, id: string): Promise<Visit> {
  const person = await office.read(({ people }) => people.get(id));
  if (!person) throw new Error(`nobody is ${id}`);
  count += 1;
  return { person, language: person.language, now: now(), key: `key-${count}` };
}

/** `null`: what was typed is no subcommand. */
export async function command(open: OpenPeople, by: string, name: string | null, text = '') {
  const [door] = open.desk.commands ?? [];
  const visit = { ...(await visitBy(open, by)), text, channel: { id: 'C0HERE' } };
  const run = name === null ? door?.otherwise : door?.subcommands.find((one) => one.name === name)?.run;
  if (!run) throw new Error(`there is no ${name}`);
  return run(visit);
}

export async function press(open: OpenPeople, by: string, actionId: string, value = '') {
  const visit: ActionVisit = {
    ...(await visitBy(open, by)),
    ...{ actionId, blockId: 'b', value, values: [value], onHome: false },
  };
  return doorOf(open.desk.actions, actionId)(visit);
}

export async function send(open: OpenPeople, by: string, view: ModalView, values: StateValues, key?: string) {
  const { callback_id: callbackId = '', private_metadata: privateMetadata = '' } = view;
  const blocks = view.blocks as KnownBlock[];
  const form = { id: 'V1', hash: String(count), callbackId, privateMetadata, values, blocks };
  const visit: FormVisit = { ...(await visitBy(open, by)), ...(key !== undefined && { key }), view: form };
  return doorOf(open.desk.forms, callbackId)(visit);
}

function doorOf<Door>(doors: Record<string, Door> | undefined, id: string): Door {
  const door = doors?.[id];
  if (!door) throw new Error(`no door ${id}`);
  return door;
}

/** What stands in the form already, with what somebody typed over it. */
export function filled({ blocks }: ModalView, typed: Record<string, string | null>): StateValues {
  const inputs = (blocks as KnownBlock[]).filter((block) => block.type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id = '', element }) => {
      const { type, ...look } = element as { type: string; [initial: string]: unknown };
      const before = look.initial_value ?? look.initial_date ?? look.initial_user ?? null;
      const value = block_id in typed ? typed[block_id] : before;
      const field = { datepicker: 'selected_date', users_select: 'selected_user' }[type] ?? 'value';
      return [block_id, { answer: { type, [field]: value } }];
    }),
  );
}

/** A file that was chosen in the form. */
export const uploaded = (id: string): StateValues => ({
  file: { answer: { type: 'file_input', files: [{ id, name: 'people.csv' }] } },
});

export const shown = (view: unknown): string => JSON.stringify(view);
