import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { Transaction } from '../../../../platform/office.js';
import { forgetReader } from '../store/forget.js';

/** They get no reports any more. Those that they set up go on, until somebody ends them. */
export async function forget({ db }: Transaction, personId: string): Promise<Forgotten[]> {
  const { read, plans } = await forgetReader(db, personId);
  return [
    { fate: 'erased', what: 'forgotten.read', count: read },
    { fate: 'kept', what: 'forgotten.plans', count: plans },
  ];
}
