import { type HourKind, hourKinds } from '../../../../platform/hours.js';
import type { Table } from '../../../../platform/tables/table.js';
import { Temporal } from '../../../../platform/time.js';

/** One entry of a sheet, as it is exported. Names and notes are as people wrote them. */
export interface ExportedEntry {
  person: string;
  day: Temporal.PlainDate;
  project: string | null;
  kind: HourKind;
  minutes: number;
  note: string | null;
  /** As a word for `states`. */
  state: string;
}

/** What the table is called and how its columns, kinds and states are, in the language of whoever asked for it. */
export interface ExportWords {
  name: string;
  columns: Readonly<Record<keyof ExportedEntry, string>>;
  kinds: Readonly<Record<HourKind, string>>;
  states: Readonly<Record<string, string>>;
}

/** Everybody's hours of a period as a table: by person, day, kind and project. */
export function hoursTable(entries: readonly ExportedEntry[], words: ExportWords): Table {
  const { name, columns, kinds, states } = words;
  return {
    name,
    columns: [
      { title: columns.person, kind: 'text', width: 28 },
      { title: columns.day, kind: 'date' },
      { title: columns.project, kind: 'text' },
      { title: columns.kind, kind: 'text', width: 16 },
      { title: columns.minutes, kind: 'minutes' },
      { title: columns.note, kind: 'text', width: 40 },
      { title: columns.state, kind: 'text', width: 16 },
    ],
    rows: [...entries]
      .sort(inOrder)
      .map(({ person, day, project, kind, minutes, note, state }) => [
        person,
        day,
        project,
        kinds[kind],
        minutes,
        note,
        states[state] ?? state,
      ]),
  };
}

/** In an order of letters that suits both languages: ă after a, ș after s. */
const { compare: byLetters } = new Intl.Collator('ro');

const inOrder = (one: ExportedEntry, other: ExportedEntry): number =>
  byLetters(one.person, other.person) ||
  Temporal.PlainDate.compare(one.day, other.day) ||
  hourKinds.indexOf(one.kind) - hourKinds.indexOf(other.kind) ||
  byLetters(one.project ?? '', other.project ?? '');
