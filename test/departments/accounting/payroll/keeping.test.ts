import { forget } from '../../../../src/departments/accounting/payroll/service/forget.js';
import { listPeople } from '../../../../src/departments/accounting/payroll/service/people.js';
import { tidyPeople } from '../../../../src/departments/accounting/payroll/service/tidy.js';
import { employeesIn } from '../../../../src/departments/accounting/payroll/store/employees.js';
import { command, send, shown, textOf, uploaded } from '../../../support/visits.js';
import { ANA, IBAN, OFFICER, type OpenPeople, OVERSEER, openPeople, refusal, TOMA } from './open-people.js';

let open: OpenPeople;
beforeAll(async () => {
  open = await openPeople();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const HEAD = 'number,name,email,manager,job,rate,weekly hours,from,starts,ends,iban';
const line = (number: number, name: string, more: { email?: string; ends?: string; iban?: string } = {}) =>
  `${number},${name},${more.email ?? ''},,Clerk,"60,50",40,,2024-03-01,${more.ends ?? ''},${more.iban ?? ''}`;

async function employ(...lines: string[]): Promise<void> {
  open.files.set('F1', Buffer.from([HEAD, ...lines].join('\n')));
  const form = shown(await command(open, OFFICER, 'import'));
  const preview = shown(await send(open, OFFICER, form, uploaded('F1')));
  expect(await send(open, OFFICER, preview, {})).toMatchObject({ close: 'all' });
}
const list = (query = '', page = 0, by = OFFICER) => open.look((desk) => listPeople(desk, by, query, page));
const names = async (query?: string, page?: number) => (await list(query, page)).employees.map(({ name }) => name);
const personOf = async (number: string) => (await open.look(({ db }) => employeesIn(db).get(number)))?.personId ?? null;
const tidy = () => open.office.transact(tidyPeople);
const forgotten = (id: string) => open.office.transact((tx) => forget(tx, id));

describe('the list of who is on the payroll', () => {
  it('has those who work here first, in their language’s order, and who left on a day after it', async () => {
    await employ(
      ...[line(1, 'Țepeș'), line(2, 'Zamfir', { ends: '2026-11-22' }), line(3, 'Ababei', { ends: '2026-11-20' })],
      ...[line(4, 'Tudor'), line(5, 'Albu', { ends: '2026-11-23' }), line(6, 'Ulmu')],
    );
    expect(await names()).toEqual(['Albu', 'Tudor', 'Țepeș', 'Ulmu', 'Ababei', 'Zamfir']);
  });

  it('is found by number, name and address, whatever the accents, case and spaces', async () => {
    await employ(line(71, 'Ștefan Țepeș', { email: 'st@harbour.example' }), line(8, 'Ana Maria'));
    expect(await names('stefan  TEPES ')).toEqual(['Ștefan Țepeș']);
    expect(await names('71')).toEqual(['Ștefan Țepeș']);
    expect(await names('ST@harbour')).toEqual(['Ștefan Țepeș']);
    expect(await names('nobody')).toEqual([]);
    expect(await list('nobody')).toMatchObject({ total: 0, page: 0 });
  });

  it('has ten on a page, and of a page beyond the last shows the last', async () => {
    await employ(
      ...Array.from({ length: 11 }, (_, index) => line(index + 1, `Person ${String(index).padStart(2, '0')}`)),
    );
    expect(await names('', 0)).toHaveLength(10);
    expect(await list('', 1)).toMatchObject({ total: 11, page: 1, employees: [{ name: 'Person 10' }] });
    expect((await list('', 7)).page).toBe(1);
  });

  it('may be changed by officers, read by overseers, and is nobody else’s', async () => {
    await employ(line(1, 'Ana'));
    expect((await list()).mayKeep).toBe(true);
    expect((await list('', 0, OVERSEER)).mayKeep).toBe(false);
    expect(await refusal(list('', 0, TOMA))).not.toBe('');
  });
});

describe('somebody who comes into Slack later', () => {
  it('is linked by their address, once, which is on record; nobody else’s link is touched', async () => {
    await employ(line(1, 'New', { email: 'new@harbour.example' }), line(2, 'Toma', { email: 'toma@harbour.example' }));
    await employ(line(3, 'Without'));
    expect([await personOf('1'), await personOf('2'), await personOf('3')]).toEqual([null, TOMA, null]);
    const before = await open.recorded();
    await tidy();
    expect(await open.recorded()).toEqual(before);
    await open.database.prisma.person.create({
      data: { id: 'U0NEW', name: 'New', email: 'new@harbour.example', timeZone: 'UTC', syncedAt: new Date(0) },
    });
    await tidy();
    await tidy();
    expect([await personOf('1'), await personOf('2'), await personOf('3')]).toEqual(['U0NEW', TOMA, null]);
    const [entry, ...more] = (await open.recorded()).slice(before.length);
    expect(more).toEqual([]);
    expect({ ...entry, detail: JSON.parse(entry?.detail ?? '') }).toEqual({
      ...{ actor: 'system', action: 'accounting.payroll.link-people', detail: { numbers: ['1'] } },
    });
  });

  it('isn’t linked to two employees', async () => {
    await employ(line(1, 'Toma', { email: 'toma@harbour.example' }));
    await open.database.prisma.employee.create({
      data: {
        ...{ number: '9', name: 'Toma too', email: 'toma@harbour.example', startsOn: new Date('2024-01-01') },
        personId: null,
      },
    });
    await tidy();
    expect([await personOf('1'), await personOf('9')]).toEqual([TOMA, null]);
  });
});

describe('forgetting somebody', () => {
  it('says nothing of whoever was never paid here', async () => {
    expect(await forgotten(ANA)).toEqual([]);
  });

  it('keeps what is needed while they may still be owed something', async () => {
    await employ(line(2, 'Ana', { email: 'ana@harbour.example', iban: IBAN }));
    expect(await forgotten(ANA)).toEqual([
      { fate: 'erased', what: 'forgotten.account', count: 0 },
      { fate: 'erased', what: 'forgotten.entry', count: 0 },
      { fate: 'kept', what: 'forgotten.owed', count: 1 },
      { fate: 'kept', what: 'forgotten.slips', count: 0 },
    ]);
    expect(await personOf('2')).toBe(ANA);
    expect(textOf(await open.recorded())).not.toContain('erase-account');
  });

  it('keeps it too for who has left, until a run with their last day is paid', async () => {
    await employ(line(2, 'Ana', { email: 'ana@harbour.example', iban: IBAN, ends: '2026-11-20' }));
    expect((await forgotten(ANA)).map(({ count }) => count)).toEqual([0, 0, 1, 0]);
  });
});
