import { DESK } from './settings.js';

/** Names on the wire of what keeps the payroll's people and settings. */
export const peopleIds = {
  importForm: `${DESK}.import`,
  importConfirm: `${DESK}.import-confirm`,
  openImport: `${DESK}.open-import`,
  employeeForm: `${DESK}.employee`,
  openEmployee: `${DESK}.open-employee`,
  addEmployee: `${DESK}.add-employee`,
  peoplePage: `${DESK}.people-page`,
  settingsForm: `${DESK}.settings`,
} as const;
