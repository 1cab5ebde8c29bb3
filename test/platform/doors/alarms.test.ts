import { alarmsFor } from '../../../src/platform/doors/alarms.js';
import type { Desk, Job, Troubles } from '../../../src/platform/doors/doors.js';
import type { StuckLetter } from '../../../src/platform/outbox/stuck.js';
import { Temporal } from '../../../src/platform/time.js';
import { defineWords } from '../../../src/platform/words/define.js';

const letter: StuckLetter = {
  ...{ id: '7', once: 'card', kind: 'post', to: 'C1', about: null, state: 'dead', error: 'is_archived' },
};
const job: Job = {
  name: 'shop.tills.count',
  when: { everyMinutes: 5 },
  catchUp: 'skip',
  windowMinutes: 5,
  run: async () => undefined,
};
const dueAt = Temporal.Instant.from('2026-07-30T09:00:00Z');

const words = defineWords('shop', { en: { title: 'Shop' }, ro: { title: 'Magazin' } });
const desk = (name: string, troubles?: Troubles): Desk => ({
  ...{ name, words, title: 'title', about: 'title' },
  ...(troubles && { troubles }),
});

describe('alarms', () => {
  it('reach every desk that listens, and say of an error only what kind it was', async () => {
    const heard: unknown[] = [];
    const listening = {
      letter: async (one: StuckLetter) => void heard.push(one.id),
      run: async (run: object) => void heard.push(run),
    };
    const alarms = alarmsFor([desk('a', listening), desk('b'), desk('c', listening)], { error: () => undefined });
    await alarms.onDead(letter);
    await alarms.onAmbiguous({ ...letter, id: '8', state: 'ambiguous' });
    await alarms.onFailed(job, dueAt, new TypeError('Ana earns 100'));
    const run = { job: 'shop.tills.count', dueAt, reason: 'TypeError' };
    expect(heard).toEqual(['7', '7', '8', '8', run, run]);
  });

  it('ring on when one desk cannot listen', async () => {
    const heard: string[] = [];
    const logged: unknown[] = [];
    const deaf: Troubles = { letter: () => Promise.reject(new Error('no database')), run: async () => undefined };
    const awake: Troubles = { letter: async ({ id }) => void heard.push(id), run: async () => undefined };
    const alarms = alarmsFor([desk('a', deaf), desk('b', awake)], {
      error: (about: unknown) => void logged.push(about),
    });
    await alarms.onDead(letter);
    expect(heard).toEqual(['7']);
    expect(logged).toMatchObject([{ desk: 'a' }]);
  });
});
