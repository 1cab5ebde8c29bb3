import { DESK } from './settings.js';

/** Names on the wire of allowances and deductions. */
export const amountIds = {
  view: `${DESK}.amounts`,
  form: `${DESK}.amount-form`,
  add: `${DESK}.amount-add`,
  edit: `${DESK}.amount-edit`,
  remove: `${DESK}.amount-remove`,
  page: `${DESK}.amount-page`,
  search: `${DESK}.amount-search`,
} as const;

export const amountFields = {
  ...{ kind: 'kind', name: 'name', size: 'size', whom: 'whom', from: 'from', until: 'until' },
} as const;
