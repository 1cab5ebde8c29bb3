import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { Note } from '../../../../platform/doors/doors.js';
import { mention } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import type { Employee } from '../employee.js';
import { peopleIds } from '../people-ids.js';
import { PAGE, type PeoplePage } from '../service/people.js';
import { no, type Say } from '../words.js';
import { dayText } from './people-texts.js';

const place = z.object({ query: z.string().max(100), page: z.int().nonnegative().max(10_000) });
export type Place = z.output<typeof place>;

/** From a button's value, which is a claim. */
export function readPlace(value: string): Place {
  const read = claimOf(place, value);
  if (read === null) throw no('people.refused.stale');
  return read;
}

/** Who is on the payroll, without their pay: that is in the form that each row opens. */
export function peopleNote(say: Say, list: PeoplePage, query: string, today: Temporal.PlainDate): Note {
  const { employees, total, page, mayKeep } = list;
  const title = query ? say('people.found', { query }) : say('people.title');
  return {
    text: title,
    blocks: [
      section(`*${title}* · ${say('people.count', { count: total })}`),
      ...(mayKeep ? [actions('payroll-people', keepingButtons(say))] : []),
      divider(),
      ...employees.map((employee) => row(say, employee, today)),
      ...(total === 0 ? [section(query ? say('people.noneFound', { query }) : say('people.none'))] : []),
      ...pages(say, { query, page }, total),
    ],
  };
}

const keepingButtons = (say: Say) => [
  button(peopleIds.addEmployee, say.plain('people.add')),
  button(peopleIds.openImport, say.plain('people.import')),
];

function row(say: Say, employee: Employee, today: Temporal.PlainDate): KnownBlock {
  const { name, number, personId, startsOn, endsOn, hasAccount } = employee;
  const facts = [
    ...(today.until(startsOn).sign > 0 ? [say('people.comes', { day: dayText(say, startsOn) })] : []),
    ...(endsOn ? [say('people.left', { day: dayText(say, endsOn) })] : []),
    personId ? mention(personId) : say('people.notInSlack'),
    ...(hasAccount ? [] : [say('people.noAccount')]),
  ];
  const open = button(peopleIds.openEmployee, say.plain('people.open'), { value: number });
  return section(`${say('people.row', { name, number })}\n${facts.join(' · ')}`, open);
}

function pages(say: Say, at: Place, total: number): KnownBlock[] {
  const last = Math.ceil(total / PAGE) - 1;
  if (last < 1) return [];
  const turn = (name: string, text: string, by: number) =>
    button(`${peopleIds.peoplePage}:${name}`, text, { value: JSON.stringify({ ...at, page: at.page + by }) });
  return [
    context(say('people.page', { page: at.page + 1, pages: last + 1 })),
    actions('payroll-pages', [
      ...(at.page > 0 ? [turn('back', say.plain('people.back'), -1)] : []),
      ...(at.page < last ? [turn('on', say.plain('people.on'), 1)] : []),
    ]),
  ];
}
