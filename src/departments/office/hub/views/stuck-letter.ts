import type { Desk } from '../../../../platform/doors/doors.js';
import { channelLink, escapeText, mention } from '../../../../platform/mrkdwn.js';
import type { StuckLetter } from '../../../../platform/outbox/stuck.js';
import { HUB } from '../ids.js';
import type { Say } from '../words.js';
import { titleOf } from './offers.js';

/** Who speaks, to whom invite, and whose desks are named. */
export interface Speech {
  desks: readonly Desk[];
  bot: string;
  say: Say;
}

/** What it is and where it should have gone, its case, and why it did not: never what it says. */
export function letterText(letter: StuckLetter, speech: Speech, since = ''): string {
  const { say } = speech;
  const what = say('stuck.line', { what: say(`stuck.kind.${letter.kind}`), where: placeText(letter.to, say) });
  const facts = [what, letter.about && caseText(letter.about, speech), since].filter(Boolean);
  return `${facts.join(' · ')}\n${reasonText(letter, speech)}`;
}

function placeText(to: string, say: Say): string {
  const id = to.replace(/^home:/, '');
  if (isPerson(id)) return say('stuck.forPerson', { who: mention(id) });
  return /^[CG]/.test(id) ? say('stuck.inChannel', { channel: channelLink(id) }) : say('stuck.inConversation');
}

const isPerson = (id: string): boolean => /^[UW]/.test(id);

/** `it.help-desk/42` → IT help 42 */
function caseText(about: string, { desks, say }: Speech): string {
  const [name = '', number = ''] = about.split('/');
  if (name === HUB) return say('title');
  const desk = desks.find((one) => one.name === name);
  return desk ? escapeText(`${titleOf(desk, say.language)} ${number}`.trim()) : escapeText(about);
}

function reasonText({ state, error, to }: StuckLetter, { bot, say }: Speech): string {
  if (state === 'ambiguous') return say('stuck.why.ambiguous');
  const reason = reasonFor(error, isPerson(to));
  if (reason) return say(`stuck.why.${reason}`, { bot });
  // Only Slack's codes are shown: other texts may quote something.
  return isCode(error) ? say('stuck.why.other', { code: error }) : say('stuck.why.unknown');
}

const isCode = (error: string): boolean => /^[a-z][a-z0-9_]{1,60}$/.test(error);

function reasonFor(error: string, toPerson: boolean) {
  if (/^(its message|what it replies to) is /.test(error)) return 'belongsToOther';
  if (/^(no attempt|no answer|http_5|[A-Z]{2})/.test(error)) return 'noAnswer';
  if (toPerson && error === 'channel_not_found') return 'personGone';
  return reasons.get(error);
}

const codes = {
  gone: ['channel_not_found', 'invalid_channel'],
  archived: ['is_archived', 'is_inactive'],
  notMember: ['not_in_channel'],
  personGone: ['user_disabled', 'user_not_found', 'user_not_visible', 'user_not_in_channel'],
  tabsOff: ['messages_tab_disabled', 'not_enabled'],
  tooLong: ['msg_too_long', 'msg_blocks_too_long', 'view_too_large'],
  badBlocks: ['invalid_blocks', 'invalid_blocks_format', 'invalid_arguments', 'no_text'],
  missingScope: ['missing_scope', 'no_permission', 'not_allowed_token_type'],
  restricted: [
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'posting_to_channel_denied',
    'cannot_reply_to_message',
  ],
  messageGone: ['message_not_found', 'cant_update_message', 'cant_delete_message', 'edit_window_closed'],
  fileGone: [
    'file_not_found',
    'file_deleted',
    'file_is_empty',
    'file_too_large',
    'file_is_external',
    'file_type_not_allowed',
    'file_uploads_except_images_disabled',
  ],
  noAnswer: ['request_timeout', 'service_unavailable', 'internal_error', 'fatal_error', 'malformed_reply'],
} as const;

type Reason = keyof typeof codes;
/** Slack's code → the sentence that says it in words, and what to do. */
const reasons = new Map(
  Object.entries(codes).flatMap(([reason, known]) => known.map((code) => [code as string, reason as Reason] as const)),
);
