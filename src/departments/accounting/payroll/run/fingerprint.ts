import { createHash } from 'node:crypto';
import type { PayInputs } from './inputs.js';

/** Names what a run was computed from: hours, people, terms or earlier pay that changed since give another one. */
export function fingerprintOf(inputs: PayInputs): string {
  const hash = createHash('sha256');
  for (const row of rowsOf(inputs).sort()) hash.update(`${row}\n`);
  return hash.digest('hex');
}

/** Whether an account is on record decides no amount, so it may be added while the run waits. */
function rowsOf({ period, payday, settled, employees, terms, sheets, paid, adjustments }: PayInputs): string[] {
  const row = (...fields: unknown[]) => JSON.stringify(fields);
  return [
    row('run', period, payday),
    ...settled.map((one) => row('settled', one)),
    ...employees.map((one) => row('employee', one.number, one.personId, one.name, one.startsOn, one.endsOn)),
    ...[...terms.values()].flat().map((one) => row('terms', one.employeeNumber, one.from, one.rate, one.weeklyMinutes)),
    ...sheets.map((one) => row('sheet', one.sheetId, one.personId, one.version, one.lockedAt)),
    ...paid.map((one) => row('paid', one.sheetId, one.employeeNumber, one.version, one.isOpen)),
    ...adjustments.map((one) => row('adjustment', one)),
  ];
}
