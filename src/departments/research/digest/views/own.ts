import type { ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { button, context, divider, input, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { ids, numbered } from '../ids.js';
import { type DigestSettings, digestSettings } from '../settings.js';
import type { Follower, Watch } from '../store/readers.js';
import type { Say } from '../words.js';
import { topicOptions } from './sources.js';

/** Which topics somebody wants to read of by message, and when. */
export function followForm(
  say: Say,
  { topics, hour }: Follower,
  all: readonly string[],
  chosen: readonly string[],
): ModalView {
  const options = topicOptions(say, all);
  const initial = options.filter(({ value }) => [...topics, ...chosen].includes(value ?? ''));
  return modal({
    callbackId: ids.followForm,
    title: say.plain('follow.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      context(say('follow.about')),
      input(
        'topics',
        say.plain('follow.topics'),
        { type: 'multi_static_select', options, ...(initial.length > 0 && { initial_options: initial }) },
        { optional: true, hint: say.plain('follow.topicsHint') },
      ),
      input(
        'hour',
        say.plain('follow.hour'),
        { type: 'timepicker', ...(hour && { initial_time: hour }) },
        { optional: true, hint: say.plain('follow.hourHint') },
      ),
    ],
  });
}

export function readFollow({ values }: OpenView, all: readonly string[]): { topics: string[]; hour: string | null } {
  const answers = answersOf(values);
  const topics = Array.isArray(answers.topics) ? answers.topics.map(String) : [];
  return { topics: topics.filter((topic) => all.includes(topic)), hour: String(answers.hour ?? '') || null };
}

/** Words that must never be missed. */
export const watchForm = (say: Say, watches: readonly Watch[], typed = ''): ModalView =>
  modal({
    callbackId: ids.watchForm,
    title: say.plain('watch.title'),
    submit: say.plain('watch.add'),
    close: say.plain('form.close'),
    blocks: [
      input(
        'word',
        say.plain('watch.word'),
        { type: 'plain_text_input', max_length: 60, ...(typed && { initial_value: typed }) },
        { hint: say.plain('watch.wordHint') },
      ),
      ...(watches.length > 0 ? [divider()] : [context(say('watch.none'))]),
      ...watches.map(({ id, word }) =>
        section(`*${escapeText(word)}*`, button(numbered(ids.unwatch, id), say.plain('watch.remove'), { value: id })),
      ),
    ],
  });

export const readWatch = ({ values }: OpenView): string => String(answersOf(values).word ?? '').trim();

export const settingsForm = (say: Say, settings: DigestSettings): ModalView =>
  modal({
    callbackId: ids.settingsForm,
    title: say.plain('settings.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      input(
        'time',
        say.plain('settings.time'),
        { type: 'timepicker', initial_time: settings.time },
        {
          hint: say.plain('settings.timeHint'),
        },
      ),
      input('quietDay', say.plain('settings.quietDay'), {
        type: 'static_select',
        ...quietDayOptions(say, settings),
      }),
      input('perTopic', say.plain('settings.perTopic'), {
        type: 'number_input',
        ...{ is_decimal_allowed: false, min_value: '1', max_value: '10', initial_value: String(settings.perTopic) },
      }),
      input(
        'topics',
        say.plain('settings.topics'),
        { type: 'plain_text_input', max_length: 300, initial_value: settings.topics.join(', ') },
        { hint: say.plain('settings.topicsHint') },
      ),
      input(
        'currencies',
        say.plain('settings.currencies'),
        {
          type: 'plain_text_input',
          max_length: 100,
          ...(settings.currencies.length > 0 && { initial_value: settings.currencies.join(', ') }),
        },
        { optional: true, hint: say.plain('settings.currenciesHint') },
      ),
      input(
        'quotesUrl',
        say.plain('settings.quotesUrl'),
        {
          type: 'plain_text_input',
          max_length: 2000,
          ...(settings.quotesUrl && { initial_value: settings.quotesUrl }),
        },
        { optional: true, hint: say.plain('settings.quotesUrlHint') },
      ),
    ],
  });

function quietDayOptions(say: Say, { quietDay }: DigestSettings) {
  const options = (['say', 'skip'] as const).map((value) => ({
    value,
    text: { type: 'plain_text' as const, text: say.plain(`settings.quiet.${value}`) },
  }));
  const initial = options.find(({ value }) => value === quietDay);
  return { options, ...(initial && { initial_option: initial }) };
}

export function readSettings(
  say: Say,
  { values }: OpenView,
  before: DigestSettings,
): { settings: DigestSettings } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const list = (field: string) =>
    String(answers[field] ?? '')
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const read = digestSettings.safeParse({
    ...before,
    ...{ time: answers.time ?? before.time, quietDay: answers.quietDay ?? before.quietDay },
    perTopic: Number(answers.perTopic),
    topics: [...new Set(list('topics').map((topic) => topic.toLowerCase()))],
    quotesUrl: String(answers.quotesUrl ?? '').trim() || null,
    currencies: [...new Set(list('currencies').map((code) => code.toUpperCase()))],
  });
  if (read.success) return { settings: read.data };
  const fields = new Set(read.error.issues.map(({ path }) => String(path[0])));
  return {
    errors: Object.fromEntries([...fields].map((field) => [field, say.plain(`settings.wrong.${field as 'topics'}`)])),
  };
}
