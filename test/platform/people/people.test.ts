import { peopleMemory } from '../../../src/platform/people/memory.js';
import { peopleIn } from '../../../src/platform/people/people.js';
import { type PersonHeardOf, rememberPerson } from '../../../src/platform/people/remember.js';
import { staffIn } from '../../../src/platform/people/staff.js';
import { Temporal, toDate } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { stoppedClock } from '../../support/office.js';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());
afterEach(() => database.empty());

const people = () => peopleIn(database.prisma);
const staff = () => staffIn(database.prisma);
const remember = (change: Partial<PersonHeardOf>, at = now) =>
  rememberPerson(database.prisma, at, { ...ana, ...change });
const remembered = (id: string) => remember({ id, name: id });

const ana: PersonHeardOf = {
  id: 'UANA',
  name: 'Ana',
  email: 'ana@harbour.example',
  locale: 'ro-RO',
  timeZone: 'Europe/Bucharest',
  title: 'Technician',
  isAdmin: true,
  isBot: false,
  deactivated: false,
  statusText: null,
  statusEmoji: null,
  statusUntil: null,
};

describe('somebody of whom Slack told', () => {
  it('is known by their name, language, zone, title, manager and department', async () => {
    expect(await remember({ managerId: 'UBOSS', department: 'IT' })).toEqual({
      id: 'UANA',
      name: 'Ana',
      email: 'ana@harbour.example',
      language: 'ro',
      timeZone: 'Europe/Bucharest',
      managerId: 'UBOSS',
      title: 'Technician',
      department: 'IT',
      isAdmin: true,
      isBot: false,
      deactivatedAt: null,
    });
    expect(await people().get('UANA')).toEqual(await remember({}));
    expect(await people().get('UNOBODY')).toBeNull();
  });

  it('is found by their address while they work here', async () => {
    await remember({});
    await remember({ id: 'UOLD', name: 'Old', email: 'old@harbour.example', deactivated: true });
    const found = await people().withEmails(['ana@harbour.example', 'old@harbour.example', 'nobody@harbour.example']);
    expect([...found].map(([email, { id }]) => [email, id])).toEqual([['ana@harbour.example', 'UANA']]);
  });

  it('keeps what a later, shorter answer of Slack leaves out, and what they chose themselves', async () => {
    await remember({ managerId: 'UBOSS', department: 'IT' });
    await people().chooseLanguage('UANA', 'en');
    const { locale: _, email: __, ...shorter } = ana;
    const again = await rememberPerson(database.prisma, now, { ...shorter, name: 'Ana A.', department: 'HR' });
    expect(again).toMatchObject({ name: 'Ana A.', language: 'en', managerId: 'UBOSS', department: 'HR' });
  });

  it('keeps their row when they leave, with the moment at which that was first heard, and may come back', async () => {
    await remember({});
    await remember({ deactivated: true });
    const later = await remember({ deactivated: true }, now.add({ hours: 1 }));
    expect(later).toMatchObject({ name: 'Ana', isAdmin: false, deactivatedAt: now });
    expect(await remember({})).toMatchObject({ isAdmin: true, deactivatedAt: null });
  });

  it('is found with the moment of which that is known, once it was heard of', async () => {
    const memory = peopleMemory(database, stoppedClock(now));
    expect(await memory.find('UANA')).toBeNull();
    const person = await memory.remember(ana);
    expect(await memory.find('UANA')).toEqual({ person, syncedAt: now });
    await memory.openedHome('UANA');
    expect((await database.prisma.person.findMany())[0]?.homeOpenedAt).toEqual(toDate(now));
  });
});

describe('language', () => {
  it.each([
    ['ro-RO', 'ro'],
    ['ro_MD', 'ro'],
    ['RO', 'ro'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    ['', 'en'],
  ])('is, for the locale "%s", %s', async (locale, language) => {
    expect((await remember({ locale })).language).toBe(language);
  });

  it('is what the person chose, until they leave it to Slack again', async () => {
    await remember({});
    await people().chooseLanguage('UANA', 'en');
    expect((await people().get('UANA'))?.language).toBe('en');
    await people().chooseLanguage('UANA', null);
    expect((await people().get('UANA'))?.language).toBe('ro');
  });
});

it('finds many at once, in the order asked for, without those it does not know', async () => {
  await remember({});
  await remembered('UBOB');
  const found = await people().many(['UBOB', 'UNOBODY', 'UANA', 'UBOB']);
  expect(found.map(({ id }) => id)).toEqual(['UBOB', 'UANA']);
});

describe('absences', () => {
  const away = async (at: string) => [...(await people().awayAmong(['UANA', 'UBOB'], Temporal.Instant.from(at)))];
  beforeEach(async () => {
    await remember({});
    await remember({ id: 'UBOB', timeZone: 'America/New_York' });
  });

  it('count from the first day to the last, in the zone of who is away', async () => {
    for (const personId of ['UANA', 'UBOB']) {
      await people().addAbsence({ personId, from: day('2026-11-24'), until: day('2026-11-25'), note: null });
    }
    expect(await away('2026-11-23T21:59:00Z')).toEqual([]);
    expect(await away('2026-11-23T22:00:00Z')).toEqual(['UANA']);
    expect((await away('2026-11-24T12:00:00Z')).sort()).toEqual(['UANA', 'UBOB']);
    expect(await away('2026-11-25T22:00:00Z')).toEqual(['UBOB']);
    expect(await away('2026-11-26T05:00:00Z')).toEqual([]);
  });

  it('are listed from a day on, and taken back by their owner only', async () => {
    const add = (from: string, until: string) =>
      people().addAbsence({ personId: 'UANA', from: day(from), until: day(until), note: 'sea' });
    await add('2026-08-01', '2026-08-10');
    const winter = await add('2026-12-20', '2026-12-31');
    const autumn = await add('2026-11-20', '2026-11-23');
    expect(await people().absencesOf(['UANA'], day('2026-11-23'))).toEqual([autumn, winter]);
    expect(await people().removeAbsence(winter.id, 'UBOB')).toBe(false);
    expect(await people().removeAbsence(winter.id, 'UANA')).toBe(true);
    expect(await people().removeAbsence(winter.id, 'UANA')).toBe(false);
    expect(await people().absencesOf(['UANA'], day('2026-11-23'))).toEqual([autumn]);
  });

  it('are also read from the Slack status, until it expires', async () => {
    await remember({ statusEmoji: ':palm_tree:', statusUntil: now.add({ minutes: 1 }) });
    expect(await away('2026-11-23T09:00:59Z')).toEqual(['UANA']);
    expect(await away('2026-11-23T09:01:00Z')).toEqual([]);
  });

  it('never end for who has left', async () => {
    await remember({ deactivated: true });
    expect(await away('2026-11-23T09:00:00Z')).toEqual(['UANA']);
  });
});

describe('staff', () => {
  beforeEach(async () => {
    for (const id of ['UANA', 'UBOB', 'UCAT']) await remembered(id);
  });

  it('are appointed by role; who comes and who goes is told', async () => {
    expect(await staff().appoint('it', 'technician', ['UANA', 'UBOB', 'UANA'])).toEqual({
      added: ['UANA', 'UBOB'],
      removed: [],
    });
    await staff().appoint('it', 'lead', ['UANA']);
    await staff().appoint('hr', 'technician', ['UCAT']);
    expect(await staff().appoint('it', 'technician', ['UCAT', 'UANA'])).toEqual({ added: ['UCAT'], removed: ['UBOB'] });
    expect(await staff().rolesOf('it', 'UANA')).toEqual(['lead', 'technician']);
    expect(await staff().rolesOf('it', 'UBOB')).toEqual([]);
    expect(await staff().rolesOf('hr', 'UCAT')).toEqual(['technician']);
  });

  it('take turns: first who never had one, then who waited longest', async () => {
    await staff().appoint('it', 'technician', ['UANA', 'UBOB', 'UCAT']);
    await staff().tookTurn('it', 'UBOB', now.subtract({ minutes: 1 }));
    await staff().tookTurn('it', 'UANA', now);
    expect((await staff().of('it')).map(({ personId }) => personId)).toEqual(['UCAT', 'UBOB', 'UANA']);
    expect((await staff().of('it'))[2]?.lastTurnAt).toEqual(now);
  });

  it('take turns also where all come at the same moment, or by a clock that is behind', async () => {
    await staff().appoint('it', 'technician', ['UANA', 'UBOB', 'UCAT']);
    for (const id of ['UCAT', 'UANA', 'UBOB']) await staff().tookTurn('it', id, now);
    expect((await staff().of('it')).map(({ personId }) => personId)).toEqual(['UCAT', 'UANA', 'UBOB']);
    await staff().tookTurn('it', 'UCAT', now.subtract({ seconds: 1 }));
    expect((await staff().of('it')).map(({ personId }) => personId)).toEqual(['UANA', 'UBOB', 'UCAT']);
  });

  it('keep their turn when they are appointed again', async () => {
    await staff().appoint('it', 'technician', ['UANA']);
    await staff().tookTurn('it', 'UANA', now);
    await staff().appoint('it', 'technician', ['UANA', 'UBOB']);
    expect((await staff().of('it')).map(({ personId }) => personId)).toEqual(['UBOB', 'UANA']);
  });

  it('lose every role while their account is deactivated', async () => {
    await staff().appoint('it', 'technician', ['UANA']);
    await remember({ deactivated: true });
    expect(await staff().of('it')).toEqual([]);
    expect(await staff().rolesOf('it', 'UANA')).toEqual([]);
  });
});
