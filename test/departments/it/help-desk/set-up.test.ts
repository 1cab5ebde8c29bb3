import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { catchUpOnCards } from '../../../../src/departments/it/help-desk/service/set-up.js';
import { ADMIN, LEAD, MARA, type OpenDesk, openTestDesk, refusal, TRIAGE, TUDOR } from './open-desk.js';
import { press } from './visits.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const technicians = (ids: string[]) =>
  desk.office.transact(async (tx) => {
    await tx.staff.appoint('it.help-desk', 'technician', ids);
    await desk.desk.setup?.changed?.(tx, ADMIN);
  });
const toldTo = async (id: string) => (await desk.posted()).filter(({ to }) => to === id).map(({ text }) => text);

describe('when somebody is taken off the staff', () => {
  it('what they had goes back to the queue, and the leads are told which', async () => {
    const theirs = await desk.raise();
    const others = await desk.raise();
    await desk.work((at) => takeTicket(at, theirs.number, MARA));
    await desk.work((at) => takeTicket(at, others.number, TUDOR));
    await technicians([TUDOR]);
    expect(await desk.ticket(theirs.number)).toMatchObject({ state: 'new', assigneeId: null });
    expect(await desk.ticket(others.number)).toMatchObject({ state: 'in_progress', assigneeId: TUDOR });
    expect(await toldTo(LEAD)).toEqual([
      `Mara doesn't staff IT any more, so a ticket is back in the queue: #${theirs.number}.`,
    ]);
  });

  it('and again after they came back, the leads are told again', async () => {
    const { number } = await desk.raise();
    for (let i = 0; i < 2; i++) {
      await technicians([MARA, TUDOR]);
      await desk.work((at) => takeTicket(at, number, MARA));
      desk.later(5);
      await technicians([TUDOR]);
    }
    expect(await toldTo(LEAD)).toHaveLength(2);
  });
});

/** The last transaction that held this row and finished what it did: PostgreSQL writes who held it into the row. */
async function lastHolder(number: number): Promise<string | null> {
  const [row] = await desk.database.prisma.$queryRaw<{ holder: string; status: string | null }[]>`
    SELECT xmax::text AS "holder", CASE WHEN xmax::text <> '0' THEN pg_xact_status(xmax::text::xid8) END AS "status"
    FROM "Ticket" WHERE "number" = ${number}`;
  return row?.status === 'committed' ? row.holder : null;
}

/** Whether a later transaction than that one held it to the end. */
async function isHeldAgain(number: number, before: string | null): Promise<boolean> {
  const now = await lastHolder(number);
  return now !== null && now !== before;
}

describe('a ticket whose card is drawn anew', () => {
  it('is held meanwhile when an old card was pressed', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => takeTicket(at, number, MARA));
    await desk.database.prisma.ticket.update({ where: { number }, data: { priority: 'urgent' } });
    const before = await lastHolder(number);
    expect(await isHeldAgain(number, before)).toBe(false);
    const message = { channel: TRIAGE, ts: '1.1', isPrivate: false };
    await refusal(press(desk, TUDOR, 'it.help-desk.take', { value: String(number), message }));
    expect(await isHeldAgain(number, before)).toBe(true);
  });

  it('is held meanwhile when the set-up changed', async () => {
    const { number } = await desk.raise();
    await desk.database.prisma.ticket.update({ where: { number }, data: { priority: 'urgent' } });
    const before = await lastHolder(number);
    expect(await isHeldAgain(number, before)).toBe(false);
    await desk.work(catchUpOnCards);
    expect(await isHeldAgain(number, before)).toBe(true);
  });
});
