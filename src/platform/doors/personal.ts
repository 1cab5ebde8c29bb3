import type { Transaction } from '../office.js';
import type { Temporal } from '../time.js';

/** What became of one kind of thing about somebody who is to be forgotten. */
export interface Forgotten {
  fate: 'erased' | 'kept';
  /** Key of the desk's sentence for it, with `count`, and with `until` where there is such a day. */
  what: string;
  /** Null: how many there are, or whether there are any, isn't told. */
  count: number | null;
  /** The last day on which it has to be kept. */
  until?: Temporal.PlainDate;
}

/**
 * Erases what a desk knows of somebody who has left the company, as far as it may, and tells of the rest. Doing it twice does
 * no harm: the second time there is less to be erased.
 */
export type Forget = (tx: Transaction, personId: string) => Promise<Forgotten[]>;
