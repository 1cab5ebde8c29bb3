import type { Payslip } from '../../../../../src/departments/accounting/payroll/payslip.js';
import { money } from '../../../../../src/platform/money.js';
import { Temporal } from '../../../../../src/platform/time.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const ron = (minor: number) => money(minor, 'RON');

/** Two hundred hours of work, one correction, an allowance, and a tenth held back; every line in every way of explaining. */
export const elenasSlip = (more: Partial<Payslip> = {}): Payslip => ({
  runId: 'run-11',
  employeeNumber: '1042',
  personId: 'U0ELENA',
  name: 'Elena Țăran-Șerban',
  period: { from: day('2026-11-01'), until: day('2026-11-30') },
  payday: day('2026-12-10'),
  lines: [
    {
      kind: 'hours',
      amount: ron(703_125),
      why: {
        from: 'hours',
        hours: 'work',
        premiums: [],
        minutes: 9375,
        percent: 100,
        rate: ron(4_500),
        rateSince: day('2026-03-01'),
      },
    },
    {
      kind: 'hours',
      amount: ron(19_688),
      why: {
        from: 'hours',
        hours: 'work',
        premiums: ['weeklyOvertime', 'night'],
        minutes: 150,
        percent: 175,
        rate: ron(4_500),
        rateSince: day('2026-03-01'),
      },
    },
    {
      kind: 'correction',
      amount: ron(9_000),
      why: {
        from: 'correction',
        period: { from: day('2026-10-01'), until: day('2026-10-31') },
        sheetId: 's1',
        version: 2,
        should: ron(720_000),
        paid: ron(711_000),
      },
    },
    { kind: 'allowance', amount: ron(40_000), why: { from: 'amount', name: 'Tichete de masă' } },
    {
      kind: 'deduction',
      amount: ron(-77_181),
      why: { from: 'share', name: 'Contribuție', basisPoints: 1000, of: ron(771_813) },
    },
  ],
  gross: ron(771_813),
  deducted: ron(77_181),
  net: ron(694_632),
  ...more,
});
