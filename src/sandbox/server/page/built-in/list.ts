import type { CommandView } from '../../../protocol.js';

const builtIn = (command: string, description: string, usage_hint = ''): CommandView => ({
  command,
  description,
  usage_hint,
  app: 'Slack',
});

/** Commands that come with the workspace. */
export const builtInCommands: CommandView[] = [
  builtIn('/active', 'Show yourself as active'),
  builtIn('/away', 'Show yourself as away'),
  builtIn('/dnd', 'Pause or resume notifications', '[30m | 2h | off]'),
  builtIn('/invite', 'Bring someone into this channel', '@name'),
  builtIn('/leave', 'Leave this channel'),
  builtIn('/me', 'Say what you do', '[what you do]'),
  builtIn('/remove', 'Take someone out of this channel', '@name'),
  builtIn('/shrug', 'Ends your message with a shrug', '[your message]'),
  builtIn('/status', 'Set or clear your status', '[:emoji:] [status | clear]'),
  builtIn('/topic', 'See or set the topic', '[topic]'),
  builtIn('/who', 'See who is in this conversation'),
];
