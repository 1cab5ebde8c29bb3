import { setTimeout as pause } from 'node:timers/promises';
import { takeStock } from '../../../../src/departments/office/hub/service/notices.js';
import { Temporal, toDate } from '../../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { openReception, type Reception } from './reception.js';
import { fail, SECRET, strand } from './stuck.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
});

/** Notices to somebody that aren't taken back, oldest first. */
const noticesTo = async (person: string) => {
  const where = { lane: person, kind: 'post', about: 'office.hub/trouble', state: { not: 'dropped' as const } };
  const rows = await database.prisma.letter.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ notBefore, payload }) => ({
    text: JSON.stringify(payload),
    notBefore: notBefore?.toISOString() ?? null,
  }));
};
const sayNotices = () =>
  database.prisma.letter.updateMany({
    where: { about: 'office.hub/trouble', notBefore: null, state: 'pending' },
    data: { state: 'sent' },
  });
const lookForStuck = () =>
  at.office.transact(async (tx) => {
    for (const job of at.door.jobs ?? []) await job.run(tx, { dueAt: tx.now, now: tx.now });
  });

describe('a letter that gets stuck', () => {
  it('is told to every admin in their language: what, where, which case, why, and what to do', async () => {
    await fail(at, { once: 'card', about: 'shop.tills/42' });
    const [[ada], [radu]] = [await noticesTo('UADA'), await noticesTo('URADU')];
    expect(ada?.text).toContain('1 message of mine is stuck');
    expect(ada?.text).toContain('*Message in <#CSHOP>* · Till desk 42');
    expect(ada?.text).toContain('The channel is archived. Unarchive it, then send this again.');
    expect(ada?.text).toContain('"action_id":"office.hub.status"');
    expect(radu?.text).toContain('*Mesaj în <#CSHOP>* · Serviciul case 42');
    expect(await noticesTo('UBO')).toEqual([]);
  });

  it('is never quoted', async () => {
    await fail(at, { once: 'card', error: `looking it up: ${SECRET}` });
    const [notice] = await noticesTo('UADA');
    expect(notice?.text).not.toContain('business');
    expect(notice?.text).toContain('the log says why');
  });

  it.each([
    [{ error: 'channel_not_found' }, 'Type `/invite @Switchboard` there'],
    [{ error: 'channel_not_found', to: 'UGONE' }, 'the account is deactivated'],
    [{ error: 'not_in_channel' }, 'I am not in the channel'],
    [{ error: 'user_disabled', to: 'UGONE' }, '*Message for <@UGONE>*'],
    [{ error: 'msg_too_long' }, 'longer than Slack takes'],
    [{ error: 'invalid_blocks' }, 'a fault of mine'],
    [{ error: 'missing_scope' }, 'Install the app again'],
    [{ error: 'message_not_found', kind: 'change' as const }, '*Change to a message in <#CSHOP>*'],
    [{ error: 'file_too_large', kind: 'file' as const, to: 'D123' }, '*File in a direct conversation*'],
    [{ error: 'not_enabled', kind: 'home' as const, to: 'home:UBO' }, '*Home tab for <@UBO>*'],
    [{ error: 'what it replies to is dead: is_archived' }, 'See to that one first'],
    [{ error: 'http_503', kind: 'change' as const }, 'Slack gave no answer, however often I tried'],
    [{ error: 'brand_new_code' }, 'Slack refused it (`brand_new_code`)'],
    [{ state: 'ambiguous' as const, error: 'http_500' }, 'Look there first'],
  ])('for the reason %j is explained: %s', async (letter, sentence) => {
    await fail(at, { once: 'card', ...letter });
    expect((await noticesTo('UADA'))[0]?.text).toContain(sentence);
  });

  it('joins the notice that was not said yet', async () => {
    for (const number of [1, 2, 3, 4, 5]) await fail(at, { once: `card ${number}` });
    const notices = await noticesTo('UADA');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toContain('5 messages of mine are stuck');
    expect(notices[0]?.text).toContain('and 2 more');
  });

  it('soon after a notice waits for the next one, an hour later, which counts them all', async () => {
    await fail(at, { once: 'first' });
    await sayNotices();
    at.moveTo('2026-07-30T09:10:00Z');
    for (const number of [2, 3, 4]) await fail(at, { once: `card ${number}` });
    const [first, second, ...more] = await noticesTo('UADA');
    expect(first).toMatchObject({ notBefore: null, text: expect.stringContaining('1 message of mine') });
    expect(second).toMatchObject({
      notBefore: '2026-07-30T10:00:00.000Z',
      text: expect.stringContaining('4 messages of mine'),
    });
    expect(more).toEqual([]);
  });

  it('an hour after a notice is told at once', async () => {
    await fail(at, { once: 'first' });
    await sayNotices();
    at.moveTo('2026-07-30T10:00:00Z');
    await fail(at, { once: 'second' });
    expect((await noticesTo('UADA')).map(({ notBefore }) => notBefore)).toEqual([null, null]);
  });

  it('together with many others is counted, and told once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, number) => fail(at, { once: `card ${number}` })));
    const notices = await noticesTo('UADA');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toContain('20 messages of mine are stuck');
  });

  it('is counted for a notice by one transaction after the other', async () => {
    const order: string[] = [];
    const inTurn = (name: string, work: () => Promise<unknown>) =>
      at.office.transact(async (tx) => {
        await takeStock(tx);
        order.push(`${name} counts`);
        await work();
        order.push(`${name} is done`);
      });
    let second: Promise<void> | undefined;
    await inTurn('one', async () => {
      second = inTurn('two', async () => undefined);
      await pause(200);
    });
    await second;
    expect(order).toEqual(['one counts', 'one is done', 'two counts', 'two is done']);
  });

  it('that was the notice itself, or its edit, causes no other', async () => {
    await fail(at, { once: 'card' });
    await sayNotices();
    at.moveTo('2026-07-30T12:00:00Z');
    const notice = { to: 'UADA', about: 'office.hub/trouble', error: 'user_disabled' };
    await fail(at, { once: 'office.hub/trouble/stuck/UADA/9', ...notice });
    await fail(at, { once: 'office.hub/trouble/stuck/UADA/9/change/1', kind: 'change', ...notice });
    await lookForStuck();
    expect(await noticesTo('URADU')).toHaveLength(1);
  });
});

describe('looking for stuck letters by the clock', () => {
  it('tells of what got stuck when nobody could tell of it, and only once', async () => {
    await strand(at, { once: 'card' });
    at.moveTo('2026-07-30T09:15:00Z');
    await lookForStuck();
    expect(await noticesTo('UADA')).toHaveLength(1);
    await sayNotices();
    at.moveTo('2026-07-30T13:00:00Z');
    await lookForStuck();
    expect(await noticesTo('UADA')).toHaveLength(1);
  });

  it('says nothing when nothing is stuck', async () => {
    await lookForStuck();
    expect(await at.letters()).toEqual([]);
  });
});

describe('a job that failed', () => {
  const dueAt = Temporal.Instant.from('2026-07-30T06:00:00Z');
  const run = (instant = dueAt) => ({ job: 'shop.tills.count', dueAt: instant, reason: 'TypeError' });

  it('is told to every admin: which, when, and with what', async () => {
    await at.door.troubles?.run(run());
    const [notice] = await noticesTo('UADA');
    expect(notice?.text).toContain('Till desk: `shop.tills.count`, due <!date^');
    expect(notice?.text).toContain('failed with `TypeError`');
    expect((await noticesTo('URADU'))[0]?.text).toContain('Serviciul case');
  });

  it('at every tick is told once an hour', async () => {
    for (const minutes of [0, 1, 2, 59, 60]) await at.door.troubles?.run(run(dueAt.add({ minutes })));
    expect(await noticesTo('UADA')).toHaveLength(2);
  });

  it('stands in the status for a week', async () => {
    const row = (days: number, outcome: string) => {
      const instant = toDate(dueAt.subtract({ hours: 24 * days }));
      return { job: `shop.tills.job${days}`, dueAt: instant, ranAt: instant, outcome };
    };
    await database.prisma.occurrence.createMany({
      data: [row(0, 'failed: TypeError'), row(6, 'failed: Error'), row(8, 'failed: Error'), row(1, 'done')],
    });
    const status = JSON.stringify((await at.command('UADA', 'status'))?.say);
    expect(status).toContain('`shop.tills.job0`, due <!date^');
    expect(status).toContain('`shop.tills.job6`');
    expect(status).not.toContain('shop.tills.job8');
    expect(status).not.toContain('shop.tills.job1');
    expect(JSON.stringify((await at.command('UBO', 'status'))?.say)).not.toContain('shop.tills.job');
  });
});
