import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { Transaction } from '../../../../platform/office.js';
import { readersIn } from '../store/readers.js';

export const forget = async ({ db, now }: Transaction, personId: string): Promise<Forgotten[]> => [
  { fate: 'erased', what: 'forgotten', count: await readersIn(db, now).forget(personId) },
];
