import type { Rounding } from './hour-rules.js';

/** To the nearest step, half a step up, or always up or down. */
export function roundMinutes(minutes: number, { toMinutes, direction }: Rounding): number {
  const steps = minutes / toMinutes;
  if (direction === 'up') return Math.ceil(steps) * toMinutes;
  if (direction === 'down') return Math.floor(steps) * toMinutes;
  return Math.floor(steps + 0.5) * toMinutes;
}
