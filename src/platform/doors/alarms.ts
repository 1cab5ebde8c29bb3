import type { Log } from '../log/log.js';
import type { WorkerParts } from '../outbox/worker.js';
import type { SchedulerParts } from '../scheduler/scheduler.js';
import type { Desk, Troubles } from './doors.js';

type Alarms = Required<Pick<WorkerParts, 'onDead' | 'onAmbiguous'> & Pick<SchedulerParts, 'onFailed'>>;

/**
 * Passes on what went wrong to every desk that listens. What became of the letter or the run is written down already, so a
 * desk that can't listen just now stops nothing.
 */
export function alarmsFor(desks: readonly Desk[], log: Pick<Log, 'error'>): Alarms {
  const listening = desks.flatMap(({ name, troubles }) => (troubles ? [{ name, troubles }] : []));
  const tell = async (what: (troubles: Troubles) => Promise<void>) => {
    for (const { name, troubles } of listening) {
      await what(troubles).catch((error: unknown) => log.error({ err: error, desk: name }, 'a trouble was not told'));
    }
  };
  return {
    onDead: (letter) => tell((troubles) => troubles.letter(letter)),
    onAmbiguous: (letter) => tell((troubles) => troubles.letter(letter)),
    onFailed: (job, dueAt, error) =>
      tell((troubles) =>
        troubles.run({ job: job.name, dueAt, reason: error instanceof Error ? error.name : 'unknown' }),
      ),
  };
}
