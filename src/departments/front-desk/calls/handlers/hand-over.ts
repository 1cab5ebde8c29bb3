import type {
  ActionVisit,
  Answer,
  CommandVisit,
  FormVisit,
  MessageShortcutVisit,
  Visit,
} from '../../../../platform/doors/doors.js';
import { peopleMentionedIn, readableText } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import { UserError } from '../../../../platform/user-error.js';
import { completed, type Draft, emptyDraft, targetIn } from '../draft.js';
import { readNumber } from '../rules/numbers.js';
import { momentNamed } from '../rules/promise.js';
import { draftFrom } from '../rules/reading.js';
import { handOver } from '../service/hand-over.js';
import { groupsOf, knownCalls, rotationBeginning } from '../service/look.js';
import { candidatesFor, orderToHandOver } from '../service/order.js';
import { checkPromise } from '../service/promises.js';
import { targetTrouble } from '../views/act-form.js';
import { handOverForm, readDraft } from '../views/form.js';
import { type Room, sayFor, seenNow } from './room.js';

/** Handing a caller on: the form, what is stated in it before it is sent, and sending it. */
export function handOverHandlers(room: Room) {
  const { desk } = room;

  /** The form as things stand: with the order in which people would be asked, and earlier calls from the number. */
  async function formFor(visit: Visit, draft: Draft, understood: Temporal.Instant | null = null) {
    const target = targetIn(draft);
    const by = visit.person.id;
    const ids = target ? await desk.look((at) => candidatesFor(at, target, by)) : [];
    const seen = await seenNow(room, visit, ids);
    const page = await desk.look(async (at) => {
      const number = draft.number === '' ? null : readNumber(draft.number, at.countryFor(visit.person.timeZone));
      const known = number ? await knownCalls(at, by, number) : null;
      return {
        known,
        groups: await groupsOf(at),
        order: target ? await orderToHandOver(at, target, by, seen).catch(orNoOrder) : null,
      };
    });
    return handOverForm(sayFor(visit), { ...page, draft: completed(draft, page.known), understood });
  }

  return {
    /** `/handoff @colleague client asks about…`, `/handoff reception …`, or only what it is about. */
    openFromCommand: async (visit: CommandVisit): Promise<Answer> => {
      const [, personId, rest] = visit.text.match(/^<@([A-Z0-9]+)(?:\|[^>]*)?>\s*(.*)$/su) ?? [];
      const text = readableText(rest ?? visit.text);
      const draft = await desk.look(async (at) => {
        if (personId) return { ...draftFrom(text, at.countryFor(visit.person.timeZone)), personId };
        const found = await rotationBeginning(at, text);
        return found
          ? { ...draftFrom(found.rest, at.countryFor(visit.person.timeZone)), group: `rotation:${found.rotationId}` }
          : draftFrom(text, at.countryFor(visit.person.timeZone));
      });
      return { open: await formFor(visit, draft) };
    },
    open: async (visit: Visit): Promise<Answer> => ({ open: await formFor(visit, emptyDraft) }),
    openWith: async (visit: Visit, text: string): Promise<Answer> => ({
      open: await formFor(visit, await desk.look(async (at) => draftFrom(text, at.countryFor(visit.person.timeZone)))),
    }),
    /** A message that tells of a caller: whoever it mentions first is whom it is for. */
    fromMessage: async (visit: MessageShortcutVisit): Promise<Answer> => {
      const [mentioned] = peopleMentionedIn(visit.message.text).filter((id) => id !== visit.person.id);
      const text = readableText(visit.message.text);
      const draft = await desk.look(async (at) => draftFrom(text, at.countryFor(visit.person.timeZone)));
      return { open: await formFor(visit, { ...draft, personId: mentioned ?? null }) };
    },

    /** Somebody was chosen, or a number typed: the form says what follows from it. */
    refresh: async (visit: ActionVisit): Promise<Answer | undefined> => {
      if (!visit.view) return undefined;
      const { draft, confirmed } = readDraft(visit.view);
      return { update: await formFor(visit, draft, confirmed) };
    },

    submit: async (visit: FormVisit): Promise<Answer | undefined> => {
      const say = sayFor(visit);
      const { draft, confirmed } = readDraft(visit.view);
      const by = visit.person.id;
      const { country, calendar } = await desk.look(async (at) => ({
        country: at.countryFor(visit.person.timeZone),
        calendar: at.calendar,
      }));
      const number = draft.number === '' ? null : readNumber(draft.number, country);
      const errors = {
        ...targetTrouble(say, draft.personId, draft.group),
        ...(draft.reason === '' && { reason: say.plain('form.missing') }),
        ...(draft.number !== '' && number === null && { number: say.plain('form.noNumber') }),
      };
      if (Object.keys(errors).length > 0) return { errors };
      if (draft.words !== '' && confirmed === null) {
        const understood = momentNamed(draft.words, visit.now, visit.person.timeZone, calendar);
        if (!understood) return { errors: { words: say.plain('form.notUnderstood') } };
        return { update: await formFor(visit, draft, understood) };
      }
      if (confirmed) checkPromise(visit.now, confirmed, 'words');
      const target = targetIn(draft);
      if (!target) return { errors: { person: say.plain('form.chooseOne') } };
      const seen = await seenNow(room, visit, await desk.look((at) => candidatesFor(at, target, by)));
      await desk.work(visit.key, (at) =>
        handOver(
          at,
          {
            ...{ target, callerName: draft.name, callerNumber: number, company: draft.company || null },
            ...{ reason: draft.reason, notes: draft.notes || null, urgency: draft.urgency },
            ...{ language: draft.language, promisedAt: confirmed },
          },
          by,
          seen,
        ),
      );
      return undefined;
    },
  };
}

/** What can't be sent like this is said when it is sent, at its field. */
function orNoOrder(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}
