import { desks } from '../../../../src/departments/index.js';
import type { Office } from '../../../../src/platform/office.js';
import { rememberPerson } from '../../../../src/platform/people/remember.js';
import { Temporal } from '../../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { testOffice } from '../../../support/office.js';
import { command, type OpenDesk, refusal, send, shown, textOf } from '../../../support/visits.js';

// Somebody who has left and asks to be forgotten, over all desks: what is said of them goes, and what the law keeps stays.

const NOW = Temporal.Instant.from('2026-11-27T09:00:00Z');
const [ADMIN, CLERK, GONE, HERE] = ['UADMIN', 'UCLERK', 'UGONE', 'UHERE'];
const day = (text: string) => new Date(`${text}T00:00:00Z`);

let database: TestDatabase;
let hub: OpenDesk & { office: Office };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.empty();
  const { prisma } = database;
  const at = new Date('2026-11-01T00:00:00Z');
  await prisma.person.createMany({
    data: [
      { id: ADMIN, name: 'Ada Admin', isAdmin: true, syncedAt: at },
      { id: CLERK, name: 'Cleo Clerk', syncedAt: at },
      { id: HERE, name: 'Hal Here', syncedAt: at },
      {
        ...{ id: GONE, name: 'Zdravka Petrova', email: 'zdravka@example.com', title: 'Zitherist', department: 'Zoo' },
        ...{ managerId: CLERK, statusText: 'Zzz', deactivatedAt: at, syncedAt: at },
      },
      { id: 'UBOT', name: 'Some App', isBot: true, deactivatedAt: at, syncedAt: at },
    ],
  });
  const office = testOffice(database, NOW);
  const open = desks(office);
  const desk = open.at(-1);
  if (!desk) throw new Error('there is no hub');
  hub = { office, now: () => NOW, desk };
});

/** Every row of every table, as text, by table. */
async function everyRow(): Promise<Record<string, string>> {
  const tables = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    rows[name] = JSON.stringify(await database.prisma.$queryRawUnsafe(`SELECT "t"::text FROM "${name}" "t"`));
  }
  return rows;
}

const tracesIn = (rows: Record<string, string>): string[] =>
  Object.keys(rows)
    .filter((table) => /zdravka|zither|zebra|Zzz|Zoo/i.test(rows[table] ?? ''))
    .sort();

/** Something of theirs in every desk. */
async function leaveTraces(): Promise<void> {
  const { prisma } = database;
  const at = new Date('2026-10-01T00:00:00Z');
  const ticket = { priority: 'low', category: 'other', text: 'my zebra is ill', owedSince: at, createdAt: at } as const;
  for (const [state, requesterId, behalfOfId] of [
    ['closed', GONE, null],
    ['withdrawn', HERE, GONE],
    ['in_progress', GONE, null],
  ] as const) {
    const { number } = await prisma.ticket.create({
      data: { ...ticket, state, requesterId, behalfOfId, resolution: 'zebra cured', updatedAt: at },
    });
    await prisma.ticketEvent.create({
      data: { ticketNumber: number, kind: 'told', actorId: GONE, text: 'a zebra', fileNames: ['zebra.png'], at },
    });
    await prisma.letter.createMany({
      data: [
        { to: 'CTRIAGE', once: `it.help-desk/${number}/triage/CTRIAGE` },
        { to: GONE, once: `it.help-desk/${number}/card/${GONE}` },
      ].map(({ to, once }) => ({
        ...{ once, kind: 'post', lane: to, about: `it.help-desk/${number}`, state: 'sent' as const, channel: 'C1' },
        ...{ ts: '1.1', payload: { kind: 'post', text: 'the zebra' }, createdAt: at, settledAt: at },
      })),
    });
  }
  await prisma.letter.create({
    data: { once: 'x', kind: 'post', lane: GONE, payload: { text: 'Dear Zdravka' }, createdAt: at },
  });
  await prisma.absence.create({ data: { personId: GONE, firstDay: at, lastDay: at, note: 'zebra safari' } });
  await prisma.staffMember.create({ data: { desk: 'it.help-desk', role: 'technician', personId: GONE } });
  await prisma.sheet.createMany({
    data: [
      { personId: GONE, firstDay: day('2012-03-01'), lastDay: day('2012-03-31'), state: 'locked', updatedAt: at },
      { personId: GONE, firstDay: day('2026-09-01'), lastDay: day('2026-09-30'), state: 'locked', updatedAt: at },
    ],
  });
  await prisma.workPattern.create({ data: { personId: GONE, validFrom: at, minutes: [480, 0, 0, 0, 0, 0, 0] } });
  await prisma.employee.create({
    data: {
      ...{ number: 'E7', personId: GONE, name: 'Zdravka Petrova', startsOn: at },
      account: { create: { iban: 'sealed', lastFour: '1234', changedAt: at, changedBy: CLERK } },
    },
  });
  await prisma.callTaker.create({ data: { personId: GONE, skills: ['zither'], languages: ['bg'] } });
  await prisma.callRotation.create({ data: { name: 'Night', members: [CLERK, GONE], createdAt: at } });
  await prisma.digestFollower.create({ data: { personId: GONE, topics: ['zebras'] } });
  await prisma.digestWatch.create({ data: { ownerId: GONE, word: 'zebra', addedAt: at } });
  await prisma.delegation.create({
    data: { personId: GONE, delegateId: CLERK, firstDay: at, lastDay: at, note: 'zebra time' },
  });
}

/** A run of September; with a payslip of theirs, or of others only. */
async function runOfSeptember(state: 'draft' | 'paid', hasTheirs: boolean): Promise<void> {
  const { id } = await database.prisma.payRun.create({
    data: {
      ...{ from: day('2026-09-01'), until: day('2026-09-30'), payday: day('2026-10-05'), preparedBy: CLERK },
      ...{ preparers: [CLERK], computedAt: day('2026-10-01'), fingerprint: 'f' },
    },
  });
  if (hasTheirs) {
    await database.prisma.payslipRow.create({
      data: {
        ...{ runId: id, employeeNumber: 'E7', currency: 'EUR', personId: GONE, name: 'Zdravka Petrova', lines: [] },
        ...{ gross: 1n, deducted: 0n, net: 1n },
      },
    });
  }
  await database.prisma.payRun.update({ where: { id }, data: { state } });
}
const lastDayIs = (text: string) =>
  database.prisma.employee.update({ where: { number: 'E7' }, data: { endsOn: day(text) } });

const choose = (whom: string) => ({
  whom: { 'office.hub.leavers': { type: 'external_select', selected_option: { value: whom } } },
});
const preview = async (by = ADMIN, whom = GONE) => send(hub, by, shown(await command(hub, by, 'forget')), choose(whom));
const forget = async (by = ADMIN) => {
  const view = shown(await preview(by));
  return send(hub, by, view, {});
};

const nightly = async () => {
  const job = hub.desk.jobs?.find(({ name }) => name === 'office.hub.forget-the-rest');
  await hub.office.transact((tx) => job?.run(tx, { now: NOW, dueAt: NOW }) ?? Promise.resolve());
};

describe('who has left and asks to be forgotten', () => {
  it('leaves no word of theirs in any table, but what the law keeps and what is still open', async () => {
    await leaveTraces();
    await runOfSeptember('paid', true);
    await forget();
    // An open ticket stays until it is finished, and pay as long as the law says.
    expect(tracesIn(await everyRow())).toEqual(['Employee', 'Letter', 'PayslipRow', 'Ticket', 'TicketEvent']);
    await database.prisma.ticket.updateMany({ where: { state: 'in_progress' }, data: { state: 'closed' } });
    await nightly();
    expect(tracesIn(await everyRow())).toEqual(['Employee', 'PayslipRow']);
    const entries = () => database.prisma.auditEntry.count({ where: { action: 'office.hub.forget' } });
    expect(await entries()).toBe(2);
    await nightly();
    expect(await entries()).toBe(2);
  });

  it('is off the payroll as well, where nothing was ever paid to them', async () => {
    await leaveTraces();
    await lastDayIs('2026-09-15');
    await runOfSeptember('paid', false);
    await database.prisma.ticket.updateMany({ where: { state: 'in_progress' }, data: { state: 'closed' } });
    await forget();
    expect(tracesIn(await everyRow())).toEqual([]);
    expect(await database.prisma.bankAccount.count()).toBe(0);
  });

  it('is shown beforehand, and nothing is changed by looking', async () => {
    await leaveTraces();
    await lastDayIs('2026-09-30');
    await runOfSeptember('paid', true);
    const before = await everyRow();
    const text = textOf(shown(await preview()));
    expect(text).toContain('This is what I have of *Zdravka Petrova*.');
    for (const line of [
      'Would be erased',
      '• IT help: what was written in 2 tickets, with the answers',
      '• Timesheets: 1 timesheet that no longer has to be kept',
      '• Payroll: the bank account',
      '• 1 absence, with its note',
      'Would stay',
      '• IT help: 1 ticket that is still open. Once it is finished I erase it by myself.',
      '• Timesheets: 1 timesheet, as the law asks, until 31 December 2036',
      'HR: complaints: they are erased by rules of their own. Whether there are any is not told here.',
      'It cannot be undone.',
    ]) {
      expect(text).toContain(line);
    }
    expect(await everyRow()).toEqual(before);
  });

  it('is told of in a report to whoever did it, without the name, and it is on record', async () => {
    await leaveTraces();
    const done = textOf(shown(await forget()));
    expect(done).toContain('Done. This report is in your direct messages as well.');
    const letter = await database.prisma.letter.findFirstOrThrow({ where: { lane: ADMIN } });
    expect(textOf(letter.payload)).toContain('what was written in 2 tickets');
    expect(textOf(letter.payload)).not.toContain('Zdravka');
    const entry = await database.prisma.auditEntry.findFirstOrThrow({ where: { action: 'office.hub.forget' } });
    expect(entry).toMatchObject({ actor: ADMIN, object: `platform.person/${GONE}` });
    expect(entry.detail).toContain('it.help-desk.forgotten.tickets:erased:2');
  });

  it('has what Slack shows of their tickets put out of sight, and hears nothing more', async () => {
    await leaveTraces();
    await forget();
    const edits = await database.prisma.letter.findMany({ where: { kind: 'change', about: 'it.help-desk/1' } });
    expect(edits.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ text: 'Ticket #1: what was written here has been erased.' }),
    );
    expect(await database.prisma.letter.findUniqueOrThrow({ where: { once: 'x' } })).toMatchObject({
      state: 'dropped',
    });
  });

  it('isn’t learned again when Slack goes on telling of the account, but is when they come back', async () => {
    await forget();
    const heard = {
      ...{ id: GONE, name: 'Zdravka Petrova', timeZone: 'UTC', title: null, isAdmin: false, isBot: false },
      ...{ statusText: null, statusEmoji: null, statusUntil: null },
    };
    await rememberPerson(database.prisma, NOW, { ...heard, deactivated: true });
    expect(tracesIn(await everyRow())).toEqual([]);
    const back = await rememberPerson(database.prisma, NOW, { ...heard, deactivated: false });
    expect(back).toMatchObject({ name: 'Zdravka Petrova', deactivatedAt: null });
  });

  it('can be found by a part of the name or address, the last to leave first; colleagues and apps aren’t there', async () => {
    await database.prisma.person.create({
      data: { id: 'UOLD', name: 'Otto Old', deactivatedAt: day('2020-01-01'), syncedAt: day('2020-01-01') },
    });
    const find = async (query: string) => {
      const person = await hub.office.read(({ people }) => people.get(ADMIN));
      if (!person) throw new Error('nobody');
      const search = hub.desk.searches?.['office.hub.leavers'];
      const visit = { person, language: 'en' as const, now: NOW, key: 'k', actionId: 'office.hub.leavers', query };
      return (await search?.(visit))?.map(({ value, description }) => [value, description?.text]);
    };
    expect(await find('')).toEqual([
      [GONE, 'left 1 November 2026'],
      ['UOLD', 'left 1 January 2020'],
    ]);
    expect(await find(' PETROVA')).toEqual([[GONE, 'left 1 November 2026']]);
    expect(await find('zdravka@')).toEqual([[GONE, 'left 1 November 2026']]);
    expect(await find('nobody%')).toEqual([]);
    await forget();
    expect(await find('')).toEqual([['UOLD', 'left 1 January 2020']]);
  });

  it('is forgotten once, however often the form is sent', async () => {
    const view = shown(await preview());
    await send(hub, ADMIN, view, {}, 'same');
    await expect(send(hub, ADMIN, view, {}, 'same')).rejects.toMatchObject({ name: 'AlreadyHandled' });
  });
});

describe('forgetting', () => {
  it.each([
    ['opening it', () => command(hub, CLERK, 'forget')],
    ['looking', async () => send(hub, CLERK, shown(await command(hub, ADMIN, 'forget')), choose(GONE))],
    ['doing it', async () => send(hub, CLERK, shown(await preview()), {})],
  ])('is for admins: %s', async (_, attempt) => {
    expect(await refusal(attempt())).toBe(
      `Only workspace admins can have somebody forgotten. You can ask <@${ADMIN}>.`,
    );
    expect((await database.prisma.person.findUniqueOrThrow({ where: { id: GONE } })).forgottenAt).toBeNull();
  });

  it('is refused for whoever still works here, whatever the form claims', async () => {
    expect(await refusal(preview(ADMIN, HERE))).toContain('Hal Here still has an account here.');
    const forged = { ...shown(await preview()), private_metadata: HERE };
    expect(await refusal(send(hub, ADMIN, forged, {}))).toContain('Deactivate it in Slack first');
    expect(await refusal(preview(ADMIN, 'UNOBODY'))).toContain('I do not know them');
    expect(await refusal(preview(ADMIN, 'UBOT'))).toContain('I do not know them');
  });

  it('asks for somebody, and says so where nobody has left', async () => {
    const form = shown(await command(hub, ADMIN, 'forget'));
    expect(await send(hub, ADMIN, form, {})).toEqual({ errors: { whom: 'Choose somebody from the list.' } });
    await database.prisma.person.deleteMany({ where: { id: GONE } });
    expect((await command(hub, ADMIN, 'forget'))?.say?.text).toContain('Nobody who has left is on record.');
  });

  it('speaks Romanian', async () => {
    await leaveTraces();
    await hub.office.transact(({ people }) => people.chooseLanguage(ADMIN, 'ro'));
    const text = textOf(shown(await forget()));
    expect(text).toContain('• Ajutor IT: ce s-a scris în 2 tichete, cu răspunsurile');
    expect(text).toContain('până la 31 decembrie 2036');
  });

  it.each([
    ['their last day isn’t known', null, 'paid', false],
    ['no run of their last day was paid', '2026-10-01', 'paid', true],
    ['a run that pays them isn’t finished', '2026-09-30', 'draft', true],
  ] as const)('leaves the account while something may be owed: %s', async (_, lastDay, state, hasTheirs) => {
    await leaveTraces();
    await runOfSeptember(state, hasTheirs);
    if (lastDay) await lastDayIs(lastDay);
    expect(textOf(shown(await forget()))).toContain('in case something is still owed');
    expect(await database.prisma.bankAccount.count()).toBe(1);
    await lastDayIs('2026-09-30');
    if (state === 'draft') await database.prisma.payRun.updateMany({ data: { state: 'paid' } });
    await nightly();
    expect(await database.prisma.bankAccount.count()).toBe(0);
  });

  it('goes on night by night with those who were looked at longest ago, however many there are', async () => {
    const at = day('2026-01-01');
    await database.prisma.person.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        ...{ id: `UOLD${n}`, name: '—', syncedAt: at, deactivatedAt: at, forgottenAt: at },
      })),
    });
    await database.prisma.digestFollower.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({ personId: `UOLD${n}`, topics: [] })),
    });
    await nightly();
    expect(await database.prisma.digestFollower.count()).toBe(10);
    await nightly();
    expect(await database.prisma.digestFollower.count()).toBe(0);
  });
});
