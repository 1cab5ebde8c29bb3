import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { input } from '../../src/platform/blocks.js';
import type { StateValue } from '../../src/platform/doors/doors.js';
import { UserError } from '../../src/platform/user-error.js';
import { within } from '../../src/platform/within.js';
import { withBanner } from '../../src/slack/answers/refill.js';
import { Drain } from '../../src/slack/drain.js';
import { faultOf } from '../../src/slack/errors.js';
import { describeUser, readFields, recogniseFields, slackUser } from '../../src/slack/people/profile.js';
import { Repetitions } from '../../src/slack/router/repetitions.js';
import { viewPayload } from '../../src/slack/wire/payloads.js';

describe('a form that comes back', () => {
  const back = (blocks: KnownBlock[], value: StateValue) => {
    const values = { b: { answer: value } };
    const view = viewPayload.parse({
      id: 'V1',
      type: 'modal',
      title: { type: 'plain_text', text: 'T' },
      blocks,
      state: { values },
    });
    return withBanner(view, 'No.').blocks as KnownBlock[];
  };
  const elementOf = (blocks: unknown[]) => (blocks[1] as { element: Record<string, unknown> }).element;

  it.each([
    ['plain_text_input', { value: 'typed' }, { initial_value: 'typed' }],
    ['static_select', { selected_option: { value: 'a' } }, { initial_option: { value: 'a' } }],
    ['multi_static_select', { selected_options: [{ value: 'a' }] }, { initial_options: [{ value: 'a' }] }],
    ['users_select', { selected_user: 'U1' }, { initial_user: 'U1' }],
    ['multi_users_select', { selected_users: ['U1'] }, { initial_users: ['U1'] }],
    ['channels_select', { selected_channel: 'C1' }, { initial_channel: 'C1' }],
    ['conversations_select', { selected_conversation: 'C1' }, { initial_conversation: 'C1' }],
    ['datepicker', { selected_date: '2026-11-23' }, { initial_date: '2026-11-23' }],
    ['timepicker', { selected_time: '09:00' }, { initial_time: '09:00' }],
    ['datetimepicker', { selected_date_time: 1764000000 }, { initial_date_time: 1764000000 }],
    ['checkboxes', { selected_options: [] }, {}],
    ['rich_text_input', { rich_text_value: { type: 'rich_text' } }, { initial_value: { type: 'rich_text' } }],
  ])('has in it what was put into a %s', (type, value, initial) => {
    const [before] = [
      { ...input('b', 'Label', { type } as never), element: { type, action_id: 'answer', initial_value: 'old' } },
    ];
    expect(elementOf(back([before as KnownBlock], { type, ...value } as StateValue))).toEqual({
      type,
      action_id: 'answer',
      ...initial,
    });
  });

  it('has one sentence on top, however often it comes back', () => {
    const blocks = [input('b', 'Label', { type: 'plain_text_input' })];
    const twice = back(back(blocks, { type: 'plain_text_input', value: 'x' }), {
      type: 'plain_text_input',
      value: 'y',
    });
    expect(twice).toHaveLength(2);
    expect(elementOf(twice)).toMatchObject({ initial_value: 'y' });
  });
});

describe('people in Slack', () => {
  it('are called as their colleagues see them', () => {
    const emailOf = (profile: object) => describeUser(slackUser.parse({ id: 'U1', profile })).email;
    expect(emailOf({ email: ' Ana.Albastru@Harbour.example ' })).toBe('ana.albastru@harbour.example');
    expect(emailOf({})).toBeUndefined();
    const named = (user: object) => describeUser(slackUser.parse({ id: 'U1', name: 'handle', ...user })).name;
    expect(named({ profile: { display_name: 'Robin', real_name: 'Robin Heron' } })).toBe('Robin');
    expect(named({ profile: { display_name: '', real_name: 'Robin Heron' } })).toBe('Robin Heron');
    expect(named({ profile: {} })).toBe('handle');
  });

  it.each(['Manager', 'șef', 'Superior', ' manager '])('have their manager in the field %j', (label) => {
    const ids = recogniseFields({ profile: { fields: [{ id: 'X1', label, ordering: 0 }] } });
    expect(readFields(ids, { profile: { fields: { X1: { value: 'U0BOSS' } } } })).toEqual({ managerId: 'U0BOSS' });
    expect(readFields(ids, { profile: { fields: { X1: { value: 'Mrs Boss' } } } })).toEqual({ managerId: null });
    expect(readFields(ids, { profile: { fields: null } })).toEqual({ managerId: null });
  });

  it('keep their manager where the company has no such field', () => {
    const ids = recogniseFields({ profile: { fields: [{ id: 'X1', label: 'House', ordering: 0 }] } });
    expect(readFields(ids, { profile: { fields: { X1: { value: 'U0BOSS' } } } })).toEqual({});
  });
});

describe('what is logged of a fault', () => {
  it('never has the message of an error, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (secret) => {
        const canary = `canary-${secret}`;
        const error = new Error(canary, { cause: new UserError(canary, () => canary) });
        expect(JSON.stringify(faultOf(error))).not.toContain(canary);
      }),
    );
  });
});

describe('requests in flight', () => {
  it('are waited for, but not longer than was said', async () => {
    const drain = new Drain();
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = drain.track(begun);
    expect(await drain.idle(10)).toBe(false);
    const idle = drain.idle(1_000);
    finish();
    await work;
    expect(await idle).toBe(true);
    expect(await drain.idle(0)).toBe(true);
  });

  it('that fail are over as well', async () => {
    const drain = new Drain();
    await expect(drain.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await drain.idle(0)).toBe(true);
    expect(await within(10, new Promise(() => undefined))).toBeUndefined();
  });
});

describe('repetitions', () => {
  it('are known for a while, and failures may come again', async () => {
    let now = 1;
    const repetitions = new Repetitions({ now: () => now });
    let times = 0;
    const work = async () => ++times;
    expect([await repetitions.once('a', work), await repetitions.once('a', work)]).toEqual([1, 1]);
    now = 11 * 60_000;
    expect(await repetitions.once('a', work)).toBe(2);
    await expect(repetitions.once('b', () => Promise.reject(new Error('no')))).rejects.toThrow();
    expect(await repetitions.once('b', work)).toBe(3);
  });

  it('don’t fill the memory', async () => {
    const repetitions = new Repetitions({ now: () => 1 });
    for (let count = 0; count < 6_000; count += 1) void repetitions.once(`k${count}`, async () => count);
    expect(repetitions.isKnown('k0')).toBe(false);
    expect(repetitions.isKnown('k5999')).toBe(true);
  });
});
