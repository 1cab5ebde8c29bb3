import fc from 'fast-check';
import {
  type Act,
  acts,
  clocks,
  finishedStates,
  isOpen,
  moves,
  openStates,
} from '../../../../src/departments/it/help-desk/states.js';
import { type State, states } from '../../../../src/departments/it/help-desk/ticket.js';

// The table written out once more, as people would tell it: a slip in the one is seen against the other.
const life: Record<State, Partial<Record<Act, State>>> = {
  new: {
    take: 'in_progress',
    assign: 'new',
    release: 'new',
    ask: 'waiting',
    reply: 'new',
    note: 'new',
    tell: 'new',
    sort: 'new',
    move: 'new',
    resolve: 'resolved',
    dismiss: 'not_a_request',
    withdraw: 'withdrawn',
  },
  reopened: {
    take: 'in_progress',
    assign: 'reopened',
    release: 'reopened',
    ask: 'waiting',
    reply: 'reopened',
    note: 'reopened',
    tell: 'reopened',
    sort: 'reopened',
    move: 'reopened',
    resolve: 'resolved',
    dismiss: 'not_a_request',
    withdraw: 'withdrawn',
  },
  in_progress: {
    assign: 'in_progress',
    release: 'new',
    ask: 'waiting',
    reply: 'in_progress',
    note: 'in_progress',
    tell: 'in_progress',
    sort: 'in_progress',
    move: 'in_progress',
    resolve: 'resolved',
    dismiss: 'not_a_request',
    withdraw: 'withdrawn',
  },
  waiting: {
    assign: 'waiting',
    release: 'new',
    ask: 'waiting',
    reply: 'waiting',
    note: 'waiting',
    tell: 'in_progress',
    sort: 'waiting',
    move: 'waiting',
    resolve: 'resolved',
    dismiss: 'not_a_request',
    withdraw: 'withdrawn',
  },
  resolved: {
    reply: 'resolved',
    note: 'resolved',
    tell: 'resolved',
    close: 'closed',
    reopen: 'reopened',
    rate: 'closed',
  },
  closed: { note: 'closed', reopen: 'reopened', rate: 'closed' },
  not_a_request: { note: 'not_a_request', reopen: 'reopened' },
  withdrawn: { note: 'withdrawn', reopen: 'reopened' },
};

const pairs = states.flatMap((state) => acts.map((act) => [act, state] as const));

describe('the life of a ticket', () => {
  it.each(pairs)('when somebody does "%s" to one that is %s', (act, state) => {
    expect(moves[act][state]).toBe(life[state][act]);
  });

  it('has every state either open or finished', () => {
    expect([...openStates, ...finishedStates].sort()).toEqual([...states].sort());
  });

  it('counts the desk’s time only while the desk has something to do', () => {
    for (const state of states) expect(clocks[state] === 'ended').toBe(!isOpen(state));
    expect(states.filter((state) => clocks[state] === 'stands')).toEqual(['waiting']);
  });

  it('can reach every state from a new ticket, and leads from each back to one that is open', () => {
    const reach = (from: State): Set<State> => {
      const seen = new Set<State>([from]);
      for (const state of seen) for (const act of acts) if (moves[act][state]) seen.add(moves[act][state] ?? state);
      return seen;
    };
    expect([...reach('new')].sort()).toEqual([...states].sort());
    for (const state of states) expect([...reach(state)].some(isOpen)).toBe(true);
  });

  it('never leaves the desk without a way to note something, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 40 }), (done) => {
        let state: State = 'new';
        for (const act of done) state = moves[act][state] ?? state;
        return moves.note[state] === state;
      }),
    );
  });
});
