import { elementsIn, shownText } from '../driver/elements.js';
import { type AtThePage, enter, type Form } from '../driver/index.js';
import { type Filling, optionsOf } from '../driver/values.js';
import type { Keeper } from '../server/state/keeper.js';
import type { Traffic } from '../server/traffic.js';
import type { World } from '../server/world.js';
import { type Scene, type Step, scenes } from './scenes.js';

export interface Stage {
  world: World;
  keeper: Keeper;
  traffic: Traffic;
  url: string;
  /** Whether the app is there to answer. */
  isReady(): boolean;
}

/** A slow machine needs so long for what a quick one does at once; in milliseconds. */
const patience = 60_000;

/** Plays what happened before anyone looked, if it wasn't yet. A scene that goes wrong stands in the inspector. */
export async function openDay(stage: Stage): Promise<void> {
  const { world, keeper } = stage;
  if (world.state.company !== 'demo' || world.state.opened) return;
  if (!(await comes(stage.isReady, patience))) return;
  world.state.opened = true;
  keeper.touched(world.state);
  await world.patience.stretchedWhile(() => playAll(stage));
}

async function playAll({ world, traffic, url }: Stage): Promise<void> {
  for (const scene of scenes) {
    const error = await play({ url, now: world.clock.now }, scene);
    const about = {
      kind: 'call',
      name: `opening scene of ${scene.who}`,
      ms: 0,
      request: scene,
      response: null,
    } as const;
    if (error !== null) traffic.note({ ...about, ok: false, error });
  }
}

/** Where a scene is played, and when. */
interface Place {
  url: string;
  /** In milliseconds since 1970. */
  now(): number;
}

/** Plays one scene. Returns what went wrong; null: nothing. */
async function play(place: Place, scene: Scene): Promise<string | null> {
  const person = await enter(place.url, scene.who, patience);
  try {
    for (const step of scene.steps) await take(person, step, place);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    person.leaves();
  }
}

/** `{here}` in what is typed is the workspace's own address. */
async function take(person: AtThePage, step: Step, { url, now }: Place): Promise<void> {
  if ('types' in step) return must(await person.types(step.in, step.types.replaceAll('{here}', url)));
  if ('closes' in step) return closeAll(person);
  if ('shows' in step) return void (await (await person.modal(step.modal)).shows(step.shows, patience));
  if ('file' in step) return handIn(person, step, now());
  if ('on' in step) return must(await (await person.sees(step.on, { in: step.in })).press(step.press));
  await inModal(await person.modal(step.modal), step.fill ?? {}, step.press);
}

async function handIn(person: AtThePage, { modal, field, file, holds }: Extract<Step, { file: string }>, now: number) {
  const form = await person.modal(modal);
  await form.fill(field, [await person.uploads(file, holds(now))]);
  await sends(form);
}

function must(outcome: { ok: true } | { ok: false; error: string }): void {
  if (!outcome.ok) throw new Error(outcome.error);
}

async function inModal(form: Form, fill: Record<string, Filling>, press: string | undefined): Promise<void> {
  for (const [name, filling] of Object.entries(fill)) await form.fill(name, filling);
  if (press !== undefined) return must(await form.press(press));
  await sends(form);
}

async function sends(form: Form): Promise<void> {
  await fillRequired(form);
  const sent = await form.submit();
  if (!('errors' in sent)) return;
  throw new Error(
    Object.entries(sent.errors)
      .map(([label, error]) => `${label}: ${error}`)
      .join('; '),
  );
}

/** Whatever must be chosen and isn't gets its first option, so that the scene outlives changes to the app's form. */
async function fillRequired(form: Form): Promise<void> {
  for (const { block, blockId, element } of elementsIn(form.view().blocks)) {
    const [first] = optionsOf(element);
    const isAsked = block.type === 'input' && block.optional !== true && first !== undefined;
    if (isAsked && form.filled(blockId) === null) {
      await form.fill(blockId, shownText((first as { text: unknown }).text));
    }
  }
}

async function closeAll(person: AtThePage): Promise<void> {
  const { views } = await person.wire.need('start', {});
  const [lowest] = views;
  if (lowest) await person.wire.need('close', { view_id: lowest.id, all: true });
}

async function comes(look: () => boolean, within: number): Promise<boolean> {
  const end = performance.now() + within;
  while (!look()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
