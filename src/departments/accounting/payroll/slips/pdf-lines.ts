import { minus, moneyText } from '../../../../platform/money.js';
import type { Payslip } from '../payslip.js';
import type { Say } from '../words.js';
import { explainLine, type LineInWords } from './explain.js';
import { BODY, INK, MARGIN, RULE, SOFT, STRONG } from './pdf-look.js';

type Row = PDFKit.Mixins.RowOptions[];
/** pdfkit reads this, and its types don't know it yet. */
type TaggedTable = PDFKit.Mixins.TableOptions & { structParent: PDFKit.PDFDocument };

const columns = ['*', 52, 82, 66, 92];

/** The lines, each with its reason under it, and what they come to. */
export function drawLines(doc: PDFKit.PDFDocument, slip: Payslip, say: Say): void {
  const options: TaggedTable = {
    position: { x: MARGIN, y: doc.y },
    columnStyles: columns,
    defaultStyle: { border: 0, padding: { top: 3, bottom: 3, left: 2, right: 2 }, borderColor: RULE, textColor: INK },
    structParent: doc,
  };
  const table = doc.table(options);
  table.row(headRow(say));
  for (const line of slip.lines) for (const row of rowsOf(explainLine(say, line))) table.row(row);
  for (const row of totalRows(slip, say)) table.row(row);
  table.end();
}

const cell = (text: string, more: PDFKit.Mixins.RowOptions = {}): PDFKit.Mixins.RowOptions => ({
  text,
  font: { src: BODY, size: 9 },
  ...more,
});
const figure = (text: string, more: PDFKit.Mixins.RowOptions = {}) =>
  cell(text, { align: { x: 'right', y: 'top' }, ...more });

function headRow(say: Say): Row {
  const look = { type: 'TH' as const, font: { src: STRONG, size: 8 }, textColor: SOFT };
  const [what, ...figures] = (['what', 'hours', 'rate', 'percent', 'amount'] as const).map((name) =>
    say.plain(`slip.column.${name}`),
  );
  return [cell(what ?? '', look), ...figures.map((text) => figure(text, look))];
}

function rowsOf({ what, hours, rate, percent, amount, why }: LineInWords): Row[] {
  const border = { border: { top: 0.5, bottom: 0, left: 0, right: 0 } };
  const figures = [hours, rate, percent, amount].map((text) => figure(text, border));
  const reason = { font: { src: BODY, size: 7.5 }, textColor: SOFT, colSpan: columns.length };
  return [
    [cell(what, border), ...figures],
    [cell(why, { ...reason, padding: { top: 0, bottom: 5, left: 2, right: 60 } })],
  ];
}

function totalRows({ lines, gross, net }: Payslip, say: Say): Row[] {
  const empty: Row[] = lines.length > 0 ? [] : [[cell(say.plain('slip.nothing'), { colSpan: columns.length })]];
  const total = (name: string, amount: string, look: PDFKit.Mixins.RowOptions = {}): Row => [
    cell(name, { colSpan: columns.length - 1, type: 'TH', ...look }),
    figure(amount, look),
  ];
  const first = { border: { top: 1, bottom: 0, left: 0, right: 0 }, borderColor: INK };
  const last = { ...first, font: { src: STRONG, size: 11 } };
  return [
    ...empty,
    total(say.plain('slip.gross'), moneyText(gross, say.language), first),
    total(say.plain('slip.deducted'), moneyText(minus(net, gross), say.language)),
    total(say.plain('slip.net'), moneyText(net, say.language), last),
  ];
}
