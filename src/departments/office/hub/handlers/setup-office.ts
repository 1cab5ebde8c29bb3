import { option } from '../../../../platform/blocks.js';
import type { ActionVisit, Answer, FormVisit, SearchVisit, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import { dayIn } from '../../../../platform/people/days.js';
import { OFFICE, officeSettings } from '../../../../platform/settings/office-settings.js';
import { countriesLike, countryOf, publicHolidays } from '../country-holidays.js';
import { type Holiday, mergeHolidays, writeHolidays } from '../readers/holidays.js';
import { requireAdmin } from '../service/admins.js';
import { saveHolidays, saveOffice } from '../service/office.js';
import { botName, troubleIn } from '../service/state.js';
import {
  type HolidaysRead,
  holidaysForm,
  LIST_LENGTH,
  nextField,
  readHolidaysForm,
  shownFrom,
  wrongLineText,
} from '../views/holidays-form.js';
import { readOfficeForm, SEAL_FIELD } from '../views/office-form.js';
import { officeChanges, savedView } from '../views/saved.js';
import type { Say } from '../words.js';
import { type Reception, sayTo } from './reception.js';

/** The office's own forms: hours, zone and language, and the holidays. */
export function officeHandlers({ office, desks }: Reception) {
  const today = async (visit: Visit) => {
    const { timeZone } = await office.read(async (look) => {
      await requireAdmin(look, visit.person.id);
      return look.settings.get(OFFICE, officeSettings);
    });
    return dayIn(timeZone, visit.now);
  };

  return {
    save: async (visit: FormVisit): Promise<Answer> => {
      await today(visit);
      const say = sayTo(visit);
      const read = readOfficeForm(visit.view.values, say);
      if ('errors' in read) return read;
      const trouble = await sealTrouble(office, read.form.sealChannel, say);
      if (trouble) return { errors: trouble };
      const change = await office.transact((tx) => saveOffice(tx, { by: visit.person.id, desks }, read.form), {
        incoming: visit.key,
      });
      return { update: savedView(officeChanges(change, say), say) };
    },

    /** Shows the days in the list, so that they can be looked over before they are kept. */
    fill: async (visit: ActionVisit): Promise<Answer> => {
      const day = await today(visit);
      const say = sayTo(visit);
      const form = readHolidaysForm(visit.view?.values ?? {}, say, day);
      const country = form.country ? await countryOf(form.country, say.language) : undefined;
      const [listed, problem] = 'wrong' in form.read ? [[], wrongLineText(form.read, say)] : [form.read, null];
      if (problem || !country) {
        const notes = [problem ?? say('holidays.chooseFirst')];
        return { update: holidaysForm({ ...form, holidays: listed, notes }, say, day) };
      }
      const offered = await publicHolidays(country.code, [day.year, day.year + 1], say.language);
      return { update: holidaysForm(filledDraft(form, listed, offered, country.name, say), say, day) };
    },

    saveHolidays: async (visit: FormVisit): Promise<Answer> => {
      const day = await today(visit);
      const say = sayTo(visit);
      const { read, field } = readHolidaysForm(visit.view.values, say, day);
      if ('wrong' in read) return { errors: { [field]: wrongLineText(read, say) } };
      if (writeHolidays(read).length > LIST_LENGTH) return { errors: { [field]: say.plain('holidays.tooLong') } };
      const from = shownFrom(day);
      const change = await office.transact((tx) => saveHolidays(tx, { by: visit.person.id, desks }, read, from), {
        incoming: visit.key,
      });
      return { update: savedView(officeChanges(change, say), say) };
    },

    countries: async ({ query, language }: SearchVisit) =>
      (await countriesLike(query, language)).slice(0, 100).map(({ code, name }) => option(code, name)),
  };
}

/** Nobody could keep the head elsewhere if it never arrived. */
async function sealTrouble(office: Office, channel: string | null, say: Say): Promise<Record<string, string> | null> {
  const trouble = channel && troubleIn(await office.workspace.channel(channel));
  if (!trouble) return null;
  const bot = await office.read((look) => botName(look, office.workspace));
  return { [SEAL_FIELD]: say(`desk.${trouble === 'archived' ? 'archived' : 'invite'}`, { bot }) };
}

function filledDraft(
  { field }: HolidaysRead,
  listed: readonly Holiday[],
  offered: readonly Holiday[],
  country: string,
  say: Say,
) {
  const all = mergeHolidays(listed, offered);
  const kept = asManyAsFit(all, new Set(listed.map(({ date }) => date)));
  const added = kept.length - new Set(listed.map(({ date }) => date)).size;
  const leftOut = all.length - kept.length;
  const notes = [
    added > 0 ? say('holidays.filled', { count: added, country }) : say('holidays.filledNothing', { country }),
    ...(leftOut > 0 ? [say('holidays.leftOut', { count: leftOut })] : []),
  ];
  return { field: nextField(field), lines: writeHolidays(kept), holidays: kept, notes };
}

/** Takes out the latest of the new days until the list fits into its field. */
function asManyAsFit(days: readonly Holiday[], listed: ReadonlySet<string>): Holiday[] {
  const kept = [...days];
  while (writeHolidays(kept).length > LIST_LENGTH) {
    const last = kept.findLastIndex(({ date }) => !listed.has(date));
    if (last === -1) return kept;
    kept.splice(last, 1);
  }
  return kept;
}
