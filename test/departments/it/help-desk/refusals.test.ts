import fc from 'fast-check';
import type { HelpDesk } from '../../../../src/departments/it/help-desk/desk.js';
import { may, standingsOf } from '../../../../src/departments/it/help-desk/permissions.js';
import {
  askRequester,
  noteOnTicket,
  replyToRequester,
  tellDesk,
} from '../../../../src/departments/it/help-desk/service/converse.js';
import {
  closeTicket,
  dismissTicket,
  reopenTicket,
  resolveTicket,
  withdrawTicket,
} from '../../../../src/departments/it/help-desk/service/finish.js';
import { assignTicket, releaseTicket, takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { moveTicket } from '../../../../src/departments/it/help-desk/service/move.js';
import { rateTicket } from '../../../../src/departments/it/help-desk/service/rate.js';
import { sortTicket } from '../../../../src/departments/it/help-desk/service/sort.js';
import { type Act, acts, moves } from '../../../../src/departments/it/help-desk/states.js';
import type { Ticket } from '../../../../src/departments/it/help-desk/ticket.js';
import { no, words } from '../../../../src/departments/it/help-desk/words.js';
import { UserError } from '../../../../src/platform/user-error.js';
import { ADMIN, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, TUDOR } from './open-desk.js';

// What a button says is a claim: whoever sends it, for whichever ticket, in whatever state it is by now.

type Doing = (desk: HelpDesk, number: number, by: string) => Promise<unknown>;
const doing: Record<Act, Doing> = {
  take: takeTicket,
  assign: (desk, number, by) => assignTicket(desk, number, by, TUDOR),
  release: releaseTicket,
  ask: (desk, number, by) => askRequester(desk, number, by, 'Which one?'),
  reply: (desk, number, by) => replyToRequester(desk, number, by, { text: 'We look at it' }),
  note: (desk, number, by) => noteOnTicket(desk, number, by, { text: 'Again' }),
  tell: (desk, number, by) => tellDesk(desk, number, by, { text: 'The third' }),
  sort: (desk, number, by) => sortTicket(desk, number, by, { priority: 'high', category: 'network' }),
  move: (desk, number, by) => moveTicket(desk, number, by, null),
  resolve: (desk, number, by) => resolveTicket(desk, number, by, 'A new cable'),
  dismiss: (desk, number, by) => dismissTicket(desk, number, by, ''),
  withdraw: withdrawTicket,
  close: closeTicket,
  reopen: (desk, number, by) => reopenTicket(desk, number, by, ''),
  rate: (desk, number, by) => rateTicket(desk, number, by, 4),
};

/** Elena asked on Radu's behalf; Mara and Tudor are technicians; the last has nothing to do with it. */
const STRANGER = 'U0STRANGER';
const everybody = [ELENA, RADU, MARA, TUDOR, LEAD, ADMIN, STRANGER];
const colleagues = {
  [MARA]: { roles: ['technician'], isAdmin: false },
  [TUDOR]: { roles: ['technician'], isAdmin: false },
  [LEAD]: { roles: ['lead'], isAdmin: false },
  [ADMIN]: { roles: [], isAdmin: true },
} as Record<string, { roles: string[]; isAdmin: boolean }>;

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const outcome = async (act: Act, number: number, by: string): Promise<'done' | UserError> => {
  try {
    await desk.work((at) => doing[act](at, number, by));
    return 'done';
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
};

const standings = (ticket: Ticket, id: string) =>
  standingsOf({ id, ...(colleagues[id] ?? { roles: [], isAdmin: false }) }, ticket);

describe('whoever may not do it', () => {
  it.each(acts.flatMap((act) => everybody.map((who) => [act, who] as const)))('%s by %s', async (act, who) => {
    const { number } = await desk.raise(ELENA, { behalfOfId: RADU });
    const before = await desk.ticket(number);
    const told = await outcome(act, number, who);
    if (may(act, standings(before, who)) && moves[act].new) {
      expect(told).toBe('done');
      return;
    }
    expect(told).toBeInstanceOf(UserError);
    expect(await desk.ticket(number)).toEqual(before);
    expect(await desk.posted()).toHaveLength(3);
    if (told instanceof UserError && who === STRANGER) expect(told.message).toBe('refusals.unknown');
  });
});

describe('a ticket in the hands of many', () => {
  it('only ever does what both tables allow', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...acts), fc.constantFrom(...everybody)), {
      minLength: 5,
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (done) => {
        const { number } = await desk.raise(ELENA, { behalfOfId: RADU });
        for (const [act, who] of done) {
          const before = await desk.ticket(number);
          const told = await outcome(act, number, who);
          const after = await desk.ticket(number);
          const allowed = may(act, standings(before, who)) ? moves[act][before.state] : undefined;
          if (told !== 'done') expect(after).toEqual(before);
          else if (act !== 'assign') expect(after.state).toBe(allowed);
          if (told === 'done') expect(allowed).toBeDefined();
          // Who works on a ticket is always known, and its clock runs just when it should.
          if (after.state === 'in_progress' || after.state === 'waiting') expect(after.assigneeId).not.toBeNull();
          expect(after.runningSince !== null).toBe(['new', 'reopened', 'in_progress'].includes(after.state));
          desk.later(7);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe('a refusal', () => {
  it('never shows a key or a mention that a form could not render, in either language', () => {
    const refusals = ['refusals.unknown', 'stale.in_progress', 'refusals.givenTo'] as const;
    for (const key of refusals) {
      const error = no(key, { number: 42, by: 'Mara', to: 'Mara' });
      for (const language of ['en', 'ro'] as const) {
        expect(error.in(language)).toBe(words.in(language)(key, { number: 42, by: 'Mara', to: 'Mara' }));
        expect(error.in(language)).not.toMatch(/\{\{|<@/);
      }
    }
  });
});
