import type { Filling } from '../driver/values.js';

/** One thing that a person does at the page. */
export type Step =
  | { types: string; in: string }
  /** In the modal of this title, or whichever opens: fills in fields, then presses a button or sends it. */
  | { modal?: string; fill?: Record<string, Filling>; press?: string; send?: true }
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

/** The morning of the demo: the office is set up, people ask IT for help, and IT begins to work. */
export const scenes: Scene[] = [
  {
    who: 'hazel',
    steps: [
      { types: '/backoffice setup', in: 'general' },
      { press: 'office.hub.setup-office' },
      { modal: 'The office', fill: { 'Time zone': 'Europe/London' }, send: true },
      { closes: true },
      { types: '/backoffice setup', in: 'general' },
      { press: 'office.hub.setup-desk:it.help-desk' },
      {
        modal: 'IT help',
        fill: { 'Triage channel': 'it-triage', Technicians: ['robin', 'mihai'], Leads: ['robin'] },
        send: true,
      },
      { closes: true },
    ],
  },
  asks('toma', 'shop-floor', '/ithelp Casa 3 se blochează când tipărește bonul', { priority: 'high' }),
  asks('olive', 'general', '/ithelp The accounting printer leaves grey stripes on every page'),
  asks('jay', 'front-desk', '/ithelp The visitor screen at the front desk stays black'),
  { who: 'mihai', steps: [{ press: 'it.help-desk.take', on: 'Casa 3 se blochează când', in: 'it-triage' }] },
];
