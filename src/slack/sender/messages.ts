import type { KnownBlock } from '@slack/types';
import type { ChatPostMessageArguments, WebClient } from '@slack/web-api';
import type { Delivery, Outgoing } from '../../platform/outbox/outbox.js';
import { refusalCode } from '../trouble.js';
import { verdict } from './verdict.js';

/** Travels with every message, so that Slack's history can tell whether it arrived. It says nothing about anyone. */
export const MARK_EVENT = 'switchboard_letter';

const contentOf = ({ text = '', blocks }: Outgoing): { text: string; blocks?: KnownBlock[] } => ({
  text,
  ...(blocks && { blocks }),
});

export async function post(client: WebClient, outgoing: Outgoing): Promise<Delivery> {
  try {
    const sent = await client.chat.postMessage(letterOf(outgoing));
    if (!sent.ts || !sent.channel) return { outcome: 'uncertain', error: 'malformed_reply' };
    return { outcome: 'sent', channel: sent.channel, ts: sent.ts };
  } catch (error) {
    return verdict(error, true);
  }
}

function letterOf(outgoing: Outgoing): ChatPostMessageArguments {
  const letter = {
    channel: outgoing.channel,
    ...contentOf(outgoing),
    metadata: { event_type: MARK_EVENT, event_payload: { mark: outgoing.mark } },
    unfurl_links: false,
    unfurl_media: false,
  };
  if (!outgoing.threadTs) return letter;
  return { ...letter, thread_ts: outgoing.threadTs, reply_broadcast: outgoing.broadcast === true };
}

/** Without blocks Slack would keep the old ones. */
export async function change(client: WebClient, outgoing: Outgoing): Promise<Delivery> {
  const { channel, ts } = outgoing;
  if (!ts) return { outcome: 'dead', error: 'nothing_to_change' };
  try {
    await client.chat.update({ channel, ts, text: outgoing.text ?? '', blocks: outgoing.blocks ?? [] });
    return { outcome: 'sent', channel, ts };
  } catch (error) {
    return verdict(error, false);
  }
}

/** A message that is gone already is as good as taken back. */
export async function withdraw(client: WebClient, outgoing: Outgoing): Promise<Delivery> {
  const { channel, ts } = outgoing;
  if (!ts) return { outcome: 'dead', error: 'nothing_to_withdraw' };
  try {
    await client.chat.delete({ channel, ts });
  } catch (error) {
    if (refusalCode(error) !== 'message_not_found') return verdict(error, false);
  }
  return { outcome: 'sent', channel, ts };
}

export async function whisper(client: WebClient, outgoing: Outgoing): Promise<Delivery> {
  const { channel, person, threadTs } = outgoing;
  if (!person) return { outcome: 'dead', error: 'no_person_to_whisper_to' };
  try {
    const said = { channel, user: person, ...contentOf(outgoing) };
    await client.chat.postEphemeral(threadTs ? { ...said, thread_ts: threadTs } : said);
    return { outcome: 'sent', channel, ts: null };
  } catch (error) {
    return verdict(error, false);
  }
}
