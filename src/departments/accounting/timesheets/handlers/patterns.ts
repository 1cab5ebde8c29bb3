import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { peopleMentionedIn } from '../../../../platform/mrkdwn.js';
import { todayOf } from '../desk.js';
import { patternOn } from '../patterns/pattern.js';
import { keepPattern, removePattern, seePatterns } from '../service/patterns.js';
import { type PatternPlace, patternForm, patternsView, readPattern, readPatternPlace } from '../views/patterns.js';
import { no } from '../words.js';
import { type Room, sayFor } from './room.js';

/** `/timesheet pattern`: what somebody is expected to work; accountants keep it. */
export function patternHandlers({ desk }: Room) {
  const see = (visit: Visit, person: string) => desk.look((at) => seePatterns(at, visit.person.id, person));
  const drawn = async (visit: Visit, person: string, said?: 'form.saved' | 'patterns.removed') =>
    patternsView(sayFor(visit), await see(visit, person), said && sayFor(visit)(said));

  /** A new one begins as the one of today is; a first one as the office's. */
  const form = async (visit: Visit, place: PatternPlace) => {
    const { patterns, office, canKeep } = await see(visit, place.person);
    if (!canKeep) throw no('refused.notYours');
    const today = todayOf(visit.person, visit.now);
    const kept = place.from && patterns.find(({ validFrom }) => place.from?.equals(validFrom));
    if (place.from && !kept) throw no('refused.pattern.gone');
    return patternForm(sayFor(visit), place, kept ?? { ...patternOn(patterns, today, office), validFrom: today });
  };

  return {
    show: async (visit: CommandVisit): Promise<Answer> => {
      const [mentioned] = peopleMentionedIn(visit.text);
      return { open: await drawn(visit, mentioned ?? visit.person.id) };
    },
    showOnTop: async (visit: ActionVisit): Promise<Answer> => ({
      push: await drawn(visit, readPatternPlace(visit.value).person),
    }),
    choosePerson: async (visit: ActionVisit): Promise<Answer> => ({ update: await drawn(visit, visit.value) }),

    add: async (visit: ActionVisit): Promise<Answer> => ({
      push: await form(visit, { ...readPatternPlace(visit.value), from: null }),
    }),
    edit: async (visit: ActionVisit): Promise<Answer> => ({ push: await form(visit, readPatternPlace(visit.value)) }),

    save: async (visit: FormVisit): Promise<Answer> => {
      const { person, from } = readPatternPlace(visit.view.privateMetadata);
      const read = readPattern(sayFor(visit), visit.view.values);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => keepPattern(at, visit.person.id, person, from, read.pattern));
      return { beneath: await drawn(visit, person, 'form.saved') };
    },

    remove: async (visit: ActionVisit): Promise<Answer> => {
      const { person, from } = readPatternPlace(visit.value);
      if (from) await desk.work(visit.key, (at) => removePattern(at, visit.person.id, person, from));
      return { update: await drawn(visit, person, 'patterns.removed') };
    },
  };
}
