import type { App } from '@slack/bolt';
import type { Sandbox } from '../../../src/sandbox/start.js';
import { freePort, overHttp, overSocket, stopApps } from './support/app.js';
import { ana, aSandbox, call, closeSandboxes, does, general, robin, until } from './support/sandbox.js';

afterEach(async () => {
  await stopApps();
  await closeSandboxes();
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const input = (block: string, more: object = {}) => ({
  type: 'input',
  block_id: block,
  label: plain(block),
  optional: true,
  element: { type: 'plain_text_input', action_id: 'v' },
  ...more,
});
const modal = (title: string, more: object = {}) => ({
  type: 'modal',
  title: plain(title),
  submit: plain('Send'),
  blocks: [input('what')],
  ...more,
});

/** The app takes commands and actions, and remembers what came. */
function listening(seen: { triggers: string[]; urls: string[]; closed: unknown[]; bodies: Record<string, unknown>[] }) {
  return (app: App) => {
    app.command('/raise', async ({ ack, body }) => {
      await ack();
      seen.triggers.push(body.trigger_id);
      seen.urls.push(body.response_url);
      seen.bodies.push(body);
    });
    app.command('/plain', async ({ ack, body }) => {
      await ack('Said at once.');
      seen.bodies.push(body);
    });
    app.action(/.*/, async ({ ack, body }) => {
      await ack();
      if (body.type === 'block_actions') {
        seen.triggers.push(body.trigger_id);
        seen.bodies.push({ ...body });
      }
    });
    app.view({ type: 'view_closed', callback_id: 'told' }, async ({ ack, body }) => {
      await ack();
      const { is_cleared } = { is_cleared: null, ...body };
      seen.closed.push({ is_cleared, title: body.view.title.text });
    });
  };
}

async function aListeningApp(options = {}) {
  const seen = {
    triggers: [] as string[],
    urls: [] as string[],
    closed: [] as unknown[],
    bodies: [] as Record<string, unknown>[],
  };
  const sandbox = await aSandbox({ limits: false, ...options });
  await overSocket(sandbox, listening(seen));
  const trigger = async () => {
    const before = seen.triggers.length;
    await does(sandbox, ana, 'command', { channel: general, command: '/raise', text: '' });
    return (await until(() => seen.triggers[before])) ?? '';
  };
  return { sandbox, seen, trigger };
}

const viewsOf = async (sandbox: Sandbox) => {
  const start = await does(sandbox, ana, 'start', {});
  return start.ok ? start.views : [];
};

describe('trigger ids', () => {
  it('work once, and not for long', async () => {
    const { sandbox, trigger } = await aListeningApp({ triggerLifetimeMs: 1_000 });
    const trigger_id = await trigger();
    expect(await call(sandbox, 'views.open', { trigger_id, view: modal('One') })).toMatchObject({ ok: true });
    expect(await call(sandbox, 'views.open', { trigger_id, view: modal('Two') })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const late = await trigger();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await call(sandbox, 'views.open', { trigger_id: late, view: modal('Late') })).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await call(sandbox, 'views.open', { trigger_id: '1.2.a', view: modal('No') })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(await call(sandbox, 'views.open', { view: modal('No') })).toMatchObject({ error: 'invalid_arguments' });
  });

  it("aren't used up by a view that is refused", async () => {
    const { sandbox, trigger } = await aListeningApp();
    const trigger_id = await trigger();
    const refused = await call(sandbox, 'views.open', {
      trigger_id,
      view: modal('A title that is longer than it may be'),
    });
    expect(refused).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
    });
    expect(await call(sandbox, 'views.open', { trigger_id, view: modal('Short') })).toMatchObject({ ok: true });
  });
});

describe('views', () => {
  const button = {
    type: 'actions',
    block_id: 'more',
    elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
  };
  const withButton = (title: string, more: object = {}) => modal(title, { blocks: [button, input('what')], ...more });

  async function pressing(sandbox: Sandbox, seen: { triggers: string[] }) {
    const before = seen.triggers.length;
    const view = (await viewsOf(sandbox)).at(-1);
    const container = { type: 'view', view_id: view?.id ?? '' } as const;
    const values = { what: { v: { type: 'plain_text_input', value: 'typed' } } };
    await does(sandbox, ana, 'action', {
      container,
      block_id: 'more',
      action_id: 'more',
      action: { type: 'button' },
      values,
    });
    return (await until(() => seen.triggers[before])) ?? '';
  }

  it('stand three deep at most', async () => {
    const { sandbox, seen, trigger } = await aListeningApp();
    expect(await call(sandbox, 'views.push', { trigger_id: await trigger(), view: modal('Where?') })).toMatchObject({
      error: 'not_found',
    });
    const root = await call(sandbox, 'views.open', { trigger_id: await trigger(), view: withButton('One') });
    const second = await call(sandbox, 'views.push', {
      trigger_id: await pressing(sandbox, seen),
      view: withButton('Two'),
    });
    expect(second).toMatchObject({
      view: { root_view_id: (root.view as { id: string }).id, previous_view_id: (root.view as { id: string }).id },
    });
    await call(sandbox, 'views.push', { trigger_id: await pressing(sandbox, seen), view: withButton('Three') });
    const fourth = await call(sandbox, 'views.push', {
      trigger_id: await pressing(sandbox, seen),
      view: withButton('Four'),
    });
    expect(fourth).toMatchObject({ error: 'push_limit_reached' });
    expect((await viewsOf(sandbox)).map((view) => view.title?.text)).toEqual(['One', 'Two', 'Three']);
  });

  it('keep what was typed when they are updated, and refuse an old hash', async () => {
    const { sandbox, seen, trigger } = await aListeningApp();
    const opened = await call(sandbox, 'views.open', { trigger_id: await trigger(), view: withButton('One') });
    const { id, hash } = opened.view as { id: string; hash: string };
    await pressing(sandbox, seen);
    expect(seen.bodies.at(-1)).toMatchObject({
      container: { type: 'view', view_id: id },
      view: { state: { values: { what: { v: { value: 'typed' } } } } },
    });
    const more = withButton('More', { blocks: [button, input('what'), input('why')] });
    const updated = await call(sandbox, 'views.update', { view_id: id, hash, view: more });
    expect(updated).toMatchObject({
      view: { id, state: { values: { what: { v: { value: 'typed' } }, why: { v: { value: null } } } } },
    });
    expect(await call(sandbox, 'views.update', { view_id: id, hash, view: more })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await call(sandbox, 'views.update', { view_id: 'V0NOWHERE00', view: more })).toMatchObject({
      error: 'not_found',
    });
  });

  it('are found by their external id, which only one may have', async () => {
    const { sandbox, trigger } = await aListeningApp();
    await call(sandbox, 'views.open', { trigger_id: await trigger(), view: modal('One', { external_id: 'mine' }) });
    expect(
      await call(sandbox, 'views.update', { external_id: 'mine', view: modal('Two', { external_id: 'mine' }) }),
    ).toMatchObject({ ok: true });
    expect(
      await call(sandbox, 'views.open', { trigger_id: await trigger(), view: modal('Three', { external_id: 'mine' }) }),
    ).toMatchObject({ error: 'duplicate_external_id' });
  });

  it('tell of their closing where the app asked for it', async () => {
    const { sandbox, seen, trigger } = await aListeningApp();
    const opened = await call(sandbox, 'views.open', {
      trigger_id: await trigger(),
      view: modal('Told', { notify_on_close: true, callback_id: 'told' }),
    });
    await does(sandbox, ana, 'close', { view_id: (opened.view as { id: string }).id });
    expect(await until(() => seen.closed[0])).toEqual({ is_cleared: false, title: 'Told' });
    expect(await viewsOf(sandbox)).toEqual([]);
  });

  it("are nobody else's to send", async () => {
    const { sandbox, trigger } = await aListeningApp();
    const opened = await call(sandbox, 'views.open', { trigger_id: await trigger(), view: modal('Mine') });
    const sent = await does(sandbox, robin, 'submit', { view_id: (opened.view as { id: string }).id, values: {} });
    expect(sent).toEqual({ ok: false, error: 'view_not_found' });
  });
});

describe('what a form says back', () => {
  const answering = (answer: object) => (app: App) => {
    app.command('/raise', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('Raise', { callback_id: 'raise' }) as never });
    });
    app.view('raise', async ({ ack }) => ack(answer as never));
  };
  const sent = async (answer: object) => {
    const sandbox = await aSandbox();
    await overSocket(sandbox, answering(answer));
    await does(sandbox, ana, 'command', { channel: general, command: '/raise', text: '' });
    const view = await until(async () => (await viewsOf(sandbox))[0]);
    const outcome = await does(sandbox, ana, 'submit', { view_id: view.id, values: {} });
    return { outcome, titles: (await viewsOf(sandbox)).map((one) => one.title?.text) };
  };
  const trouble = { ok: false, error: 'Am avut probleme la conectare. Încerci din nou?' };

  it.each([
    [
      'messages at its fields',
      { response_action: 'errors', errors: { what: 'No.' } },
      { ok: true, errors: { what: 'No.' }, closed: false },
      ['Raise'],
    ],
    [
      'messages at fields that are not there',
      { response_action: 'errors', errors: { why: 'No.' } },
      trouble,
      ['Raise'],
    ],
    [
      'another view in its place',
      { response_action: 'update', view: modal('Next') },
      { ok: true, closed: false },
      ['Next'],
    ],
    [
      'another view on top',
      { response_action: 'push', view: modal('Top') },
      { ok: true, closed: false },
      ['Raise', 'Top'],
    ],
    ['a view that Slack refuses', { response_action: 'update', view: modal('x'.repeat(25)) }, trouble, ['Raise']],
    ['that all is done', { response_action: 'clear' }, { ok: true, closed: true }, []],
    ['nothing that Slack knows', { response_action: 'explode' }, trouble, ['Raise']],
  ])('is %s', async (_what, answer, outcome, titles) => {
    expect(await sent(answer)).toEqual({ outcome, titles });
  });
});

describe('commands', () => {
  it('carry references to people and channels where they ask for it', async () => {
    const { sandbox, seen } = await aListeningApp();
    await does(sandbox, ana, 'command', {
      channel: general,
      command: '/raise',
      text: `for @robin in #general, see https://example.com <@${robin}>`,
    });
    expect(seen.bodies[0]?.text).toBe(
      `for <@${robin}|robin> in <#${general}|general>, see <https://example.com> <@${robin}|robin>`,
    );
    await does(sandbox, ana, 'command', { channel: general, command: '/plain', text: `for <@${robin}>` });
    expect(seen.bodies[1]).toMatchObject({ text: 'for @robin', channel_name: 'general', user_name: 'ana' });
  });

  it('may answer in their acknowledgement, to that person alone', async () => {
    const { sandbox } = await aListeningApp();
    const person = await sandbox.person('ana');
    await person.types('general', '/plain');
    const said = await person.sees('Said at once.');
    expect(said.message().is_ephemeral).toBe(true);
  });

  it('fail in the words of Slack when nobody answers, late or at all', async () => {
    const sandbox = await aSandbox({ patienceMs: 150 });
    const person = await sandbox.person('robin');
    expect(await person.types('general', '/raise')).toEqual({ ok: false, error: 'dispatch_failed' });
    await person.hears('`/raise` failed with the error "dispatch_failed"');
    await overSocket(sandbox, (app) => {
      app.command('/raise', async ({ ack }) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await ack();
      });
    });
    expect(await person.types('general', '/raise')).toEqual({ ok: false, error: 'operation_timeout' });
    await person.hears('`/raise` failed with the error "operation_timeout"');
    await new Promise((resolve) => setTimeout(resolve, 350));
  });

  it('fail when the app answers with an error over HTTP', async () => {
    const sandbox = await aSandbox({ delivery: 'http' });
    await overHttp(sandbox, () => {});
    sandbox.deliverTo(`http://127.0.0.1:${await freePort()}/`);
    expect(await does(sandbox, ana, 'command', { channel: general, command: '/raise', text: '' })).toEqual({
      ok: false,
      error: 'dispatch_failed',
    });
  });
});

describe('buttons inside of other blocks', () => {
  it.each([
    [
      'a card',
      [{ type: 'card', title: { type: 'mrkdwn', text: 'A' }, actions: [{ type: 'button', text: plain('Buy') }] }],
    ],
    [
      'a carousel',
      [{ type: 'carousel', elements: [{ type: 'card', actions: [{ type: 'button', text: plain('Buy') }] }] }],
    ],
    [
      'a container',
      [{ type: 'container', child_blocks: [{ type: 'actions', elements: [{ type: 'button', text: plain('Buy') }] }] }],
    ],
  ])('of %s reach the app', async (_what, blocks) => {
    const { sandbox, seen } = await aListeningApp();
    expect(await call(sandbox, 'chat.postMessage', { channel: general, text: 'for sale', blocks })).toMatchObject({
      ok: true,
    });
    const person = await sandbox.person('jay');
    const message = await person.sees('for sale', { in: 'general' });
    expect(await message.press('Buy')).toEqual({ ok: true });
    expect(await until(() => seen.bodies[0])).toMatchObject({
      actions: [{ type: 'button', block_id: expect.any(String) }],
    });
  });
});

describe('response_url', () => {
  const send = (url: string, body: object) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  it('works five times', async () => {
    const { sandbox, seen, trigger } = await aListeningApp();
    const person = await sandbox.person('ana');
    await trigger();
    const url = seen.urls[0] ?? '';
    for (const n of [1, 2, 3, 4, 5]) expect((await send(url, { text: `answer ${n}` })).status).toBe(200);
    const sixth = await send(url, { text: 'answer 6' });
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    const fifth = await person.sees('answer 5');
    expect(fifth.message().is_ephemeral).toBe(true);
    await person.neverSees('answer 6', { within: 100 });
  });

  it('speaks to the channel when told, even where the app is no member', async () => {
    const { sandbox, seen, trigger } = await aListeningApp();
    const jay = await sandbox.person('jay');
    await trigger();
    await send(seen.urls[0] ?? '', { text: 'everyone', response_type: 'in_channel' });
    await jay.sees('everyone', { in: 'general' });
    expect((await send(seen.urls[0] ?? '', {})).status).toBe(500);
  });

  it('replaces and deletes the message that was acted on', async () => {
    const { sandbox, seen } = await aListeningApp();
    const blocks = [
      { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: '7' }] },
    ];
    await call(sandbox, 'chat.postMessage', { channel: general, text: 'card', blocks });
    const jay = await sandbox.person('jay');
    const card = await jay.sees('card', { in: 'general' });
    await card.press('Go');
    const body = await until(() => seen.bodies[0]);
    expect(body).toMatchObject({
      type: 'block_actions',
      channel: { id: general, name: 'general' },
      container: { type: 'message', channel_id: general, is_ephemeral: false },
      message: { text: 'card' },
      actions: [{ type: 'button', action_id: 'go', value: '7', text: plain('Go') }],
    });
    await send(String(body.response_url), { text: 'done', replace_original: true });
    await card.shows('done');
    expect(card.text()).not.toContain('Go');
    await send(String(body.response_url), { delete_original: true });
    await until(
      async () => ((await call(sandbox, 'conversations.history', { channel: general })).messages as []).length === 0,
    );
  });
});
