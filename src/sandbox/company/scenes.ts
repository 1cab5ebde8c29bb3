/** Something that a person of the demo company asks the app for. */
export interface Scene {
  who: string;
  where: string;
  line: string;
}

/** What people asked IT for on the morning of the demo. */
export const scenes: Scene[] = [
  { who: 'toma', where: 'shop-floor', line: '/ithelp Casa 3 se blochează când tipărește bonul' },
  { who: 'olive', where: 'general', line: '/ithelp The accounting printer leaves grey stripes on every page' },
  { who: 'jay', where: 'front-desk', line: '/ithelp The visitor screen at the front desk stays black' },
];
