import { LRUCache } from 'lru-cache';

const VIEWS_AT_MOST = 1_000;

interface Known {
  /** One answer at a time is drawn into a form. */
  turn: Promise<unknown>;
  drawn?: Drawn;
}

/** What this process drew into a form last. */
interface Drawn {
  /** The use of an element that it answers. */
  arrival: number;
  /** What the form showed before; elements used meanwhile come with one of these hashes. */
  over: ReadonlySet<string>;
  /** What it shows since. */
  hash: string;
}

/** Draws over what has that hash, and gives the hash that the form has then. */
type Draw = (hash: string) => Promise<string | undefined>;

/**
 * Of two elements that are used fast, the second comes with the hash of a form that the first's answer has replaced by
 * then, and Slack would refuse what is drawn over that. Here the answer to the later use stands, whichever is ready
 * first. Where two processes answer, the one that draws first stands.
 */
export class Redraws {
  #arrivals = 0;
  #views = new LRUCache<string, Known>({ max: VIEWS_AT_MOST });

  /** A number for an element's use, by which it is known to be later than another. */
  arrive(): number {
    this.#arrivals += 1;
    return this.#arrivals;
  }

  /** False: a later use was answered in the form already, and nothing was drawn. */
  draw(view: { id: string; hash: string }, arrival: number, draw: Draw): Promise<boolean> {
    const known = this.#views.get(view.id) ?? { turn: Promise.resolve() };
    this.#views.set(view.id, known);
    const drawing = known.turn.then(() => drawInto(known, view.hash, arrival, draw));
    known.turn = drawing.catch(() => undefined);
    return drawing;
  }
}

async function drawInto(known: Known, seen: string, arrival: number, draw: Draw): Promise<boolean> {
  const last = known.drawn?.over.has(seen) ? known.drawn : undefined;
  if (last && last.arrival > arrival) return false;
  const hash = await draw(last?.hash ?? seen);
  if (hash === undefined) delete known.drawn;
  else known.drawn = { arrival, over: new Set(last ? [...last.over, last.hash] : [seen]), hash };
  return true;
}
