import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, input, modal, plain, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText, hoursText } from '../../../../platform/words/dates.js';
import { ids } from '../ids.js';
import type { WorkPattern } from '../patterns/pattern.js';
import { readWeek, runsOf } from '../patterns/week-text.js';
import type { Agreed } from '../service/patterns.js';
import { no, type Say } from '../words.js';

/** So many fit; of more, the oldest are left out. */
const SHOWN = 40;

const claim = z.object({
  person: z.string().regex(/^[A-Z0-9]{2,40}$/),
  from: z.iso
    .date()
    .transform((text) => Temporal.PlainDate.from(text))
    .nullable(),
});
/** Whose working week, and from which day on; null: none yet. */
export type PatternPlace = z.output<typeof claim>;

export const writePatternPlace = ({ person, from }: PatternPlace): string =>
  JSON.stringify({ person, from: from?.toString() ?? null });

export function readPatternPlace(value: string): PatternPlace {
  const read = claimOf(claim, value);
  if (read === null) throw no('refused.gone');
  return read;
}

/** What somebody is expected to work, from which day on. */
export function patternsView(say: Say, agreed: Agreed, notice?: string): ModalView {
  const { person, patterns, office, canKeep, canChoose } = agreed;
  const place = (from: Temporal.PlainDate | null) => writePatternPlace({ person: person.id, from });
  return modal({
    callbackId: ids.patternsView,
    title: say.plain('patterns.title'),
    close: say.plain('form.close'),
    metadata: place(null),
    blocks: [
      ...(canChoose ? [choosePerson(say, person.id)] : []),
      section(`${mention(person.id)}\n${say('patterns.about')}`),
      ...(notice ? [context(notice)] : []),
      ...(canKeep
        ? [
            actions('add', [
              button(ids.addPattern, say.plain('patterns.add'), { value: place(null), style: 'primary' }),
            ]),
          ]
        : []),
      ...patterns.slice(0, SHOWN).flatMap((pattern) => rows(say, pattern, canKeep ? place(pattern.validFrom) : null)),
      ...(patterns.length > SHOWN ? [context(say('patterns.more', { count: patterns.length - SHOWN }))] : []),
      context(say(patterns.length > 0 ? 'patterns.before' : 'patterns.none', { week: weekText(say, office.minutes) })),
    ],
  });
}

const choosePerson = (say: Say, person: string): KnownBlock =>
  actions('whose', [
    {
      type: 'users_select',
      action_id: ids.choosePerson,
      placeholder: plain(say.plain('patterns.whose'), 150),
      initial_user: person,
    },
  ]);

function rows(say: Say, pattern: WorkPattern, value: string | null): KnownBlock[] {
  const { validFrom, startsOn, endsOn, minutes } = pattern;
  const day = (key: 'from' | 'first' | 'last', on: Temporal.PlainDate | null) =>
    on ? [escapeText(say.plain(`patterns.${key}`, { day: dayText(on, say.language) }))] : [];
  const days = [...day('first', startsOn), ...day('last', endsOn)];
  const text = `*${day('from', validFrom)[0]}*\n${weekText(say, minutes)}${days.length > 0 ? `\n${days.join(' · ')}` : ''}`;
  if (value === null) return [section(text)];
  return [
    section(text),
    actions(`pattern-${validFrom}`, [
      button(ids.editPattern, say.plain('patterns.edit'), { value }),
      button(ids.removePattern, say.plain('patterns.remove'), { value, confirm: sure(say) }),
    ]),
  ];
}

const sure = (say: Say) => ({
  title: plain(say.plain('patterns.sure'), 100),
  text: { type: 'plain_text' as const, text: say.plain('patterns.sureText') },
  confirm: { type: 'plain_text' as const, text: say.plain('patterns.remove') },
  deny: { type: 'plain_text' as const, text: say.plain('patterns.keep') },
});

/** The first of January 2024 was a Monday. */
const weekdayText = ({ language }: Pick<Say, 'language'>, weekday: number): string =>
  dayText(Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }), language, { weekday: 'short' });

const runText = (say: Say, { from, to, minutes }: ReturnType<typeof runsOf>[number]): string =>
  `${weekdayText(say, from)}${to > from ? `–${weekdayText(say, to)}` : ''} ${hoursText(minutes)}`;

/** `Mon–Thu 8:00, Fri 6:00`: what can be typed, too. */
export const typedWeek = (say: Say, minutes: readonly number[]): string =>
  runsOf(minutes)
    .map((run) => runText(say, run))
    .join(', ') || `${weekdayText(say, 1)} 0`;

const weekText = (say: Say, minutes: readonly number[]): string => {
  const total = minutes.reduce((sum, one) => sum + one, 0);
  if (total === 0) return say('patterns.noHours');
  return say('patterns.week', { days: typedWeek(say, minutes), hours: hoursText(total) });
};

/** A working week; `place.from` says which one is changed, and `pattern` what stands in the form. */
export function patternForm(say: Say, place: PatternPlace, pattern: WorkPattern): ModalView {
  const date = (field: 'validFrom' | 'startsOn' | 'endsOn', on: Temporal.PlainDate | null, optional: boolean) =>
    input(
      field,
      say.plain(`patterns.${field}`),
      { type: 'datepicker', ...(on && { initial_date: on.toString() }) },
      { optional, hint: say.plain(`patterns.${field}Hint`) },
    );
  return modal({
    callbackId: ids.patternForm,
    title: say.plain(place.from ? 'patterns.change' : 'patterns.new'),
    submit: say.plain('day.save'),
    close: say.plain('form.close'),
    metadata: writePatternPlace(place),
    blocks: [
      section(mention(place.person)),
      date('validFrom', pattern.validFrom, false),
      input(
        'week',
        say.plain('patterns.hours'),
        {
          type: 'plain_text_input',
          max_length: 300,
          initial_value: typedWeek(say, pattern.minutes),
          placeholder: plain(say.plain('patterns.example'), 150),
        },
        { hint: say.plain('patterns.hoursHint') },
      ),
      date('startsOn', pattern.startsOn, true),
      date('endsOn', pattern.endsOn, true),
    ],
  });
}

/** What was filled in, or what is wrong, by field. */
export function readPattern(
  say: Say,
  values: StateValues,
): { pattern: WorkPattern } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const dayIn = (field: string) => z.iso.date().safeParse(answers[field]).data ?? null;
  const week = readWeek(String(answers.week ?? ''));
  const from = dayIn('validFrom');
  const errors = {
    ...('wrong' in week && { week: say.plain(`wrong.${week.wrong}`, { text: week.text }) }),
    ...(from === null && { validFrom: say.plain('export.dayMissing') }),
  };
  if ('wrong' in week || from === null) return { errors };
  const [startsOn, endsOn] = [dayIn('startsOn'), dayIn('endsOn')];
  const toDay = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
  const pattern = { validFrom: Temporal.PlainDate.from(from), minutes: week.minutes };
  return { pattern: { ...pattern, startsOn: toDay(startsOn), endsOn: toDay(endsOn) } };
}
