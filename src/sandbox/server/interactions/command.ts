import type { Outcome } from '../../protocol.js';
import { channelNameOnTheWire } from '../shapes/channel.js';
import type { Channel } from '../state/state.js';
import { say } from '../words/say.js';
import { announce, type World } from '../world.js';
import { answerFromAck } from './answers.js';
import { escaped, unescaped } from './command-text.js';
import type { Desk } from './desk.js';

/** A person typed one of the app's commands. */
export async function runCommand(
  desk: Desk,
  user: string,
  channel: Channel,
  command: string,
  text: string,
): Promise<Outcome> {
  const { world } = desk;
  const known = world.manifest.commands.find((one) => one.command === command.toLowerCase());
  if (!known) return notice(world, user, channel, say(world, user, 'command-unknown', { command }), 'invalid_command');
  const { team, app, people } = world.state;
  const about = { user, channel: channel.id, source: null };
  const payload = {
    token: app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelNameOnTheWire(channel),
    user_id: user,
    user_name: people[user]?.name ?? '',
    command: known.command,
    text: known.should_escape ? escaped(world, text, user) : unescaped(world, text),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: world.responseUrls.give('commands', about),
    trigger_id: world.triggers.give(user),
  };
  const reply = await desk.post.ask({ kind: 'slash_commands', payload }, `slash_commands ${known.command}`);
  if (!reply.ok)
    return notice(
      world,
      user,
      channel,
      say(world, user, 'command-failed', { command, error: reply.error }),
      reply.error,
    );
  answerFromAck(world, about, reply.body);
  return { ok: true };
}

/** A line that only this person sees, from Slack itself. */
function notice(world: World, user: string, channel: Channel, text: string, error: string): Outcome {
  announce(world, { type: 'notice', user, channel: channel.id, text });
  return { ok: false, error };
}
