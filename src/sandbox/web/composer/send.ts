import type { Draft } from '../store/drafts.js';
import { putMessages } from '../store/messages.js';
import { ask, sentence, t } from '../store/session.js';
import { commandIn } from '../text/completion.js';
import { toCommandText, toSlack } from '../text/slack.js';

interface Target {
  channel: string;
  thread?: string;
}

/**
 * Sends what was written, as a message or as a command. Answers a sentence when it didn't go through, an empty one where
 * the workspace has already said in the conversation what is wrong.
 */
export async function sendDraft(target: Target, draft: Draft): Promise<string | undefined> {
  const command = commandIn(toCommandText(draft.text, draft.picks));
  if (command && draft.files.length === 0) return runCommand(target, command);
  return sendMessage(target, draft);
}

async function runCommand(target: Target, { command, text }: { command: string; text: string }) {
  if (target.thread) return t('composer.no-command-in-thread', { command });
  const answer = await ask('command', { channel: target.channel, command, text });
  if (answer.ok) return undefined;
  return answer.error === 'invalid_command' ? '' : sentence(answer.error, { command });
}

async function sendMessage({ channel, thread }: Target, draft: Draft): Promise<string | undefined> {
  const answer = await ask('send', {
    channel,
    text: toSlack(draft.text.trim(), draft.picks),
    ...(thread && { thread_ts: thread, broadcast: draft.broadcast }),
    ...(draft.files.length > 0 && { file_ids: draft.files.map((file) => file.id) }),
  });
  if (!answer.ok) return sentence(answer.error);
  putMessages(channel, [answer.message]);
  return undefined;
}
