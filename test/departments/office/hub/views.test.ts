import type { Answer } from '../../../../src/platform/doors/doors.js';
import { toDate } from '../../../../src/platform/time.js';
import { checkBlocks } from '../../../../src/sandbox/server/blocks/check.js';
import { messageBlocks, viewBlocks } from '../../../../src/sandbox/server/blocks/surfaces.js';
import { checkView } from '../../../../src/sandbox/server/blocks/view.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { openReception, type Reception, shopChannel, typed } from './reception.js';
import { fail } from './stuck.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
  at = await openReception(database);
});
afterAll(() => database.close());

/** What Slack would say to it. */
function faults(answer: Answer | undefined): string[] {
  const views = [answer?.open, answer?.update].filter((view) => view !== undefined);
  const notes = [answer?.say?.blocks, answer?.replace?.blocks].filter((blocks) => blocks !== undefined);
  expect(views.length + notes.length).toBeGreaterThan(0);
  return [
    ...views.flatMap((view) => checkView(view, 'modal')),
    ...notes.flatMap((blocks) => checkBlocks(messageBlocks, blocks)),
  ];
}

const run = { job: 'shop.tills.count', reason: 'TypeError <!channel>' };

/** Letters of every kind that got stuck, for every reason that there are words for, and jobs that failed. */
async function troubled(): Promise<void> {
  const kinds = ['post', 'change', 'whisper', 'file', 'home'] as const;
  const errors = ['is_archived', 'channel_not_found', 'missing_scope', 'brand_new', 'looking it up: <!channel>'];
  for (const [index, error] of errors.entries()) {
    for (const kind of kinds) {
      const about = `shop.tills/${'9'.repeat(400)}`;
      await fail(at, { once: `${kind} ${index}`, kind, error, about, ...(index === 0 && { state: 'ambiguous' }) });
    }
  }
  const now = at.office.clock.now();
  await at.door.troubles?.run({ ...run, dueAt: now });
  await database.prisma.occurrence.createMany({
    data: Array.from({ length: 20 }, (_, minutes) => {
      const dueAt = toDate(now.subtract({ minutes }));
      return { job: run.job, dueAt, ranAt: dueAt, outcome: `failed: ${run.reason}` };
    }),
  });
}

const prepared = async (howMuch: 'nothing' | 'everything') => {
  if (howMuch === 'nothing') return;
  at.slack.channels.set('CSHOP', { ...shopChannel, isMember: false });
  await troubled();
  await at.office.transact(async ({ settings, staff, people }) => {
    const holidays = Array.from({ length: 60 }, (_, day) => ({
      date: `2026-${String(8 + Math.floor(day / 28)).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')}`,
      name: 'Sărbătoare <!channel> & co',
    }));
    await settings.set('office', { timeZone: 'Europe/Bucharest', holidays }, 'UADA');
    await settings.set('shop.tills', { counter: 'CSHOP' }, 'UADA');
    await staff.appoint('shop.tills', 'keeper', ['UBO', 'UANA']);
    for (let month = 1; month <= 12; month += 1) {
      const from = at.office.clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ months: month });
      for (const personId of ['UADA', 'URADU']) {
        await people.addAbsence({ personId, from, until: from.add({ days: 2 }), note: 'x'.repeat(200) });
      }
    }
  });
};

describe.each(['nothing', 'everything'] as const)(
  'with %s set up, what Slack is given is what Slack takes',
  (howMuch) => {
    beforeAll(() => prepared(howMuch));

    describe.each([
      ['in English', 'UADA'],
      ['in Romanian', 'URADU'],
    ])('%s', (_language, id) => {
      it.each([
        ['the hub', () => at.command(id, '')],
        ['the hub with a text', () => at.command(id, '', `x${'<!channel> '.repeat(400)}`)],
        ['help in a message', () => at.command(id, '', 'help me')],
        ['the status', () => at.command(id, 'status')],
        ['the last page of what is stuck', () => at.press(id, 'office.hub.stuck-page:older', { value: '99' })],
        ['what is stuck after a press', () => at.press(id, 'office.hub.discard', { value: '0:1' })],
        ['the set-up', () => at.command(id, 'setup')],
        ['the office form', () => at.press(id, 'office.hub.setup-office')],
        ['the holidays form', () => at.press(id, 'office.hub.setup-holidays')],
        ['the desk form', () => at.press(id, 'office.hub.setup-desk:shop.tills', { value: 'shop.tills' })],
        ['the language form', () => at.command(id, 'language')],
        ['the absences form', () => at.command(id, 'away', `3.8 - 5.8 ${'y'.repeat(3001)}`)],
        ['holidays without a country', () => at.press(id, 'office.hub.fill-holidays')],
        [
          'saved holidays',
          () => at.submit(id, 'office.hub.holidays-form', { 'holidays.1': typed('2026-12-25 < & >') }),
        ],
      ])('%s', async (_name, show) => expect(faults(await show())).toEqual([]));

      it('notices of what went wrong', async () => {
        const notices = (await at.letters()).filter(({ to }) => to === id);
        expect(notices.flatMap(({ blocks }) => checkBlocks(messageBlocks, blocks))).toEqual([]);
        expect(notices).toHaveLength(howMuch === 'nothing' ? 0 : 2);
      });

      it('App Home', async () => {
        const visit = await at.visitOf(id);
        const blocks = [...((await at.door.home?.blocks(visit)) ?? []), ...((await at.door.home?.foot?.(visit)) ?? [])];
        expect(checkBlocks(viewBlocks, blocks)).toEqual([]);
      });
    });
  },
);
