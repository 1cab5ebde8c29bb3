import { eraseOutdated } from '../../../../src/departments/it/help-desk/service/erase.js';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { MARA, type OpenDesk, openTestDesk } from './open-desk.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.database.close());

const erasedTexts = async () => {
  const rows = await desk.database.prisma.ticket.findMany({ orderBy: { number: 'asc' } });
  return rows.map(({ text, resolution, erasedAt }) => [text, resolution, erasedAt !== null]);
};

describe('tickets that ended long ago', () => {
  it('lose what was written in them after the months of the settings, and no other does', async () => {
    await desk.begin({ keepMonths: 12 });
    const old = await desk.raise();
    await desk.work((at) => resolveTicket(at, old.number, MARA, 'Restarted it'));
    await desk.raise();
    desk.at('2026-12-01T08:00:00Z');
    const young = await desk.raise();
    await desk.work((at) => resolveTicket(at, young.number, MARA, 'Restarted it too'));
    desk.at('2027-03-02T07:59:00Z');
    await desk.work(eraseOutdated);
    expect((await erasedTexts()).filter(([, , isErased]) => isErased)).toEqual([]);
    desk.at('2027-03-02T08:01:00Z');
    await desk.work(eraseOutdated);
    expect(await erasedTexts()).toEqual([
      ['—', null, true],
      ['Till 3 is frozen', null, false],
      ['Till 3 is frozen', 'Restarted it too', false],
    ]);
    const events = await desk.database.prisma.ticketEvent.findMany({ where: { ticketNumber: old.number } });
    expect(events.length).toBeGreaterThan(1);
    expect(events.filter(({ text }) => text !== null)).toEqual([]);
  });

  it('are kept for ever, unless somebody set how long', async () => {
    await desk.begin();
    const { number } = await desk.raise();
    await desk.work((at) => resolveTicket(at, number, MARA, 'Restarted it'));
    desk.at('2126-03-02T08:00:00Z');
    await desk.work(eraseOutdated);
    expect(await erasedTexts()).toEqual([['Till 3 is frozen', 'Restarted it', false]]);
  });
});
