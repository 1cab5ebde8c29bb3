/** The columns of a list of people, by the names that their headers may have: without case, accents, dots and dashes. */
const names = {
  number: ['number', 'employee number', 'employee', 'no', 'nr', 'numar', 'numar angajat', 'marca'],
  name: ['name', 'full name', 'nume', 'nume complet', 'nume si prenume'],
  email: ['email', 'e mail', 'mail', 'adresa de email', 'adresa email'],
  manager: ['manager', 'manager number', 'numar manager', 'sef', 'marca sef', 'superior'],
  group: ['group', 'grup', 'grupa'],
  job: ['job', 'job title', 'title', 'post', 'functie', 'functia'],
  rate: ['rate', 'hourly rate', 'tarif', 'tarif orar', 'rata orara'],
  currency: ['currency', 'moneda', 'valuta'],
  weeklyHours: ['weekly hours', 'hours a week', 'hours per week', 'ore pe saptamana', 'ore saptamanale', 'norma'],
  from: ['from', 'since', 'valid from', 'de la', 'valabil din', 'valabil de la'],
  starts: ['starts', 'start', 'start date', 'hired', 'incepe', 'inceput', 'angajat din', 'data angajarii'],
  ends: ['ends', 'end', 'end date', 'left', 'se incheie', 'sfarsit', 'plecat', 'data plecarii'],
  iban: ['iban', 'account', 'bank account', 'cont', 'cont bancar'],
} as const;

export type Column = keyof typeof names;
export const columns = Object.keys(names) as Column[];

/** Without these nobody could be paid. */
export const required: readonly Column[] = ['number', 'name', 'job', 'rate', 'weeklyHours', 'starts'];

export interface Headers {
  /** Where each column stands. */
  places: ReadonlyMap<Column, number>;
  missing: readonly Column[];
  /** Named by two headers, so that nobody can say which counts. */
  twice: readonly Column[];
  /** Headers that name no column: what stands under them is left alone. */
  unknown: readonly string[];
}

export function readHeaders(headers: readonly string[]): Headers {
  const places = new Map<Column, number>();
  const twice = new Set<Column>();
  const unknown: string[] = [];
  for (const [place, header] of headers.entries()) {
    const column = columnCalled(header);
    if (!column) unknown.push(header);
    else if (places.has(column)) twice.add(column);
    else places.set(column, place);
  }
  return { places, missing: required.filter((column) => !places.has(column)), twice: [...twice], unknown };
}

const byName = new Map<string, Column>(columns.flatMap((column) => names[column].map((name) => [name, column])));
const columnCalled = (header: string): Column | undefined => byName.get(plainly(header));

const plainly = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s._\-–]+/g, ' ')
    .trim();
