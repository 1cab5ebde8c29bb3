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

const status = async (id: string) => JSON.stringify((await at.command(id, 'status'))?.say);
const press = async (id: string, button: string, value: string) =>
  JSON.stringify((await at.press(id, `office.hub.${button}`, { value }))?.replace);
const stateOf = async (once: string) => (await database.prisma.letter.findUnique({ where: { once } }))?.state;
const audited = async () =>
  (await database.prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(
    ({ actor, action, object }) => `${actor} ${action} ${object}`,
  );

describe('letters that are stuck', () => {
  it('stand in the status of admins, and of nobody else', async () => {
    expect(await status('UADA')).toContain('No message is stuck.');
    const { id } = await strand(at, { once: 'card', about: 'shop.tills/42' });
    const shown = await status('UADA');
    expect(shown).toContain('1 message waits for a decision.');
    expect(shown).toContain('*Message in <#CSHOP>* · Till desk 42 · since <!date^');
    expect(shown).toContain(`"value":"${id}:0"`);
    expect(shown).toContain('mend first what was in the way');
    expect(shown).not.toContain(SECRET);
    expect(await status('URADU')).toContain('Un mesaj așteaptă o decizie.');
    for (const other of ['UBO', 'UANA']) expect(await status(other)).not.toMatch(/stuck|blocat/);
  });

  it('of which nobody knows whether they arrived, ask the admin to look first', async () => {
    await strand(at, { once: 'card', state: 'ambiguous', error: 'http_500' });
    const shown = await status('UADA');
    expect(shown).toContain('If it did, it will be there twice.');
    expect(shown).toContain('Look there first');
  });

  it('show beside what is behind time: messages that wait, and jobs that ran late', async () => {
    expect(await status('UADA')).toContain('Nothing is late.');
    const now = at.office.clock.now();
    const ago = (minutes: number) => new Date(now.epochMilliseconds - minutes * 60_000);
    const letter = { kind: 'post', lane: 'C1', payload: {} };
    await database.prisma.letter.createMany({
      data: [
        { ...letter, once: 'old', createdAt: ago(7) },
        { ...letter, once: 'later', createdAt: ago(900), notBefore: ago(-60) },
      ],
    });
    const dueAt = ago(60);
    await database.prisma.occurrence.create({ data: { job: 'office.hub.x', dueAt, ranAt: ago(35), outcome: 'done' } });
    const shown = await status('UADA');
    expect(shown).toContain('1 message waits to be sent, for 7 minutes by now.');
    expect(shown).toContain('`office.hub.x`, 25 minutes late');
    expect(await status('UBO')).not.toContain('wait to be sent');
  });

  it('are sent again, which is audited, and the list is drawn anew', async () => {
    const { id } = await strand(at, { once: 'card' });
    const list = await press('UADA', 'send-again', `${id}:0`);
    expect(list).toContain('It goes out again now.');
    expect(list).toContain('No message is stuck.');
    expect(await stateOf('card')).toBe('pending');
    expect(await audited()).toEqual([`UADA platform.outbox.replay platform.letter/${id}`]);
  });

  it('are discarded, which is audited', async () => {
    const { id } = await strand(at, { once: 'card' });
    expect(await press('URADU', 'discard', `${id}:0`)).toContain('Niciun mesaj nu este blocat.');
    expect(await stateOf('card')).toBe('dropped');
    expect(await audited()).toEqual([`URADU platform.outbox.discard platform.letter/${id}`]);
  });

  it('are seen to once: the second admin hears that somebody was quicker', async () => {
    const { id } = await strand(at, { once: 'card' });
    await press('UADA', 'send-again', `${id}:0`);
    expect(await press('URADU', 'discard', `${id}:0`)).toContain('s-a ocupat deja cineva');
    expect(await stateOf('card')).toBe('pending');
    expect(await audited()).toHaveLength(1);
  });

  it.each(['send-again', 'discard', 'stuck-page'])('are no business of others, who press %s', async (button) => {
    const { id } = await strand(at, { once: 'card' });
    await expect(press('UBO', button, `${id}:0`)).rejects.toMatchObject({ message: 'admins.refusedStuck' });
    expect(await stateOf('card')).toBe('dead');
    expect(await audited()).toEqual([]);
  });

  it('are no business of an admin who left, whatever the request says of them', async () => {
    const { id } = await strand(at, { once: 'card' });
    const admin = await at.person('UADA');
    await database.prisma.person.update({ where: { id: 'UADA' }, data: { isAdmin: false } });
    const pressed = at.press('UADA', 'office.hub.discard', { value: `${id}:0`, person: admin });
    await expect(pressed).rejects.toMatchObject({ message: 'admins.refusedStuck' });
    expect(await stateOf('card')).toBe('dead');
  });

  it.each(['', '0:0', '-1:0', "1' OR '1:0", '9'.repeat(30), `${'9'.repeat(18)}:0`, '1:-1', 'null'])(
    'stay as they are when the button carries "%s"',
    async (value) => {
      await strand(at, { once: 'card' });
      for (const button of ['send-again', 'discard']) {
        expect(await press('UADA', button, value)).toContain('That message is no longer stuck');
      }
      expect(await stateOf('card')).toBe('dead');
      expect(await audited()).toEqual([]);
    },
  );

  it('are the only ones that a forged number can reach', async () => {
    const row = await at.prisma.letter.create({
      data: { once: 'sent', kind: 'post', lane: 'CSHOP', payload: {}, state: 'sent', createdAt: new Date() },
    });
    expect(await press('UADA', 'send-again', `${row.id}:0`)).toContain('no longer stuck');
    expect(await stateOf('sent')).toBe('sent');
  });

  it('are paged when there are many, the newest first', async () => {
    for (const number of Array.from({ length: 12 }, (_, index) => index + 1)) {
      await strand(at, { once: `card ${number}`, about: `shop.tills/${number}00` });
    }
    const first = await status('UADA');
    expect(first).toContain('Page 1 of 3');
    expect(first).toContain('Till desk 1200');
    expect(first).not.toContain('Till desk 700 ');
    expect(first).not.toContain('"text":"Newer"');
    const last = await press('UADA', 'stuck-page:older', '2');
    expect(last).toContain('Page 3 of 3');
    expect(last).toContain('Till desk 100 ');
    expect(last).not.toContain('"text":"Older"');
    expect(await press('UADA', 'stuck-page:older', '999')).toContain('Page 3 of 3');
    expect(await press('UADA', 'stuck-page:older', 'x')).toContain('Page 1 of 3');
  });

  it('on the last page leave it for the one before when all are seen to', async () => {
    const ids: string[] = [];
    for (const number of [1, 2, 3, 4, 5, 6]) ids.push((await strand(at, { once: `card ${number}` })).id);
    const list = await press('UADA', 'discard', `${ids[0]}:1`);
    expect(list).toContain('5 messages wait for a decision.');
    expect(list).not.toContain('Page');
  });

  it('that were seen to are taken out of the notice that still waits, or the notice with them', async () => {
    const [one, two] = [await fail(at, { once: 'one' }), await fail(at, { once: 'two' })];
    await press('UADA', 'discard', `${one.id}:0`);
    const notice = (await at.letters()).filter(({ to }) => to === 'URADU');
    expect(notice.map(({ text }) => text)).toEqual([expect.stringContaining('Un mesaj de-al meu este blocat')]);
    await press('UADA', 'discard', `${two.id}:0`);
    const states = await database.prisma.letter.findMany({ where: { about: 'office.hub/trouble' } });
    expect(states.map(({ state }) => state)).toEqual(['dropped', 'dropped']);
    await fail(at, { once: 'three' });
    expect(await database.prisma.letter.count({ where: { about: 'office.hub/trouble', state: 'pending' } })).toBe(2);
  });
});
