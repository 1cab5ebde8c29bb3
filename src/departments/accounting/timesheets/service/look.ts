import type { Temporal } from '../../../../platform/time.js';
import { isHoliday, type Reading } from '../desk.js';
import type { Breach } from '../rules/caps.js';
import { periodAfter } from '../rules/periods.js';
import type { Project } from '../sheet.js';
import { breachesIn } from './caps.js';
import { type Place, type Seen, seeSheet } from './place.js';
import { expectedOf } from './workers.js';

/** All that the form of a sheet shows. */
export interface SheetPage extends Seen {
  viewerId: string;
  projects: ReadonlyMap<string, Project>;
  breaches: readonly Breach[];
  /** Contracted minutes of the period; 0: not known. */
  expected: number;
  isHoliday: (day: Temporal.PlainDate) => boolean;
  /** The first days of the periods beside it. */
  before: Temporal.PlainDate;
  after: Temporal.PlainDate;
}

export async function lookAtSheet(desk: Reading, by: string, place: Place): Promise<SheetPage> {
  const seen = await seeSheet(desk, by, place);
  const { owner, sheet, period } = seen;
  const entries = sheet?.entries ?? [];
  const beside = (count: number) => periodAfter(period, count, desk.settings).first;
  const [projects, expected] = await desk.ask(
    () => desk.projects.many(entries.flatMap(({ projectId }) => projectId ?? [])),
    () => expectedOf(desk, owner, period),
  );
  return {
    ...{ ...seen, viewerId: by, projects, expected },
    breaches: breachesIn(desk, owner, entries),
    isHoliday: isHoliday(desk),
    before: beside(-1),
    after: beside(1),
  };
}
