import type { KnownBlock, ModalView } from '@slack/types';
import { divider, input, modal, section } from '../../../../platform/blocks.js';
import { minorText } from '../amounts.js';
import { peopleIds } from '../people-ids.js';
import type { EmployeeFile } from '../service/people.js';
import type { Say } from '../words.js';
import type { Claim } from './employee-answers.js';
import { employeeCard, historyBlocks } from './employee-card.js';
import { accountText, hoursText } from './people-texts.js';

const textFields = [
  'number',
  'name',
  'email',
  'manager',
  'group',
  'job',
  'rate',
  'currency',
  'weeklyHours',
  'iban',
] as const;
const dayFields = ['starts', 'ends', 'from'] as const;
export type Field = (typeof textFields)[number] | (typeof dayFields)[number] | 'slack';
const needed = new Set<Field>(['number', 'name', 'job', 'rate', 'weeklyHours', 'starts']);
const hinted = ['number', 'email', 'slack', 'group', 'job', 'from'] as const;

/** Everything about somebody on the payroll, to be changed by those who keep it and read by those who may see it. */
export function employeeView(say: Say, file: EmployeeFile): ModalView {
  if (!file.mayKeep) return employeeCard(say, file);
  const { employee, history, accountEnding, mark } = file;
  return modal({
    callbackId: peopleIds.employeeForm,
    title: say.plain('people.file'),
    submit: say.plain('people.save'),
    close: say.plain('people.cancel'),
    metadata: JSON.stringify({ number: employee.number, mark } satisfies Claim),
    blocks: [
      section(say('people.row', { name: employee.name, number: employee.number })),
      ...fieldsOf(say, valuesOf(say, file), accountText(say, accountEnding)),
      ...historyBlocks(say, history),
    ],
  });
}

export const newEmployeeView = (say: Say, currency: string): ModalView =>
  modal({
    callbackId: peopleIds.employeeForm,
    title: say.plain('people.new'),
    submit: say.plain('people.save'),
    close: say.plain('people.cancel'),
    metadata: JSON.stringify({ number: null, mark: '' } satisfies Claim),
    blocks: [textField(say, 'number', undefined), ...fieldsOf(say, { currency }, say.plain('people.noAccountYet'))],
  });

type Values = Partial<Record<Field, string>>;

function valuesOf(say: Say, { employee, history }: EmployeeFile): Values {
  const terms = history.at(-1);
  return {
    name: employee.name,
    ...(employee.email && { email: employee.email }),
    ...(employee.personId && { slack: employee.personId }),
    ...(employee.managerNumber && { manager: employee.managerNumber }),
    ...(employee.group && { group: employee.group }),
    starts: employee.startsOn.toString(),
    ...(employee.endsOn && { ends: employee.endsOn.toString() }),
    ...(terms && {
      job: terms.jobTitle,
      rate: minorText(terms.rate, say.language),
      currency: terms.rate.currency,
      weeklyHours: hoursText(say, terms.weeklyMinutes),
    }),
  };
}

const fieldsOf = (say: Say, values: Values, account: string): KnownBlock[] => [
  textField(say, 'name', values.name),
  textField(say, 'email', values.email),
  input(
    'slack',
    say.plain('people.field.slack'),
    { type: 'users_select', ...(values.slack && { initial_user: values.slack }) },
    { optional: true, hint: say.plain('people.hint.slack') },
  ),
  textField(say, 'manager', values.manager),
  textField(say, 'group', values.group),
  dayField(say, 'starts', values.starts),
  dayField(say, 'ends', values.ends),
  divider(),
  ...(['job', 'rate', 'currency', 'weeklyHours'] as const).map((field) => textField(say, field, values[field])),
  dayField(say, 'from', undefined),
  divider(),
  textField(say, 'iban', undefined, say.plain('people.hint.iban', { ending: account })),
];

const lookOf = (say: Say, field: Field, hint = hintOf(say, field)) => ({
  optional: !needed.has(field),
  ...(hint !== undefined && { hint }),
});

function hintOf(say: Say, field: Field): string | undefined {
  const known = hinted.find((one) => one === field);
  return known && say.plain(`people.hint.${known}`);
}

const textField = (
  say: Say,
  field: (typeof textFields)[number],
  value: string | undefined,
  hint?: string,
): KnownBlock =>
  input(
    field,
    say.plain(`people.field.${field}`),
    { type: 'plain_text_input', max_length: 200, ...(value && { initial_value: value }) },
    lookOf(say, field, hint),
  );

const dayField = (say: Say, field: (typeof dayFields)[number], value: string | undefined): KnownBlock =>
  input(
    field,
    say.plain(`people.field.${field}`),
    { type: 'datepicker', ...(value && { initial_date: value }) },
    lookOf(say, field),
  );
