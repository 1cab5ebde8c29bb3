import type { KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { askRequester } from '../../../../src/departments/it/help-desk/service/converse.js';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { watchTargets } from '../../../../src/departments/it/help-desk/service/watch.js';
import { dueAt } from '../../../../src/departments/it/help-desk/ticket.js';
import { readSettings, settingsForm } from '../../../../src/departments/it/help-desk/views/settings.js';
import { words } from '../../../../src/departments/it/help-desk/words.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { languages } from '../../../../src/platform/words/words.js';
import { ADMIN, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE, TUDOR } from './open-desk.js';
import { command, filled, send, textsOf } from './visits.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const asTheyAre = {
  rotation: 'off',
  ...{ 'respond-urgent': '0.5', 'resolve-urgent': '4', 'respond-high': '1', 'resolve-high': '8' },
  ...{ 'respond-normal': '4', 'resolve-normal': '24', 'respond-low': '8', 'resolve-low': '40' },
  ...{ remindAfterDays: '2', closeAfterDays: '3', regretDays: '10', keepMonths: '0' },
};
const open = async (by = LEAD): Promise<ModalView> => {
  const view = (await command(desk, by, 'settings'))?.open;
  if (!view) throw new Error('no form was opened');
  return view;
};
const save = async (changes: Record<string, string>, by = LEAD) =>
  send(desk, by, await open(), filled({ ...asTheyAre, ...changes }));
const stored = async () => (await desk.database.prisma.setting.findUnique({ where: { key: 'it.help-desk' } }))?.value;

/** What stands in a form when it is opened. */
const initial = (view: ModalView): Record<string, string> =>
  Object.fromEntries(
    (view.blocks as KnownBlock[]).flatMap((block) => {
      if (block.type !== 'input') return [];
      const { element } = block;
      const value = 'initial_value' in element ? element.initial_value : undefined;
      const option = 'initial_option' in element ? element.initial_option?.value : undefined;
      return [[block.block_id ?? '', typeof value === 'string' ? value : (option ?? '')]];
    }),
  );

describe('/ithelp settings', () => {
  it('shows how the desk works now, with the decimals of the reader', async () => {
    expect(initial(await open())).toEqual(asTheyAre);
    await desk.office.transact(({ people }) => people.chooseLanguage(LEAD, 'ro'));
    expect(initial(await open())).toEqual({ ...asTheyAre, 'respond-urgent': '0,5' });
  });

  it('keeps what was changed, and leaves the set-up alone', async () => {
    const answer = await save({ rotation: 'on', 'respond-urgent': '0,25', remindAfterDays: ' 5 ' });
    expect(answer).toEqual({ close: 'all', say: { text: 'The settings are kept.' } });
    expect(await stored()).toMatchObject({
      triage: TRIAGE,
      rotation: true,
      remindAfterDays: 5,
      targets: { urgent: { respond: 15, resolve: 240 }, low: { respond: 480, resolve: 2400 } },
    });
    const given = [await desk.raise(ELENA), await desk.raise(ELENA)].map(({ assigneeId }) => assigneeId);
    expect(given.sort()).toEqual([MARA, TUDOR].sort());
  });

  it('gives new targets to what is open, and only where they changed', async () => {
    const urgent = await desk.raise(ELENA, { priority: 'urgent' });
    const low = await desk.raise(ELENA, { priority: 'low' });
    const done = await desk.raise(ELENA, { priority: 'urgent' });
    await desk.work((at) => resolveTicket(at, done.number, MARA, ''));
    desk.later(10);
    const answer = await save({ 'respond-urgent': '2', 'resolve-urgent': '6,5' });
    expect(answer?.say?.text).toBe('The settings are kept, and 1 open ticket has new targets.');

    const after = await desk.ticket(urgent.number);
    expect(dueAt(after, 'respond')?.toString()).toBe('2026-03-02T10:00:00Z');
    expect(dueAt(after, 'resolve')?.toString()).toBe('2026-03-02T14:30:00Z');
    expect(await desk.ticket(low.number)).toEqual(low);
    expect((await desk.ticket(done.number)).targets).toEqual([]);
    const card = (await desk.posted()).find(({ once }) => once.endsWith(`${urgent.number}/triage/${TRIAGE}`));
    expect(card?.blocks).toContain('2026-03-02 10:00 UTC');
  });

  it('tells anew of a target that was late and is further away now', async () => {
    await desk.raise(ELENA, { priority: 'urgent' });
    const told = async () => (await desk.posted()).filter(({ once, to }) => once.includes('/late/') && to === LEAD);
    desk.later(40);
    await desk.work(watchTargets);
    expect(await told()).toHaveLength(1);
    await save({ 'respond-urgent': '1' });
    await desk.work(watchTargets);
    expect(await told()).toHaveLength(1);
    desk.later(30);
    await desk.work(watchTargets);
    expect(await told()).toHaveLength(2);
  });

  it.each(['', 'soon', '0', '0,001', '-1', '1.000', '1e3', '1 000', '1001', '٤', '4h', '4,5,6'])(
    'says at the field that “%s” is no number of hours',
    async (typed) => {
      const answer = await save({ 'respond-high': typed });
      expect(answer?.errors).toEqual({
        'respond-high': 'Write working hours as a number up to 1,000, such as 0.5 or 8.',
      });
    },
  );

  it.each(['', '0', '61', '1.5', '1,5', 'two', '-2', '100'])(
    'says at the field that “%s” is no number of days',
    async (typed) => {
      const answer = await save({ remindAfterDays: typed });
      expect(answer?.errors).toEqual({ remindAfterDays: 'Write a whole number of days, from 1 to 60.' });
    },
  );

  it.each(['', '-1', '241', '1.5', 'never'])('says at the field that “%s” is no number of months', async (typed) => {
    const answer = await save({ keepMonths: typed });
    expect(answer?.errors).toEqual({ keepMonths: 'Write a whole number of months, from 0 to 240.' });
  });

  it('says what does not go together', async () => {
    const answer = await save({ 'respond-low': '50', closeAfterDays: '12' });
    expect(Object.keys(answer?.errors ?? {})).toEqual(['resolve-low', 'regretDays']);
    expect(answer?.errors?.['resolve-low']).toContain('sooner than the first answer');
    expect(await stored()).not.toHaveProperty('targets');
  });

  it('is nothing for technicians and others, by whichever door', async () => {
    const view = await open();
    for (const by of [MARA, RADU]) {
      expect(await refusal(command(desk, by, 'settings'))).toContain('Only leads of IT and admins');
      expect(await refusal(send(desk, by, view, filled(asTheyAre)))).toContain('Only leads of IT and admins');
    }
  });

  it('writes down who changed what', async () => {
    await save({ 'resolve-urgent': '5' }, ADMIN);
    const entry = await desk.database.prisma.auditEntry.findFirst({
      where: { action: 'it.help-desk.write-settings' },
      orderBy: { seq: 'desc' },
    });
    expect(entry).toMatchObject({ actor: ADMIN, object: 'it.help-desk' });
    expect(textsOf([entry?.detail])).toMatch(/urgent:30\/240.*urgent:30\/300/);
  });
});

describe('the form of the settings', () => {
  it.each(languages)('gives back every target that it shows, in %s', (language) => {
    const say = words.in(language);
    const minutes = fc.integer({ min: 1, max: 60_000 });
    const target = fc.tuple(minutes, minutes).map(([one, other]) => ({
      respond: Math.min(one, other),
      resolve: Math.max(one, other),
    }));
    const days = fc.integer({ min: 1, max: 30 });
    const switches = fc.record({
      rotation: fc.boolean(),
      targets: fc.record({ urgent: target, high: target, normal: target, low: target }),
      remindAfterDays: days,
      closeAfterDays: days,
      regretDays: fc.integer({ min: 30, max: 60 }),
      keepMonths: fc.integer({ min: 0, max: 240 }),
    });
    fc.assert(
      fc.property(switches, (kept) => {
        expect(readSettings(say, filled(initial(settingsForm(say, kept))))).toEqual({ fields: kept });
      }),
    );
  });
});

describe('when the office’s hours or holidays change', () => {
  it('what is open is due by the new ones, and what waits keeps standing', async () => {
    const { number } = await desk.raise();
    const asked = await desk.raise();
    await desk.work((at) => askRequester(at, asked.number, MARA, 'Which?'));
    expect(dueAt(await desk.ticket(number), 'resolve')?.toString()).toBe('2026-03-05T08:00:00Z');

    await desk.office.transact(async (tx) => {
      const holidays = [{ date: '2026-03-03', name: 'Office party' }];
      await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', language: 'ro', holidays }, ADMIN);
      await desk.desk.officeChanged?.(tx);
    });

    expect(dueAt(await desk.ticket(number), 'resolve')?.toString()).toBe('2026-03-06T08:00:00Z');
    expect(await desk.ticket(asked.number)).toMatchObject({ state: 'waiting', runningSince: null });
    const card = (await desk.posted()).find(({ once }) => once === `it.help-desk/${number}/triage/${TRIAGE}`);
    expect(card?.text).toContain('🆕 Nou');
  });
});
