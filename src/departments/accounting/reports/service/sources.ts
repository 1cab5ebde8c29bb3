import type { Desk } from '../../../../platform/doors/doors.js';
import type { Look } from '../../../../platform/office.js';
import type { ReportSource } from '../../../../platform/reports/report-source.js';
import type { Words } from '../../../../platform/words/define.js';
import type { Language } from '../../../../platform/words/words.js';

/** What a report can tell of, with the words of the desk that tells it. */
export interface OfferedSource {
  source: ReportSource;
  words: Words;
}
export type Sources = ReadonlyMap<string, OfferedSource>;

export const sourcesOf = (desks: readonly Pick<Desk, 'reports' | 'words'>[]): Sources =>
  new Map(
    desks.flatMap(({ reports = [], words }) => reports.map((source) => [source.name, { source, words }] as const)),
  );

export const titleOf = ({ source, words }: OfferedSource, language: Language): string =>
  words.in(language).plain(source.title);

/** Those that somebody may read. */
export async function readableBy(look: Look, sources: Sources, personId: string): Promise<OfferedSource[]> {
  const readable: OfferedSource[] = [];
  for (const offered of sources.values()) {
    if (await offered.source.mayRead(look, personId)) readable.push(offered);
  }
  return readable;
}
