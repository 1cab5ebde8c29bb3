import type { Approval } from '../../../../platform/approvals/approvals.js';
import type { Timesheets } from '../desk.js';
import { tellDecision } from '../letters/decision.js';
import { minutesIn, type Sheet } from '../sheet.js';
import { no } from '../words.js';
import { askForDecision, nextState, tellOfChange } from './hand-in.js';

/** What a decision does to the sheet; the first yes may ask for a second. */
export async function followDecision(desk: Timesheets, approval: Approval): Promise<void> {
  const sheet = await subjectOf(desk, approval);
  const by = approval.decidedBy;
  if (approval.state === 'returned') return returnSheet(desk, sheet, by, approval.reason);
  const { secondLevelOver } = desk.settings;
  const needsSecond = secondLevelOver !== null && minutesIn(sheet.entries) > secondLevelOver && approval.level === 1;
  if (needsSecond) return askForDecision(desk, sheet, 2, by ? [by] : []);
  const changes = { state: nextState(sheet, 'approve'), decidedAt: desk.now, decidedBy: by };
  const approved = await desk.sheets.change(sheet.id, changes);
  await desk.sheets.note(approved, 'approved', by);
  await tellDecision(desk, approved, 'approved');
  await tellOfChange(desk, by, 'approve', approved);
}

async function returnSheet(desk: Timesheets, sheet: Sheet, by: string | null, reason: string | null): Promise<void> {
  const changes = { state: nextState(sheet, 'return'), decidedAt: desk.now, decidedBy: by, reason };
  const returned = await desk.sheets.change(sheet.id, changes);
  await desk.sheets.note(returned, 'returned', by, reason);
  await tellDecision(desk, returned, 'returned');
  await tellOfChange(desk, by, 'return', returned);
}

/** An approval was taken back: it waits for a decision again. What was locked meanwhile stays so. */
export async function takeBack(desk: Timesheets, approval: Approval): Promise<void> {
  const sheet = await desk.sheets.hold(approval.subject);
  if (!sheet) throw no('refused.gone');
  if (sheet.state === 'locked') throw no('refused.lockedMeanwhile');
  // The first of two levels: the sheet itself still waits.
  if (sheet.state === 'submitted') return;
  const changes = { state: nextState(sheet, 'undo'), decidedAt: null, decidedBy: null };
  const open = await desk.sheets.change(sheet.id, changes);
  await desk.sheets.note(open, 'undone', approval.decidedBy);
  await tellOfChange(desk, approval.decidedBy, 'undo', open);
}

async function subjectOf(desk: Timesheets, { subject }: Approval): Promise<Sheet> {
  const sheet = await desk.sheets.hold(subject);
  if (sheet?.state !== 'submitted') throw no('refused.stale');
  return sheet;
}
