export type TargetKind = 'person' | 'rotation' | 'skill' | 'language';
/** Whom a caller is to be handed to: one person, or whoever of a rotation, with a skill or speaking a language is free. */
export interface Target {
  kind: TargetKind;
  /** A Slack id, a rotation's id, a skill in small letters, or an ISO 639-1 code. */
  value: string;
}

export const targetText = ({ kind, value }: Target): string => `${kind}:${value}`;

/** What `targetText` wrote; null where it is anything else. */
export function readTarget(text: string): Target | null {
  const [, kind, value] = text.match(/^(person|rotation|skill|language):(.{1,70})$/su) ?? [];
  return kind && value ? { kind: kind as TargetKind, value } : null;
}
