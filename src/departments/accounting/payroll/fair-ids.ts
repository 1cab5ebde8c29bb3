import { DESK } from './settings.js';

/** Names on the wire of the report on fair pay. */
export const fairIds = {
  view: `${DESK}.fair`,
  evidence: `${DESK}.fair-evidence`,
  look: `${DESK}.fair-look`,
  page: `${DESK}.fair-page`,
} as const;
