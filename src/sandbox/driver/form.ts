import type { Outcome, Values, ViewView } from '../protocol.js';
import { closeFrom, type Desk, waitFor } from './desk.js';
import { type Found, findElement, isChoosable, isFillable, isPressable, shownText } from './elements.js';
import { type Filling, valueFor } from './values.js';

/** What came of sending a form: messages at its fields, or it closed, or another view stands in its place. */
type Sent = { errors: Record<string, string> } | { closed: true } | { closed: false };

/** A view that stands open: a modal or the Home tab. */
export interface Form {
  /** The view as it is now. */
  view(): ViewView;
  /** Everything it shows, as text. */
  text(): string;
  /** Fills in a field by its label, placeholder, action id or block id. */
  fill(name: string, filling: Filling): Promise<Form>;
  /** What stands in a field. */
  filled(name: string): unknown;
  /** Sends it. Messages at fields are keyed by the field's label. */
  submit(): Promise<Sent>;
  /** Presses a button by what is written on it. */
  press(name: string): Promise<Outcome>;
  /** Chooses in a select, an overflow menu or radio buttons that answer at once. */
  choose(name: string, option: Filling): Promise<Outcome>;
  /** What a select that the app fills offers to what is typed. */
  suggestions(name: string, query: string): Promise<string[]>;
  /** Closes it, and those below with `all`. */
  close(all?: boolean): Promise<void>;
  /** Waits until it shows this. */
  shows(text: string, within?: number): Promise<Form>;
}

export function formOf(desk: Desk, current: () => ViewView): Form {
  const values: Values = {};
  const where = () => `"${current().title?.text ?? 'Home'}"`;
  const container = () => ({ type: 'view' as const, view_id: current().id });
  const find = (name: string, wanted: (found: Found) => boolean) =>
    findElement(current().blocks, name, wanted, where());
  /** An app on a busy machine shows a view that says "one moment" first: whoever is at the page waits for what it will be. */
  const awaited = (name: string, wanted: (found: Found) => boolean) => waitForElement(desk, () => find(name, wanted));
  const suggest = async (found: Found, query: string) => {
    const offered = await desk.wire.need('suggest', {
      container: container(),
      block_id: found.blockId,
      action_id: found.element.action_id,
      query,
    });
    return (
      offered.options ?? (offered.option_groups ?? []).flatMap((group) => (group as { options: unknown[] }).options)
    );
  };
  const put = async (found: Found, filling: Filling) => {
    const value = await valueFor(found.element, filling, desk.directory, (_element, query) => suggest(found, query));
    values[found.blockId] = { ...values[found.blockId], [found.element.action_id]: value };
    return value;
  };
  const act = (found: Found, action: Values[string][string]) =>
    desk.wire.call('action', {
      container: container(),
      block_id: found.blockId,
      action_id: found.element.action_id,
      action,
      values: valuesNow(current(), values),
    });

  const form: Form = {
    view: current,
    text: () => [current().title?.text, shownText(current().blocks)].filter(Boolean).join('\n'),
    async fill(name, filling) {
      const found = await awaited(name, isFillable);
      const value = await put(found, filling);
      if (found.block.type !== 'input' || found.block.dispatch_action === true) await act(found, value);
      return form;
    },
    filled(name) {
      const found = find(name, isFillable);
      const { type: _type, ...value } = valuesNow(current(), values)[found.blockId]?.[found.element.action_id] ?? {
        type: '',
      };
      return Object.values(value)[0] ?? null;
    },
    async submit() {
      await waitFor(
        () => current().submit,
        desk.patience,
        () => `${where()} can't be sent. It shows:\n${form.text()}`,
      );
      const sent = await desk.wire.need('submit', { view_id: current().id, values: valuesNow(current(), values) });
      if (sent.errors) return { errors: byLabel(current(), sent.errors) };
      if (!sent.closed) return { closed: false };
      closeFrom(desk, current().id);
      return { closed: true };
    },
    async press(name) {
      const found = await awaited(name, isPressable);
      return act(found, pressOf(found));
    },
    async choose(name, option) {
      const found = await awaited(name, isChoosable);
      return act(found, await put(found, option));
    },
    async suggestions(name, query) {
      const options = await suggest(await awaited(name, isFillable), query);
      return options.map((option) => shownText((option as { text: unknown }).text));
    },
    async close(all = false) {
      await desk.wire.need('close', { view_id: current().id, all });
      closeFrom(desk, all ? (desk.modals[0]?.id ?? '') : current().id);
    },
    async shows(text, within = desk.patience) {
      await waitFor(
        () => form.text().includes(text) || null,
        within,
        () => `${where()} doesn't show "${text}". It shows:\n${form.text()}`,
      );
      return form;
    },
  };
  return form;
}

async function waitForElement(desk: Desk, find: () => Found): Promise<Found> {
  const end = performance.now() + desk.patience;
  for (;;) {
    try {
      return find();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

export function pressOf({ element }: Found): Values[string][string] {
  const { type, text, value, style } = element;
  return {
    type,
    ...(text !== undefined && { text }),
    ...(value !== undefined && { value }),
    ...(style !== undefined && { style }),
  };
}

/** What was filled in, over what the view holds, for the fields that it has now. */
function valuesNow(view: ViewView, filled: Values): Values {
  const now: Values = structuredClone(view.state.values);
  for (const [blockId, actions] of Object.entries(now)) {
    for (const actionId of Object.keys(actions)) {
      const value = filled[blockId]?.[actionId];
      if (value) actions[actionId] = value;
    }
  }
  return now;
}

function byLabel(view: ViewView, errors: Record<string, string>): Record<string, string> {
  const label = (id: string) => shownText(view.blocks.find((block) => block.block_id === id)?.label) || id;
  return Object.fromEntries(Object.entries(errors).map(([id, error]) => [label(id), error]));
}
