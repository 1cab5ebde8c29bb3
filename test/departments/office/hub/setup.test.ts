import type { InputBlock } from '@slack/types';
import type { Answer } from '../../../../src/platform/doors/doors.js';
import { officeSettings } from '../../../../src/platform/settings/office-settings.js';
import { UserError } from '../../../../src/platform/user-error.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { channelled, openReception, picked, type Reception, shopChannel, staffed, typed } from './reception.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
});

const week = (hours: Partial<Record<number, string>>) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`hours.${day}`, typed(hours[day] ?? 'closed')]));
const zone = (value: string) => ({ 'office.hub.zones': { type: 'external_select', selected_option: { value } } });
const officeForm = (more = {}) => ({
  zone: zone('Europe/Bucharest'),
  language: picked('ro'),
  keep: typed('10'),
  ...week({ 1: '9-17', 2: '9:30–17.30', 6: '10-14' }),
  ...more,
});
const deskForm = (channel: string | null, keepers: string[] = [], leads: string[] = []) => ({
  'channel.counter': channelled(channel),
  'role.keeper': staffed(keepers),
  'role.lead': staffed(leads),
});
const saveDesk = (by: string, values: ReturnType<typeof deskForm>) =>
  at.submit(by, 'office.hub.desk-form', values, { privateMetadata: 'shop.tills' });
const office = () => at.look(({ settings }) => settings.get('office', officeSettings));
const stored = async () => (await database.prisma.setting.findUnique({ where: { key: 'shop.tills' } }))?.value;
const audited = async () =>
  (await database.prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } })).map((e) => e.action);

describe('who sets up the office', () => {
  it('is an admin, and others are told whom to ask, in their language', async () => {
    const refusal = await at.command('UANA', 'setup').then(
      () => null,
      (error: unknown) => error,
    );
    if (!(refusal instanceof UserError)) throw new Error('Ana was let in');
    expect(refusal.in('ro')).toBe(
      'Doar administratorii spațiului de lucru configurează biroul. Poți întreba pe <@UADA> și <@URADU>.',
    );
    expect(refusal.in('en')).toContain('You can ask <@UADA> and <@URADU>.');
  });

  it('is nobody else, however they came by the form', async () => {
    const attempts = [
      () => at.submit('UANA', 'office.hub.office-form', officeForm()),
      () => at.submit('UANA', 'office.hub.holidays-form', { 'holidays.1': typed('2026-12-25 Christmas') }),
      () => saveDesk('UBO', deskForm('CSHOP', ['UBO'])),
      () => at.press('UBO', 'office.hub.setup'),
      () => at.press('UBO', 'office.hub.all-setup'),
      () => at.press('UBO', 'office.hub.setup-office'),
      () => at.press('UBO', 'office.hub.setup-holidays'),
      () => at.press('UBO', 'office.hub.setup-desk:shop.tills', { value: 'shop.tills' }),
      () => at.press('UBO', 'office.hub.fill-holidays'),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(UserError);
    expect(await database.prisma.setting.count()).toBe(0);
    expect(await database.prisma.staffMember.count()).toBe(0);
    expect(await audited()).toEqual([]);
  });

  it('stops being somebody whose admin rights were taken since they opened the form', async () => {
    const ada = await at.person('UADA');
    await database.prisma.person.update({ where: { id: 'UADA' }, data: { isAdmin: false } });
    const visit = { ...(await at.visitOf('UADA')), person: ada };
    const view = { id: 'V', hash: '', callbackId: 'f', privateMetadata: '', values: officeForm(), blocks: [] };
    await expect(at.door.forms?.['office.hub.office-form']?.({ ...visit, view })).rejects.toThrow(UserError);
  });
});

describe('the office', () => {
  it('keeps its zone, language and hours as they were meant', async () => {
    const answer = await at.submit('UADA', 'office.hub.office-form', officeForm());
    expect(await office()).toEqual({
      sealChannel: null,
      keepPayYears: 10,
      timeZone: 'Europe/Bucharest',
      language: 'ro',
      hours: {
        '1': { from: '09:00', to: '17:00' },
        '2': { from: '09:30', to: '17:30' },
        '6': { from: '10:00', to: '14:00' },
      },
      holidays: [],
    });
    const told = JSON.stringify(answer?.update);
    expect(told).toContain('Time zone: UTC → Europe/Bucharest');
    expect(told).toContain('Mon–Fri 09:00–17:00 → Mon 09:00–17:00, Tue 09:30–17:30, Sat 10:00–14:00');
    expect(await audited()).toEqual(['office.hub.setup-office']);
    expect(await at.homesRedrawn()).toEqual(['UADA']);
  });

  it('tells every desk when its hours, zone or holidays are others, and only then', async () => {
    await at.submit('UADA', 'office.hub.office-form', officeForm());
    await at.submit('UADA', 'office.hub.office-form', officeForm());
    expect(at.seen.zones).toEqual(['Europe/Bucharest']);
    await at.submit('UADA', 'office.hub.holidays-form', { 'holidays.1': typed('2026-12-25 Christmas') });
    expect(at.seen.zones).toHaveLength(2);
  });

  it('says at each field what it cannot read, and keeps nothing', async () => {
    const answer = await at.submit(
      'URADU',
      'office.hub.office-form',
      officeForm({ zone: zone('Mars/Olympus'), 'hours.1': typed('dimineața'), 'hours.2': typed('17-9') }),
    );
    expect(answer).toEqual({
      errors: {
        zone: 'Nu cunosc acest fus orar. Alege unul din listă.',
        'hours.1': 'Nu pot citi programul. Scrie-l ca 09:00-17:00 sau „închis”.',
        'hours.2': 'Ziua se termină înainte să înceapă. Scrie întâi ora deschiderii, ca în 09:00-17:00.',
      },
    });
    expect(await database.prisma.setting.count()).toBe(0);
  });

  it.each(['+02:00', 'Etc/Unknown2', '', '../etc/passwd'])('does not take %j for a time zone', async (name) => {
    const answer = await at.submit('UADA', 'office.hub.office-form', officeForm({ zone: zone(name) }));
    expect(answer?.errors).toHaveProperty('zone');
  });

  it.each(['0', '101', '-1', '7.5', 'ten', ''])('keeps hours and pay for no %s years', async (keep) => {
    const answer = await at.submit('UADA', 'office.hub.office-form', officeForm({ keep: typed(keep) }));
    expect(answer?.errors).toEqual({ keep: 'Write a whole number of years, from 1 to 100.' });
  });

  it('is open on at least one day', async () => {
    const answer = await at.submit('UADA', 'office.hub.office-form', officeForm(week({})));
    expect(answer?.errors).toEqual({ 'hours.1': 'The office needs at least one day on which it is open.' });
  });

  it('is saved once, when the form is sent twice', async () => {
    await at.submit('UADA', 'office.hub.office-form', officeForm(), { key: 'V1/h' });
    await expect(at.submit('UADA', 'office.hub.office-form', officeForm(), { key: 'V1/h' })).rejects.toMatchObject({
      name: 'AlreadyHandled',
    });
    expect(await audited()).toHaveLength(1);
  });

  it('finds time zones by city', async () => {
    const search = at.door.searches?.['office.hub.zones'];
    const visit = { ...(await at.visitOf('UADA')), actionId: 'office.hub.zones' };
    const found = await search?.({ ...visit, query: 'buch' });
    expect(found?.map(({ value, text }) => [value, text.text])).toEqual([
      ['Europe/Bucharest', 'Europe/Bucharest (UTC+03:00)'],
    ]);
    expect((await search?.({ ...visit, query: 'new york' }))?.[0]?.value).toBe('America/New_York');
    expect(await search?.({ ...visit, query: '' })).toHaveLength(100);
    expect(await search?.({ ...visit, query: 'nowhere at all' })).toEqual([]);
  });
});

describe('holidays', () => {
  const save = (lines: string, by = 'UADA') =>
    at.submit(by, 'office.hub.holidays-form', { 'holidays.1': typed(lines), country: typed(null) });
  const fill = (country: string | null, lines: string, by = 'UADA') => {
    const option = country === null ? null : { value: country };
    const values = {
      'holidays.1': typed(lines),
      country: { 'office.hub.countries': { type: 'external_select', selected_option: option } },
    };
    const view = { id: 'V', hash: 'h', callbackId: 'f', privateMetadata: '', values, blocks: [] };
    return at.press(by, 'office.hub.fill-holidays', { view });
  };

  const filledLines = (answer: Answer | undefined): string => {
    const block = answer?.update?.blocks.find((one): one is InputBlock => one.block_id === 'holidays.2');
    return block?.element.type === 'plain_text_input' ? (block.element.initial_value ?? '') : '';
  };

  it('are kept as lines, and the years that are over stay', async () => {
    await at.office.transact(({ settings }) =>
      settings.set('office', { holidays: [{ date: '2025-12-25', name: 'Old Christmas' }] }, 'UADA'),
    );
    const answer = await save('25.12.2026 Christmas\n2026-08-31 Bank holiday');
    expect((await office()).holidays).toEqual([
      { date: '2025-12-25', name: 'Old Christmas' },
      { date: '2026-08-31', name: 'Bank holiday' },
      { date: '2026-12-25', name: 'Christmas' },
    ]);
    expect(JSON.stringify(answer?.update)).toContain('2 holidays added');
  });

  it('name the line that cannot be read, at the field', async () => {
    expect(await save('2026-12-25 Christmas\nsometime', 'URADU')).toEqual({
      errors: {
        'holidays.1': 'Nu pot citi rândul 2: „sometime”. Scrie întâi data, ca în 2026-12-25 Crăciunul.',
      },
    });
  });

  it('of a country are filled in for this year and the next, to be looked over first', async () => {
    const answer = await fill('RO', '2026-08-03 Ziua firmei', 'URADU');
    const text = JSON.stringify(answer?.update);
    expect(text).toContain('2026-12-01 Ziua națională, Ziua Marii Uniri');
    expect(text).toContain('2027-12-25 Crăciunul');
    expect(text).toContain('2026-08-03 Ziua firmei');
    expect(text).toMatch(/Am adăugat \d+ de zile pentru (Romania|România)/);
    expect(text).toContain('Urmează: 3 aug. 2026 Ziua firmei, 15 aug. 2026');
    expect(text).toContain('"block_id":"holidays.2"');
    expect(await database.prisma.setting.count()).toBe(0);
  });

  it('of a part of a country are known too', async () => {
    const text = JSON.stringify((await fill('GB-ENG', ''))?.update);
    expect(text).toContain('2026-08-31 Summer bank holiday');
    expect(text).toContain('2027-12-28 Boxing Day (substitute day)');
    const none = JSON.stringify((await fill('GB-XXX', ''))?.update);
    expect(none).toContain('Choose a country first');
  });

  it('can be filled in and saved as they stand', async () => {
    const filled = await fill('RO', '');
    const lines = filledLines(filled);
    await save(lines);
    expect((await office()).holidays.length).toBeGreaterThan(25);
    expect(JSON.stringify((await fill('RO', lines))?.update)).toContain('are in the list already');
  });

  it('that do not fit into the field leave out the latest, and say how many', async () => {
    const full = Array.from(
      { length: 27 },
      (_, day) => `2026-09-${String(day + 1).padStart(2, '0')} ${'x'.repeat(90)}`,
    );
    const answer = await fill('RO', full.join('\n'));
    const lines = filledLines(answer);
    expect(lines.length).toBeLessThanOrEqual(3000);
    expect(lines.split('\n')).toEqual(expect.arrayContaining(full));
    expect(JSON.stringify(answer?.update)).toMatch(/\d+ later days did not fit/);
  });

  it('can be searched for by country, in the language of the admin', async () => {
    const search = at.door.searches?.['office.hub.countries'];
    const visit = { ...(await at.visitOf('UADA')), actionId: 'office.hub.countries' };
    expect((await search?.({ ...visit, query: 'united k' }))?.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['GB', 'GB-ENG', 'GB-SCT']),
    );
    expect((await search?.({ ...visit, query: 'ro' }))?.[0]?.value).toBe('RO');
    expect((await search?.({ ...visit, query: '' }))?.length).toBe(100);
  });
});

describe('a desk', () => {
  it('keeps its channel and people, and whatever else its settings hold', async () => {
    await at.office.transact(({ settings }) => settings.set('shop.tills', { rotation: true, counter: 'COLD' }, 'UADA'));
    const answer = await saveDesk('UADA', deskForm('CSHOP', ['UBO', 'UANA'], ['UBO']));
    expect(await stored()).toEqual({ rotation: true, counter: 'CSHOP' });
    expect(await at.look(({ staff }) => staff.rolesOf('shop.tills', 'UBO'))).toEqual(['keeper', 'lead']);
    expect(at.seen.changedBy).toEqual(['UADA']);
    const told = JSON.stringify(answer?.update);
    expect(told).toContain('Till channel: <#COLD> → <#CSHOP>');
    expect(told).toContain('Keepers, new: <@UBO> and <@UANA>');
    expect(await audited()).toEqual(['office.hub.setup-desk']);
  });

  it('welcomes whoever is new, once, in their own language and with all their roles', async () => {
    await saveDesk('UADA', deskForm('CSHOP', ['UBO', 'UANA'], ['UBO']));
    const letters = await at.letters();
    expect(letters.map(({ to }) => to).sort()).toEqual(['UANA', 'UBO']);
    expect(letters.find(({ to }) => to === 'UBO')?.text).toContain(
      'You now work at the desk *Till desk*, as Keepers and Leads',
    );
    expect(letters.find(({ to }) => to === 'UANA')?.text).toContain('De acum lucrezi la serviciul *Serviciul case*');
    expect(letters[0]?.text).toContain('/till help');

    await saveDesk('UADA', deskForm('CSHOP', ['UBO', 'UANA', 'UBEA'], ['UBO']));
    expect((await at.letters()).slice(2).map(({ to }) => to)).toEqual(['UBEA']);
  });

  it('says who went', async () => {
    await saveDesk('UADA', deskForm('CSHOP', ['UBO', 'UANA']));
    const answer = await saveDesk('URADU', deskForm('CSHOP', ['UANA']));
    expect(JSON.stringify(answer?.update)).toContain('Keepers, au plecat: <@UBO>');
  });

  it('says that nothing was different', async () => {
    await saveDesk('UADA', deskForm('CSHOP', ['UBO']));
    const answer = await saveDesk('UADA', deskForm('CSHOP', ['UBO']));
    expect(JSON.stringify(answer?.update)).toContain('Nothing was different from before.');
  });

  it.each([
    ['is unknown or private', 'CSECRET', 'I am not in that channel. Type /invite @Switchboard there, then save again.'],
    ['the bot is not in', 'COUT', 'I am not in that channel. Type /invite @Switchboard there, then save again.'],
    ['is archived', 'CARCH', 'That channel is archived. Unarchive it, or choose another.'],
    ['was not chosen', null, 'Choose a channel.'],
  ])('does not take a channel that %s', async (_why, id, sentence) => {
    at.slack.channels.set('COUT', { ...shopChannel, id: 'COUT', isMember: false });
    at.slack.channels.set('CARCH', { ...shopChannel, id: 'CARCH', isArchived: true });
    const answer = await saveDesk('UADA', deskForm(id, ['UBO']));
    expect(answer).toEqual({ errors: { 'channel.counter': sentence } });
    expect(await database.prisma.staffMember.count()).toBe(0);
    expect(await stored()).toBeUndefined();
  });

  it.each([
    ['apps', 'UAPP', 'Some App cannot staff a desk: apps do not work here.'],
    ['people who left', 'UGONE', 'Gil Gone no longer works here.'],
    ['people it has never heard of', 'UNEW', 'I do not know UNEW yet. Try again in a minute.'],
  ])('is not staffed by %s', async (_who, id, sentence) => {
    const answer = await saveDesk('UADA', deskForm('CSHOP', ['UBO', id]));
    expect(answer).toEqual({ errors: { 'role.keeper': sentence } });
    expect(await database.prisma.staffMember.count()).toBe(0);
  });

  it('that is no longer there cannot be set up, nor one that was made up', async () => {
    const forged = at.submit('UADA', 'office.hub.desk-form', deskForm('CSHOP'), { privateMetadata: 'shop.other' });
    await expect(forged).rejects.toThrow('desk.gone');
    await expect(at.press('UADA', 'office.hub.setup-desk', { value: '__proto__' })).rejects.toThrow('desk.gone');
  });

  it('has a button to its own form, which goes on top, for admins and for desks that have one', async () => {
    const form = await at.press('UADA', 'office.hub.setup-desk:shop.tills', { value: 'shop.tills' });
    expect(JSON.stringify(form?.open?.blocks)).toContain('Paper & drawers…');
    const more = await at.press('UADA', 'office.hub.desk-more', { value: 'shop.tills' });
    expect(more?.push?.callback_id).toBe('shop.tills.more');
    const forged = at.press('UADA', 'office.hub.desk-more', { value: 'constructor' });
    await expect(forged).rejects.toThrow('desk.gone');
    const byKeeper = at.press('UBO', 'office.hub.desk-more', { value: 'shop.tills' });
    await expect(byKeeper).rejects.toThrow(UserError);
  });
});
