import fc from 'fast-check';
import { type State, states } from '../../../../src/departments/accounting/timesheets/sheet.js';
import { type Act, acts, moves } from '../../../../src/departments/accounting/timesheets/states.js';

// The table written out once more, as people would tell it: a slip in the one is seen against the other.
const life: Record<State, Partial<Record<Act, State>>> = {
  draft: { write: 'draft', submit: 'submitted', drop: 'locked' },
  submitted: { withdraw: 'draft', approve: 'approved', return: 'returned' },
  returned: { write: 'returned', submit: 'submitted', drop: 'locked' },
  approved: { undo: 'submitted', lock: 'locked' },
  locked: { correct: 'draft' },
};
const pairs = states.flatMap((state) => acts.map((act) => [act, state] as const));

describe('the life of a sheet', () => {
  it.each(pairs)('when somebody does "%s" to one that is %s', (act, state) => {
    expect(moves[act][state]).toBe(life[state][act]);
  });

  it('is never locked without having been approved, unless a correction is given up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 40 }), (done) => {
        let state: State = 'draft';
        for (const act of done) {
          const next: State | undefined = moves[act][state];
          if (next === 'locked' && act !== 'drop') expect(state).toBe('approved');
          state = next ?? state;
        }
      }),
    );
  });
});
