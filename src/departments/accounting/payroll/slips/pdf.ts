import { daysText, dayText } from '../../../../platform/words/dates.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Payslip } from '../payslip.js';
import { type Say, words } from '../words.js';
import { slipFonts } from './fonts.js';
import { drawLines } from './pdf-lines.js';
import { BODY, INK, MARGIN, SOFT, STRONG } from './pdf-look.js';

export interface PayslipPage {
  company: string;
  language: Language;
}

/**
 * One payslip as a tagged PDF. The same slip gives the same bytes: it is drawn anew whenever it is sent, and kept nowhere.
 */
export async function drawPayslip(slip: Payslip, { company, language }: PayslipPage): Promise<Uint8Array<ArrayBuffer>> {
  const say = words.in(language);
  const doc = await openPage(slip, company, say);
  const bytes = collect(doc);
  drawHead(doc, slip, company, say);
  drawLines(doc, slip, say);
  paragraph(doc, () =>
    doc
      .font(BODY, 9)
      .fillColor(SOFT)
      .text(say.plain('slip.questions'), MARGIN, doc.y + 18),
  );
  numberPages(doc, say);
  doc.end();
  return bytes;
}

async function openPage(slip: Payslip, company: string, say: Say): Promise<PDFKit.PDFDocument> {
  // Loaded with the first payslip: a process that draws none needs no room for it.
  const { default: PDFDocument } = await import('pdfkit');
  const { body, strong } = await slipFonts();
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, pdfVersion: '1.7', bufferPages: true },
    ...{ tagged: true, displayTitle: true, lang: say.language },
    info: {
      Title: say.plain('slip.titleFor', { period: daysText(slip.period, say.language) }),
      Author: company,
      CreationDate: new Date(`${slip.payday.toString()}T00:00:00Z`),
    },
  });
  return doc.registerFont(BODY, body).registerFont(STRONG, strong);
}

function drawHead(doc: PDFKit.PDFDocument, slip: Payslip, company: string, say: Say): void {
  const { language } = say;
  if (company) paragraph(doc, () => doc.font(BODY, 10).fillColor(SOFT).text(company, { paragraphGap: 6 }));
  const title = () => doc.font(STRONG, 20).fillColor(INK).text(say.plain('slip.title'), { paragraphGap: 8 });
  doc.addStructure(doc.struct('H1', {}, title));
  const facts: [string, string][] = [
    [say.plain('slip.person'), slip.name],
    [say.plain('slip.number'), slip.employeeNumber],
    [say.plain('slip.period'), daysText(slip.period, language)],
    [say.plain('slip.payday'), dayText(slip.payday, language)],
  ];
  for (const [name, value] of facts) paragraph(doc, () => drawFact(doc, name, value));
  doc.moveDown(1.2);
}

function drawFact(doc: PDFKit.PDFDocument, name: string, value: string): void {
  doc.font(BODY, 10).fillColor(SOFT).text(name, MARGIN, doc.y, { continued: true, paragraphGap: 2 });
  doc.fillColor(INK).text(`  ${value}`, { paragraphGap: 2 });
}

const paragraph = (doc: PDFKit.PDFDocument, draw: () => void): void => {
  doc.addStructure(doc.struct('P', {}, draw));
};

/** How many pages there are is known last. */
function numberPages(doc: PDFKit.PDFDocument, say: Say): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    doc.page.margins.bottom = 0;
    const said = say.plain('slip.page', { page: page + 1, pages: count });
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .font(BODY, 8)
      .fillColor(SOFT)
      .text(said, MARGIN, doc.page.height - MARGIN + 12, { lineBreak: false });
    doc.endMarkedContent();
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => void chunks.push(chunk));
    doc.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}
