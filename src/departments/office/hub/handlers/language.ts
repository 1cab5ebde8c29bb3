import type { Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import { chosenLanguage } from '../store/office.js';
import { type Choice, languageForm, languageNamed, languageOf, readLanguageForm } from '../views/language-form.js';
import { words } from '../words.js';
import { type Reception, sayTo, show } from './reception.js';

/** Which language the office speaks with somebody. */
export function languageHandlers({ office }: Reception) {
  const ask = async (visit: Visit): Promise<Answer> => {
    const chosen = await office.read((look) => chosenLanguage(look, visit.person.id));
    return show(visit, languageForm(chosen, sayTo(visit)));
  };

  return {
    ask,
    command: async (visit: CommandVisit): Promise<Answer> => {
      const choice = languageNamed(visit.text);
      return choice ? speak(office, visit, choice) : ask(visit);
    },
    save: async (visit: FormVisit): Promise<Answer> => {
      const choice = readLanguageForm(visit.view.values);
      return choice ? speak(office, visit, choice) : { errors: { language: sayTo(visit).plain('language.missing') } };
    },
  };
}

/** Confirms in the language that is spoken from now on. */
async function speak(office: Office, { person, key, language }: Visit, choice: Choice): Promise<Answer> {
  const spoken = await office.transact(
    async (tx) => {
      await tx.people.chooseLanguage(person.id, languageOf(choice));
      await tx.outbox.refreshHome(person.id);
      return (await tx.people.get(person.id))?.language ?? language;
    },
    { incoming: key },
  );
  return { say: { text: words.in(spoken)(choice === 'follow' ? 'language.followed' : 'language.chosen') } };
}
