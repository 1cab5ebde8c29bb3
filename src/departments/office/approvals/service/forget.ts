import { delegationsIn } from '../../../../platform/approvals/delegations.js';
import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { Transaction } from '../../../../platform/office.js';

/** Who stood in for whom. What they decided belongs to the cases, which name them by id alone. */
export const forget = async ({ db }: Transaction, personId: string): Promise<Forgotten[]> => [
  { fate: 'erased', what: 'forgotten', count: await delegationsIn(db).forget(personId) },
];
