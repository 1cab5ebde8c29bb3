import { require, standingsOf } from '../../../../src/departments/accounting/timesheets/desk.js';
import { ids } from '../../../../src/departments/accounting/timesheets/ids.js';
import { permissions, type Right } from '../../../../src/departments/accounting/timesheets/permissions.js';
import { command, press, send, textOf } from '../../../support/visits.js';
import { ANA, HAZEL, LINDEN, OLIVE, type OpenTimesheets, openTimesheets, refusal, TOMA } from './open-timesheets.js';

let open: OpenTimesheets;
beforeAll(async () => {
  open = await openTimesheets();
  await open.begin();
});
afterAll(() => open.database.close());

/** What they are to Toma's hours; the manager's manager is nobody to them, nor is the workspace's admin. */
const people = { owner: TOMA, manager: ANA, accountant: OLIVE, colleague: LINDEN, admin: HAZEL };
type Who = keyof typeof people;

/** Written out by hand, so that a change of the table is seen by whoever makes it. */
const allowed: Record<Right, readonly Who[]> = {
  see: ['owner', 'manager', 'accountant'],
  write: ['owner'],
  submit: ['owner'],
  withdraw: ['owner', 'accountant'],
  correct: ['owner', 'accountant'],
  writeCorrection: ['owner', 'accountant'],
  drop: ['owner', 'accountant'],
  seeTeam: ['manager', 'accountant'],
  seeAll: ['accountant'],
  keepProjects: ['accountant'],
  keepPatterns: ['accountant'],
  keepSettings: ['accountant'],
};

const every = (Object.keys(permissions) as Right[]).flatMap((right) =>
  (Object.keys(people) as Who[]).map((who) => [right, who, allowed[right].includes(who)] as const),
);

describe('every right to Toma’s hours', () => {
  it.each(every)('%s, %s: %s', async (right, who, isAllowed) => {
    const asked = open.look((desk) => require(desk, right, people[who], TOMA));
    if (isAllowed) await expect(asked).resolves.toBeUndefined();
    else expect(await refusal(asked)).toContain('This isn’t yours to do');
  });

  it('is gone with the role', async () => {
    await open.office.transact((tx) => tx.staff.appoint('accounting.timesheets', 'accountant', []));
    expect(await open.look((desk) => standingsOf(desk, OLIVE, TOMA))).toEqual(new Set());
    await open.office.transact((tx) => tx.staff.appoint('accounting.timesheets', 'accountant', [OLIVE]));
  });
});

/** Every door that carries somebody's name or asks for a role → who is let in. Values that come with it are claims. */
const place = JSON.stringify({ owner: TOMA, day: '2026-11-16' });
const pattern = JSON.stringify({ person: TOMA, from: null });
const view = (callback_id: string, private_metadata: string) => ({
  ...{ type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] },
  ...{ callback_id, private_metadata },
});
const seers: readonly Who[] = ['owner', 'manager', 'accountant'];
const doors: [string, readonly Who[], (by: string) => Promise<unknown>][] = [
  ['Open', seers, (by) => press(open, by, ids.open, place)],
  ['Turn', seers, (by) => press(open, by, ids.turn, place)],
  ['Edit a day', seers, (by) => press(open, by, ids.editDay, place)],
  ['Save lines', ['owner'], (by) => press(open, by, ids.saveLines, place, withLines('mon 8'))],
  ['Copy last', ['owner'], (by) => press(open, by, ids.copy, place)],
  ['Fill from clock', ['owner'], (by) => press(open, by, ids.fill, place)],
  ['day form', ['owner'], (by) => send(open, by, view(ids.dayForm, place), {})],
  ['sheet form', ['owner'], (by) => send(open, by, view(ids.sheetForm, place), {})],
  ['Take back', ['owner', 'accountant'], (by) => press(open, by, ids.withdraw, place)],
  ['Give up', ['owner', 'accountant'], (by) => press(open, by, ids.drop, place)],
  ['/timesheet pattern', seers, (by) => command(open, by, 'pattern', `<@${TOMA}>`)],
  ['Working week', seers, (by) => press(open, by, ids.patterns, pattern)],
  ['choose a person', seers, (by) => press(open, by, ids.choosePerson, TOMA)],
  ['New working week', ['accountant'], (by) => press(open, by, ids.addPattern, pattern)],
  ['Change working week', ['accountant'], (by) => press(open, by, ids.editPattern, pattern)],
  [
    'Remove working week',
    ['accountant'],
    (by) => press(open, by, ids.removePattern, JSON.stringify({ person: TOMA, from: '2026-01-01' })),
  ],
  ['working week form', ['accountant'], (by) => send(open, by, view(ids.patternForm, pattern), week())],
  ['/timesheet projects', ['accountant'], (by) => command(open, by, 'projects')],
  ['Rename', ['accountant'], (by) => press(open, by, ids.editProject, 'x')],
  ['Put away', ['accountant'], (by) => press(open, by, ids.archiveProject, 'archive/x')],
  ['/timesheet settings', ['accountant'], (by) => command(open, by, 'settings')],
  ['Rules', ['accountant'], (by) => press(open, by, ids.rules)],
  ['settings form', ['accountant'], (by) => send(open, by, view(ids.settingsForm, ''), {})],
  ['rules form', ['accountant'], (by) => send(open, by, view(ids.rulesForm, ''), rules())],
];
const withLines = (value: string) => ({
  view: {
    ...view(ids.sheetForm, place),
    id: 'V1',
    hash: '1',
    callbackId: ids.sheetForm,
    privateMetadata: place,
    values: { 'lines:0': { answer: { type: 'plain_text_input', value } } },
  },
});
const chosen = (value: string) => ({ answer: { type: 'static_select', selected_option: { value } } });
const rules = () => ({
  ...{ combine: chosen('highest'), over: chosen('warn'), roundTo: chosen('15'), direction: chosen('nearest') },
  ...{ nightFrom: timeOf('22:00'), nightTo: timeOf('06:00') },
});
const timeOf = (selected_time: string) => ({ answer: { type: 'timepicker', selected_time } });
const week = () => ({
  validFrom: { answer: { type: 'datepicker', selected_date: '2026-11-01' } },
  week: { answer: { type: 'plain_text_input', value: 'mon-fri 8' } },
});

const attempts = doors.flatMap(([door, who, go]) =>
  (Object.keys(people) as Who[]).map((one) => [door, one, who.includes(one), go] as const),
);

describe('every door of the desk', () => {
  it.each(attempts)('%s, %s: %s', async (_, who, isAllowed, go) => {
    const said = await go(people[who]).then(textOf, (error: unknown) => refusal(Promise.reject(error)));
    expect(said.includes('This isn’t yours')).toBe(!isAllowed);
  });

  it('shows a stranger nothing of what stands in it', async () => {
    for (const [, , go] of doors) {
      const said = await go(LINDEN).then(textOf, (error: unknown) => refusal(Promise.reject(error)));
      expect(said).not.toContain(TOMA);
    }
  });
});
