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

/** Whether the last who held this row also finished what they did: PostgreSQL writes who held it into the row. */
async function heldToTheEnd(number: number): Promise<boolean> {
  const [row] = await desk.database.prisma.$queryRaw<{ status: string | null }[]>`
    SELECT CASE WHEN xmax::text <> '0' THEN pg_xact_status(xmax::text::xid8) END AS "status"
    FROM "Ticket" WHERE "number" = ${number}`;
  return row?.status === 'committed';
}

describe('a ticket whose card is drawn anew', () => {
  it('is held meanwhile when an old card was pressed', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => takeTicket(at, number, MARA));
    await desk.database.prisma.ticket.update({ where: { number }, data: { text: 'Till 4 is frozen' } });
    expect(await heldToTheEnd(number)).toBe(false);
    const message = { channel: TRIAGE, ts: '1.1', isPrivate: false };
    await refusal(press(desk, TUDOR, 'it.help-desk.take', { value: String(number), message }));
    expect(await heldToTheEnd(number)).toBe(true);
  });

  it('is held meanwhile when the set-up changed', async () => {
    const { number } = await desk.raise();
    await desk.database.prisma.ticket.update({ where: { number }, data: { text: 'Till 4 is frozen' } });
    expect(await heldToTheEnd(number)).toBe(false);
    await desk.work(catchUpOnCards);
    expect(await heldToTheEnd(number)).toBe(true);
  });
});
