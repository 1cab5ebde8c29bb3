import type { Container, ElementValue, Json, Outcome } from '../../protocol.js';
import { suggestions } from '../blocks/options.js';
import { refuse } from '../refusal.js';
import type { Values } from '../state/state.js';
import { elementsOf } from '../workspace/view-values.js';
import type { World } from '../world.js';
import { actionStamp, common } from './common.js';
import type { Desk } from './desk.js';
import { blocksIn, findHolder, type Holder, holderFields, noteValues } from './holder.js';

export interface Acted {
  container: Container;
  block_id: string;
  action_id: string;
}

function needElement(holder: Holder, acted: Acted) {
  const found = elementsOf(blocksIn(holder)).find(
    ({ block, element }) => block.block_id === acted.block_id && element.action_id === acted.action_id,
  );
  return found?.element ?? refuse('action_not_found');
}

/** A button was pressed, or something chosen where the app wants to hear of it at once. */
export async function runAction(
  desk: Desk,
  user: string,
  acted: Acted & { action: ElementValue; values: Values },
): Promise<Outcome> {
  const { world } = desk;
  const holder = findHolder(world, user, acted.container);
  const element = needElement(holder, acted);
  const values = noteValues(holder, withAction(acted));
  const payload = {
    type: 'block_actions',
    ...common(world, user),
    trigger_id: world.triggers.give(
      user,
      holder.type === 'view' && holder.view.type === 'modal' ? holder.view.id : undefined,
    ),
    ...holderFields(world, user, holder, values),
    actions: [
      {
        ...acted.action,
        ...alongside(element),
        action_id: acted.action_id,
        block_id: acted.block_id,
        action_ts: actionStamp(world),
      },
    ],
  };
  const reply = await desk.post.ask({ kind: 'interactive', payload }, `block_actions ${acted.action_id}`);
  return reply.ok ? { ok: true } : { ok: false, error: reply.error };
}

/** What was just chosen counts among the values, too. */
function withAction(acted: Acted & { action: ElementValue; values: Values }): Values {
  const already = acted.values[acted.block_id]?.[acted.action_id];
  if (already) return acted.values;
  return { ...acted.values, [acted.block_id]: { ...acted.values[acted.block_id], [acted.action_id]: acted.action } };
}

/** Slack repeats the button's text and value, and a select's placeholder, beside what was chosen. */
function alongside(element: Record<string, unknown>): Record<string, unknown> {
  const told = ['text', 'value', 'style', 'placeholder', 'confirm', 'url'].filter((key) => element[key] !== undefined);
  return element.type === 'button' || element.type === 'icon_button'
    ? Object.fromEntries(told.map((key) => [key, element[key]]))
    : {};
}

/** Something was typed in an `external_select`: the app is asked for what to offer. */
export async function runSuggestion(
  desk: Desk,
  user: string,
  asked: Acted & { query: string },
): Promise<Outcome<{ options?: Json[]; option_groups?: Json[] }>> {
  const { world } = desk;
  const holder = findHolder(world, user, asked.container);
  needElement(holder, asked);
  const values = noteValues(holder, {});
  const { response_url: _unused, ...place } = { response_url: '', ...holderFields(world, user, holder, values) };
  const payload = {
    type: 'block_suggestion',
    ...common(world, user),
    ...place,
    action_id: asked.action_id,
    block_id: asked.block_id,
    value: asked.query,
  };
  const reply = await desk.post.ask({ kind: 'interactive', payload }, `block_suggestion ${asked.action_id}`);
  if (!reply.ok) return { ok: false, error: reply.error };
  return offered(world, reply.body);
}

function offered(_world: World, body: unknown): Outcome<{ options?: Json[]; option_groups?: Json[] }> {
  const read = suggestions.safeParse(body);
  if (!read.success) return { ok: false, error: 'invalid_options' };
  return { ok: true, ...(JSON.parse(JSON.stringify(read.data)) as { options?: Json[]; option_groups?: Json[] }) };
}
