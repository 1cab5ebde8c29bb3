import { appendFileSync } from 'node:fs';

/** `npm run test:faults` injects each kind of fault so often as it was asked for; `npm test` does it a few times. */
const isLong = process.env.FAULTS === 'long';
export const times = (short: number, long: number): number => (isLong ? long : short);

/** The line that docs/reliability.md gets: what was injected, how often, and what came of it. */
export function tell(fault: string, injected: number, outcome: Record<string, number>): void {
  const file = process.env.FAULTS_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify({ fault, injected, outcome })}\n`);
}

/** Chance that can be repeated: the same seed gives the same numbers from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const oneOf = <T>(random: () => number, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)] as T;
