import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, modal, plain, section } from '../../../../platform/blocks.js';
import { channelLink } from '../../../../platform/mrkdwn.js';
import { dueText, ruleText } from '../../../../platform/rule-form/texts.js';
import { words as ruleWords } from '../../../../platform/rule-form/words.js';
import { messageIds } from '../message-ids.js';
import { MOST_MESSAGES, messageKinds } from '../messages/message.js';
import type { MessageStanding } from '../service/messages.js';
import type { Say } from '../words.js';

/** Says what it should be, not that it should change: pressed twice, it is the same. */
export const pauseClaim = z.object({ id: z.uuid(), isPaused: z.boolean() });
type PauseClaim = z.output<typeof pauseClaim>;

/** What the payroll says by the calendar: when, to whom, and what came of the last time. */
export const messagesView = (
  say: Say,
  messages: readonly MessageStanding[],
  timeZone: string,
  news?: string,
): ModalView =>
  modal({
    callbackId: messageIds.view,
    title: say.plain('messages.title'),
    close: say.plain('run.form.close'),
    blocks: [
      ...(news ? [context(news)] : []),
      ...(messages.length === 0 ? [section(say('messages.none'))] : []),
      ...messages.flatMap((message) => rowOf(say, message, timeZone)),
      ...(messages.length > 0 ? [divider()] : []),
      ...(messages.length < MOST_MESSAGES ? adding(say) : [context(say('messages.full', { most: MOST_MESSAGES }))]),
    ],
  });

function adding(say: Say): KnownBlock[] {
  const buttons = messageKinds.map((kind) =>
    button(`${messageIds.add}:${kind}`, say.plain(`messages.kind.${kind}`), { value: kind }),
  );
  return [context(say('messages.add')), actions('add', buttons)];
}

function rowOf(say: Say, message: MessageStanding, timeZone: string): KnownBlock[] {
  const { id, kind, channel, isPaused, nextAt } = message;
  const where = channel === null ? say(`messages.to.${kind}`) : channelLink(channel);
  const next = isPaused
    ? say('messages.paused')
    : nextAt
      ? say('messages.next', { when: dueText(say.language, nextAt, timeZone) })
      : ruleWords.in(say.language)('never');
  const act = (name: keyof typeof messageIds, text: string, danger?: string, value = id) =>
    button(`${messageIds[name]}:${id}`, text, { value, ...(danger && { confirm: sure(say, text, danger) }) });
  const other = JSON.stringify({ id, isPaused: !isPaused } satisfies PauseClaim);
  return [
    section(`*${say(`messages.kind.${kind}`)}* · ${where}\n${ruleText(say.language, message.rule)}\n${next}`),
    ...outcome(say, message, timeZone),
    actions(`message-${id}`, [
      act('edit', say.plain('messages.edit')),
      act('pause', say.plain(isPaused ? 'messages.resume' : 'messages.pause'), undefined, other),
      act('preview', say.plain('messages.preview')),
      act('sendNow', say.plain('messages.sendNow'), say.plain('messages.sureSend')),
      act('remove', say.plain('messages.remove'), say.plain('messages.sureRemove')),
    ]),
  ];
}

const sure = (say: Say, title: string, text: string) => ({
  title: plain(title, 100),
  text: plain(text, 300),
  confirm: plain(say.plain('messages.yes'), 30),
  deny: plain(say.plain('messages.no'), 30),
});

function outcome(say: Say, message: MessageStanding, timeZone: string): KnownBlock[] {
  const { lastDueAt, lastSaid, ambiguous, failed, waiting } = message;
  if (!lastDueAt || !lastSaid) return [];
  const texts = [
    say(`messages.last.${lastSaid}`, { when: dueText(say.language, lastDueAt, timeZone) }),
    ...(waiting > 0 ? [say('messages.waiting', { count: waiting })] : []),
    ...(ambiguous > 0 ? [say('messages.ambiguous', { count: ambiguous })] : []),
    ...(failed > 0 ? [say('messages.failed', { count: failed })] : []),
  ];
  return [context(...texts)];
}
