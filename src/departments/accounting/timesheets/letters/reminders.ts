import { actions, button, section } from '../../../../platform/blocks.js';
import { mention, momentInside } from '../../../../platform/mrkdwn.js';
import { dayIn } from '../../../../platform/people/days.js';
import type { Person } from '../../../../platform/people/person.js';
import type { Timesheets } from '../desk.js';
import { ids } from '../ids.js';
import type { Reminder } from '../patterns/reminders.js';
import type { Period } from '../rules/periods.js';
import { cutOffOf } from '../service/lock.js';
import type { Member } from '../service/team.js';
import { DESK } from '../sheet.js';
import { writePlace } from '../views/claims.js';
import { writeTeamPlace } from '../views/team.js';
import { periodText } from '../views/texts.js';
import { words } from '../words.js';

/** Asks somebody for their hours, with a button that opens them. Each reason speaks once a period; a manager, once a day. */
export async function tellOwner(
  desk: Timesheets,
  person: Person,
  period: Period,
  why: Reminder | 'asked',
  by?: Person,
): Promise<void> {
  const say = words.in(person.language);
  const values = {
    period: periodText(say, period),
    cutOff: momentInside(cutOffOf(desk, period.last)),
    by: by ? mention(by.id) : '',
  };
  const key = { lastDay: 'letter.remind', cutOff: 'letter.remindLast', asked: 'letter.asked' } as const;
  const text = say(key[why], values);
  const open = button(ids.open, say.plain('button.openSheet'), {
    value: writePlace({ ownerId: person.id, day: period.first }),
    style: 'primary',
  });
  const when = why === 'asked' ? `/${by?.id}/${dayIn('UTC', desk.now)}` : '';
  await desk.outbox.post({
    to: person.id,
    text,
    blocks: [section(text), actions('reminder', [open])],
    once: `${DESK}/remind/${person.id}/${period.first}/${why}${when}`,
  });
}

const MOST_NAMES = 40;

export async function tellManager(
  desk: Timesheets,
  manager: Person,
  period: Period,
  missing: readonly Member[],
): Promise<void> {
  const say = words.in(manager.language);
  const names = missing.slice(0, MOST_NAMES).map(({ person }) => mention(person.id));
  const list = [...names, ...(missing.length > MOST_NAMES ? ['…'] : [])].join(', ');
  const text = say('letter.missing', { count: missing.length, period: periodText(say, period), names: list });
  const value = writeTeamPlace({ day: period.first, onlyMissing: true, page: 0 });
  await desk.outbox.post({
    to: manager.id,
    text,
    blocks: [section(text), actions('missing', [button(ids.team, say.plain('button.team'), { value })])],
    once: `${DESK}/missing/${manager.id}/${period.first}`,
  });
}
