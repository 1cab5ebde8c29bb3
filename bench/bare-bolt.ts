// The peer: a Bolt app as its documentation begins, whose handlers acknowledge and do nothing else.
import { App, LogLevel } from '@slack/bolt';

const app = new App({
  token: 'xoxb-bench',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
  logLevel: LogLevel.ERROR,
});
app.command('/ithelp', async ({ ack }) => ack());
app.view(/.*/, async ({ ack }) => ack());

await app.start(Number(process.env.PORT));
console.log('ready');
