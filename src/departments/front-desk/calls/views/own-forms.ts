import type { ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option, plain, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { languageName } from '../../../../platform/words/language-name.js';
import { ids } from '../ids.js';
import type { Turn } from '../rules/shifts.js';
import { turnKey } from '../service/rotations.js';
import type { Rotation } from '../store/rotations.js';
import type { Taker } from '../store/takers.js';
import type { Say } from '../words.js';
import { turnText } from './duty.js';
import { callerLanguages } from './form.js';

interface RotationTurn {
  rotation: Rotation;
  turn: Turn;
}

const MOST = 100;

/** One of this person's turns for a colleague to take, perhaps for one of theirs. */
export function swapForm(
  say: Say,
  by: string,
  turns: readonly RotationTurn[],
  names: ReadonlyMap<string, string>,
): ModalView {
  const own = turns.filter(({ turn }) => turn.personId === by);
  const others = turns.filter(({ turn }) => turn.personId !== by);
  const title = { callbackId: ids.swapForm, title: say.plain('swap.title') };
  if (own.length === 0) {
    return modal({ ...title, close: say.plain('form.close'), blocks: [section(say('swap.noTurns'))] });
  }
  const choose = ({ rotation, turn }: RotationTurn, withName: boolean) =>
    option(
      turnKey(rotation.id, turn),
      [turnText(say, turn), rotation.name, ...(withName ? [names.get(turn.personId) ?? turn.personId] : [])].join(
        ' · ',
      ),
    );
  return modal({
    ...title,
    submit: say.plain('swap.ask'),
    close: say.plain('form.cancel'),
    blocks: [
      context(say('swap.about')),
      input('turn', say.plain('swap.turn'), {
        type: 'static_select',
        options: own.slice(0, MOST).map((one) => choose(one, false)),
      }),
      input('person', say.plain('swap.person'), { type: 'users_select' }),
      ...(others.length > 0
        ? [
            input(
              'back',
              say.plain('swap.back'),
              { type: 'static_select', options: others.slice(0, MOST).map((one) => choose(one, true)) },
              { optional: true, hint: say.plain('swap.backHint') },
            ),
          ]
        : []),
    ],
  });
}

export function readSwap({ values }: OpenView): { turn: string; toId: string; back: string | null } {
  const answers = answersOf(values);
  return {
    turn: String(answers.turn ?? ''),
    toId: String(answers.person ?? ''),
    back: String(answers.back ?? '') || null,
  };
}

export function skillsForm(say: Say, { skills, languages }: Taker): ModalView {
  const options = callerLanguages.map((code) => option(code, languageName(code, say.language)));
  const chosen = options.filter(({ value }) => languages.includes(value ?? ''));
  return modal({
    callbackId: ids.skillsForm,
    title: say.plain('skills.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      context(say('skills.about')),
      input(
        'skills',
        say.plain('skills.skills'),
        {
          type: 'plain_text_input',
          max_length: 600,
          ...(skills.length > 0 && { initial_value: skills.join(', ') }),
          placeholder: plain(say.plain('skills.example'), 150),
        },
        { optional: true },
      ),
      input(
        'languages',
        say.plain('skills.languages'),
        { type: 'multi_static_select', options, ...(chosen.length > 0 && { initial_options: chosen }) },
        { optional: true },
      ),
    ],
  });
}

export function readSkills({ values }: OpenView): { skills: string[]; languages: string[] } {
  const answers = answersOf(values);
  return {
    skills: String(answers.skills ?? '').split(/[,;\n]/),
    languages: callerLanguages.filter((code) => Array.isArray(answers.languages) && answers.languages.includes(code)),
  };
}
