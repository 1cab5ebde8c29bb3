/** Why somebody isn't rung, or would rather not be. From the surest to the softest. */
export const reasons = ['left', 'away', 'off', 'quiet', 'closed', 'busy', 'idle'] as const;
export type Reason = (typeof reasons)[number];

/** All that is known of somebody's being there, at one moment. */
export interface Signs {
  hasLeft: boolean;
  /** An absence, or a status that says vacation or sick. */
  isAway: boolean;
  /** Their own switch. */
  isOff: boolean;
  /** Slack holds notifications back. */
  isQuiet: boolean;
  /** Neither their shift nor the office's hours. */
  isClosed: boolean;
  /** Their status says that they are in a meeting or on another call. */
  isBusy: boolean;
  /** Slack says that they haven't been there for a while. */
  isIdle: boolean;
}

/** The surest reason against ringing somebody; null: they are free. */
export function reasonAgainst(signs: Signs): Reason | null {
  if (signs.hasLeft) return 'left';
  if (signs.isAway) return 'away';
  if (signs.isOff) return 'off';
  if (signs.isQuiet) return 'quiet';
  if (signs.isClosed) return 'closed';
  if (signs.isBusy) return 'busy';
  return signs.isIdle ? 'idle' : null;
}

/** As what somebody is asked: the one who was named, one who follows in turn, or a manager, last. */
export type AskedAs = 'named' | 'inTurn' | 'manager';

const prevents: Readonly<Record<AskedAs, readonly Reason[]>> = {
  /** Whoever is named is tried also in a meeting: the caller asked for them. */
  named: ['left', 'away', 'off', 'quiet'],
  inTurn: reasons,
  /** There is nobody after them. */
  manager: ['left', 'away', 'off'],
};

export const canBeRung = (reason: Reason | null, as: AskedAs): boolean =>
  reason === null || !prevents[as].includes(reason);
