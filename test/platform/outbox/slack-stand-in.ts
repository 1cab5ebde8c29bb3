import { setTimeout as pause } from 'node:timers/promises';
import type { Carrier, Delivery, Outgoing } from '../../../src/platform/outbox/outbox.js';

export interface StandingMessage {
  channel: string;
  ts: string;
  mark: string;
  text: string;
  threadTs: string | null;
}

type Answer = Delivery | 'arrives, and the answer is lost' | 'never answers';

/** Slack, as far as the port that letters leave through can tell: it delivers, remembers, and can be made to fail. */
export function standInSlack() {
  const messages: StandingMessage[] = [];
  const calls: (Outgoing & { at: number })[] = [];
  const homes: string[] = [];
  let fault: (outgoing: Outgoing) => Answer | null = () => null;
  let history: 'readable' | 'unreadable' | 'down' = 'readable';
  let latencyMs = 0;
  let underWay = 0;
  let mostUnderWay = 0;
  let count = 0;

  function take(outgoing: Outgoing): Delivery {
    const channel = outgoing.channel.startsWith('U') ? `D${outgoing.channel.slice(1)}` : outgoing.channel;
    const standing = messages.find((message) => message.channel === channel && message.ts === outgoing.ts);
    if (outgoing.kind === 'home') homes.push(channel);
    if (outgoing.kind === 'change' || outgoing.kind === 'withdraw') {
      if (!standing) return { outcome: 'dead', error: 'message_not_found' };
      if (outgoing.kind === 'change') standing.text = outgoing.text ?? '';
      else messages.splice(messages.indexOf(standing), 1);
      return { outcome: 'sent', channel, ts: standing.ts };
    }
    if (outgoing.kind === 'home') return { outcome: 'sent', channel, ts: null };
    const ts = `1700000000.${String(++count).padStart(6, '0')}`;
    const { mark, text = '', threadTs = null } = outgoing;
    messages.push({ channel, ts, mark, text, threadTs });
    return { outcome: 'sent', channel, ts };
  }

  const carrier: Carrier = {
    async deliver(outgoing) {
      calls.push({ ...outgoing, at: Date.now() });
      mostUnderWay = Math.max(mostUnderWay, ++underWay);
      await pause(latencyMs);
      underWay--;
      const answer = fault(outgoing);
      if (answer === 'never answers') return new Promise(() => undefined);
      if (answer !== null && answer !== 'arrives, and the answer is lost') return answer;
      const delivery = take(outgoing);
      return answer === null ? delivery : { outcome: 'uncertain', error: 'socket hang up' };
    },
    async lookUp({ mark, channel }) {
      if (history === 'down') throw new Error('no answer');
      if (history === 'unreadable') return 'unknown';
      const found = messages.find((message) => message.mark === mark);
      if (found && found.channel.slice(1) !== channel.slice(1)) throw new Error('looked up in another conversation');
      return found ? { found: { channel: found.channel, ts: found.ts } } : 'absent';
    },
  };

  return {
    carrier,
    messages,
    calls,
    homes,
    texts: (channel?: string) => messages.filter((one) => !channel || one.channel === channel).map(({ text }) => text),
    mostUnderWay: () => mostUnderWay,
    /** Every call from now on. */
    fail(by: typeof fault) {
      fault = by;
    },
    /** The next calls, in turn; those after them go well. */
    failNext(...answers: Answer[]) {
      fault = () => answers.shift() ?? null;
    },
    history(state: typeof history) {
      history = state;
    },
    latency(ms: number) {
      latencyMs = ms;
    },
  };
}
