import type { RingState } from '../call.js';
import { moves, type State } from '../states.js';

/** What the rules of ringing know of a call. */
export interface Line {
  state: State;
  ownerId: string;
  takenById: string;
  /** Who is being asked just now. */
  rung: string | null;
  queue: readonly string[];
  managers: readonly string[];
}

/** What somebody, or the clock, does to a line. */
export type Deed =
  | { act: 'accept' | 'takeOver' | 'promise' | 'reopen'; by: string }
  | { act: 'decline' | 'timeOut' | 'giveBack' | 'finish' | 'lose' }
  | { act: 'redirect'; queue: readonly string[]; managers: readonly string[] };

export interface Step extends Line {
  /** What becomes of asking whoever was rung. */
  settled: Exclude<RingState, 'ringing'> | null;
  /** Who was passed over, in order. */
  skipped: readonly string[];
}

/** Whether somebody can be rung just now; a manager is asked also where a colleague would be spared. */
export type IsFree = (personId: string, asManager: boolean) => boolean;

/**
 * What follows a deed; null where it can't be done in that state. A line always has one owner, and is with whoever owned it
 * until somebody else takes it.
 */
export function after(line: Line, deed: Deed, isFree: IsFree): Step | null {
  if (!moves[deed.act][line.state]) return null;
  const quiet = { ...line, rung: null, settled: settledBy(line, deed), skipped: [] };
  switch (deed.act) {
    case 'accept':
    case 'takeOver':
    case 'reopen':
      return { ...quiet, state: 'accepted', ownerId: deed.by };
    case 'promise':
      return { ...quiet, state: 'promised', ownerId: deed.by };
    case 'giveBack':
      return { ...quiet, state: 'held', ownerId: line.takenById };
    case 'finish':
      return { ...quiet, state: 'done' };
    case 'lose':
      return { ...quiet, state: 'lost' };
    case 'redirect':
      return { ...quiet, ...ringNext(deed, isFree) };
    case 'decline':
    case 'timeOut':
      return { ...quiet, ...ringNext(line, isFree) };
  }
}

function settledBy({ rung }: Line, deed: Deed): Step['settled'] {
  if (rung === null) return null;
  if (deed.act === 'decline') return 'declined';
  if (deed.act === 'timeOut') return 'timedOut';
  const isTheirs = 'by' in deed && deed.by === rung;
  if (!isTheirs) return 'withdrawn';
  return deed.act === 'promise' ? 'promised' : 'accepted';
}

/** Whoever comes next and is free: of the queue, then of the managers; else it is held by its owner. */
export function ringNext(
  { queue, managers }: Pick<Line, 'queue' | 'managers'>,
  isFree: IsFree,
): Pick<Step, 'state' | 'rung' | 'queue' | 'managers' | 'skipped'> {
  const colleague = queue.findIndex((id) => isFree(id, false));
  if (colleague >= 0) {
    const skipped = queue.slice(0, colleague);
    return { state: 'ringing', rung: queue[colleague] ?? null, queue: queue.slice(colleague + 1), managers, skipped };
  }
  const manager = managers.findIndex((id) => isFree(id, true));
  if (manager < 0) return { state: 'held', rung: null, queue: [], managers: [], skipped: [...queue, ...managers] };
  return {
    ...{ state: 'escalated', rung: managers[manager] ?? null, queue: [], managers: managers.slice(manager + 1) },
    skipped: [...queue, ...managers.slice(0, manager)],
  };
}
