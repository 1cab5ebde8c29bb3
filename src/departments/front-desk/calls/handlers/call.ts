import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import type { Temporal } from '../../../../platform/time.js';
import { targetIn } from '../draft.js';
import { momentNamed } from '../rules/promise.js';
import { intend } from '../service/act.js';
import { type Doing, handle } from '../service/handle.js';
import { groupsOf, managerFor, readCall } from '../service/look.js';
import { candidatesFor, orderFor } from '../service/order.js';
import { type ActAnswers, type ActPage, actForm, asking, missingIn, readAct } from '../views/act-form.js';
import { callView } from '../views/call.js';
import { no } from '../words.js';
import { orRedraw, type Room, readCallNumber, sayFor, seenNow, shown } from './room.js';

/** A call: looking at it, and each thing that can be done with it. */
export function callHandlers(room: Room) {
  const { desk } = room;

  const callAt = async (visit: Visit, number: number, back = 0, notice?: string) =>
    callView(sayFor(visit), await desk.look((at) => readCall(at, visit.person.id, number)), back, notice);

  /** After a button in the call's own form: the form as it is now. A card in a conversation follows by itself. */
  const afterwards = async (visit: ActionVisit, number: number): Promise<Answer | undefined> =>
    visit.view && !visit.onHome ? { update: await callAt(visit, number) } : undefined;

  const seenFor = async (visit: Visit, target: ReturnType<typeof targetIn>) =>
    seenNow(room, visit, target ? await desk.look((at) => candidatesFor(at, target, visit.person.id)) : []);

  /** The form for one act, with what can be known before it is filled in. */
  async function pageFor(
    visit: Visit,
    answers: Pick<ActAnswers, 'act' | 'number'> & Partial<ActAnswers>,
    understood: Temporal.Instant | null,
  ) {
    const { act, number, personId = null, group = null, text = '', words = '' } = answers;
    const target = targetIn({ personId, group });
    const seen = await seenFor(visit, target);
    return desk.look(async (at): Promise<ActPage> => {
      const { call } = await intend(at, act, number, visit.person.id);
      const manager = act === 'complain' ? await managerFor(at, call) : null;
      return {
        ...{ act, call, text, words, understood, personId: personId ?? manager, group },
        ...(act === 'redirect' && {
          groups: await groupsOf(at),
          order: target ? await orderFor(at, target, call.ownerId, seen) : null,
        }),
      };
    });
  }

  return {
    open: async (visit: ActionVisit): Promise<Answer> => shown(visit, await callAt(visit, readCallNumber(visit.value))),
    openNamed: async (visit: CommandVisit): Promise<Answer> => ({
      open: await callAt(visit, readCallNumber(visit.text)),
    }),
    older: async (visit: ActionVisit): Promise<Answer> => {
      const [back = '', number = ''] = visit.value.split('/');
      return { update: await callAt(visit, readCallNumber(number), /^\d{1,4}$/.test(back) ? Number(back) : 0) };
    },

    /** Accept, take over, finish, reopen: done at once. */
    act: async (visit: ActionVisit): Promise<Answer | undefined> => {
      const [name = '', tail = ''] = visit.value.split('/');
      const act = (['accept', 'takeOver', 'finish', 'reopen'] as const).find((one) => one === name);
      if (!act) throw no('refused.gone');
      const number = readCallNumber(tail);
      await orRedraw(room, visit, number, () =>
        desk.work(visit.key, (at) => handle(at, visit.person.id, number, { act }, new Map())),
      );
      return afterwards(visit, number);
    },

    ask: async (visit: ActionVisit): Promise<Answer> => {
      const [name = '', tail = ''] = visit.value.split('/');
      const act = asking.find((one) => one === name);
      if (!act) throw no('refused.gone');
      const number = readCallNumber(tail);
      const page = await orRedraw(room, visit, number, () => pageFor(visit, { act, number }, null));
      return shown(visit, actForm(sayFor(visit), page));
    },

    /** Another person or group was chosen: the order is stated anew. */
    refresh: async (visit: ActionVisit): Promise<Answer | undefined> => {
      if (!visit.view) return undefined;
      const answers = readAct(visit.view);
      return { update: actForm(sayFor(visit), await pageFor(visit, answers, null)) };
    },

    submit: async (visit: FormVisit): Promise<Answer | undefined> => {
      const say = sayFor(visit);
      const answers = readAct(visit.view);
      const errors = missingIn(say, answers);
      if (Object.keys(errors).length > 0) return { errors };
      const { act, number, words, confirmed } = answers;
      if (act === 'promise' && confirmed === null) {
        const calendar = await desk.look(async (at) => at.calendar);
        const understood = momentNamed(words, visit.now, visit.person.timeZone, calendar);
        if (!understood) return { errors: { words: say.plain('form.notUnderstood') } };
        return { update: actForm(say, await pageFor(visit, answers, understood)) };
      }
      const seen = await seenFor(visit, act === 'redirect' ? targetIn(answers) : null);
      await desk.work(visit.key, (at) => handle(at, visit.person.id, number, doingOf(answers), seen));
      return visit.view.previousViewId ? { beneath: await callAt(visit, number, 0, say('done')) } : undefined;
    },
  };
}

function doingOf(answers: ActAnswers): Doing {
  const { act, text, confirmed, personId } = answers;
  switch (act) {
    case 'promise':
      if (!confirmed) throw no('refused.gone');
      return { act, at: confirmed };
    case 'redirect': {
      const target = targetIn(answers);
      if (!target) throw no('refused.gone');
      return { act, target, text };
    }
    case 'join':
      return { act, personId: personId ?? '' };
    case 'complain':
      return { act, text, managerId: personId ?? '' };
    default:
      return { act, text };
  }
}
