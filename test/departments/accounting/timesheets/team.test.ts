import { patternsIn } from '../../../../src/departments/accounting/timesheets/patterns/store.js';
import {
  checkExport,
  exportedHours,
  recordExport,
  scopesFor,
} from '../../../../src/departments/accounting/timesheets/service/export.js';
import { forget } from '../../../../src/departments/accounting/timesheets/service/forget.js';
import { submitSheet } from '../../../../src/departments/accounting/timesheets/service/hand-in.js';
import {
  archiveProject,
  keepProject,
  seeProjects,
} from '../../../../src/departments/accounting/timesheets/service/projects.js';
import { remindMissing, tellManagers } from '../../../../src/departments/accounting/timesheets/service/remind.js';
import {
  lateOf,
  lookAtTeam,
  lookBack,
  looksAfter,
} from '../../../../src/departments/accounting/timesheets/service/team.js';
import { expectedOf } from '../../../../src/departments/accounting/timesheets/service/workers.js';
import { worthOf } from '../../../../src/departments/accounting/timesheets/service/worth.js';
import { writeLines } from '../../../../src/departments/accounting/timesheets/service/write.js';
import { refusedAt } from '../../../support/visits.js';
import {
  ANA,
  day,
  HAZEL,
  LINDEN,
  OLIVE,
  type OpenTimesheets,
  openTimesheets,
  refusal,
  TOMA,
  worked,
} from './open-timesheets.js';

let open: OpenTimesheets;
beforeAll(async () => {
  open = await openTimesheets();
});
beforeEach(() => open.begin({ period: 'week' }));
afterAll(() => open.database.close());

const write = (by: string, dates: readonly string[], hours = 8, more = {}) =>
  open.work((desk) =>
    writeLines(
      desk,
      by,
      { ownerId: by, day: day(dates[0] ?? '') },
      dates.map((date) => worked(date, hours, more)),
    ),
  );
const handIn = (by: string, on: string) => open.work((desk) => submitSheet(desk, by, { ownerId: by, day: day(on) }));
const away = (personId: string, firstDay: string, lastDay: string) =>
  open.prisma.absence.create({ data: { personId, firstDay: new Date(firstDay), lastDay: new Date(lastDay) } });
const worksFrom = (personId: string, startsOn: string, endsOn: string | null = null) =>
  open.office.transact(({ db }) =>
    patternsIn(db).keep(personId, {
      validFrom: day(startsOn),
      minutes: [480, 480, 480, 480, 480, 0, 0],
      startsOn: day(startsOn),
      endsOn: endsOn === null ? null : day(endsOn),
    }),
  );
const teamOf = async (by: string, on = '2026-11-18') => {
  const found = await open.person(by);
  return open.look((desk) => lookAtTeam(desk, found, day(on)));
};
const sketch = async (by: string, on?: string) =>
  (await teamOf(by, on)).members.map(({ person: { id }, state, minutes, isExpected }) => [
    id,
    state,
    minutes,
    isExpected,
  ]);
const recorded = async () => {
  const { actor, action, object, detail } = await open.prisma.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } });
  return { actor, action, object, detail: JSON.parse(detail) };
};

describe('a team', () => {
  it('is those who report to a manager, each with how far their sheet has come', async () => {
    expect(await sketch(ANA)).toEqual([[TOMA, 'missing', 0, true]]);
    await write(TOMA, ['2026-11-16', '2026-11-17']);
    expect(await sketch(ANA)).toEqual([[TOMA, 'draft', 960, true]]);
    await handIn(TOMA, '2026-11-16');
    expect(await sketch(ANA)).toEqual([[TOMA, 'submitted', 960, true]]);
    const { period, before, after, isAll } = await teamOf(ANA);
    expect([period.first, before, after].map(String)).toEqual(['2026-11-16', '2026-11-09', '2026-11-23']);
    expect(isAll).toBe(false);
  });

  it('is everybody for accountants, and nobody for whoever looks after none', async () => {
    const { members, isAll } = await teamOf(OLIVE);
    expect(isAll).toBe(true);
    expect(members.map(({ person: { id } }) => id).sort()).toEqual([ANA, HAZEL, LINDEN, OLIVE, TOMA].sort());
    expect(await refusal(teamOf(LINDEN))).not.toBe('');
    const [ana, olive, linden] = [await open.person(ANA), await open.person(OLIVE), await open.person(LINDEN)];
    const looks = [ana, olive, linden].map((one) => open.look((desk) => looksAfter(desk, one)));
    expect(await Promise.all(looks)).toEqual([true, true, false]);
  });

  it('is without those who hand in nothing, and those who weren’t here yet or have left', async () => {
    await open.begin({ period: 'week', exempt: [OLIVE] });
    await worksFrom(ANA, '2026-12-07');
    expect(await refusal(teamOf(LINDEN))).not.toBe('');
    expect((await sketch(HAZEL)).map(([id]) => id)).toEqual([]);
    expect((await sketch(HAZEL, '2026-12-08')).map(([id]) => id)).toEqual([ANA]);
  });

  it('expects nothing of whoever is away all of it, unless they wrote something', async () => {
    await away(TOMA, '2026-11-16', '2026-11-22');
    expect(await sketch(ANA)).toEqual([[TOMA, 'missing', 0, false]]);
    await write(TOMA, ['2026-11-16']);
    expect(await sketch(ANA)).toEqual([[TOMA, 'draft', 480, true]]);
  });
});

describe('somebody’s own periods', () => {
  it('are shown newest first, also those that were never begun', async () => {
    await write(TOMA, ['2026-11-09']);
    const toma = await open.person(TOMA);
    const seen = await open.look((desk) => lookBack(desk, toma, 3));
    expect(seen.map(({ period, sheet }) => [period.first.toString(), sheet?.state ?? null])).toEqual([
      ['2026-11-16', null],
      ['2026-11-09', 'draft'],
      ['2026-11-02', null],
    ]);
  });

  it('begin when they began', async () => {
    await worksFrom(TOMA, '2026-11-10');
    const toma = await open.person(TOMA);
    const seen = await open.look((desk) => lookBack(desk, toma, 5));
    expect(seen.map(({ period }) => period.first.toString())).toEqual(['2026-11-16', '2026-11-09']);
  });

  it('are late when they are over and not handed in', async () => {
    const late = async () => {
      const toma = await open.person(TOMA);
      return (await open.look((desk) => lateOf(desk, toma))).map(({ period }) => period.first.toString());
    };
    expect(await late()).toEqual(['2026-11-09', '2026-11-02', '2026-10-26']);
    await write(TOMA, ['2026-11-09']);
    await write(TOMA, ['2026-11-02']);
    await handIn(TOMA, '2026-11-02');
    await away(TOMA, '2026-10-26', '2026-11-01');
    expect(await late()).toEqual(['2026-11-09']);
    await open.office.transact((tx) =>
      tx.settings.set('accounting.timesheets', { period: 'week', exempt: [TOMA] }, HAZEL),
    );
    expect(await late()).toEqual([]);
  });

  it('expect the contracted hours of their days, holidays and absences among them', async () => {
    const toma = await open.person(TOMA);
    const expected = (first: string, last: string) =>
      open.look((desk) => expectedOf(desk, toma, { first: day(first), last: day(last) }));
    await worksFrom(TOMA, '2026-11-17');
    await away(TOMA, '2026-11-18', '2026-11-18');
    expect(await expected('2026-11-16', '2026-11-22')).toBe(4 * 480);
    expect(await expected('2026-11-30', '2026-12-06')).toBe(5 * 480);
    expect(await expected('2026-11-02', '2026-11-08')).toBe(0);
  });
});

describe('whoever looks after a team', () => {
  const remind = async (by: string, on = '2026-11-18') => {
    const found = await open.person(by);
    return open.work((desk) => remindMissing(desk, found, day(on)));
  };

  it('reminds those who haven’t handed in, once a day', async () => {
    expect(await remind(ANA)).toBe(1);
    expect(await remind(ANA)).toBe(1);
    expect(await open.saidTo(TOMA)).toEqual([expect.stringContaining(`<@${ANA}>`)]);
    open.later(24 * 60);
    await remind(ANA);
    expect(await open.saidTo(TOMA)).toHaveLength(2);
  });

  it('reminds nobody who has, and never themselves', async () => {
    await write(TOMA, ['2026-11-16']);
    await handIn(TOMA, '2026-11-16');
    expect(await remind(ANA)).toBe(0);
    expect(await remind(OLIVE)).toBe(3);
    expect(await open.saidTo(OLIVE)).toEqual([]);
  });

  it('hears on the morning of the cut-off, once, who is missing, and not of who isn’t', async () => {
    const said = async (moment: string) => {
      const before = (await open.saidTo(ANA)).length;
      open.at(moment);
      await open.work(tellManagers);
      await open.work(tellManagers);
      return (await open.saidTo(ANA)).slice(before);
    };
    const days: string[] = [];
    for (let date = day('2026-11-16'); days.length < 14; date = date.add({ days: 1 })) days.push(date.toString());
    const told: string[] = [];
    for (const date of days) {
      for (const hour of ['04', '08', '12', '16', '20']) {
        const news = await said(`${date}T${hour}:00:00Z`);
        if (news.length > 0) told.push(`${date} ${hour} ${news.length}`);
        for (const one of news) expect(one).toContain(`<@${TOMA}>`);
      }
    }
    // Mondays at noon in Bucharest are the cut-offs, and six in the morning is too early.
    expect(told).toEqual(['2026-11-16 08 1', '2026-11-23 08 1']);
  });

  it('hears nothing any more once the cut-off has come, nor before the morning of that day', async () => {
    for (const moment of [
      '2026-11-22T10:00:00Z',
      '2026-11-23T10:00:00Z',
      '2026-11-23T11:00:00Z',
      '2026-11-24T08:00:00Z',
    ]) {
      open.at(moment);
      await open.work(tellManagers);
    }
    expect(await open.saidTo(ANA)).toEqual([]);
    open.at('2026-11-23T09:59:00Z');
    await open.work(tellManagers);
    expect(await open.saidTo(ANA)).toHaveLength(1);
  });

  it('hears nothing where all have handed in', async () => {
    for (const monday of ['2026-11-09', '2026-11-16', '2026-11-23']) {
      open.at(`${monday}T08:00:00Z`);
      await write(TOMA, [monday]);
      await handIn(TOMA, monday);
    }
    const before = (await open.saidTo(ANA)).length;
    for (let hours = 0; hours < 7 * 24; hours += 4) {
      open.at('2026-11-16T00:00:00Z');
      open.later(hours * 60);
      await open.work(tellManagers);
    }
    expect((await open.saidTo(ANA)).slice(before)).toEqual([]);
  });
});

describe('hours that leave as a file', () => {
  const wish = (scope: 'own' | 'team' | 'all', first = '2026-11-16', last = '2026-11-22') => ({
    ...{ scope, days: { first: day(first), last: day(last) } },
  });
  const hours = async (by: string, of: ReturnType<typeof wish>) => {
    const found = await open.person(by);
    const rows = await open.look((desk) => exportedHours(desk, found, of));
    return rows.map(({ person: name, day: on, minutes, project, state, kind }) => [
      ...[name, on.toString(), minutes, project, state, kind],
    ]);
  };

  it('are one’s own, the team’s or everybody’s, by what somebody is', async () => {
    const scopes = (by: string) => open.look((desk) => scopesFor(desk, by));
    expect(await scopes(TOMA)).toEqual(['own']);
    expect(await scopes(ANA)).toEqual(['own', 'team']);
    expect(await scopes(OLIVE)).toEqual(['own', 'all']);
  });

  it('are those of these days only, each with its project and how far it has come', async () => {
    const project = await open.work((desk) => keepProject(desk, OLIVE, null, 'Harbour'));
    await write(TOMA, ['2026-11-16', '2026-11-17'], 8, { projectId: project.id });
    await write(ANA, ['2026-11-18'], 4);
    await handIn(TOMA, '2026-11-16');
    const toma = ['Toma', '2026-11-17', 480, 'Harbour', 'submitted', 'work'];
    expect(await hours(TOMA, wish('own', '2026-11-17'))).toEqual([toma]);
    expect(await hours(ANA, wish('team', '2026-11-17'))).toEqual([toma]);
    const all = await hours(OLIVE, wish('all', '2026-11-17', '2026-11-18'));
    expect(all.sort()).toEqual([['Ana', '2026-11-18', 240, null, 'draft', 'work'], toma]);
  });

  it('are refused at the field that is wrong', async () => {
    const check = (by: string, of: ReturnType<typeof wish>) => open.look((desk) => checkExport(desk, by, of));
    expect(await refusedAt(check(TOMA, wish('own', '2026-11-17', '2026-11-16')))).toBe('until');
    expect(await refusedAt(check(TOMA, wish('own', '2026-01-01', '2027-02-06')))).toBe('until');
    expect(await refusal(check(TOMA, wish('own', '2026-01-01', '2027-02-06')))).toContain('400');
    await check(TOMA, wish('own', '2026-01-01', '2027-02-05'));
    await check(TOMA, wish('own', '2026-11-17', '2026-11-17'));
    for (const scope of ['team', 'all'] as const) {
      expect(await refusedAt(check(TOMA, wish(scope)))).toBe('scope');
      expect(await refusal(hours(TOMA, wish(scope)))).toContain('This isn’t yours');
    }
  });

  it('of others are on record, with whose and of which days', async () => {
    await open.work((desk) => recordExport(desk, OLIVE, wish('all')));
    expect(await recorded()).toEqual({
      ...{ actor: OLIVE, action: 'accounting.timesheets.export', object: 'accounting.timesheets' },
      detail: { scope: 'all', first: '2026-11-16', last: '2026-11-22' },
    });
  });
});

describe('projects', () => {
  const keep = (by: string, id: string | null, name: string) => open.work((desk) => keepProject(desk, by, id, name));
  const archive = (by: string, id: string, archived: boolean) =>
    open.work((desk) => archiveProject(desk, by, id, archived));
  const none = '0192f0c1-0000-7000-8000-000000000000';

  it('are kept by accountants, each change on record', async () => {
    const { id } = await keep(OLIVE, null, 'Harbour');
    const object = `accounting.timesheets/project/${id}`;
    expect(await recorded()).toMatchObject({ actor: OLIVE, action: 'accounting.timesheets.keep-project', object });
    expect((await keep(OLIVE, id, 'New harbour')).name).toBe('New harbour');
    expect((await keep(OLIVE, id, 'New harbour')).id).toBe(id);
    expect((await archive(OLIVE, id, true)).archivedAt).not.toBeNull();
    expect(await recorded()).toMatchObject({ action: 'accounting.timesheets.archive-project', object });
    expect((await archive(OLIVE, id, false)).archivedAt).toBeNull();
    expect(await recorded()).toMatchObject({ action: 'accounting.timesheets.reopen-project', object });
    expect((await open.look((desk) => seeProjects(desk, OLIVE))).map(({ name }) => name)).toEqual(['New harbour']);
  });

  it('are nobody else’s to keep or to see', async () => {
    const { id } = await keep(OLIVE, null, 'Harbour');
    expect(await refusal(keep(TOMA, null, 'Mine'))).toContain('This isn’t yours');
    expect(await refusal(archive(TOMA, id, true))).toContain('This isn’t yours');
    expect(await refusal(open.look((desk) => seeProjects(desk, TOMA)))).toContain('This isn’t yours');
  });

  it('are told apart by their names, also those that were put away', async () => {
    const { id } = await keep(OLIVE, null, 'Harbour');
    expect(await refusedAt(keep(OLIVE, null, ' harbour '))).toBe('name');
    const open1 = await refusal(keep(OLIVE, null, 'Harbour'));
    await archive(OLIVE, id, true);
    expect(await refusedAt(keep(OLIVE, null, 'Harbour'))).toBe('name');
    expect(await refusal(keep(OLIVE, null, 'Harbour'))).not.toBe(open1);
  });

  it('that are gone can’t be changed', async () => {
    expect(await refusal(keep(OLIVE, none, 'Ghost'))).not.toBe('');
    expect(await refusal(archive(OLIVE, none, true))).not.toBe('');
    expect(await open.prisma.project.count()).toBe(0);
  });
});

describe('what hours are worth', () => {
  it('counts the overtime of a week that two periods share once, in whichever it falls', async () => {
    await open.begin({ period: 'month' });
    open.at('2026-10-02T08:00:00Z');
    await write(TOMA, ['2026-09-28', '2026-09-29', '2026-09-30'], 14);
    await write(TOMA, ['2026-10-01', '2026-10-02'], 8);
    const worth = async (on: string) => {
      const sheet = await open.look(async (desk) => {
        const found = await desk.sheets.among({ first: day(on), last: day(on) }, [TOMA]);
        if (!found[0]) throw new Error('no sheet');
        return worthOf(desk, found[0]);
      });
      return sheet;
    };
    const october = await worth('2026-10-01');
    expect(october.every(({ day: on }) => on.month === 10)).toBe(true);
    expect(october.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(960);
    const alone = await open.look(async (desk) => {
      const [sheet] = await desk.sheets.among({ first: day('2026-10-01'), last: day('2026-10-01') }, [TOMA]);
      return sheet ? worthOf(desk, { ...sheet, personId: LINDEN }) : [];
    });
    expect(october).not.toEqual(alone);
  });
});

describe('forgetting somebody', () => {
  const forgotten = (id: string) => open.office.transact((tx) => forget(tx, id));

  it('keeps what the law keeps, and says until when', async () => {
    await write(TOMA, ['2026-11-16']);
    const [old, kept] = await forgotten(TOMA);
    expect(old).toMatchObject({ fate: 'erased', count: 0 });
    expect(kept).toMatchObject({ fate: 'kept', count: 1 });
    expect(kept?.until?.year).toBeGreaterThan(2026);
  });

  it('erases what is older, and with the last of it how they worked', async () => {
    await worksFrom(TOMA, '2026-01-05');
    await write(TOMA, ['2026-11-16']);
    await write(LINDEN, ['2026-11-16']);
    open.at('2126-01-01T08:00:00Z');
    const [old, kept] = await forgotten(TOMA);
    expect(old).toMatchObject({ fate: 'erased', count: 1 });
    expect(kept).toEqual({ fate: 'kept', what: 'forgotten.sheets', count: 0 });
    expect(await open.prisma.sheet.findMany({ select: { personId: true } })).toEqual([{ personId: LINDEN }]);
    expect(await open.prisma.workPattern.count()).toBe(0);
  });
});
