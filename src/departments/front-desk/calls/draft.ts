import type { Call, Urgency } from './call.js';
import { readTarget, type Target } from './rules/target.js';

/** What a form of a call holds so far: as it was typed, and perhaps wrong. */
export interface Draft {
  /** A Slack id. */
  personId: string | null;
  /** `rotation:…`, `skill:…` or `language:…`. */
  group: string | null;
  number: string;
  name: string;
  company: string;
  reason: string;
  urgency: Urgency;
  language: string | null;
  notes: string;
  /** When the caller is to be called back, in their words. */
  words: string;
}

export const emptyDraft: Draft = {
  ...{ personId: null, group: null, number: '', name: '', company: '', reason: '' },
  ...{ urgency: 'normal', language: null, notes: '', words: '' },
};

/** Whom it is for; null: nobody is chosen yet. */
export const targetIn = ({ personId, group }: Pick<Draft, 'personId' | 'group'>): Target | null =>
  personId ? { kind: 'person', value: personId } : group ? readTarget(group) : null;

/** Whoever calls again needn't be asked for their name. */
export function completed(draft: Draft, known: readonly Call[] | null): Draft {
  const last = known?.[0];
  if (!last) return draft;
  return {
    ...draft,
    name: draft.name || last.callerName,
    company: draft.company || (last.company ?? ''),
    language: draft.language ?? last.language,
  };
}
