import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { Transaction } from '../../../../platform/office.js';
import { forgetTaker } from '../store/forget.js';

/** What they were as somebody who takes calls. Of callers nothing is known by their Slack accounts. */
export const forget = async ({ db }: Transaction, personId: string): Promise<Forgotten[]> => [
  { fate: 'erased', what: 'forgotten', count: await forgetTaker(db, personId) },
];
