import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { openReception, type Reception } from './reception.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
  await at.office.transact(async ({ settings, staff }) => {
    await settings.set('shop.tills', { counter: 'CSHOP' }, 'UADA');
    await staff.appoint('shop.tills', 'keeper', ['UBO', 'UANA']);
    await staff.appoint('shop.tills', 'lead', ['UBEA', 'UBO']);
  });
});

const letterTo = async (id: string) => (await at.letters()).find(({ to }) => to === id)?.text;

describe('a channel that a desk works in', () => {
  it.each([
    ['channel_left', 'I was removed from <#CSHOP>, where Till desk has its Till channel.'],
    ['group_left', 'I was removed from <#CSHOP>'],
    ['channel_archive', '<#CSHOP> was archived. Till desk has its Till channel there'],
    ['group_archive', '<#CSHOP> was archived.'],
    ['channel_deleted', 'The channel of Till desk for Till channel was deleted'],
    ['group_deleted', 'was deleted'],
    ['channel_unarchive', '<#CSHOP> is open again.'],
    ['group_unarchive', '<#CSHOP> is open again.'],
  ])('is reported to the admins on %s, and other desks see the event too', async (type, sentence) => {
    expect(await at.happen({ type, channel: 'CSHOP', user: 'UBO' }, null)).toBe(false);
    const letters = await at.letters();
    expect(letters.map(({ to }) => to).sort()).toEqual(['UADA', 'URADU']);
    expect(await letterTo('UADA')).toContain(sentence);
    expect(await letterTo('URADU')).toContain('Serviciul case');
    expect(JSON.stringify(letters[0]?.blocks)).toContain('office.hub.setup');
  });

  it('is reported once, when Slack repeats the event', async () => {
    const event = { type: 'channel_archive', channel: 'CSHOP' };
    await at.happen(event, null, 'Ev9');
    await expect(at.happen(event, null, 'Ev9')).rejects.toMatchObject({ name: 'AlreadyHandled' });
    expect(await at.letters()).toHaveLength(2);
  });

  it('leaves the key of the event to the desks that listen too', async () => {
    await at.happen({ type: 'channel_archive', channel: 'CSHOP' }, null, 'Ev9');
    await expect(at.office.transact(async () => 'done', { incoming: 'Ev9' })).resolves.toBe('done');
  });

  it('is nobody else’s channel', async () => {
    await at.happen({ type: 'channel_archive', channel: 'COTHER' }, null);
    await at.happen({ type: 'channel_archive' }, null);
    expect(await at.letters()).toEqual([]);
  });
});

describe('somebody whose account is deactivated', () => {
  const leave = (id: string, key?: string) =>
    at.happen({ type: 'user_change', user: { id, deleted: true } }, null, key);

  it('is taken off their desks, and admins and leads are told', async () => {
    await database.prisma.person.update({ where: { id: 'UBO' }, data: { deactivatedAt: new Date() } });
    expect(await leave('UBO')).toBe(false);
    expect(await database.prisma.staffMember.findMany({ where: { personId: 'UBO' } })).toEqual([]);
    expect((await at.letters()).map(({ to }) => to).sort()).toEqual(['UADA', 'UBEA', 'URADU']);
    expect(await letterTo('UBEA')).toBe(
      'Bo Keeper no longer has a Slack account here and was taken off the desk Till desk (Keepers and Leads).',
    );
    const [forLead] = (await at.letters()).filter(({ to }) => to === 'UBEA');
    expect(JSON.stringify(forLead?.blocks)).not.toContain('office.hub.setup');
    expect(at.seen.changedBy).toEqual(['system']);
    expect((await at.look(({ staff }) => staff.of('shop.tills'))).map(({ personId }) => personId).sort()).toEqual([
      'UANA',
      'UBEA',
    ]);
  });

  it('who was the last one leaves a warning that nobody staffs the desk', async () => {
    await at.office.transact(async ({ staff }) => {
      await staff.appoint('shop.tills', 'lead', []);
      await staff.appoint('shop.tills', 'keeper', ['UANA']);
    });
    await leave('UANA');
    expect(await letterTo('UADA')).toContain('Nobody staffs it now');
    expect(await letterTo('UADA')).toContain('Ana &lt;Casier&gt;');
  });

  it('and staffs nothing, or only changed their status, is nobody’s news', async () => {
    await leave('UGONE');
    await at.happen({ type: 'user_change', user: { id: 'UBO', deleted: false } }, null);
    expect(await at.letters()).toEqual([]);
    expect(await database.prisma.staffMember.count()).toBe(4);
  });
});
