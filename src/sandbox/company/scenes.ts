import type { Filling } from '../driver/values.js';
import { demoLedger, demoLines } from './demo-ledger.js';

/** One thing that a person does at the page. */
export type Step =
  | { types: string; in: string }
  /** In the modal of this title, or whichever opens: fills in fields, then presses a button or sends it. */
  | { modal?: string; fill?: Record<string, Filling>; press?: string; send?: true }
  /** Hands a file in: what the field is called, the file's name, and what is in it at that moment. */
  | { modal?: string; field: string; file: string; holds: (now: number) => string }
  /** Waits until the modal of this title shows what was done. */
  | { modal: string; shows: string }
  /** Presses a button of the newest message that shows this. */
  | { press: string; on: string; in: string }
  | { closes: true };

/** What a person of the demo company does before anyone looks. */
export interface Scene {
  who: string;
  steps: Step[];
}

const asks = (who: string, where: string, line: string, fill: Record<string, Filling> = {}): Scene => ({
  who,
  steps: [
    { types: line, in: where },
    { fill, send: true },
  ],
});

/** Presses a button of a card in the triage channel, and writes what its form asks for. */
const works = (who: string, press: string, on: string, text?: string): Scene => ({
  who,
  steps: [{ press, on, in: 'it-triage' }, ...(text === undefined ? [] : [{ fill: { text }, send: true as const }])],
});

/** An admin says who staffs a desk. */
const staffs = (desk: string, title: string, fill: Record<string, Filling>): Step[] => [
  { types: '/backoffice setup', in: 'general' },
  { press: `office.hub.setup-desk:${desk}` },
  { modal: title, fill, send: true },
  { closes: true },
];

/** The morning of the demo: the office is set up, people ask IT for help, and IT begins to work. */
export const scenes: Scene[] = [
  {
    who: 'hazel',
    steps: [
      { types: '/backoffice setup', in: 'general' },
      { press: 'office.hub.setup-office' },
      { modal: 'The office', fill: { 'Time zone': 'Europe/London' }, send: true },
      { closes: true },
      ...staffs('it.help-desk', 'IT help', {
        'Triage channel': 'it-triage',
        Technicians: ['robin', 'mihai'],
        Leads: ['robin'],
      }),
      ...staffs('accounting.timesheets', 'Timesheets', { Accountants: ['olive', 'rowan'] }),
      ...staffs('accounting.payroll', 'Payroll', {
        'Payroll officers': ['olive'],
        'Pay run approvers': ['rowan'],
        Overseers: ['hazel'],
      }),
      ...staffs('accounting.reports', 'Reports', {
        'Managers’ channel': 'managers',
        Bookkeepers: ['olive', 'rowan'],
        'Managers who see revenue and cost': ['hazel'],
      }),
      ...staffs('hr.complaints', 'HR: complaints', {
        Handlers: ['ilinca'],
        Heads: ['wren'],
        Auditors: ['rowan'],
        Management: ['hazel'],
      }),
      ...staffs('front-desk.calls', 'Calls', {
        'Channel for live calls': 'front-desk',
        'Front desk': ['jay', 'corina'],
        'Heads of the front desk': ['jay'],
      }),
      ...staffs('research.digest', 'Digest', { 'Digest channel': 'market-digest', Editors: ['linden'] }),
    ],
  },
  {
    who: 'linden',
    steps: (['market', 'wire', 'policy', 'tax'] as const).flatMap((paper) => [
      { types: `/digest add {here}/press/${paper}.xml`, in: 'general' },
      { modal: 'Add a source', fill: { topic: paper === 'wire' ? 'market' : paper }, send: true as const },
      { closes: true as const },
    ]),
  },
  {
    who: 'jay',
    steps: [
      { types: '/handoff rotation new', in: 'front-desk' },
      {
        modal: 'New rotation',
        fill: { Name: 'Accounting', 'Members, in turn': ['olive', 'rowan'], Manager: 'hazel' },
        send: true,
      },
      { closes: true },
    ],
  },
  asks('toma', 'shop-floor', '/ithelp Casa 3 se blochează când tipărește bonul', {
    priority: 'high',
    category: 'till',
  }),
  asks('olive', 'general', '/ithelp The accounting printer leaves grey stripes on every page', {
    category: 'hardware',
  }),
  asks('jay', 'front-desk', '/ithelp The visitor screen at the front desk stays black', { category: 'hardware' }),
  asks('linden', 'general', '/ithelp I cannot sign in to the price database since this morning', {
    category: 'database',
  }),
  {
    who: 'corina',
    steps: [
      { types: '/handoff @olive client asks about invoice 4411, angry, 021 314 1234', in: 'front-desk' },
      { fill: { name: 'Ivy Quill', company: 'Quill & Ink' }, send: true },
    ],
  },
  { who: 'olive', steps: [{ press: 'front-desk.calls.act:accept', on: 'invoice 4411', in: 'app' }] },
  works('mihai', 'it.help-desk.take', 'Casa 3 se blochează când'),
  works('robin', 'it.help-desk.take', 'stays black'),
  works('robin', 'it.help-desk.ask-back', 'stays black', 'Is the small light at its lower edge on?'),
  works('robin', 'it.help-desk.take', 'price database'),
  works(
    'robin',
    'it.help-desk.resolve',
    'price database',
    'The account was locked after five tries. It is open again.',
  ),
  { who: 'linden', steps: [{ types: '/digest post', in: 'general' }] },
  {
    who: 'rowan',
    steps: [
      { types: '/report upload', in: 'general' },
      { modal: 'Take a ledger in', field: 'The table', file: 'harbour-street.csv', holds: demoLedger },
      { modal: 'Columns', send: true },
      { modal: 'Preview', send: true },
      { types: '/report lines', in: 'general' },
      { modal: 'Lines of the report', fill: { Revenue: demoLines.revenue, Cost: demoLines.cost }, send: true },
      { types: '/report', in: 'general' },
      { press: 'accounting.reports.add:0' },
      { modal: 'Revenue and cost', fill: { Name: 'Money on Monday', Channel: 'managers' }, send: true },
      { modal: 'Reports', press: 'accounting.reports.send-now' },
      { modal: 'Reports', shows: 'It is on its way' },
      { closes: true },
    ],
  },
];
