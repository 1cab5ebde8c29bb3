import type { Person } from '../../../../platform/people/person.js';
import { languages } from '../../../../platform/words/words.js';
import type { Reading } from '../desk.js';
import type { Report } from '../report.js';
import { no } from '../words.js';

/**
 * What was told then, for whoever may read it now, and for whoever reads the channel that it was told in. In their own
 * language where it was told in that too.
 */
export async function openRun(desk: Reading, person: Person, id: string, place: string | null): Promise<Report> {
  const run = await desk.runs.get(id);
  const plan = run && (await desk.plans.get(run.planId));
  const offered = plan && desk.sources.get(plan.source);
  if (!run || !plan || !offered) throw no('refused.noRun');
  const isThere = run.channel !== null && place === run.channel;
  if (!isThere && !(await offered.source.mayRead(desk.look, person.id))) throw no('refused.noSource');
  const keys = offered.source.isPrivate
    ? [person.id]
    : [person.language, ...languages.filter((language) => language !== person.language)];
  for (const key of keys) {
    const report = await desk.runs.report(id, key);
    if (report) return report;
  }
  throw no('refused.noRun');
}
