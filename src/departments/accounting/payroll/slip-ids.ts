import { DESK } from './settings.js';

/** Whose documents the payslips are, and how their once keys begin. */
export const SLIP = `${DESK}.slip`;

/** Names on the wire of payslips. */
export const slipIds = {
  view: `${DESK}.slips`,
  send: `${DESK}.slips-send`,
  again: `${DESK}.slips-again`,
  pause: `${DESK}.slips-pause`,
  resend: `${DESK}.slips-resend`,
} as const;
