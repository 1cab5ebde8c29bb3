import type { App } from '@slack/bolt';
import type { Sandbox } from '../../../src/sandbox/start.js';
import { overSocket, stopApps } from './support/app.js';
import { aSandbox, closeSandboxes, general } from './support/sandbox.js';

afterEach(async () => {
  await stopApps();
  await closeSandboxes();
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (name: string) => ({ text: plain(name), value: name.toLowerCase() });

const fields = [
  {
    type: 'input',
    block_id: 'what',
    label: plain('What is wrong?'),
    element: { type: 'plain_text_input', action_id: 'v', max_length: 20 },
  },
  {
    type: 'input',
    block_id: 'kind',
    label: plain('Kind'),
    element: { type: 'static_select', action_id: 'v', options: [option('Till'), option('Printer')] },
  },
  {
    type: 'input',
    block_id: 'who',
    optional: true,
    label: plain('For whom?'),
    element: { type: 'users_select', action_id: 'v' },
  },
  {
    type: 'input',
    block_id: 'when',
    optional: true,
    label: plain('Since when?'),
    element: { type: 'datepicker', action_id: 'v' },
  },
  {
    type: 'input',
    block_id: 'thing',
    optional: true,
    label: plain('Which thing?'),
    element: { type: 'external_select', action_id: 'thing' },
  },
  {
    type: 'input',
    block_id: 'mail',
    optional: true,
    label: plain('Mail'),
    element: { type: 'email_text_input', action_id: 'v' },
  },
] as const;

/** A form with many fields, a card with a button, a home. */
function deskApp(app: App): void {
  app.command('/raise', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: { type: 'modal', callback_id: 'raise', title: plain('Raise'), submit: plain('Send'), blocks: [...fields] },
    });
  });
  app.options('thing', async ({ ack, payload }) =>
    ack({ options: [option(`${payload.value} one`), option(`${payload.value} two`)] }),
  );
  app.view('raise', async ({ ack, view, client }) => {
    await ack();
    const values = view.state.values;
    const text = JSON.stringify([
      values.what?.v?.value,
      values.kind?.v?.selected_option?.value,
      values.who?.v?.selected_user,
      values.when?.v?.selected_date,
      values.thing?.thing?.selected_option?.value,
    ]);
    const button = { type: 'button' as const, action_id: 'take', text: plain('Take'), value: '1' };
    await client.chat.postMessage({
      channel: general,
      text: 'A card',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text } },
        { type: 'actions', elements: [button] },
      ],
    });
  });
  app.action('take', async ({ ack, body, respond }) => {
    await ack();
    await respond({ replace_original: true, text: `Taken by <@${body.user.id}>` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('Your tickets') }] },
    });
  });
  app.shortcut('turn-into', async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type === 'message_action')
      await client.reactions.add({ channel: shortcut.channel.id, timestamp: shortcut.message_ts, name: 'ticket' });
  });
}

describe('a person at the page', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await aSandbox();
    await overSocket(sandbox, deskApp);
  });

  it('goes from a command over a form to a card that a colleague takes', async () => {
    const ana = await sandbox.person('ana');
    const robin = await sandbox.person('robin');
    await ana.types('general', '/raise');
    const form = await ana.modal('Raise');
    await form.fill('Mail', 'not a mail');
    const refused = await form.submit();
    expect(refused).toEqual({
      errors: {
        'What is wrong?': 'Completează acest câmp obligatoriu.',
        Kind: 'Completează acest câmp obligatoriu.',
        Mail: 'Introdu o adresă de e-mail validă.',
      },
    });

    await form.fill('What is wrong?', 'frozen');
    await form.fill('Kind', 'Printer');
    await form.fill('For whom?', 'jay');
    await form.fill('Since when?', '2026-01-02');
    expect(await form.suggestions('Which thing?', 'till')).toEqual(['till one', 'till two']);
    await form.fill('Which thing?', 'till');
    await form.fill('Mail', null);
    expect(form.filled('Kind')).toMatchObject({ value: 'printer' });
    await expect(form.fill('Colour', 'red')).rejects.toThrow(
      /Nothing is called "Colour" in "Raise"[\s\S]*What is wrong\?/,
    );
    expect(await form.submit()).toEqual({ closed: true });
    await ana.noModal();

    const card = await robin.sees('frozen', { in: 'general' });
    expect(card.text()).toContain('["frozen","printer","U0JAY000000","2026-01-02","till one"]');
    await card.press('Take');
    await card.shows('Taken by <@U0ROBIN0000>');
  });

  it('opens the Home tab and uses a shortcut in a message', async () => {
    const ana = await sandbox.person('Ana Albastru');
    const home = await ana.opensHome();
    expect(home.text()).toContain('Your tickets');
    const written = await ana.writes('general', 'till 3 is frozen, @robin');
    expect(written.text()).toBe('till 3 is frozen, <@U0ROBIN0000>');
    await written.shortcut('Turn into');
    const changed = await ana.sees((message) => message.reactions?.some((one) => one.name === 'ticket') ?? false);
    expect(changed.text()).toBe(written.text());
  });

  it('is told of what the workspace says, and of nothing that others whisper', async () => {
    const [ana, jay] = [await sandbox.person('ana'), await sandbox.person('jay')];
    expect(await ana.types('general', '/rise up')).toEqual({ ok: false, error: 'invalid_command' });
    expect(await ana.hears('/rise')).toBe('`/rise` nu este o comandă validă.');
    await expect(jay.hears('/rise', 100)).rejects.toThrow('There was:\n  nothing');
  });
});
