import { claimOf } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, CommandVisit } from '../../../../platform/doors/doors.js';
import { Temporal } from '../../../../platform/time.js';
import type { Room } from '../desk.js';
import { monthOf } from '../service/defaults.js';
import { seeFairness } from '../service/fair.js';
import { fairPlace, fairView } from '../views/fair.js';
import { fairEvidenceView } from '../views/fair-evidence.js';
import { no, words } from '../words.js';

/** `/payroll fair`: a report in a window of one's own, since it names people and what they earn. */
export function fairHandlers({ desk }: Room) {
  const evidence = async (visit: ActionVisit) => {
    const place = claimOf(fairPlace, visit.value);
    if (place === null) throw no('run.refused.noChoice');
    const fairness = await desk.work(visit.key, (at) => seeFairness(at, visit.person.id, { id: place.id }));
    return fairEvidenceView(words.in(visit.language), fairness, place);
  };

  return {
    open: async (visit: CommandVisit): Promise<Answer> => {
      const of = monthTyped(visit.text);
      const fairness = await desk.work(visit.key, (at) => seeFairness(at, visit.person.id, of));
      return { open: fairView(words.in(visit.language), fairness) };
    },
    look: async (visit: ActionVisit): Promise<Answer> => ({ push: await evidence(visit) }),
    turn: async (visit: ActionVisit): Promise<Answer> => ({ update: await evidence(visit) }),
  };
}

/** `2026-11`; nothing typed: the newest. */
function monthTyped(text: string) {
  if (text.trim() === '') return null;
  try {
    return monthOf(Temporal.PlainYearMonth.from(text.trim()));
  } catch {
    throw no('fair.refused.whichMonth', { text: text.trim() });
  }
}
