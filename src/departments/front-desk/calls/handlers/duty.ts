import { isRowId } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { momentInside, readableText } from '../../../../platform/mrkdwn.js';
import type { Reading } from '../desk.js';
import { FOR_GOOD, readOff } from '../rules/off-text.js';
import {
  answerSwap,
  askSwap,
  keepRotation,
  keepShifts,
  mayKeep,
  membersOnDuty,
  readDuty,
  removeRotation,
  rotationToKeep,
  turnsToSwap,
} from '../service/rotations.js';
import { isOff, keepSkills, switchCalls } from '../service/takers.js';
import { whoView } from '../views/duty.js';
import { readSkills, readSwap, skillsForm, swapForm } from '../views/own-forms.js';
import { readRotation, readShiftTexts, rotationForm, shiftsForm } from '../views/rotation-form.js';
import { no } from '../words.js';
import { type Room, sayFor, seenNow, shown } from './room.js';

/** Who takes calls and when: rotations, shifts, swaps, and everybody's own switch. */
export function dutyHandlers(room: Room) {
  const { desk } = room;

  const who = async (visit: Visit) => {
    const seen = await seenNow(room, visit, await desk.look(membersOnDuty));
    const page = await desk.look(async (at) => {
      const duties = await readDuty(at, visit.person.id, seen);
      return {
        duties,
        isOff: await isOff(at, visit.person.id),
        maySwap: duties.some(
          ({ rotation: { shifts, members } }) => shifts.length > 0 && members.includes(visit.person.id),
        ),
        mayAdd: await mayKeep(at, visit.person.id, null),
      };
    });
    return whoView(sayFor(visit), page);
  };

  const swapFormFor = async (visit: Visit) => {
    const { turns, names } = await desk.look(async (at) => {
      const turns = await turnsToSwap(at, visit.person.id);
      return {
        turns,
        names: await namesOf(
          at,
          turns.map(({ turn }) => turn.personId),
        ),
      };
    });
    return swapForm(sayFor(visit), visit.person.id, turns, names);
  };
  const skillsFormFor = async (visit: Visit) =>
    skillsForm(sayFor(visit), await desk.look((at) => at.takers.get(visit.person.id)));

  const rotationFormFor = async (visit: Visit, id: string | null) => {
    const { rotation, seconds } = await desk.look(async (at) => ({
      rotation: await rotationToKeep(at, visit.person.id, id),
      seconds: at.settings.ringSeconds,
    }));
    return rotationForm(sayFor(visit), rotation, seconds);
  };
  const shiftsFormFor = async (visit: Visit, id: string) => {
    const { rotation, names } = await desk.look(async (at) => {
      const rotation = await rotationToKeep(at, visit.person.id, id);
      return { rotation, names: await namesOf(at, rotation?.members ?? []) };
    });
    if (!rotation) throw no('refused.noRotation');
    return shiftsForm(sayFor(visit), rotation, names);
  };
  const claimed = (id: string): string => {
    if (!isRowId(id)) throw no('refused.noRotation');
    return id;
  };

  return {
    who: async (visit: Visit): Promise<Answer> => ({ open: await who(visit) }),

    on: async (visit: CommandVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => switchCalls(at, visit.person.id, null));
      return { say: { text: sayFor(visit)('who.nowOn') } };
    },
    /** `/handoff off 30m`. */
    off: async (visit: CommandVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const until = readOff(readableText(visit.text), visit.now, visit.person.timeZone);
      if (!until) throw no('refused.offHowLong', { text: visit.text });
      await desk.work(visit.key, (at) => switchCalls(at, visit.person.id, until));
      const text = until.equals(FOR_GOOD) ? say('who.nowOff') : say('who.nowOffUntil', { when: momentInside(until) });
      return { say: { text } };
    },
    switch: async (visit: ActionVisit): Promise<Answer | undefined> => {
      const until = visit.value === 'off' ? FOR_GOOD : null;
      await desk.work(visit.key, (at) => switchCalls(at, visit.person.id, until));
      return visit.view && !visit.onHome ? { update: await who(visit) } : undefined;
    },

    rotation: async (visit: CommandVisit): Promise<Answer> => {
      const named = readableText(visit.text).trim();
      if (named === '') return { open: await who(visit) };
      if (/^(new|nou|noua|nouă)$/i.test(named)) return { open: await rotationFormFor(visit, null) };
      const rotation = await desk.look((at) => at.rotations.named(named));
      if (!rotation) throw no('refused.noRotationNamed', { name: named });
      return { open: await rotationFormFor(visit, rotation.id) };
    },
    openRotation: async (visit: ActionVisit): Promise<Answer> =>
      shown(visit, await rotationFormFor(visit, visit.value === '' ? null : claimed(visit.value))),
    /** A new rotation has no shifts yet: who wants some writes them next. */
    saveRotation: async (visit: FormVisit): Promise<Answer> => {
      const read = readRotation(sayFor(visit), visit.view);
      if ('errors' in read) return read;
      const before = visit.view.privateMetadata === '' ? null : claimed(visit.view.privateMetadata);
      const id = await desk.work(visit.key, (at) => keepRotation(at, visit.person.id, before, read.rotation));
      if (before === null) return { update: await shiftsFormFor(visit, id) };
      return visit.view.previousViewId ? { beneath: await who(visit) } : { close: 'all' };
    },
    removeRotation: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => removeRotation(at, visit.person.id, claimed(visit.value)));
      return { update: await who(visit) };
    },
    openShifts: async (visit: ActionVisit): Promise<Answer> =>
      shown(visit, await shiftsFormFor(visit, claimed(visit.value))),
    saveShifts: async (visit: FormVisit): Promise<Answer> => {
      const id = claimed(visit.view.privateMetadata);
      await desk.work(visit.key, (at) => keepShifts(at, visit.person.id, id, readShiftTexts(visit.view)));
      return { update: await who(visit) };
    },

    swap: async (visit: Visit): Promise<Answer> => ({ open: await swapFormFor(visit) }),
    openSwap: async (visit: ActionVisit): Promise<Answer> => shown(visit, await swapFormFor(visit)),
    askSwap: async (visit: FormVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => askSwap(at, visit.person.id, readSwap(visit.view)));
      return { close: 'all', say: { text: sayFor(visit)('swap.sent') } };
    },
    answerSwap: async (visit: ActionVisit): Promise<undefined> => {
      const [answer = '', id = ''] = visit.value.split('/');
      if (!isRowId(id)) throw no('refused.noSwap');
      await desk.work(visit.key, (at) => answerSwap(at, visit.person.id, id, answer === 'agree'));
      return undefined;
    },

    skills: async (visit: Visit): Promise<Answer> => ({ open: await skillsFormFor(visit) }),
    openSkills: async (visit: ActionVisit): Promise<Answer> => shown(visit, await skillsFormFor(visit)),
    saveSkills: async (visit: FormVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => keepSkills(at, visit.person.id, readSkills(visit.view)));
      return { close: 'all', say: { text: sayFor(visit)('skills.kept') } };
    },
  };
}

const namesOf = async ({ people }: Reading, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await people.many([...new Set(ids)])).map(({ id, name }) => [id, name]));
