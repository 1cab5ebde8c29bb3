import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { Payslip } from '../../../../../src/departments/accounting/payroll/payslip.js';
import { drawPayslip } from '../../../../../src/departments/accounting/payroll/slips/pdf.js';
import { money } from '../../../../../src/platform/money.js';
import { elenasSlip } from './sample-slips.js';

const draw = (slip: Payslip, language: 'en' | 'ro' = 'ro') =>
  drawPayslip(slip, { company: 'Brutăria Șerban', language });

async function read(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), pages: totalPages, about: (await getMeta(pdf)).info, pdf };
}

describe('a payslip', () => {
  it('says in Romanian, with all its letters, what is paid to whom, for what and why', async () => {
    const { text } = await read(await draw(elenasSlip()));
    expect(text).toContain('Brutăria Șerban');
    expect(text).toContain('Elena Țăran-Șerban');
    expect(text).toContain('noiembrie 2026');
    expect(text).toContain('10 decembrie 2026');
    expect(text).toContain('Muncă 156:15 45,00 RON 100 % 7.031,25 RON');
    expect(text).toContain('ore suplimentare ale săptămânii, noapte');
    expect(text).toContain('trebuia să primești 7.200,00 RON; s-a plătit 7.110,00 RON');
    expect(text).toContain('10 % din 7.718,13 RON');
    expect(text).toContain('Brut 7.718,13 RON Rețineri -771,81 RON Primești 6.946,32 RON');
  });

  it('says the same in English', async () => {
    const { text } = await read(await draw(elenasSlip(), 'en'));
    expect(text).toContain('Work 156:15 45.00 RON 100 % 7,031.25 RON');
    expect(text).toContain('This rate counts since 1 March 2026.');
    expect(text).toContain('Gross 7,718.13 RON Deductions -771.81 RON You are paid 6,946.32 RON');
    expect(text).toContain('Page 1 of 1');
  });

  it('can be read by those who can’t see it: it has a language, a title and marked parts, and no amount in either', async () => {
    const { about, pdf } = await read(await draw(elenasSlip()));
    expect(about).toMatchObject({ Language: 'ro', Title: 'Fluturaș de salariu, noiembrie 2026' });
    const page = await pdf.getPage(1);
    expect(JSON.stringify(await page.getStructTree())).toMatch(/"H1".*"Table".*"TH".*"TD"/);
  });

  it('comes out the same, byte for byte, each time that it is drawn', async () => {
    expect(Buffer.from(await draw(elenasSlip())).equals(Buffer.from(await draw(elenasSlip())))).toBe(true);
  });

  it('goes on over as many pages as its lines need, and loses none', async () => {
    const [first] = elenasSlip().lines;
    if (!first) throw new Error('a sample without lines');
    const lines = Array.from({ length: 70 }, (_, place) => ({ ...first, amount: money(100_000 + place, 'RON') }));
    const { text, pages } = await read(await draw(elenasSlip({ lines })));
    expect(pages).toBeGreaterThan(1);
    for (const place of [0, 35, 69]) expect(text).toContain(`1.000,${String(place).padStart(2, '0')} RON`);
    expect(text).toContain(`Pagina ${pages} din ${pages}`);
  });

  it('of nothing says so', async () => {
    const nothing = money(0, 'RON');
    const { text } = await read(await draw(elenasSlip({ lines: [], gross: nothing, deducted: nothing, net: nothing })));
    expect(text).toContain('Pentru această perioadă nu se plătește nimic.');
    expect(text).toContain('0,00 RON');
  });
});
