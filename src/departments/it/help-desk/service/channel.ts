import { channelLink } from '../../../../platform/mrkdwn.js';
import type { SlackChannel } from '../../../../platform/workspace.js';
import type { HelpDesk, Reading } from '../desk.js';
import { showTicket } from '../letters/cards.js';
import { channelCard } from '../letters/keys.js';
import { leadsOf, tellLeads } from '../letters/leads.js';
import { tellWhereItWent } from '../letters/placing.js';
import { allQueues, type Queue } from '../queues.js';
import { TRIAGE } from '../settings.js';
import { DESK } from '../ticket.js';
import type { Say } from '../words.js';
import { catchUpOnCards } from './set-up.js';

/** A queue's channel was archived, or the bot was removed from it. Tickets are kept, and go there when it is back. */
export async function loseTriage(desk: HelpDesk, channel: string, once: string): Promise<void> {
  const queue = allQueues(desk.queues).find((one) => one.channel === channel);
  if (!queue || desk.lost.has(channel)) return;
  await desk.keep.set(TRIAGE, { lost: [...desk.lost, channel] }, 'system');
  await desk.audit.record({ actor: 'system', action: `${DESK}.lose-channel`, object: DESK, detail: { channel } });
  const others = await insteadOfLeads(desk, queue);
  await tellLeads(desk, `${DESK}/lost/${once}`, (say) => lostSentence(say, queue, channel), { others });
}

/** Of the default queue's channel, which is part of the set-up, the admins are told anyhow. */
async function insteadOfLeads(desk: HelpDesk, queue: Queue): Promise<string[]> {
  if (queue.id === null || (await leadsOf(desk)).length > 0) return [];
  return (await desk.people.admins()).map(({ id }) => id);
}

const lostSentence = (say: Say, { name }: Queue, id: string): string =>
  name === null
    ? say('channel.lost', { channel: channelLink(id) })
    : say('channel.lostOfQueue', { channel: channelLink(id), queue: name });

/** A queue's channel is back: cards are brought up to date, and those that are missing are put there. */
export async function regainTriage(desk: HelpDesk, channel: string): Promise<void> {
  if (!desk.lost.has(channel)) return;
  const lost = new Set([...desk.lost].filter((one) => one !== channel));
  await desk.keep.set(TRIAGE, { lost: [...lost] }, 'system');
  await desk.audit.record({ actor: 'system', action: `${DESK}.regain-channel`, object: DESK, detail: { channel } });
  const back = { ...desk, lost };
  for (const { number } of await back.tickets.allOpen()) {
    // Held, lest the card shows what somebody is changing just now.
    const ticket = await back.tickets.hold(number);
    if (ticket?.triageChannel === channel) await showTicket(back, ticket);
  }
  await tellOfThoseGone(back, channel);
  await catchUpOnCards(back);
}

/** Cards of tickets that were moved elsewhere while nothing could be said there. */
async function tellOfThoseGone(desk: HelpDesk, channel: string): Promise<void> {
  for (const number of await desk.history.goneFrom(channel)) {
    const ticket = await desk.tickets.hold(number);
    if (ticket?.triageChannel) await tellWhereItWent(desk, number, channelCard(number, channel), ticket.triageChannel);
  }
}

/** Channels of which something may have become while the office was stopped and no event reached it. */
export const channelsToLookAt = ({ queues, lost }: Reading): string[] => [
  ...new Set([...allQueues(queues).flatMap(({ channel }) => channel ?? []), ...lost]),
];

/** Loses or regains a channel as the event would have done that was missed. */
export function followChannel(desk: HelpDesk, id: string, seen: SlackChannel | null, once: string): Promise<void> {
  const isInReach = seen?.isMember && !seen.isArchived;
  return isInReach ? regainTriage(desk, id) : loseTriage(desk, id, `${id}/${once}`);
}
