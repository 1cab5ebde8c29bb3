import { type Reading, require, type Timesheets } from '../desk.js';
import { DESK, type Project } from '../sheet.js';
import { no } from '../words.js';

export const MAX_NAME = 60;

export async function seeProjects(desk: Reading, by: string): Promise<Project[]> {
  await require(desk, 'keepProjects', by);
  return desk.projects.all();
}

/** Two projects that are called alike could not be told apart by who types their name. */
export async function keepProject(desk: Timesheets, by: string, id: string | null, name: string): Promise<Project> {
  await require(desk, 'keepProjects', by);
  if (id !== null && !(await desk.projects.get(id))) throw no('refused.gone');
  const same = await desk.projects.called(name);
  if (same && same.id !== id)
    throw no(same.archivedAt ? 'refused.sameNameArchived' : 'refused.sameName', { name }, 'name');
  const kept = id === null ? await desk.projects.add(name, by) : await desk.projects.change(id, { name }, by);
  await desk.audit.record({ actor: by, action: `${DESK}.keep-project`, object: `${DESK}/project/${kept.id}` });
  return kept;
}

/** Puts a project away, or takes it out again. Hours on it stay. */
export async function archiveProject(desk: Timesheets, by: string, id: string, archived: boolean): Promise<Project> {
  await require(desk, 'keepProjects', by);
  if (!(await desk.projects.get(id))) throw no('refused.gone');
  const kept = await desk.projects.change(id, { archived }, by);
  const action = `${DESK}.${archived ? 'archive' : 'reopen'}-project`;
  await desk.audit.record({ actor: by, action, object: `${DESK}/project/${id}` });
  return kept;
}
