import { actions, button, section } from '../../../../platform/blocks.js';
import { momentInside } from '../../../../platform/mrkdwn.js';
import type { Stint } from '../clock/stint.js';
import type { Timesheets } from '../desk.js';
import { ids } from '../ids.js';
import { DESK } from '../sheet.js';
import { words } from '../words.js';

/** The clock ran for too long: when did they really go? */
export async function askWhenTheyWent(desk: Timesheets, { id, personId, startedAt }: Stint): Promise<void> {
  const person = await desk.people.get(personId);
  if (!person || person.deactivatedAt) return;
  const say = words.in(person.language);
  const text = say('clock.forgotten', { since: momentInside(startedAt) });
  await desk.outbox.post({
    to: personId,
    text,
    blocks: [section(text), actions('forgotten', [button(ids.putRight, say.plain('clock.putRight'), { value: id })])],
    once: `${DESK}/forgotten/${id}`,
  });
}
