import fc from 'fast-check';
import {
  after,
  type Deed,
  type Line,
  ringNext,
  type Step,
} from '../../../../src/departments/front-desk/calls/rules/line.js';
import { isOpen, isRinging, moves } from '../../../../src/departments/front-desk/calls/states.js';

const colleagues = ['toma', 'olive', 'sorrel', 'hazel'];
const managers = ['rowan', 'jay'];
const FRONT = 'corina';
const everybody = [FRONT, ...colleagues, ...managers];

const ids = fc.subarray(colleagues, { minLength: 0 });
const person = fc.constantFrom(...everybody);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ act: fc.constantFrom('accept' as const, 'takeOver' as const, 'promise' as const), by: person }),
  fc.record({ act: fc.constant('reopen' as const), by: person }),
  fc.record({ act: fc.constantFrom('decline' as const, 'timeOut' as const, 'timeOut' as const) }),
  fc.record({ act: fc.constantFrom('giveBack' as const, 'finish' as const, 'lose' as const) }),
  fc.record({ act: fc.constant('redirect' as const), queue: ids, managers: fc.subarray(managers) }),
);
/** What happens to a call: somebody does something, the process dies, or the clock jumps over several rings at once. */
const happening = fc.record({
  deed,
  free: fc.subarray(everybody),
  crash: fc.boolean(),
  jump: fc.integer({ min: 0, max: 3 }),
});

/** As simple as can be: who has the caller, who is still to be asked, and whether it is over. */
interface Model {
  owner: string;
  asking: string | null;
  waiting: string[];
  isOver: boolean;
  hasTaken: boolean;
}

function modelled(model: Model, { act, ...rest }: Deed, free: readonly string[]): Model {
  const next = (waiting: readonly string[]): Model => {
    const place = waiting.findIndex((id) => free.includes(id));
    const asking = place < 0 ? null : (waiting[place] ?? null);
    return { ...model, asking, waiting: place < 0 ? [] : waiting.slice(place + 1), hasTaken: false };
  };
  const with_ = (owner: string): Model => ({ ...model, owner, asking: null, isOver: false, hasTaken: true });
  switch (act) {
    case 'accept':
    case 'takeOver':
    case 'promise':
    case 'reopen':
      return with_((rest as { by: string }).by);
    case 'giveBack':
      return { ...with_(FRONT), hasTaken: false };
    case 'finish':
    case 'lose':
      return { ...model, asking: null, isOver: true };
    case 'redirect': {
      const { queue, managers: last } = rest as { queue: string[]; managers: string[] };
      return next([...queue, ...last]);
    }
    default:
      return next(model.waiting);
  }
}

/** Compared by hand: ten thousand lives have many steps, and each `expect` takes its time. */
function agree(before: Line, { act }: Deed, step: Step, model: Model): boolean {
  const waiting = step.rung === null ? [] : model.waiting;
  return (
    (moves[act][before.state] ?? []).includes(step.state) &&
    // Nobody but a person who says so gives a caller up.
    (step.state !== 'lost' || act === 'lose') &&
    // Whoever was asked is told what became of it, once.
    (step.settled !== null) === (before.rung !== null) &&
    step.ownerId === model.owner &&
    step.ownerId !== '' &&
    step.rung === model.asking &&
    isOpen(step.state) === !model.isOver &&
    (step.rung !== null) === isRinging(step.state) &&
    (step.rung === null || [...step.queue, ...step.managers].join() === waiting.join())
  );
}

describe('a caller who is handed on', () => {
  it('is never lost and never has two owners, whatever happens, in 10,000 lives', () => {
    let deeds = 0;
    fc.assert(
      fc.property(
        ids,
        fc.subarray(everybody),
        fc.array(happening, { minLength: 1, maxLength: 25 }),
        (queue, firstFree, life) => {
          const free = (list: readonly string[]) => (id: string) => list.includes(id);
          let line: Line = {
            ...{ ownerId: FRONT, takenById: FRONT },
            ...ringNext({ queue, managers }, free(firstFree)),
          };
          let model: Model = modelled(
            { owner: FRONT, asking: null, waiting: [], isOver: false, hasTaken: false },
            { act: 'redirect', queue, managers },
            firstFree,
          );
          for (const { deed: asked, free: list, crash, jump } of life) {
            const timeOuts: Deed[] = Array.from({ length: jump }, () => ({ act: 'timeOut' }));
            for (const one of [...timeOuts, asked]) {
              // What isn't in the process's memory any more is in the database.
              if (crash) line = JSON.parse(JSON.stringify(line)) as Line;
              const step = after(line, one, free(list));
              const isPossible = moves[one.act][line.state] !== undefined;
              if (!step || !isPossible) {
                if (step || isPossible) return false;
                continue;
              }
              deeds += 1;
              model = modelled(model, one, list);
              if (!agree(line, one, step, model)) return false;
              line = step;
            }
          }
          return true;
        },
      ),
      { numRuns: 10_000 },
    );
    expect(deeds).toBeGreaterThan(40_000);
  });
});
