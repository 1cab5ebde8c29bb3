import { saysAway } from '../../../src/platform/people/slack-status.js';
import { Temporal } from '../../../src/platform/time.js';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const says = (statusEmoji: string | null, statusText: string | null) =>
  saysAway({ statusEmoji, statusText, statusUntil: null }, now);

it.each([':palm_tree:', ':face_with_thermometer:', ':airplane:'])('%s says that somebody is away', (emoji) => {
  expect(says(emoji, null)).toBe(true);
});

it.each([
  'Vacationing',
  'On vacation until Monday',
  'out sick',
  'Out of office',
  'OOO',
  'on parental leave',
  'În concediu',
  'in concediu medical',
  'concediul de odihnă',
  'vacanță',
  'bolnavă azi',
  'Medical',
  'zile libere',
])('"%s" says that somebody is away', (text) => {
  expect(says(null, text)).toBe(true);
});

it.each([
  'In a meeting',
  'Working remotely',
  'sickle cell research',
  'sick of meetings',
  'Liber la telefon',
  'planning the holiday party',
  'Zoom room',
  'vacationland migration',
  'Liberty project',
  'Fixing the medical records export',
  '',
])('"%s" says nothing of the kind', (text) => {
  expect(says(':calendar:', text)).toBe(false);
});
