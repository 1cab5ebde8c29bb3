import type { ConfirmationDialog } from '@slack/types';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Container, ElementValue } from '../../protocol.js';
import { type Form, without } from './form.js';
import type { Interact } from './interact.js';
import type { Names } from './names.js';
import { held, initialValue } from './values/initial.js';
import { put } from './values/settle.js';
import type { AnyElement } from './values/slots.js';
import type { Say } from './words/index.js';

/** What every block and element works with. */
export interface Kit {
  container: Container;
  interact: Interact;
  names: Names;
  form: Form;
  say: Say;
  /** Asks "Are you sure?" and waits for the answer. */
  ask(dialog: ConfirmationDialog): Promise<boolean>;
}

/** The block around an element. */
export interface Place {
  blockId: string;
  /** Whether using an element tells the app. */
  dispatches: boolean;
  required: boolean;
  /** Ids of what names and describes an element in an input block. */
  labelId?: string;
  describedBy?: string;
  controlId?: string;
  invalid: boolean;
}

export const KitContext = createContext<Kit | null>(null);
export const PlaceContext = createContext<Place>({ blockId: '', dispatches: true, required: false, invalid: false });

export function useKit(): Kit {
  const kit = useContext(KitContext);
  if (!kit) throw new Error('An element stands outside of Blocks');
  return kit;
}

export interface Control {
  value: ElementValue;
  /** What the value holds, without its wrapping. */
  content: unknown;
  busy: boolean;
  place: Place;
  kit: Kit;
  /** Changes the value and, where the app wants to know, tells it. */
  change(value: ElementValue): void;
  /** Changes the value and tells nobody. */
  keep(value: ElementValue): void;
  /** A press: tells the app, unless it is still being told. */
  act(action: ElementValue): void;
  /** Tells the app, where it wants to know. Who doesn't confirm gets back what was there before. */
  tell(value: ElementValue, before?: ElementValue): void;
}

/** An element's value and what can be done with it. */
export function useControl(element: AnyElement): Control {
  const kit = useKit();
  const place = useContext(PlaceContext);
  const actionId = element.action_id ?? '';
  const stored = kit.form.values.value[place.blockId]?.[actionId];
  const value = stored?.type === element.type ? stored : initialValue(element);
  const keep = (next: ElementValue) => {
    kit.form.values.value = put(kit.form.values.peek(), place.blockId, actionId, next);
    kit.form.errors.value = without(kit.form.errors.peek(), place.blockId);
  };
  const busy = kit.form.busy.value.has(`${place.blockId}/${actionId}`);
  // A control that waits keeps the focus, so it is not disabled but deaf.
  const act = (action: ElementValue) => {
    if (!busy) void perform(kit, place.blockId, actionId, element, action);
  };
  const tell = (next: ElementValue, before?: ElementValue) => {
    if (place.dispatches) void perform(kit, place.blockId, actionId, element, next, () => before && keep(before));
  };
  const change = (next: ElementValue) => {
    keep(next);
    tell(next, value);
  };
  return { value, content: held(value), busy, place, kit, change, keep, act, tell };
}

/** Asks first where the element wants it, then tells the app, and shows what came of it. */
async function perform(
  kit: Kit,
  blockId: string,
  actionId: string,
  element: AnyElement,
  action: ElementValue,
  takeBack?: () => void,
): Promise<void> {
  const { form, container } = kit;
  const dialog = element.confirm as ConfirmationDialog | undefined;
  if (dialog && !(await kit.ask(dialog))) return takeBack?.();
  const key = `${blockId}/${actionId}`;
  form.failures.value = without(form.failures.peek(), blockId);
  form.busy.value = new Set([...form.busy.peek(), key]);
  const values = form.values.peek();
  const outcome = await kit.interact.action({ container, block_id: blockId, action_id: actionId, action, values });
  form.busy.value = new Set([...form.busy.peek()].filter((other) => other !== key));
  if (!outcome.ok) form.failures.value = { ...form.failures.peek(), [blockId]: outcome.error };
}
