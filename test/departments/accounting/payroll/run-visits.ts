import type { KnownBlock, ModalView } from '@slack/types';
import type { ActionVisit, Answer, StateValues, Visit } from '../../../../src/platform/doors/doors.js';
import type { OpenPayroll } from './open-payroll.js';

// A person at the payroll's doors, as the router lets them in.

let count = 0;
const newKey = (): string => `key-${++count}`;

async function visitBy({ office, now }: OpenPayroll, id: string): Promise<Visit> {
  const person = await office.read(({ people }) => people.get(id));
  if (!person) throw new Error(`nobody is ${id}`);
  return { person, language: person.language, now: now(), key: newKey() };
}

/** Types `/payroll …`. */
export async function types(open: OpenPayroll, by: string, typed: string): Promise<Answer | undefined> {
  const [word = '', ...rest] = typed.split(' ');
  const [door] = open.desk.commands ?? [];
  const run = door?.subcommands.find(({ name, aliases = [] }) => name === word || aliases.includes(word))?.run;
  if (!run) throw new Error(`nobody answers ${word}`);
  return run({ ...(await visitBy(open, by)), text: rest.join(' '), channel: { id: 'C0HERE' } });
}

const viewOf = ({ callback_id = '', private_metadata = '', blocks }: ModalView, values: StateValues) => ({
  ...{ id: 'V1', hash: newKey(), callbackId: callback_id, privateMetadata: private_metadata, values },
  blocks: blocks as KnownBlock[],
});

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

/** Presses the first button with that id, as it stands in what was shown. */
export async function presses(
  open: OpenPayroll,
  by: string,
  actionId: string,
  shown: ModalView | KnownBlock[],
  value?: string,
): Promise<Answer | undefined> {
  const blocks = Array.isArray(shown) ? shown : shown.blocks;
  const found = buttonsIn(blocks).find(
    ({ action_id = '' }) => action_id === actionId || action_id.startsWith(`${actionId}:`),
  );
  const given = value ?? found?.value;
  if (given === undefined) throw new Error(`no button ${actionId}`);
  const visit: ActionVisit = {
    ...(await visitBy(open, by)),
    ...{ actionId: found?.action_id ?? actionId, blockId: 'b', value: given, values: [given], onHome: false },
    ...(!Array.isArray(shown) && { view: viewOf(shown, {}) }),
  };
  const [name = ''] = actionId.split(':');
  const door = open.desk.actions?.[name];
  if (!door) throw new Error(`no door ${name}`);
  return door(visit);
}

export async function sends(open: OpenPayroll, by: string, view: ModalView, answers: Record<string, string>) {
  const values: StateValues = Object.fromEntries(
    Object.entries(answers).map(([block, value]) => [
      block,
      { answer: /^\d{4}-\d\d-\d\d$/.test(value) ? dateOf(value) : { type: 'plain_text_input', value } },
    ]),
  );
  const door = open.desk.forms?.[view.callback_id ?? ''];
  if (!door) throw new Error(`no form ${view.callback_id}`);
  return door({ ...(await visitBy(open, by)), view: viewOf(view, values) });
}

const dateOf = (selected_date: string) => ({ type: 'datepicker', selected_date });

/** What stands in blocks, as one text. */
export const textOf = (blocks: readonly unknown[] | undefined): string => JSON.stringify(blocks ?? []);

export function shown(answer: Answer | undefined): ModalView {
  const view = answer?.open ?? answer?.push ?? answer?.update;
  if (!view) throw new Error('no form was shown');
  return view;
}
