import type { Answer, CommandDoor, CommandVisit, Visit } from '../../platform/doors/doors.js';
import { refusalsFrom } from '../../platform/user-error.js';
import type { Held } from '../doors/open-doors.js';
import { commandPayload } from '../wire/payloads.js';
import { words } from '../words/words.js';
import { attend } from './attend.js';
import { askWhatWasMeant, helpFor } from './help.js';
import { type Meant, understand } from './parse-command.js';
import type { Reception, Request } from './reception.js';

const no = refusalsFrom(words);

/** A slash command, acknowledged already. */
export async function onCommand(reception: Reception, body: unknown): Promise<void> {
  const payload = commandPayload.parse(body);
  const { channel_id, channel_name } = payload;
  await runCommand(reception, payload.command, payload.text, {
    door: payload.command,
    key: payload.trigger_id,
    personId: payload.user_id,
    triggerId: payload.trigger_id,
    responseUrl: payload.response_url,
    channel: { id: channel_id, ...(channel_name && { name: channel_name }) },
  });
}

interface FromPlace extends Request {
  channel: { id: string; name?: string };
}

export async function runCommand(
  reception: Reception,
  command: string,
  text: string,
  request: FromPlace,
  understood?: Meant,
): Promise<void> {
  const held = reception.doors.commands.get(command);
  if (!held) return attend(reception, request, () => Promise.reject(no('refused.unknownCommand', { command })));
  const meant = understood ?? understand(held.door, text);
  await attend(reception, { ...request, opensForm: opensForm(held.door, meant) }, (visit) =>
    answerCommand(held, meant, { ...visit, channel: request.channel }),
  );
}

function opensForm(door: CommandDoor, meant: Meant): boolean {
  if (meant.kind === 'subcommand') return meant.subcommand.opensForm === true;
  return meant.kind === 'otherwise' && door.opensForm === true;
}

async function answerCommand(
  { desk, door }: Held<CommandDoor>,
  meant: Meant,
  visit: Visit & Pick<CommandVisit, 'channel'>,
): Promise<Answer | undefined> {
  switch (meant.kind) {
    case 'help':
      return { say: helpFor(desk, door, visit.language) };
    case 'mistyped':
      return { say: askWhatWasMeant(door, meant.typed, meant.guess, visit.language) };
    case 'subcommand':
      return meant.subcommand.run({ ...visit, text: meant.text });
    case 'otherwise':
      return door.otherwise({ ...visit, text: meant.text });
  }
}
