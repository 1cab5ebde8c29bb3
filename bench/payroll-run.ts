// One pay run, in a process of its own so that its memory is its own: prints seconds and bytes as JSON.
import { openPayrollOffice } from './payroll-office.js';

const { database, compute, keep } = await openPayrollOffice(process.argv[2] ?? '');
const restBytes = process.memoryUsage().rss;
const began = performance.now();
const computed = await compute('2026-12-10');
const computedAt = performance.now();
await keep(computed);
const keptAt = performance.now();
const { payslips } = computed.result;
console.log(
  JSON.stringify({
    payslips: payslips.length,
    computeMs: computedAt - began,
    keepMs: keptAt - computedAt,
    restBytes,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
await database.close();
