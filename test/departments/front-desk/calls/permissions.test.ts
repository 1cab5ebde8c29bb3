import { type Call, urgencies } from '../../../../src/departments/front-desk/calls/call.js';
import {
  may,
  permissions,
  type Right,
  type Standing,
  standingsOf,
} from '../../../../src/departments/front-desk/calls/permissions.js';
import {
  type Act,
  isOpen,
  isRinging,
  moves,
  openStates,
  type State,
  states,
} from '../../../../src/departments/front-desk/calls/states.js';
import { asking } from '../../../../src/departments/front-desk/calls/views/act-form.js';
import { command, press } from '../../../support/visits.js';
import { ADMIN, CORINA, JAY, OLIVE, type OpenCalls, openCalls, ROWAN, refusal, STRANGER, TOMA } from './open-calls.js';

const allows = (right: Right, ...standings: Standing[]) => may(right, new Set(standings));

describe('what somebody may do with a call', () => {
  it.each(Object.keys(permissions) as Right[])('is nothing for whoever has nothing to do with it: %s', (right) => {
    expect(allows(right)).toBe(false);
  });

  it('is to take it for everybody who was asked, and to decline only for whoever is', () => {
    expect(allows('accept', 'rung')).toBe(true);
    expect(allows('accept', 'asked')).toBe(true);
    expect(allows('accept', 'helper')).toBe(false);
    expect(allows('decline', 'asked')).toBe(false);
    expect(allows('decline', 'front')).toBe(false);
  });

  it('is to decide for the manager, and never for whoever complained alone', () => {
    expect(allows('decide', 'manager')).toBe(true);
    expect(allows('decide', 'owner', 'taker', 'front')).toBe(false);
  });

  it.each(['timeOut'] as const)('is never what only the clock does: %s', (right) => {
    expect(permissions[right]).toEqual([]);
  });

  it('is possible in some state, and gives a call up only on purpose', () => {
    for (const act of Object.keys(moves) as Act[]) {
      expect(Object.keys(moves[act]).length).toBeGreaterThan(0);
      for (const after of Object.values(moves[act])) {
        expect(after.length).toBeGreaterThan(0);
        if (after.includes('lost')) expect(['lose', 'note', 'decide', 'complain']).toContain(act);
      }
    }
    expect(openStates).toEqual(states.filter(isOpen));
    expect(urgencies).toEqual(['normal', 'high', 'urgent']);
  });
});

// Every act, by everybody, in every state: on the database, by the buttons that they have or might forge.
describe('a call that isn’t somebody’s', () => {
  let open: OpenCalls;
  beforeAll(async () => {
    open = await openCalls();
  });
  beforeEach(() => open.begin());
  afterAll(() => open.database.close());

  const everybody = [CORINA, JAY, TOMA, OLIVE, ROWAN, ADMIN, STRANGER];
  const atOnce = ['accept', 'takeOver', 'finish', 'reopen'] as const;

  const inState = async (state: State): Promise<Call> => {
    const number = await open.handOver();
    const ownerId = state === 'accepted' || state === 'promised' ? TOMA : CORINA;
    await open.prisma.call.update({ where: { number }, data: { state, ownerId } });
    if (!isRinging(state)) {
      await open.prisma.callRing.updateMany({ where: { callNumber: number }, data: { state: 'timedOut' } });
    }
    return open.call(number);
  };

  it.each(states)('does what the tables say, and nothing else, when it is %s', async (state) => {
    let call = await inState(state);
    for (const by of everybody) {
      const held = by === CORINA ? ['front'] : by === JAY ? ['head'] : [];
      const standings = standingsOf({ id: by, held }, call);
      for (const act of [...atOnce, ...asking]) {
        const isAlreadyTheirs = act === 'takeOver' && call.ownerId === by && state === 'accepted';
        const isPossible = moves[act][state] !== undefined && may(act, standings) && !isAlreadyTheirs;
        const isNow = (atOnce as readonly string[]).includes(act);
        const outcome = press(open, by, `front-desk.calls.${isNow ? 'act' : 'ask'}:${act}`, `${act}/${call.number}`);
        const isDone = await outcome.then(
          () => true,
          () => false,
        );
        expect({ by, act, isDone }).toEqual({ by, act, isDone: isPossible });
        if (isDone && isNow) call = await inState(state);
      }
      if (may('see', standings)) continue;
      expect(await refusal(command(open, by, 'call', String(call.number)))).toBe(
        `There is no call ${call.number} that you may see. \`/handoff mine\` shows yours.`,
      );
    }
  });

  it.each([
    ['front-desk.calls.act:x', 'explode/1'],
    ['front-desk.calls.act:x', 'accept/abc'],
    ['front-desk.calls.ask:x', 'accept/1'],
    ['front-desk.calls.ask:x', 'decline/99999999999999'],
    ['front-desk.calls.open:x', '-1'],
    ['front-desk.calls.rotation:x', 'no id'],
    ['front-desk.calls.shifts:x', '00000000-0000-4000-8000-000000000000'],
    ['front-desk.calls.swap-answer:x', 'agree/no id'],
    ['front-desk.calls.older:x', 'many/none'],
  ])('answers a forged button with a sentence: %s %s', async (action, value) => {
    expect(await refusal(press(open, STRANGER, action, value))).toMatch(/[.]$|[.] /);
  });

  it('shows an admin nothing that isn’t theirs', async () => {
    const number = await open.handOver();
    expect(await refusal(command(open, ADMIN, 'call', String(number)))).toContain('There is no call');
    expect(await refusal(command(open, ADMIN, 'statistics'))).toContain('Only the front desk');
    expect(JSON.stringify(await command(open, ADMIN, 'log'))).not.toContain('Ana Client');
  });
});
