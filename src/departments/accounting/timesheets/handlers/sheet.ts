import { withChannelNames } from '../../../../platform/channel-names.js';
import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { peopleMentionedIn, readableText } from '../../../../platform/mrkdwn.js';
import { todayOf } from '../desk.js';
import { periodAfter, periodOf, readPeriod } from '../rules/periods.js';
import { dropCorrection, submitSheet, withdrawSheet } from '../service/hand-in.js';
import { copyLast, writeLines } from '../service/write.js';
import { readPlace, type Shown } from '../views/claims.js';
import { no } from '../words.js';
import { linesIn } from './lines.js';
import { drawSheet, type Room, sayFor, show } from './room.js';

/** A sheet and its form: looking at it, writing in it, handing it in. */
export function sheetHandlers(room: Room) {
  const { desk } = room;
  const own = (visit: Visit) => ({ ownerId: visit.person.id, day: todayOf(visit.person, visit.now) });
  const openOwn = async (visit: Visit, shift: number, typed = ''): Promise<Answer> => {
    const day = await desk.look(async ({ settings }) => {
      const now = periodOf(todayOf(visit.person, visit.now), settings);
      return shift === 0 ? todayOf(visit.person, visit.now) : periodAfter(now, shift, settings).first;
    });
    return { open: await drawSheet(room, visit, { ...own(visit), day }, { typed }) };
  };
  const after = async (visit: ActionVisit | FormVisit, place: Shown, said?: SaidKey, turn = 0): Promise<Answer> => {
    const notice = said && sayFor(visit)(said);
    return { update: await drawSheet(room, visit, place, { turn, ...(notice && { notice }) }) };
  };
  const step =
    (act: (visit: ActionVisit, place: Shown) => Promise<unknown>, said: SaidKey) => async (visit: ActionVisit) => {
      const place = readPlace(visit.value);
      await act(visit, place);
      return after(visit, place, said, (place.turn ?? 0) + 1);
    };

  return {
    /** What was typed after the command stands in the box of lines: `/timesheet mon 8 website`. */
    openFromCommand: async (visit: CommandVisit) => openOwn(visit, 0, await asTyped(room, visit)),
    openShortcut: (visit: Visit) => openOwn(visit, 0),
    openWith: (visit: Visit, text: string) => openOwn(visit, 0, text),
    last: (visit: CommandVisit) => openOwn(visit, -1),

    openPeriod: async (visit: CommandVisit): Promise<Answer> => {
      const period = await desk.look(async ({ settings }) => readPeriod(visit.text, settings));
      if (!period) throw no('refused.noPeriod', { text: visit.text });
      return { open: await drawSheet(room, visit, { ...own(visit), day: period.first }) };
    },

    open: async (visit: ActionVisit) => {
      const place = visit.value ? readPlace(visit.value) : own(visit);
      return show(visit, await drawSheet(room, visit, place));
    },

    turn: async (visit: ActionVisit) => ({ update: await drawSheet(room, visit, readPlace(visit.value)) }),

    /** Wrong lines stay in their box, with what is wrong over the days; right ones are written at once. */
    saveLines: async (visit: ActionVisit): Promise<Answer | undefined> => {
      const place = readPlace(visit.value);
      const read = await linesIn(room, visit, place);
      const turn = place.turn ?? 0;
      if (!read) return after(visit, place, 'form.nothingTyped', turn);
      if (read.wrong)
        return { update: await drawSheet(room, visit, place, { typed: read.text, notice: read.wrong, turn }) };
      await desk.work(visit.key, (at) => writeLines(at, visit.person.id, place, read.entries));
      return after(visit, place, 'form.saved', turn + 1);
    },

    copy: step((visit, place) => desk.work(visit.key, (at) => copyLast(at, visit.person.id, place)), 'form.copied'),
    withdraw: step(
      (visit, place) => desk.work(visit.key, (at) => withdrawSheet(at, visit.person.id, place)),
      'form.withdrawn',
    ),
    drop: step(
      (visit, place) => desk.work(visit.key, (at) => dropCorrection(at, visit.person.id, place)),
      'form.dropped',
    ),

    /** What is still in the box of lines is written first, so that nothing typed is lost. */
    submit: async (visit: FormVisit): Promise<Answer> => {
      const place = readPlace(visit.view.privateMetadata);
      const read = await linesIn(room, visit, place);
      if (read?.wrong) return { errors: { [read.field]: read.wrong } };
      await desk.work(visit.key, async (at) => {
        if (read) await writeLines(at, visit.person.id, place, read.entries);
        await submitSheet(at, visit.person.id, place);
      });
      return after(visit, place, 'form.submitted');
    },
  };
}

type SaidKey =
  | 'form.saved'
  | 'form.copied'
  | 'form.withdrawn'
  | 'form.dropped'
  | 'form.submitted'
  | 'form.nothingTyped';

async function asTyped({ office }: Room, { text }: CommandVisit): Promise<string> {
  const people = await office.read((look) => look.people.many(peopleMentionedIn(text)));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return readableText(await withChannelNames(office.workspace, text), (id) => names.get(id));
}
