import type { Delegation } from '../../../platform/approvals/delegations.js';
import { actions, button, section } from '../../../platform/blocks.js';
import { mention } from '../../../platform/mrkdwn.js';
import type { Transaction } from '../../../platform/office.js';
import type { Person } from '../../../platform/people/person.js';
import type { Temporal } from '../../../platform/time.js';
import { daysText } from '../../../platform/words/dates.js';
import { DESK, ids } from './ids.js';
import { words } from './words.js';

/** Whoever stands in hears of it at once, with the days. */
export async function tellDelegate(
  tx: Transaction,
  { id, personId, delegateId, from, until }: Delegation,
): Promise<void> {
  const delegate = await tx.people.get(delegateId);
  const say = words.in(delegate?.language ?? 'en');
  const text = say('letter.delegate', { who: mention(personId), days: daysText({ from, until }, say.language) });
  await tx.outbox.post({ to: delegateId, text, once: `${DESK}/delegation/${id}` });
}

/** Once a day, however much waits. */
export async function remindDecider(
  tx: Transaction,
  { id, language }: Person,
  count: number,
  day: Temporal.PlainDate,
): Promise<void> {
  const say = words.in(language);
  const text = say('letter.remind', { count });
  const show = button(ids.showQueue, say.plain('button.queue'), { style: 'primary' });
  const blocks = [section(text), actions('reminder', [show])];
  await tx.outbox.post({ to: id, text, blocks, once: `${DESK}/reminder/${id}/${day}` });
}
