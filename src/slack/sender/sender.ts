import type { HomeView } from '@slack/types';
import type { Carrier, Delivery, Outgoing } from '../../platform/outbox/outbox.js';
import { sendDocument } from './documents.js';
import { type FileParts, sendFile } from './files.js';
import { lookUp } from './look-up.js';
import { change, post, whisper, withdraw } from './messages.js';
import { verdict } from './verdict.js';

export interface SenderParts extends FileParts {
  renderHome: (personId: string) => Promise<HomeView>;
}

/** Carries letters into Slack, each tried once: what comes of it decides the outbox. */
export function createSender(parts: SenderParts): Carrier {
  const { client } = parts;
  const ways: Record<Outgoing['kind'], (outgoing: Outgoing) => Promise<Delivery>> = {
    post: (outgoing) => post(client, outgoing),
    change: (outgoing) => change(client, outgoing),
    withdraw: (outgoing) => withdraw(client, outgoing),
    whisper: (outgoing) => whisper(client, outgoing),
    file: (outgoing) => sendFile(parts, outgoing),
    document: (outgoing) => sendDocument(parts, outgoing),
    home: (outgoing) => publishHome(parts, outgoing.person ?? outgoing.channel),
  };
  return {
    deliver: (outgoing) => ways[outgoing.kind](outgoing),
    lookUp: (outgoing, since) => lookUp(client, outgoing, since),
  };
}

/** Drawing it again does no harm, so whatever goes wrong on our side may be tried again as well. */
async function publishHome({ client, renderHome }: SenderParts, personId: string): Promise<Delivery> {
  try {
    const view = await renderHome(personId);
    await client.views.publish({ user_id: personId, view });
    return { outcome: 'sent', channel: personId, ts: null };
  } catch (error) {
    return verdict(error, false);
  }
}
