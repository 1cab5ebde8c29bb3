import { askApproval, withdrawApproval } from '../../../../platform/approvals/ask.js';
import { approversOf } from '../../../../platform/approvals/deciders.js';
import type { Look } from '../../../../platform/office.js';
import { sheetApproval } from '../approval.js';
import { personCalled, require, standingsOf, type Timesheets, todayOf } from '../desk.js';
import { compareDays } from '../rules/periods.js';
import { caseOf, DESK, isCorrection, minutesIn, type Sheet } from '../sheet.js';
import { type Act, moves } from '../states.js';
import { no } from '../words.js';
import { mayWrite, type Place, seeSheet } from './place.js';

/** Hands a sheet in: whoever decides gets a card. An absence of a whole period may be handed in before it begins. */
export async function submitSheet(desk: Timesheets, by: string, place: Place): Promise<Sheet> {
  const { owner, period } = await seeSheet(desk, by, place);
  const sheet = await desk.sheets.begin(owner.id, period);
  if (!mayWrite(await standingsOf(desk, by, owner.id), sheet)) throw no('refused.notYours');
  const next = nextState(sheet, 'submit');
  if (sheet.entries.length === 0) throw no('refused.nothingWritten');
  const isWork = sheet.entries.some(({ kind }) => kind === 'work');
  if (isWork && compareDays(todayOf(owner, desk.now), sheet.first) < 0) throw no('refused.tooEarly');
  const changes = { state: next, submittedAt: desk.now, submittedBy: by, decidedAt: null, decidedBy: null };
  const submitted = await desk.sheets.change(sheet.id, changes);
  await desk.sheets.note(submitted, 'submitted', by);
  await askForDecision(desk, submitted, 1, []);
  await tellOfChange(desk, by, 'submit', submitted);
  return submitted;
}

/** Asks whoever decides on that level. Who handed somebody else's sheet in doesn't decide on it. */
export async function askForDecision(
  desk: Timesheets,
  sheet: Sheet,
  level: number,
  barredIds: readonly string[],
): Promise<void> {
  const deciderIds = await decidersOf(desk, desk.tx, sheet.personId, level);
  await askApproval(desk.tx, sheetApproval, {
    subject: sheet.id,
    version: sheet.edition,
    level,
    requesterId: sheet.personId,
    barredIds: [...new Set([...barredIds, ...(sheet.submittedBy ? [sheet.submittedBy] : [])])],
    deciderIds,
  });
}

/** First the manager, or accountants where there is none; the second yes is an accountant's. */
export async function decidersOf(
  desk: Pick<Timesheets, 'staff'>,
  look: Look,
  personId: string,
  level: number,
): Promise<string[]> {
  const accountants = await accountantsOf(desk);
  return level === 1 ? approversOf(look, personId, accountants) : accountants;
}

export const accountantsOf = async ({ staff }: Pick<Timesheets, 'staff'>): Promise<string[]> =>
  (await staff.of(DESK)).filter(({ role }) => role === 'accountant').map(({ personId }) => personId);

/** Takes it back before it is decided on. */
export async function withdrawSheet(desk: Timesheets, by: string, place: Place): Promise<Sheet> {
  const sheet = await held(desk, by, place, 'withdraw');
  await withdrawApproval(desk.tx, sheetApproval, sheet.id);
  const withdrawn = await desk.sheets.change(sheet.id, { state: nextState(sheet, 'withdraw'), submittedAt: null });
  await desk.sheets.note(withdrawn, 'withdrawn', by);
  await tellOfChange(desk, by, 'withdraw', withdrawn);
  return withdrawn;
}

/** Begins a new version of what is locked; until that is locked too, the old one counts. */
export async function correctSheet(desk: Timesheets, by: string, place: Place, reason: string): Promise<Sheet> {
  const sheet = await held(desk, by, place, 'correct');
  const changes = { state: nextState(sheet, 'correct'), version: sheet.version + 1, reason };
  const begun = await desk.sheets.change(sheet.id, changes);
  await desk.sheets.note(begun, 'correcting', by, reason);
  await tellOfChange(desk, by, 'correct', begun);
  return begun;
}

/** Gives a correction up: the hours are again what was locked. */
export async function dropCorrection(desk: Timesheets, by: string, place: Place): Promise<Sheet> {
  const sheet = await held(desk, by, place, 'drop');
  if (!isCorrection(sheet) || sheet.lockedVersion === null) throw no('refused.noCorrection');
  await desk.sheets.rewrite(sheet.id, await desk.versions.entriesOf(sheet.id, sheet.lockedVersion));
  const changes = { state: nextState(sheet, 'drop'), version: sheet.lockedVersion, reason: null } as const;
  const dropped = await desk.sheets.change(sheet.id, changes);
  await desk.sheets.note(dropped, 'dropped', by);
  await tellOfChange(desk, by, 'drop', dropped);
  return dropped;
}

async function held(
  desk: Timesheets,
  by: string,
  place: Place,
  right: 'withdraw' | 'correct' | 'drop',
): Promise<Sheet> {
  const { owner, sheet } = await seeSheet(desk, by, place);
  await require(desk, right, by, owner.id);
  const known = sheet && (await desk.sheets.hold(sheet.id));
  if (!known) throw no('refused.nothingWritten');
  return known;
}

/** What follows; where nothing does, the sentence says how things stand. */
export function nextState(sheet: Sheet, act: Act): Sheet['state'] {
  const next = moves[act][sheet.state];
  if (!next) throw no(`refused.state.${sheet.state}`);
  return next;
}

/** On record, and in the App Home of whose sheet it is; amounts of time only, no notes. */
export async function tellOfChange(desk: Timesheets, by: string | null, act: Act, sheet: Sheet): Promise<void> {
  const { id, version, state, personId } = sheet;
  const detail = { version, state, minutes: minutesIn(sheet.entries) };
  const actor = by ?? 'system';
  await desk.audit.record({ actor, action: `${DESK}.${act}`, object: caseOf(id), detail });
  await desk.outbox.refreshHome((await personCalled(desk, personId)).id);
}
