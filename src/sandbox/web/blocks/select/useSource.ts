import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Control } from '../kit.js';
import type { AnyElement } from '../values/slots.js';
import { type Choice, directory, matching, toChoices } from './choices.js';

export interface Source {
  choices: Choice[];
  /** What stands in the list instead of choices. */
  note?: string;
  loading: boolean;
}

/** What an element offers for what was typed. */
export function useSource(element: AnyElement, control: Control, query: string, open: boolean): Source {
  const isExternal = element.type.endsWith('external_select');
  const asked = useSuggestions(element, control, query, open && isExternal);
  const { names, say } = control.kit;
  const here = useMemo(() => {
    if (isExternal || !open) return [];
    const isStatic = element.type.endsWith('static_select');
    return isStatic ? toChoices(element.options, element.option_groups) : directory(element, names);
  }, [isExternal, open, element, names]);
  if (isExternal) return asked;
  const choices = matching(here, query);
  return choices.length > 0 ? { choices, loading: false } : { choices, loading: false, note: say('select.none') };
}

interface Answer {
  query: string;
  choices: Choice[];
  failed: boolean;
}

/** Asks the app a moment after the last character. An answer to an older question is left aside. */
function useSuggestions(element: AnyElement, control: Control, query: string, active: boolean): Source {
  const { kit, place } = control;
  const [answer, setAnswer] = useState<Answer>();
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  const isLong = query.length >= least;
  useEffect(() => {
    if (!active || !isLong) return;
    let current = true;
    const ask = async () => {
      const where = { container: kit.container, block_id: place.blockId, action_id: element.action_id ?? '' };
      const outcome = await kit.interact.suggest({ ...where, query });
      const choices = outcome.ok ? toChoices(outcome.options, outcome.option_groups) : [];
      if (current) setAnswer({ query, choices, failed: !outcome.ok });
    };
    const timer = setTimeout(() => void ask(), query ? 300 : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [active, isLong, query]);
  if (!isLong) return { choices: [], loading: false, note: kit.say('select.type', { count: least }) };
  return read(answer, query, kit.say);
}

function read(answer: Answer | undefined, query: string, say: Control['kit']['say']): Source {
  const fresh = answer?.query === query ? answer : undefined;
  if (!fresh) return { choices: answer?.choices ?? [], loading: true, note: say('select.loading') };
  if (fresh.failed) return { choices: [], loading: false, note: say('select.failed') };
  if (fresh.choices.length === 0) return { choices: [], loading: false, note: say('select.none') };
  return { choices: fresh.choices, loading: false };
}
