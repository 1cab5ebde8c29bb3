export const HUB = 'office.hub';

/**
 * The case of all notices about what went wrong, and how their once keys begin: one that gets stuck itself, or its edit,
 * causes no other.
 */
export const TROUBLE = 'office.hub/trouble';
export const STUCK_NOTICE = `${TROUBLE}/stuck`;
export const RUN_NOTICE = `${TROUBLE}/run`;
export const isNotice = (once: string): boolean => once.startsWith(`${TROUBLE}/`);

/** Names on the wire. Buttons and forms carry the hub's name, so that no other desk answers them. */
export const ids = {
  offer: 'office.hub.offer',
  setup: 'office.hub.setup',
  allSetup: 'office.hub.all-setup',
  setupOffice: 'office.hub.setup-office',
  setupHolidays: 'office.hub.setup-holidays',
  setupDesk: 'office.hub.setup-desk',
  fillHolidays: 'office.hub.fill-holidays',
  officeForm: 'office.hub.office-form',
  holidaysForm: 'office.hub.holidays-form',
  deskForm: 'office.hub.desk-form',
  deskMore: 'office.hub.desk-more',
  zones: 'office.hub.zones',
  countries: 'office.hub.countries',
  language: 'office.hub.language',
  languageForm: 'office.hub.language-form',
  away: 'office.hub.away',
  awayForm: 'office.hub.away-form',
  removeAbsence: 'office.hub.remove-absence',
  back: 'office.hub.back',
  status: 'office.hub.status',
  stuckPage: 'office.hub.stuck-page',
  sendAgain: 'office.hub.send-again',
  discard: 'office.hub.discard',
  forget: 'office.hub.forget',
  forgetForm: 'office.hub.forget-form',
  forgetSure: 'office.hub.forget-sure',
  leavers: 'office.hub.leavers',
} as const;

/** The button of a desk's n-th offer: several stand in one block, where Slack wants different ids. */
export const offerId = (desk: string, index: number): string => `${ids.offer}:${desk}.${index}`;

export function offerNamed(actionId: string): { desk: string; index: number } | null {
  const [, desk, index] = /^[^:]+:(.+)\.(\d+)$/.exec(actionId) ?? [];
  return desk === undefined ? null : { desk, index: Number(index) };
}
