import type { HoursSource } from '../../../../platform/hours.js';
import type { Office } from '../../../../platform/office.js';
import { openDesk } from '../desk.js';
import { importAtOnce, type Preview } from '../service/import/import-people.js';
import type { Intent, Plan } from '../service/import/plan.js';
import { badText } from '../views/bad-lines.js';
import { words } from '../words.js';

export interface FileImport {
  /** Only tell what it would do. */
  isDryRun: boolean;
  /** Import the good lines where others are bad. */
  skipsBad: boolean;
}

/** Importing people asks nothing of the hours that they worked. */
const noHours: HoursSource = { locked: async () => [], lockedAfter: async () => [], unfinished: async () => [] };

/** For `npm run import`: what a list did, or would do, in lines without anybody's pay. */
export async function importFromFile(
  office: Office,
  bytes: Uint8Array,
  { isDryRun, skipsBad }: FileImport,
): Promise<{ lines: string[]; isWell: boolean }> {
  const isRefused = ({ bad }: Plan) => bad.length > 0 && !skipsBad;
  const preview = await office.transact(async (tx) =>
    importAtOnce(await openDesk(tx, noHours), bytes, (plan) => !isDryRun && !isRefused(plan)),
  );
  const isWell = !isRefused(preview.plan);
  return { lines: [...report(preview), ending(isDryRun, isWell)], isWell };
}

function report({ plan, unknown }: Preview): string[] {
  const say = words.in('en').plain;
  const { added, changed, unchanged, absent, bad, notInSlack } = plan;
  return [
    ...bad.map((line) => badText(say, line)),
    ...added.map((intent) => said(intent, 'new')),
    ...changed.map((intent) =>
      said(intent, intent.changes.map(({ field }) => say(`import.field.${field}`)).join(', ')),
    ),
    ...(unknown.length > 0 ? [say('import.unknownColumns', { columns: unknown.join(', ') })] : []),
    ...(notInSlack.length > 0
      ? [say('import.notInSlack', { count: notInSlack.length, lines: notInSlack.join(', ') })]
      : []),
    [
      say('import.added', { count: added.length }),
      say('import.changed', { count: changed.length }),
      say('import.unchanged', { count: unchanged }),
    ].join(', '),
    ...(absent > 0 ? [say('import.absent', { count: absent })] : []),
  ];
}

const said = ({ line, employee: { number, name } }: Intent, what: string): string =>
  `Line ${line}: ${number} ${name}: ${what}`;

function ending(isDryRun: boolean, isWell: boolean): string {
  if (!isWell) return 'Nothing was imported: mend the lines above, or add --skip-bad to import the others.';
  return isDryRun ? 'This is what it would do; nothing was changed.' : 'Imported.';
}
