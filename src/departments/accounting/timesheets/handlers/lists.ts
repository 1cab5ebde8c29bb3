import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { todayOf } from '../desk.js';
import { periodAfter, periodOf, readPeriod } from '../rules/periods.js';
import { archiveProject, keepProject, seeProjects } from '../service/projects.js';
import { remindMissing } from '../service/remind.js';
import { lookAtTeam, lookBack } from '../service/team.js';
import { homeBlocks } from '../views/home.js';
import { projectForm, projectsView, readProject } from '../views/projects.js';
import { statusNote } from '../views/status.js';
import { readTeamPlace, type TeamPlace, teamView } from '../views/team.js';
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
      const back = await desk.look((at) => lookBack(at, visit.person, 2));
      return homeBlocks(sayFor(visit), visit.person.id, back);
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
