import { channelLink } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { showTicket } from '../letters/cards.js';
import { tellLeads } from '../letters/leads.js';
import { TRIAGE } from '../settings.js';
import { DESK } from '../ticket.js';
import { catchUpOnCards } from './set-up.js';

/** The triage channel was archived, or the bot was removed from it. Tickets are kept, and go there when it is back. */
export async function loseTriage(desk: HelpDesk, channel: string, once: string): Promise<void> {
  if (desk.triage !== channel) return;
  await desk.keep.set(TRIAGE, { lost: channel }, 'system');
  await desk.audit.record({ actor: 'system', action: `${DESK}.lose-channel`, object: DESK, detail: { channel } });
  await tellLeads(desk, `${DESK}/lost/${once}`, (say) => say('channel.lost', { channel: channelLink(channel) }));
}

/** The triage channel is back: cards are brought up to date, and those that are missing are put there. */
export async function regainTriage(desk: HelpDesk, channel: string): Promise<void> {
  if (desk.lost !== channel) return;
  await desk.keep.set(TRIAGE, { lost: null }, 'system');
  await desk.audit.record({ actor: 'system', action: `${DESK}.regain-channel`, object: DESK, detail: { channel } });
  const back = { ...desk, lost: null, triage: desk.settings.triage };
  for (const ticket of await back.tickets.allOpen()) if (ticket.triageCard) await showTicket(back, ticket);
  await catchUpOnCards(back);
}
