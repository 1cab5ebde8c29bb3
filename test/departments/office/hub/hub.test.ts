import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { openReception, type Reception, shopChannel } from './reception.js';
import { strand } from './stuck.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
});

const setUp = () =>
  at.office.transact(async ({ settings, staff }) => {
    await settings.set('office', { timeZone: 'Europe/Bucharest' }, 'UADA');
    await settings.set('shop.tills', { counter: 'CSHOP' }, 'UADA');
    await staff.appoint('shop.tills', 'keeper', ['UBO']);
  });
const hub = async (id: string) => JSON.stringify((await at.command(id, ''))?.say);
const home = async (id: string) => JSON.stringify(await at.door.home?.blocks(await at.visitOf(id)));
const status = async (id: string) => JSON.stringify((await at.command(id, 'status'))?.say);

describe('/backoffice', () => {
  it('shows what every desk offers, and what is open for the person', async () => {
    const text = await hub('UANA');
    expect(text).toContain('Bună, Ana &lt;Casier&gt;');
    expect(text).toContain('*Serviciul case*');
    expect(text).toContain('"action_id":"office.hub.offer:shop.tills.0"');
    expect(text).toContain('Till 3 is frozen');
    expect(text).not.toContain('office.hub.setup');
    expect(await hub('UBO')).toContain('Nothing is open for you');
  });

  it('guides the first admin to the set-up', async () => {
    expect(await hub('UADA')).toContain('*Welcome to Switchboard.*');
    expect(await home('URADU')).toContain('*Bun venit la Switchboard.*');
    expect(await home('UBO')).not.toContain('Welcome');
  });

  it('says to admins that the bot was invited nowhere, and how to mend it', async () => {
    await setUp();
    at.slack.channels.clear();
    for (const text of [await hub('UADA'), await home('UADA')]) {
      expect(text).toContain('I have been invited to no channel that a desk works in');
      expect(text).toContain('`/invite @Switchboard`');
    }
    expect(await hub('UANA')).not.toContain('invite');
  });

  it.each([
    ['archived', { isArchived: true }, 'Till desk: Till channel, <#CSHOP>, is archived.'],
    ['left', { isMember: false }, 'Till desk: I am not in <#CSHOP>. Type `/invite @Switchboard` there.'],
  ])('tells admins of a channel that was %s', async (_fate, state, sentence) => {
    await setUp();
    at.slack.channels.set('CSHOP', { ...shopChannel, ...state });
    expect(await hub('UADA')).toContain(sentence);
  });

  it('says that nobody staffs a desk', async () => {
    await setUp();
    await at.office.transact(({ staff }) => staff.appoint('shop.tills', 'keeper', []));
    expect(await hub('UADA')).toContain('Till desk: nobody staffs this desk.');
  });

  it('leaves admins in peace when everything is set up', async () => {
    await setUp();
    const text = await hub('UADA');
    expect(text).not.toContain('Not set up yet');
    expect(text).not.toContain('warning');
    expect(JSON.stringify((await at.command('UADA', 'setup'))?.open)).toContain('Everything is set up.');
  });

  it('keeps within what a message holds, however many desks there are', async () => {
    const [desk] = at.desks;
    for (let number = 0; number < 12; number += 1) await strand(at, { once: `card ${number}` });
    for (let number = 0; number < 60; number += 1) if (desk) at.desks.push({ ...desk, name: `shop.tills${number}` });
    for (const id of ['UADA', 'UANA']) {
      expect((await at.command(id, ''))?.say?.blocks?.length).toBeLessThanOrEqual(50);
      expect((await at.command(id, '', 'help me with it all'))?.say?.blocks?.length).toBeLessThanOrEqual(50);
      expect((await at.command(id, 'status'))?.say?.blocks?.length).toBeLessThanOrEqual(50);
    }
    expect((await at.command('UADA', 'setup'))?.open?.blocks.length).toBeLessThanOrEqual(100);
  });
});

describe('/backoffice status', () => {
  it('tells everyone whether the office works, and only admins what is in the way', async () => {
    expect(await status('UBO')).toContain('*Till desk* · :warning: not ready yet · 0 people staff it.');
    expect(await status('UBO')).not.toContain('has not been chosen');
    expect(await status('UADA')).toContain('Till desk: Till channel has not been chosen.');
    await setUp();
    expect(await status('UANA')).toContain('*Serviciul case* · :white_check_mark: gata de lucru');
    expect(await status('UANA')).toContain('La acest serviciu lucrează o persoană.');
  });
});

describe('App Home', () => {
  it.each([
    ['2026-07-30T06:00:00Z', 'UADA', 'Good morning, Ada Admin', /Thursday,? 30 July 2026/],
    ['2026-07-30T11:30:00Z', 'UADA', 'Good afternoon, Ada Admin', /Thursday,? 30 July 2026/],
    ['2026-07-30T11:30:00Z', 'UBO', 'Good evening, Bo Keeper', /Thursday,? 30 July 2026/],
    ['2026-07-30T22:30:00Z', 'UANA', 'Bună seara, Ana <Casier>', /vineri, 31 iulie 2026/],
  ])('at %s greets %s with "%s" and the date where they are', async (instant, id, greeting, date) => {
    at.moveTo(instant);
    const text = await home(id);
    expect(text).toContain(greeting);
    expect(text).toMatch(date);
  });

  it('greets somebody, too, whose time zone we don’t know', async () => {
    await at.prisma.person.update({ where: { id: 'UADA' }, data: { timeZone: 'Mars/Olympus' } });
    at.moveTo('2026-07-30T06:00:00Z');
    expect(await home('UADA')).toContain('Good morning, Ada Admin');
  });

  it('says that the person is away, and lets them come back', async () => {
    await at.office.transact(({ people, now }) => {
      const from = now.toZonedDateTimeISO('UTC').toPlainDate();
      return people.addAbsence({ personId: 'UADA', from, until: from.add({ days: 3 }), note: null });
    });
    const text = await home('UADA');
    expect(text).toContain('You are marked as away until 2 Aug 2026.');
    expect(text).toContain('"action_id":"office.hub.back"');
    expect(await home('UBO')).not.toContain('office.hub.back');
  });

  it('ends with help, language and absences; set-up for admins', async () => {
    const foot = async (id: string) => JSON.stringify(await at.door.home?.foot?.(await at.visitOf(id)));
    expect(await foot('UANA')).toContain('office.hub.language');
    expect(await foot('UANA')).not.toContain('office.hub.setup');
    expect(await foot('UADA')).toContain('office.hub.setup');
  });
});

describe('the language', () => {
  const choose = (id: string, value: string) =>
    at.submit(id, 'office.hub.language-form', {
      language: { answer: { type: 'radio_buttons', selected_option: { value } } },
    });

  it('is confirmed in the new one, and App Home is drawn anew', async () => {
    expect((await choose('UADA', 'ro'))?.say?.text).toBe('De acum îți vorbesc în română.');
    expect((await at.person('UADA')).language).toBe('ro');
    expect(await at.homesRedrawn()).toEqual(['UADA']);
  });

  it('can follow Slack again', async () => {
    await choose('UANA', 'en');
    expect((await at.person('UANA')).language).toBe('en');
    expect((await choose('UANA', 'follow'))?.say?.text).toContain('limba Slack-ului tău');
    expect((await at.person('UANA')).language).toBe('ro');
  });

  it('can be named in the command, or chosen in the form', async () => {
    expect((await at.command('UADA', 'language', 'română'))?.say?.text).toContain('română');
    const form = JSON.stringify((await at.command('UADA', 'language', 'klingon'))?.open);
    expect(form).toMatch(/"initial_option":\{"value":"ro"/);
    expect(await choose('UADA', 'klingon')).toEqual({ errors: { language: 'Alege o limbă.' } });
  });
});
