import type { App } from '@slack/bolt';
import type { Sandbox } from '../../../src/sandbox/start.js';
import { overHttp, overSocket, stopApps } from './support/app.js';
import { ana, aSandbox, bot, closeSandboxes, does, general, until } from './support/sandbox.js';

afterEach(async () => {
  await stopApps();
  await closeSandboxes();
});

/** Opens a form on `/raise`, refuses short texts, and posts what was sent. */
function raisingApp(app: App): void {
  app.command('/raise', async ({ ack, body, client, respond }) => {
    await ack();
    const blocks = [
      {
        type: 'input',
        block_id: 'what',
        label: { type: 'plain_text', text: 'What is wrong?' },
        element: { type: 'plain_text_input', action_id: 'v', initial_value: body.text },
      } as const,
    ];
    const submit = { type: 'plain_text', text: 'Send' } as const;
    const title = { type: 'plain_text', text: 'Raise' } as const;
    await client.views.open({
      trigger_id: body.trigger_id,
      view: { type: 'modal', callback_id: 'raise', title, submit, blocks },
    });
    await respond('The form is open.');
  });
  app.view('raise', async ({ ack, view, body, client }) => {
    const text = view.state.values.what?.v?.value ?? '';
    if (text.length < 8) return ack({ response_action: 'errors', errors: { what: 'Say a little more.' } });
    await ack();
    await client.chat.postMessage({ channel: general, text: `<@${body.user.id}>: ${text}` });
  });
  app.event('app_mention', async ({ say, event }) => {
    await say({ text: 'You called?', thread_ts: event.ts });
  });
}

describe.each([
  ['Socket Mode', 'socket', overSocket],
  ['signed HTTP', 'http', overHttp],
] as const)('an app that Bolt runs, over %s', (_name, delivery, run) => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await aSandbox({ delivery });
    await run(sandbox, raisingApp);
  });

  it('opens a form, hears of its mistakes, and posts what was sent', async () => {
    expect(await does(sandbox, ana, 'command', { channel: general, command: '/raise', text: 'till 3' })).toEqual({
      ok: true,
    });
    const view = await until(async () => {
      const start = await does(sandbox, ana, 'start', {});
      return start.ok && start.views[0];
    });
    expect(view.state.values.what?.v?.value).toBe('till 3');

    const refused = await does(sandbox, ana, 'submit', { view_id: view.id, values: view.state.values });
    expect(refused).toEqual({ ok: true, closed: false, errors: { what: 'Say a little more.' } });

    const values = { what: { v: { type: 'plain_text_input', value: 'till 3 is frozen' } } };
    expect(await does(sandbox, ana, 'submit', { view_id: view.id, values })).toEqual({ ok: true, closed: true });
    const posted = await until(async () => {
      const history = await does(sandbox, ana, 'history', { channel: general });
      return history.ok && history.messages.find((message) => message.text.includes('till 3 is frozen'));
    });
    expect(posted).toMatchObject({ user: bot, text: `<@${ana}>: till 3 is frozen` });
  });

  it('answers a mention in its thread', async () => {
    const sent = await does(sandbox, ana, 'send', { channel: general, text: `<@${bot}> hello` });
    const ts = sent.ok ? sent.message.ts : '';
    const answer = await until(async () => {
      const replies = await does(sandbox, ana, 'replies', { channel: general, ts });
      return replies.ok && replies.messages[1];
    });
    expect(answer.text).toBe('You called?');
  });
});
