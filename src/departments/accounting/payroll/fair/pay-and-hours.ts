import type { Money } from '../../../../platform/money.js';
import type { Payslip } from '../payslip.js';

export interface UnpaidWork {
  number: string;
  name: string;
  minutes: number;
}

export interface PayWithoutHours {
  number: string;
  name: string;
  gross: Money;
}

/** Work that counts nothing: its rules say 0 %. */
export function unpaidWorkIn({ employeeNumber, name, lines }: Payslip): UnpaidWork | null {
  const minutes = lines.reduce(
    (sum, { why }) => (why.from === 'hours' && why.hours === 'work' && why.percent === 0 ? sum + why.minutes : sum),
    0,
  );
  return minutes > 0 ? { number: employeeNumber, name, minutes } : null;
}

/** Somebody is paid, and neither hours nor a correction of hours say for what. */
export function payWithoutHoursIn({ employeeNumber, name, lines, gross }: Payslip): PayWithoutHours | null {
  const hasHours = lines.some(({ why }) => why.from === 'hours' || why.from === 'correction');
  return !hasHours && gross.minor > 0 ? { number: employeeNumber, name, gross } : null;
}
