import {
  confirmImport,
  draftImport,
  importAtOnce,
} from '../../../../../src/departments/accounting/payroll/service/import/import-people.js';
import { accountsIn } from '../../../../../src/departments/accounting/payroll/store/accounts.js';
import { employeesIn } from '../../../../../src/departments/accounting/payroll/store/employees.js';
import {
  ADMIN,
  ANA,
  APPROVER,
  IBAN,
  OFFICER,
  type OpenPeople,
  OTHER_IBAN,
  openPeople,
  refusal,
} from '../open-people.js';

let open: OpenPeople;
beforeAll(async () => {
  open = await openPeople();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const HEAD = 'number,name,email,manager,job,rate,currency,weekly hours,from,starts,ends,iban';
const csv = (...lines: string[]) => Buffer.from([HEAD, ...lines].join('\n'));
const BOSS = '1,Hazel,hazel@harbour.example,,Director,120,,40,,2020-01-01,,';
const ANA_LINE = `2,Ana,ana@harbour.example,1,Supervisor,"60,50",,40,,2024-03-01,,${IBAN}`;

const draft = (bytes: Uint8Array, by = OFFICER) => open.work((desk) => draftImport(desk, by, bytes));
const confirm = (id: string, by = OFFICER) => open.work((desk) => confirmImport(desk, by, id));
const bring = async (...lines: string[]) => confirm((await draft(csv(...lines))).id);
const everybody = () => open.look(({ db }) => employeesIn(db).all());

describe('a list that was uploaded', () => {
  it('changes nothing before somebody says yes', async () => {
    const { plan } = await draft(csv(BOSS, ANA_LINE));
    expect(plan).toMatchObject({ added: { length: 2 }, bad: [] });
    expect(await everybody()).toEqual([]);
  });

  it('is imported as it was shown, with accounts sealed and people linked to Slack', async () => {
    expect(await bring(BOSS, ANA_LINE)).toMatchObject({ is: 'done' });
    const [boss, ana] = await everybody();
    expect(boss).toMatchObject({ number: '1', personId: APPROVER, hasAccount: false });
    expect(ana).toMatchObject({ number: '2', personId: ANA, managerNumber: '1', hasAccount: true });
    const stored = await open.database.prisma.bankAccount.findMany();
    expect(stored).toMatchObject([{ employeeNumber: '2', lastFour: '0000', changedBy: OFFICER }]);
    expect(JSON.stringify(stored)).not.toContain(IBAN);
    const opened = await open.work((desk) => accountsIn(desk.tx).open(['1', '2'], OFFICER, 'pay'));
    expect([...opened]).toEqual([['2', IBAN]]);
  });

  it('leaves the bad lines out, and imports the good ones', async () => {
    const { id, plan } = await draft(csv(BOSS, '2,Ana,,9,Supervisor,60,,40,,2024-03-01,,', '3,Toma,,1,,,,,,,,'));
    expect(plan.bad.map(({ line }) => line)).toEqual([3, 4]);
    await confirm(id);
    expect((await everybody()).map(({ number }) => number)).toEqual(['1']);
  });

  it('is kept unreadable meanwhile, and forgotten afterwards', async () => {
    const { id } = await draft(csv(BOSS, ANA_LINE));
    const kept = JSON.stringify(await open.database.prisma.payrollDraft.findMany());
    expect(kept).not.toMatch(/Hazel|Supervisor|60,50/);
    expect(kept).not.toContain(IBAN);
    await confirm(id);
    expect(await open.database.prisma.payrollDraft.count()).toBe(0);
    expect(await refusal(confirm(id))).toContain('was imported already');
  });

  it('is shown again where the payroll changed meanwhile, and imported only then', async () => {
    await bring(BOSS);
    const first = await draft(csv(BOSS.replace('120', '130').replace('40,,', '40,2026-11-01,')));
    await bring(BOSS.replace('Director', 'Owner').replace('40,,', '40,2026-10-01,'));
    const again = await confirm(first.id);
    expect(again).toMatchObject({
      is: 'changed',
      plan: { changed: [{ changes: [{ field: 'job' }, { field: 'rate' }] }] },
    });
    expect(await confirm(first.id)).toMatchObject({ is: 'done' });
    const terms = await open.look(({ db }) => employeesIn(db).termsOf(['1']));
    expect(terms.get('1')?.map(({ from, jobTitle, rate }) => [from.toString(), jobTitle, rate.minor])).toEqual([
      ['2020-01-01', 'Director', 12_000],
      ['2026-10-01', 'Owner', 12_000],
      ['2026-11-01', 'Director', 13_000],
    ]);
  });

  it('is nobody else’s to import, and waits an hour', async () => {
    await open.office.transact((tx) => tx.staff.appoint('accounting.payroll', 'officer', [OFFICER, ADMIN]).then());
    const { id } = await draft(csv(BOSS));
    expect(await refusal(confirm(id, ADMIN))).toContain('Upload it again');
    expect(await refusal(confirm('not-an-id'))).toContain('Upload it again');
    open.later(61);
    expect(await refusal(confirm(id))).toContain('Upload it again');
  });

  it('is nothing for those who don’t keep the payroll', async () => {
    const { id } = await draft(csv(BOSS));
    for (const by of [APPROVER, ADMIN, ANA]) {
      expect(await refusal(draft(csv(BOSS), by))).toContain('Only those who keep the payroll');
      expect(await refusal(confirm(id, by))).toContain('Only those who keep the payroll');
    }
  });

  it('leaves what it did in the record, without pay, names or accounts', async () => {
    await bring(BOSS, ANA_LINE);
    await bring(ANA_LINE.replace(IBAN, OTHER_IBAN));
    const said = (await open.recorded()).map(({ actor, action, detail }) => `${actor} ${action} ${detail}`).join('\n');
    expect(said).toContain('accounting.payroll.import-people');
    expect(said).toContain('"2: account"');
    expect(said).toMatch(/read-accounts .*"purpose":"compare"/);
    expect(said).not.toMatch(/Ana|Supervisor|6050|60,50|6819/);
    expect(said).not.toContain(IBAN);
    expect(said).not.toContain(OTHER_IBAN);
  });
});

describe('a file that is no list', () => {
  it.each<[string, Uint8Array, string]>([
    ['is empty', Buffer.from(''), 'The file is empty'],
    ['has only empty lines', Buffer.from('\n\n;;\n'), 'The file is empty'],
    ['has only its headers', Buffer.from(`${HEAD}\n`), 'no people'],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 0, 2, 3, 0, 0]), 'This is no CSV file'],
    ['is too large', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'larger than 5 MB'],
    ['has other columns', Buffer.from('id,salary\n1,2'), 'These columns are missing: number, name, job, rate'],
    ['has a column twice', Buffer.from(`${HEAD},nr\n${BOSS},1`), 'The column number is there twice'],
  ])('%s: a sentence says so', async (_, bytes, sentence) => {
    expect(await refusal(draft(bytes))).toContain(sentence);
    expect(await open.database.prisma.payrollDraft.count()).toBe(0);
  });

  it('shows the headers that it has', async () => {
    expect(await refusal(draft(Buffer.from('id,salary\n1,2')))).toContain('The first line has: id, salary.');
  });
});

it('reads lists as spreadsheets save them: with a mark, semicolons, and in the code page of Central Europe', async () => {
  const head = 'Număr;Nume;Funcție;Tarif;Ore pe săptămână;Începe';
  const line = '7;Șerban Țurcanu;Casier;45,50;37,5;01.02.2026';
  const latin2 = Uint8Array.from([...`${head}\r\n${line}\r\n`].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
  for (const bytes of [Buffer.from(`\ufeff${head}\r\n${line}\r\n`), latin2]) {
    const { plan } = await draft(bytes);
    expect(plan).toMatchObject({ bad: [], added: [{ employee: { name: 'Șerban Țurcanu' } }] });
  }
});

/** As far as the test writes them: ISO-8859-2 has the letters with a cedilla in place of those with a comma. */
const codes: Record<string, number> = { ă: 0xe3, â: 0xe2, î: 0xee, Î: 0xce, Ș: 0xaa, ș: 0xba, Ț: 0xde, ț: 0xfe };

it('names ragged lines and goes on with the others', async () => {
  const { plan } = await draft(csv(BOSS, '2,Ana,too short', ANA_LINE));
  expect(plan.bad).toMatchObject([{ line: 3, problems: [{ key: 'ragged' }] }]);
  expect(plan.added).toHaveLength(2);
});

it('imports 5,000 people at once, and finds nothing to do the second time', async () => {
  const lines = Array.from(
    { length: 5_000 },
    (_, at) =>
      `${at + 1},Person ${at + 1},p${at + 1}@harbour.example,${at === 0 ? '' : Math.ceil(at / 10)},Cashier,45.5,,40,,2024-01-01,,${IBAN}`,
  );
  const { plan } = await open.work((desk) => importAtOnce(desk, csv(...lines), () => true));
  expect(plan).toMatchObject({ added: { length: 5_000 }, bad: [] });
  expect(await everybody()).toHaveLength(5_000);
  expect((await draft(csv(...lines))).plan).toMatchObject({ unchanged: 5_000, added: [], changed: [] });
}, 60_000);
