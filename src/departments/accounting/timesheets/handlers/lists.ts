import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { todayOf } from '../desk.js';
import { periodAfter, periodOf, readPeriod } from '../rules/periods.js';
import { clockState } from '../service/clock.js';
import { archiveProject, keepProject, seeProjects } from '../service/projects.js';
import { remindMissing } from '../service/remind.js';
import { lateOf, lookAtTeam, lookBack, looksAfter } from '../service/team.js';
import { homeBlocks } from '../views/home.js';
import { projectForm, projectsView, readProject } from '../views/projects.js';
import { openButton, statusNote } from '../views/status.js';
import { readTeamPlace, type TeamPlace, teamView, writeTeamPlace } from '../views/team.js';
import { periodText, stateText } from '../views/texts.js';
import { no } from '../words.js';
import { type Room, sayFor, show } from './room.js';

/** How far one's own and other people's sheets have come, App Home, and the projects. */
export function listHandlers(room: Room) {
  const { desk } = room;
  const teamAt = async (visit: Visit, place: TeamPlace, notice?: string) =>
    teamView(sayFor(visit), await desk.look((at) => lookAtTeam(at, visit.person, place.day)), place, notice);
  const allProjects = async (visit: Visit) =>
    projectsView(sayFor(visit), await desk.look((at) => seeProjects(at, visit.person.id)));

  /** `/timesheet team last`, `/timesheet missing 2026-W47`. */
  const openTeam = (onlyMissing: boolean) => async (visit: CommandVisit) => {
    const day = await desk.look(async ({ settings }) => {
      const now = periodOf(todayOf(visit.person, visit.now), settings);
      const text = visit.text.trim();
      if (text === '') return now.first;
      const period = /^(last|trecut[aă]?)$/i.test(text) ? periodAfter(now, -1, settings) : readPeriod(text, settings);
      if (!period) throw no('refused.noPeriod', { text });
      return period.first;
    });
    return { open: await teamAt(visit, { day, onlyMissing, page: 0 }) };
  };

  return {
    team: openTeam(false),
    missing: openTeam(true),
    showTeam: async (visit: ActionVisit) => show(visit, await teamAt(visit, readTeamPlace(visit.value))),

    remind: async (visit: ActionVisit) => {
      const place = readTeamPlace(visit.value);
      const count = await desk.work(visit.key, (at) => remindMissing(at, visit.person, place.day));
      return { update: await teamAt(visit, place, sayFor(visit)('team.reminded', { count })) };
    },

    status: async (visit: Visit) => {
      const back = await desk.look((at) => lookBack(at, visit.person, 8));
      return { say: statusNote(sayFor(visit), visit.person.id, back) };
    },

    home: async (visit: Visit) => {
      const { person, now } = visit;
      const [periods, { open }, team] = await desk.look((at) =>
        at.ask(
          () => lookBack(at, person, 2),
          () => clockState(at, person),
          () => looksAfter(at, person),
        ),
      );
      const day = periods[0]?.period.first ?? todayOf(person, now);
      const teamValue = team ? writeTeamPlace({ day, onlyMissing: false, page: 0 }) : null;
      return homeBlocks(sayFor(visit), person.id, { periods, clock: open?.kind, teamValue });
    },

    /** What is over and not handed in. */
    openThings: async (visit: Visit) => {
      const say = sayFor(visit);
      const late = await desk.look(async (at) => lateOf(at, visit.person));
      return late.map(({ period, sheet }) => ({
        text: `${say('status.late', { period: periodText(say, period) })} · ${stateText(say, sheet?.state ?? 'missing')}`,
        button: openButton(say, visit.person.id, period),
      }));
    },

    projects: async (visit: Visit): Promise<Answer> => ({ open: await allProjects(visit) }),
    addProject: async (visit: ActionVisit): Promise<Answer> => ({ push: projectForm(sayFor(visit), null) }),

    editProject: async (visit: ActionVisit): Promise<Answer> => {
      const all = await desk.look((at) => seeProjects(at, visit.person.id));
      const project = all.find(({ id }) => id === visit.value);
      if (!project) throw no('refused.gone');
      return { push: projectForm(sayFor(visit), project) };
    },

    saveProject: async (visit: FormVisit): Promise<Answer> => {
      const read = readProject(sayFor(visit), visit.view);
      if ('errors' in read) return { errors: read.errors };
      await desk.work(visit.key, (at) => keepProject(at, visit.person.id, read.id, read.name));
      return { beneath: await allProjects(visit) };
    },

    archiveProject: async (visit: ActionVisit): Promise<Answer> => {
      const [act, id = ''] = visit.value.split('/');
      await desk.work(visit.key, (at) => archiveProject(at, visit.person.id, id, act === 'archive'));
      return { update: await allProjects(visit) };
    },
  };
}
