import { elementsIn, shownText } from '../driver/elements.js';
import { type AtThePage, enter, type Form } from '../driver/index.js';
import { optionsOf } from '../driver/values.js';
import type { Keeper } from '../server/state/keeper.js';
import type { Traffic } from '../server/traffic.js';
import type { World } from '../server/world.js';
import { type Scene, scenes } from './scenes.js';

export interface Stage {
  world: World;
  keeper: Keeper;
  traffic: Traffic;
  url: string;
  /** Whether the app is there to answer. */
  isReady(): boolean;
}

/** Plays what happened before anyone looked, if it wasn't yet. A scene that goes wrong stands in the inspector. */
export async function openDay(stage: Stage): Promise<void> {
  const { world, keeper, traffic } = stage;
  if (world.state.company !== 'demo' || world.state.opened) return;
  if (!(await comes(stage.isReady, 10_000))) return;
  world.state.opened = true;
  keeper.touched(world.state);
  for (const scene of scenes) {
    const outcome = await play(stage.url, scene);
    if (outcome !== null) {
      traffic.note({
        kind: 'call',
        name: 'opening scene',
        ok: false,
        error: outcome,
        ms: 0,
        request: scene,
        response: null,
      });
    }
  }
}

/** Plays one scene. Returns what went wrong; null: nothing. */
async function play(url: string, scene: Scene): Promise<string | null> {
  const person = await enter(url, scene.who, 4000);
  try {
    await ask(person, scene);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    person.leaves();
  }
}

async function ask(person: AtThePage, scene: Scene): Promise<void> {
  const outcome = await person.types(scene.where, scene.line);
  if (!outcome.ok) throw new Error(outcome.error);
  const form = await person.modal();
  await fillRequired(form);
  const sent = await form.submit();
  if ('errors' in sent)
    throw new Error(
      Object.entries(sent.errors)
        .map(([label, error]) => `${label}: ${error}`)
        .join('; '),
    );
}

/** The scene doesn't know the app's form: whatever must be chosen and isn't, gets its first option. */
async function fillRequired(form: Form): Promise<void> {
  for (const { block, blockId, element } of elementsIn(form.view().blocks)) {
    const [first] = optionsOf(element);
    const isAsked = block.type === 'input' && block.optional !== true && first !== undefined;
    if (isAsked && form.filled(blockId) === null)
      await form.fill(blockId, shownText((first as { text: unknown }).text));
  }
}

async function comes(look: () => boolean, within: number): Promise<boolean> {
  const end = performance.now() + within;
  while (!look()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
