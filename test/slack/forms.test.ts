import { setTimeout as pause } from 'node:timers/promises';
import { modal, section } from '../../src/platform/blocks.js';
import type { Answer, FormVisit } from '../../src/platform/doors/doors.js';
import { AlreadyHandled } from '../../src/platform/user-error.js';
import { deskWith, no, whatIn } from './support/desk.js';
import { type Opened, openTo, someone } from './support/opened.js';
import { ANA, closed, submission, typed, viewOf } from './support/payloads.js';
import { send } from './support/stub-slack.js';

const next = modal({ callbackId: 'test.next', title: 'Next', close: 'Close', blocks: [section('next')] });
let handle: (visit: FormVisit) => Promise<Answer | undefined>;
let seen: FormVisit[] = [];
let office: Opened;

describe.each(['socket', 'http'] as const)('a form sent over %s', (mode) => {
  beforeAll(async () => {
    const desk = deskWith({
      forms: { 'test.form': (visit) => handle(visit) },
      closed: {
        'test.form': async (visit) => {
          seen.push(visit);
          return undefined;
        },
      },
    });
    office = await openTo([desk], { mode, patience: { formMs: 150, openMs: 150 } });
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

  const submit = (view: ReturnType<typeof viewOf>) => office.deliver('interactive', submission(view));
  const form = (text: string) => viewOf('test.form', typed(text));

  it('closes when the desk says nothing', async () => {
    expect(await submit(form('till 3'))).toEqual({});
    expect(seen[0]).toMatchObject({ person: { id: ANA }, view: { callbackId: 'test.form', privateMetadata: 'kept' } });
    expect(whatIn(seen[0]?.view.values ?? {})).toBe('till 3');
  });

  it.each([
    [{ close: 'all' }, { response_action: 'clear' }],
    [{ update: next }, { response_action: 'update', view: { callback_id: 'test.next' } }],
    [{ push: next }, { response_action: 'push', view: { callback_id: 'test.next' } }],
    [{ errors: { what: 'Too short.' } }, { response_action: 'errors', errors: { what: 'Too short.' } }],
  ] as [Answer, object][])('shows what the desk answers: %j', async (answer, reply) => {
    handle = async () => answer;
    expect(await submit(form('x'))).toMatchObject(reply);
  });

  it('closes, and the person is told in a direct message', async () => {
    handle = async () => ({ close: 'all', say: { text: 'Ticket 42 is raised.' } });
    await submit(form('x'));
    expect(await office.slack.heard('chat.postMessage')).toMatchObject({ channel: ANA, text: 'Ticket 42 is raised.' });
  });

  it.each([
    ['en-GB', 'Say a little more about R&D <now>.'],
    ['ro-RO', 'Spuneți puțin mai mult despre R&D <now>.'],
  ])('says at the field what is wrong there, to a person with %s', async (locale, sentence) => {
    await office.people.remember(someone(ANA, locale));
    handle = async () => {
      throw no('tooShort', { what: 'R&D <now>' }, 'what');
    };
    expect(await submit(form('x'))).toEqual({ response_action: 'errors', errors: { what: sentence } });
  });

  it('can be sent again, corrected, after it was refused', async () => {
    const view = form('x');
    handle = async (visit) => (whatIn(visit.view.values) === 'x' ? { errors: { what: 'No.' } } : { close: 'all' });
    await submit(view);
    expect(await submit({ ...view, state: { values: typed('better') } })).toEqual({ response_action: 'clear' });
  });

  it('can be sent again when the person came back from the form on top', async () => {
    const view = form('x');
    handle = async (visit) => {
      seen.push(visit);
      return { push: next };
    };
    await submit(view);
    expect(await submit(view)).toMatchObject({ response_action: 'push' });
    expect(seen).toHaveLength(2);
  });

  it('stays open, with all that was typed, when it is declined as a whole', async () => {
    handle = async () => {
      throw no('refused', { who: 'Ana' });
    };
    const { response_action, view } = await submit(form('a long story'));
    expect(response_action).toBe('update');
    expect(view).toMatchObject({ callback_id: 'test.form', private_metadata: 'kept', submit: { text: 'Send' } });
    const shown = JSON.stringify(view);
    expect(shown).toContain('Not for you, Ana.');
    expect(shown).toContain('"initial_value":"a long story"');
  });

  it('apologises with the reference that is in the log, where what was typed is not', async () => {
    handle = async () => {
      throw new Error('failed on: a secret story');
    };
    const shown = JSON.stringify(await submit(form('a secret story')));
    const [line, ...others] = office.lines.filter(({ level }) => level === 'error');
    expect(others).toEqual([]);
    expect(shown).toContain(String(line?.fields.reference));
    expect(shown).toContain('a secret story');
    expect(JSON.stringify(line)).not.toContain('secret');
    expect(JSON.stringify(line)).toContain('forms.test');
  });

  it('closes quietly when it was done before', async () => {
    handle = async () => {
      throw new AlreadyHandled();
    };
    expect(await submit(form('x'))).toEqual({});
    expect(office.lines).toEqual([]);
  });

  it('is done once when it arrives twice, and both are answered alike', async () => {
    let times = 0;
    handle = async () => {
      times += 1;
      await pause(30);
      return { close: 'all', say: { text: 'done' } };
    };
    const view = form('x');
    const replies = await Promise.all([submit(view), submit(view)]);
    expect([...replies, await submit(view)]).toEqual(Array(3).fill({ response_action: 'clear' }));
    expect(times).toBe(1);
    await office.slack.heard('chat.postMessage');
    expect(office.slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('says that it is still working when that takes long, and then what came of it', async () => {
    handle = async () => {
      await pause(300);
      return { update: next };
    };
    const view = form('x');
    const early = await submit(view);
    expect(early).toMatchObject({ response_action: 'update', view: { title: { text: 'Still working' } } });
    expect(await office.slack.heard('views.update')).toMatchObject({
      view_id: view.id,
      view: { callback_id: 'test.next' },
    });
  });

  it('comes back with all that was typed when a late answer declines it', async () => {
    handle = async () => {
      await pause(300);
      throw no('tooShort', { what: 'it' }, 'what');
    };
    await submit(form('kept'));
    const { view } = await office.slack.heard('views.update');
    expect(JSON.stringify(view)).toContain('"initial_value":"kept"');
    expect(JSON.stringify(view)).toContain('Say a little more about it.');
  });

  it('is said to be done when a late answer would have closed it', async () => {
    handle = async () => {
      await pause(300);
      return { close: 'all', say: { text: 'Raised.' } };
    };
    await submit(form('x'));
    expect((await office.slack.heard('views.update')).view).toMatchObject({ title: { text: 'Done' } });
    expect(await office.slack.heard('chat.postMessage')).toMatchObject({ text: 'Raised.' });
  });

  it('that was closed meanwhile lets a late refusal find its person all the same', async () => {
    office.slack.fail('views.update', (response) => send(response, { ok: false, error: 'not_found' }));
    handle = async () => {
      await pause(300);
      throw no('tooShort', { what: 'it' }, 'what');
    };
    await submit(form('x'));
    expect(await office.slack.heard('chat.postMessage')).toMatchObject({
      channel: ANA,
      text: 'Say a little more about it.',
    });
  });

  it('of which no desk knows asks the person to keep what they wrote', async () => {
    const shown = JSON.stringify(await submit(viewOf('test.unknown', typed('dear office'))));
    expect(shown).toContain('older version');
    expect(shown).toContain('dear office');
  });

  it('that is closed without being sent is told to the desk that wants to know', async () => {
    await office.deliver('interactive', closed(form('x')));
    await office.connection.idle();
    expect(seen).toHaveLength(1);
  });
});
