import type { KeyRing } from './keys.js';
import { open, type Place, seal } from './seal.js';

/** What desks seal with: the keys stay here. Whoever opens something records it in the audit. */
export interface Seals {
  seal(text: string, place: Place): string;
  /** Throws a `BrokenSeal` where it was altered, moved, or sealed with a key that we don't hold. */
  open(envelope: string, place: Place): string;
}

export const sealsWith = (keys: KeyRing): Seals => ({
  seal: (text, place) => seal(keys, text, place),
  open: (envelope, place) => open(keys, envelope, place),
});
