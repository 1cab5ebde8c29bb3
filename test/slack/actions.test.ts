import { setTimeout as pause } from 'node:timers/promises';
import { modal, section } from '../../src/platform/blocks.js';
import type { ActionVisit, Answer } from '../../src/platform/doors/doors.js';
import { deskWith, form, ithelp, no } from './support/desk.js';
import { type Opened, openTo, someone } from './support/opened.js';
import {
  ANA,
  action,
  command,
  GENERAL,
  messageShortcut,
  shortcut,
  suggestion,
  typed,
  viewOf,
} from './support/payloads.js';
import { send } from './support/stub-slack.js';

const next = modal({ callbackId: 'test.next', title: 'Next', close: 'Close', blocks: [section('next')] });
let handle: (visit: ActionVisit) => Promise<Answer | undefined>;
let seen: ActionVisit[] = [];
let office: Opened;

beforeAll(async () => {
  const desk = deskWith({
    ...ithelp(),
    actions: { 'test.press': (visit) => handle(visit), 'test.open': (visit) => handle(visit) },
    opensForm: ['test.open'],
    globalShortcuts: {
      'test.ask': async () => ({ open: form() }),
      'test.no': async () => Promise.reject(no('refused')),
    },
    messageShortcuts: { 'test.take': async ({ message }) => ({ open: form(`${message.userId}: ${message.text}`) }) },
    searches: {
      'test.find': async ({ query }) =>
        Array.from({ length: query === 'many' ? 150 : 1 }, (_, index) => ({
          text: { type: 'plain_text', text: `${query} ${index}` },
          value: `${index}`,
        })),
      'test.broken': async () => Promise.reject(new Error('no index')),
    },
  });
  office = await openTo([desk], { patience: { formMs: 200, openMs: 100 } });
});
afterAll(() => office.close());
beforeEach(async () => {
  // What the test before it left under way must not be counted here.
  await office.connection.idle();
  seen = [];
  office.slack.calls.length = 0;
  office.lines.length = 0;
  await office.people.remember(someone(ANA));
  handle = async (visit) => void seen.push(visit);
});

const use = (used: Record<string, unknown>, more: object = {}) =>
  office.deliver('interactive', action(office.slack.url, { action_id: 'test.press', ...used }, more));
const inForm = (callbackId = 'test.form') => ({
  container: { type: 'view' },
  channel: undefined,
  response_url: undefined,
  view: viewOf(callbackId, typed('so far')),
});
const onHome = () => ({ ...inForm(), view: viewOf('', {}, { type: 'home' }) });

describe('an element that is used', () => {
  it.each([
    ['a button', { type: 'button', value: '42' }, ['42']],
    ['a select', { type: 'static_select', selected_option: { value: 'till' } }, ['till']],
    ['an overflow menu', { type: 'overflow', selected_option: { value: 'copy' } }, ['copy']],
    ['radio buttons', { type: 'radio_buttons', selected_option: { value: 'high' } }, ['high']],
    ['check boxes', { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] }, ['a', 'b']],
    ['check boxes, none of them ticked', { type: 'checkboxes', selected_options: [] }, []],
    ['a date picker', { type: 'datepicker', selected_date: '2026-11-23' }, ['2026-11-23']],
    ['a date picker that was emptied', { type: 'datepicker', selected_date: null }, []],
    ['a time picker', { type: 'timepicker', selected_time: '09:30' }, ['09:30']],
    ['a date and time', { type: 'datetimepicker', selected_date_time: 1764000000 }, ['1764000000']],
    ['a choice of people', { type: 'multi_users_select', selected_users: ['U1', 'U2'] }, ['U1', 'U2']],
    ['a person', { type: 'users_select', selected_user: 'U1' }, ['U1']],
    ['a conversation', { type: 'conversations_select', selected_conversation: 'C1' }, ['C1']],
    ['channels', { type: 'multi_channels_select', selected_channels: ['C1'] }, ['C1']],
    ['a text', { type: 'plain_text_input', value: 'hello' }, ['hello']],
  ])('tells the desk what was chosen: %s', async (_, used, values) => {
    expect(await use(used)).toEqual({});
    await office.connection.idle();
    expect(seen[0]).toMatchObject({
      actionId: 'test.press',
      blockId: 'b',
      value: values[0] ?? '',
      values,
      onHome: false,
    });
  });

  it('says on which message it sits, and whether only this person sees that', async () => {
    const container = { type: 'message', message_ts: '5.5', channel_id: GENERAL, is_ephemeral: true };
    await use({}, { container, message: { ts: '5.5', thread_ts: '4.4' } });
    await office.connection.idle();
    expect(seen[0]?.message).toEqual({ channel: GENERAL, ts: '5.5', threadTs: '4.4', isPrivate: true });
  });

  it('is found by what stands before a colon in its id', async () => {
    await use({ action_id: 'test.press:7' });
    await office.connection.idle();
    expect(seen[0]?.actionId).toBe('test.press:7');
  });

  it('answers in private, or in place of a private message', async () => {
    handle = async () => ({ say: { text: 'Taken.' } });
    await use({});
    expect(await office.slack.heard('respond')).toMatchObject({ text: 'Taken.', replace_original: false });
    handle = async () => ({ replace: { text: 'Page 2' } });
    await use({});
    expect(await office.slack.heard('respond', 2)).toMatchObject({ text: 'Page 2', replace_original: true });
  });

  it('opens a form from a message, puts one on top in a form, and replaces the one that is open', async () => {
    handle = async () => ({ open: next });
    await use({});
    await office.slack.heard('views.open');
    await use({}, inForm());
    await office.slack.heard('views.push');
    handle = async () => ({ update: next });
    const there = inForm();
    await use({}, there);
    expect(await office.slack.heard('views.update')).toMatchObject({ view_id: there.view.id, hash: 'h0' });
  });

  it.each([
    ['lets a newer form stand when its own answer comes late', 'hash_conflict'],
    ['says nothing when the form was sent or closed before the answer came', 'not_found'],
  ])('%s', async (_, error) => {
    office.slack.fail('views.update', (response) => send(response, { ok: false, error }));
    handle = async () => ({ update: next });
    await use({}, inForm());
    await office.slack.heard('views.update');
    await office.connection.idle();
    expect(office.lines).toEqual([]);
  });

  describe('of two that follow each other fast', () => {
    const drawn = (text: string) => modal({ callbackId: 'test.form', title: 'T', close: 'C', blocks: [section(text)] });
    const hashes = () => office.slack.of('views.update').map(({ hash }) => hash);
    /** Slack draws over what it showed last, and refuses what was drawn over something older. */
    const asSlackDoes = (hash: string) => {
      let current = hash;
      let shown = '';
      office.slack.answers['views.update'] = (args) => {
        if (args.hash && args.hash !== current) return { ok: false, error: 'hash_conflict' };
        current = `${current}+`;
        shown = JSON.stringify(args.view);
        return { view: { id: args.view_id, hash: current } };
      };
      return () => shown;
    };
    afterEach(() => {
      delete office.slack.answers['views.update'];
    });

    it('the second’s answer stands, though the first’s was drawn after the second was pressed', async () => {
      const shown = asSlackDoes('h0');
      handle = async ({ value }) => ({ update: drawn(`for ${value}`) });
      const view = viewOf('test.form', typed('so far'), { id: 'V0FAST1' });
      await use({ value: 'the first' }, { ...inForm(), view });
      await use({ value: 'the second' }, { ...inForm(), view });
      await office.connection.idle();
      expect(shown()).toContain('for the second');
      expect(hashes()).toEqual(['h0', 'h0+']);
      // One more, pressed when the form was as the second drew it.
      await use({ value: 'the third' }, { ...inForm(), view: { ...view, hash: 'h0++' } });
      await office.connection.idle();
      expect(shown()).toContain('for the third');
    });

    it('the second’s answer stands over the first’s refusal', async () => {
      const shown = asSlackDoes('h0');
      handle = async ({ value }) => {
        if (value === 'the first') throw no('refused', { who: 'Ana' });
        return { update: drawn(`for ${value}`) };
      };
      const view = viewOf('test.form', typed('so far'), { id: 'V0FAST3' });
      await use({ value: 'the first' }, { ...inForm(), view });
      await use({ value: 'the second' }, { ...inForm(), view });
      await office.connection.idle();
      expect(office.slack.of('views.update')).toHaveLength(2);
      expect(shown()).toContain('for the second');
    });

    it('the first’s refusal that comes later is a message, and covers nothing', async () => {
      const shown = asSlackDoes('h0');
      let goOn = () => {};
      const first = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      handle = async ({ value }) => {
        if (value === 'the second') return { update: drawn(`for ${value}`) };
        await first;
        throw no('refused', { who: 'Ana' });
      };
      const view = viewOf('test.form', typed('so far'), { id: 'V0FAST4' });
      await use({ value: 'the first' }, { ...inForm(), view });
      await use({ value: 'the second' }, { ...inForm(), view });
      await office.slack.heard('views.update');
      goOn();
      await office.connection.idle();
      expect(shown()).toContain('for the second');
      expect(office.slack.of('chat.postMessage').map(({ text }) => text)).toEqual([expect.stringContaining('Ana')]);
    });

    it('the first’s doesn’t cover the second’s when it comes later', async () => {
      const shown = asSlackDoes('h0');
      let goOn = () => {};
      const first = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      handle = async ({ value }) => {
        if (value === 'the first') await first;
        return { update: drawn(`for ${value}`) };
      };
      const view = viewOf('test.form', typed('so far'), { id: 'V0FAST2' });
      await use({ value: 'the first' }, { ...inForm(), view });
      await use({ value: 'the second' }, { ...inForm(), view });
      await office.slack.heard('views.update');
      goOn();
      await office.connection.idle();
      expect(shown()).toContain('for the second');
      expect(office.slack.of('views.update')).toHaveLength(1);
    });
  });

  it('is declined at its place: in the message, in the form, or over App Home', async () => {
    handle = async () => Promise.reject(no('refused', { who: 'Ana' }));
    await use({});
    expect(await office.slack.heard('respond')).toMatchObject({ text: 'Not for you, Ana.' });
    await use({}, inForm());
    const banner = JSON.stringify((await office.slack.heard('views.update')).view);
    expect(banner).toContain('Not for you, Ana.');
    expect(banner).toContain('"initial_value":"so far"');
    await use({}, onHome());
    expect(JSON.stringify((await office.slack.heard('views.open')).view)).toContain('Not for you, Ana.');
  });

  it('apologises with a reference when the desk breaks', async () => {
    handle = async () => Promise.reject(new Error('broken'));
    await use({});
    const { text } = await office.slack.heard('respond');
    expect(text).toContain('Sorry');
    expect(text).toContain(String(office.lines.find(({ level }) => level === 'error')?.fields.reference));
  });

  it('reaches the person by direct message when the place takes no more answers', async () => {
    office.slack.fail('respond', (response) => send(response, { ok: false, error: 'used_url' }, 404));
    office.slack.fail('chat.postEphemeral', (response) => send(response, { ok: false, error: 'not_in_channel' }));
    handle = async () => ({ say: { text: 'Taken.' } });
    await use({});
    expect(await office.slack.heard('chat.postMessage')).toMatchObject({ channel: ANA, text: 'Taken.' });
  });

  it('of an older version says that it does nothing; an input that nobody watches says nothing', async () => {
    await use({ action_id: 'test.gone', type: 'datepicker' });
    await use({ action_id: 'test.gone', url: 'https://example.com' });
    await use({ action_id: 'test.gone' });
    await office.slack.heard('respond');
    expect(office.slack.of('respond').map(({ text }) => text)).toEqual([expect.stringContaining('older version')]);
  });
});

describe('a form that is late', () => {
  it('is announced by a loading form, and takes its place', async () => {
    handle = async () => {
      await pause(200);
      return { open: next };
    };
    await use({ action_id: 'test.open' });
    expect((await office.slack.heard('views.open')).view).toMatchObject({ title: { text: 'One moment' } });
    expect(await office.slack.heard('views.update')).toMatchObject({ view: { callback_id: 'test.next' } });
    expect(office.slack.of('views.open')).toHaveLength(1);
  });

  it('gives way to the refusal that came instead', async () => {
    handle = async () => {
      await pause(200);
      throw no('refused', { who: 'Ana' });
    };
    await use({ action_id: 'test.open' });
    expect(JSON.stringify((await office.slack.heard('views.update')).view)).toContain('Not for you, Ana.');
  });

  it('can be asked for again with one press when Slack lost patience', async () => {
    office.slack.fail('views.open', (response) => send(response, { ok: false, error: 'expired_trigger_id' }));
    const asked = command(office.slack.url, 'till 3');
    await office.deliver('slash_commands', asked);
    const { text, blocks } = await office.slack.heard('respond');
    expect(text).toContain('longer than Slack allows');
    const again = (blocks as { accessory: { action_id: string; value: string } }[])[0]?.accessory ?? {};
    await office.people.remember(someone('U0000BOB'));
    await use(again, { user: { id: 'U0000BOB' } });
    expect((await office.slack.heard('respond', 2)).text).toContain('too old');
    await use(again);
    expect(JSON.stringify(await office.slack.heard('views.open', 2))).toContain('till 3');
    await use(again);
    expect((await office.slack.heard('respond', 4)).text).toContain('too old');
  });
});

describe('shortcuts', () => {
  it('open a form from anywhere', async () => {
    await office.deliver('interactive', shortcut(office.slack.url, 'test.ask'));
    expect(await office.slack.heard('views.open')).toMatchObject({ view: { callback_id: 'test.form' } });
  });

  it('know the message that they were used on', async () => {
    await office.deliver('interactive', messageShortcut(office.slack.url, 'test.take', 'help me'));
    expect(JSON.stringify(await office.slack.heard('views.open'))).toContain('U0000BOB: help me');
  });

  it('are declined in a small form, as there is no conversation to answer in', async () => {
    await office.deliver('interactive', shortcut(office.slack.url, 'test.no'));
    expect(JSON.stringify(await office.slack.heard('views.open'))).toContain('Not for you');
  });
});

describe('a select that searches', () => {
  const search = (id: string, query: string) => office.deliver('interactive', suggestion(id, query));

  it('offers what the desk found, at most a hundred', async () => {
    expect(await search('test.find', 'jam')).toEqual({
      options: [{ text: { type: 'plain_text', text: 'jam 0' }, value: '0' }],
    });
    expect((await search('test.find', 'many')).options).toHaveLength(100);
  });

  it('offers nothing when the search breaks, and that is logged', async () => {
    expect(await search('test.broken', 'x')).toEqual({ options: [] });
    expect(office.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(await search('test.unknown', 'x')).toEqual({ options: [] });
  });
});
