import type { KnownBlock, ModalView } from '@slack/types';
import { context, divider, input, modal, section } from '../../../../platform/blocks.js';
import { mention, shorten } from '../../../../platform/mrkdwn.js';
import { peopleIds } from '../people-ids.js';
import { columns, required } from '../service/import/columns.js';
import type { BadLine } from '../service/import/lines.js';
import type { Change, Intent, Plan } from '../service/import/plan.js';
import { FILE } from '../service/import/read-table.js';
import type { Say } from '../words.js';
import { badText } from './bad-lines.js';
import { packed } from './packed.js';
import { accountText, shownText, termsValues } from './people-texts.js';

export function importForm(say: Say): ModalView {
  const named = (some: readonly (typeof columns)[number][]) =>
    some.map((column) => say.plain(`import.column.${column}`)).join(', ');
  return modal({
    callbackId: peopleIds.importForm,
    title: say.plain('import.title'),
    submit: say.plain('import.send'),
    close: say.plain('people.cancel'),
    blocks: [
      section(say('import.explain', { columns: named(columns), needed: named(required) })),
      input(
        FILE,
        say.plain('import.file'),
        { type: 'file_input', filetypes: ['csv', 'txt', 'tsv'], max_files: 1 },
        { hint: say.plain('import.fileHint') },
      ),
    ],
  });
}

export interface Shown {
  id: string;
  plan: Plan;
  unknown: readonly string[];
  /** Whether the file is gone from Slack; null: that was said before. */
  isDeleted: boolean | null;
  changedMeanwhile?: true;
}

/** What a list would do, before it does. Only whoever uploaded it sees this: there is pay in it. */
export function previewView(say: Say, { id, plan, unknown, isDeleted, changedMeanwhile }: Shown): ModalView {
  const count = plan.added.length + plan.changed.length;
  return modal({
    callbackId: peopleIds.importConfirm,
    title: say.plain('import.previewTitle'),
    ...(count > 0 && { submit: say.plain('import.confirm', { count }) }),
    close: say.plain('people.cancel'),
    metadata: id,
    blocks: [
      ...(changedMeanwhile ? [section(say('import.changedMeanwhile'))] : []),
      section(summaryOf(say, plan)),
      ...(isDeleted === null ? [] : [context(say(isDeleted ? 'import.deleted' : 'import.notDeleted'))]),
      ...badBlocks(say, plan.bad),
      ...listed(
        say,
        say('import.changedTitle'),
        plan.changed.map((intent) => changeText(say, intent)),
        20,
      ),
      ...listed(
        say,
        say('import.addedTitle'),
        plan.added.map((intent) => newText(say, intent)),
        15,
      ),
      ...notes(say, plan, unknown),
    ],
  });
}

function summaryOf(say: Say, { added, changed, unchanged, absent }: Plan): string {
  const counts = [
    say('import.added', { count: added.length }),
    say('import.changed', { count: changed.length }),
    say('import.unchanged', { count: unchanged }),
  ];
  return [
    `*${counts.join(' · ')}*`,
    ...(absent > 0 ? [say('import.absent', { count: absent })] : []),
    ...(added.length + changed.length === 0 ? [say('import.nothingToDo')] : []),
  ].join('\n');
}

function badBlocks(say: Say, bad: readonly BadLine[]): KnownBlock[] {
  if (bad.length === 0) return [];
  const lines = bad.map((line) => badText(say, line));
  const title = `${say('import.badTitle', { count: bad.length })}\n${say('import.badHint')}`;
  return listed(say, title, lines, 20);
}

function listed(say: Say, title: string, texts: readonly string[], sections: number): KnownBlock[] {
  if (texts.length === 0) return [];
  const { parts, left } = packed(texts, sections);
  return [
    divider(),
    section(title),
    ...parts.map((part) => section(part)),
    ...(left > 0 ? [context(say('import.moreLines', { count: left }))] : []),
  ];
}

function changeText(say: Say, { line, employee: { number, name }, changes }: Intent): string {
  return [say('import.who', { number, name, line }), ...changes.map((change) => `• ${oneChange(say, change)}`)].join(
    '\n',
  );
}

function oneChange(say: Say, { field, before, after, from }: Change): string {
  const text = (value: Change['before']) =>
    field === 'account' ? accountText(say, value as string | null) : shownText(say, value);
  const values = { field: say.plain(`import.field.${field}`), before: text(before), after: text(after) };
  if (field === 'slack') return slackChange(say, values.field, before, after);
  return from ? say('import.changeFrom', { ...values, from: shownText(say, from) }) : say('import.change', values);
}

/** People in Slack are shown as mentions, which are never escaped. */
const slackChange = (say: Say, field: string, ...[before, after]: Change['before'][]): string =>
  `${field}: ${[before, after].map((id) => (typeof id === 'string' ? mention(id) : say('people.nothing'))).join(' → ')}`;

function newText(say: Say, { line, employee: { number, name }, terms }: Intent): string {
  if (!terms) return say('import.who', { number, name, line });
  return say('import.newPerson', { number, name, line, ...termsValues(say, terms) });
}

function notes(say: Say, { notInSlack }: Plan, unknown: readonly string[]): KnownBlock[] {
  const lines = shorten(notInSlack.join(', '), 200);
  const texts = [
    ...(unknown.length > 0 ? [say('import.unknownColumns', { columns: shorten(unknown.join(', '), 300) })] : []),
    ...(notInSlack.length > 0 ? [say('import.notInSlack', { count: notInSlack.length, lines })] : []),
  ];
  return texts.length > 0 ? [divider(), ...texts.map((text) => context(text))] : [];
}
