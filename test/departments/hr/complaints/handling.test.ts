import { type Complaint, type Outcome, outcomes } from '../../../../src/departments/hr/complaints/complaint.js';
import { ids } from '../../../../src/departments/hr/complaints/ids.js';
import { fileNamed } from '../../../../src/departments/hr/complaints/service/files.js';
import { type Doing, handle } from '../../../../src/departments/hr/complaints/service/handle.js';
import { readLog } from '../../../../src/departments/hr/complaints/service/log.js';
import { countOpen, listCases } from '../../../../src/departments/hr/complaints/service/look.js';
import { answer, seeOwn } from '../../../../src/departments/hr/complaints/service/reporter.js';
import { eraseDue, seeRetention } from '../../../../src/departments/hr/complaints/service/retention.js';
import { seeStatistics } from '../../../../src/departments/hr/complaints/service/statistics.js';
import { type Act, moves, type State, states } from '../../../../src/departments/hr/complaints/states.js';
import { command, filled, press, presses, refusedAt, send, shown, textOf } from '../../../support/visits.js';
import {
  ANA,
  AUDITOR,
  HANDLER,
  HEAD,
  JAY,
  MANAGEMENT,
  type OpenComplaints,
  OTHER_HANDLER,
  openComplaints,
  refusal,
  TOMA,
} from './open-complaints.js';

let open: OpenComplaints;
beforeAll(async () => {
  open = await openComplaints();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const does = (by: string, id: string, doing: Doing): Promise<Complaint> => open.work((at) => handle(at, by, id, doing));
const person = async (id: string) => {
  const found = await open.look(({ people }) => people.get(id));
  if (!found) throw new Error(`nobody is ${id}`);
  return found;
};
const kept = async (id: string): Promise<Complaint> => {
  const found = await open.look((at) => at.complaints.get(id));
  if (!found) throw new Error('it is gone');
  return found;
};
const entriesOf = async (id: string) =>
  (await open.look((at) => at.entries.of(id))).map(({ kind, by, text }) => ({ kind, by, text }));
/** Who did what with it, oldest first. */
const record = async (id: string) => {
  const rows = await open.prisma.auditEntry.findMany({
    where: { object: `hr.complaints/${id}` },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ actor, action }) => `${actor} ${action}`);
};
const newsFor = async (id: string, work: () => Promise<unknown>): Promise<string[]> => {
  const before = (await open.saidTo(id)).length;
  await work();
  return (await open.saidTo(id)).slice(before);
};

const ways: Record<State, readonly Doing[]> = {
  received: [],
  acknowledged: [{ act: 'acknowledge', text: 'We look at it' }],
  underReview: [
    { act: 'acknowledge', text: 'We look at it' },
    { act: 'write', text: 'When was it?' },
  ],
  measures: [
    { act: 'acknowledge', text: 'We look at it' },
    { act: 'measure', text: 'A talk' },
  ],
  closed: [
    { act: 'acknowledge', text: 'We look at it' },
    { act: 'close', outcome: 'settled', text: 'It is settled' },
  ],
};
const bring = async (id: string, state: State): Promise<void> => {
  for (const doing of ways[state]) await does(HANDLER, id, doing);
};
const doings: Record<Exclude<Act, 'review'>, Doing> = {
  acknowledge: { act: 'acknowledge', text: 'We look at it' },
  measure: { act: 'measure', text: 'Another talk' },
  close: { act: 'close', outcome: 'founded', text: 'He apologised' },
  reopen: { act: 'reopen', text: 'Again' },
};

describe('a handler', () => {
  it.each(
    states.flatMap((state) => (Object.keys(doings) as (keyof typeof doings)[]).map((act) => [state, act] as const)),
  )('with a case that is %s can %s it only where that comes next', async (state, act) => {
    const { id } = await open.complain(TOMA);
    await bring(id, state);
    expect((await kept(id)).state).toBe(state);
    const after = moves[act][state];
    if (!after) {
      const before = await entriesOf(id);
      expect(await refusal(does(HANDLER, id, doings[act]))).toMatch(/first|already|beyond/);
      expect(await entriesOf(id)).toEqual(before);
      return;
    }
    await does(HANDLER, id, doings[act]);
    expect((await kept(id)).state).toBe(after);
    expect((await record(id)).at(-1)).toBe(`${HANDLER} hr.complaints.${act}`);
  });

  it('who acknowledges owns it from then on, owes an answer in three months, and no warning is left over', async () => {
    const { id } = await open.complain(TOMA);
    await open.work((at) => at.complaints.change(id, { warnings: ['acknowledge 5'] }));
    const after = await does(OTHER_HANDLER, id, { act: 'acknowledge', text: 'We look at it' });
    expect(after).toMatchObject({ assigneeId: OTHER_HANDLER, warnings: [] });
    expect([after.acknowledgedOn?.toString(), after.feedbackBy.toString()]).toEqual(['2026-11-23', '2027-02-23']);
    expect(await entriesOf(id)).toEqual([
      { kind: 'event', by: OTHER_HANDLER, text: 'acknowledge' },
      { kind: 'toReporter', by: OTHER_HANDLER, text: 'We look at it' },
    ]);
  });

  it('who acknowledges what somebody owns already leaves it theirs', async () => {
    const { id } = await open.complain(TOMA);
    await does(HANDLER, id, { act: 'assign', personId: OTHER_HANDLER });
    await does(HANDLER, id, { act: 'acknowledge', text: 'We look at it' });
    expect((await kept(id)).assigneeId).toBe(OTHER_HANDLER);
  });

  it('writes to whoever complained, notes, and keeps measures, each where it belongs', async () => {
    const { id } = await open.complain(TOMA);
    await bring(id, 'acknowledged');
    expect(await newsFor(TOMA, () => does(HANDLER, id, { act: 'write', text: 'When was it?' }))).toHaveLength(1);
    expect(await newsFor(TOMA, () => does(HANDLER, id, { act: 'note', text: 'He was alone' }))).toEqual([]);
    expect(await newsFor(TOMA, () => does(HANDLER, id, { act: 'measure', text: 'A talk' }))).toEqual([]);
    expect((await entriesOf(id)).slice(2)).toEqual([
      { kind: 'toReporter', by: HANDLER, text: 'When was it?' },
      { kind: 'note', by: HANDLER, text: 'He was alone' },
      { kind: 'measure', by: HANDLER, text: 'A talk' },
    ]);
    expect(await record(id)).toEqual([
      ...['reporter hr.complaints.raise', `${HANDLER} hr.complaints.acknowledge`, `${HANDLER} hr.complaints.write`],
      ...[`${HANDLER} hr.complaints.note`, `${HANDLER} hr.complaints.measure`],
    ]);
  });

  it.each(outcomes)('who closes one as %s says so, and until when it is kept', async (outcome: Outcome) => {
    const { id } = await open.complain(TOMA);
    await bring(id, 'acknowledged');
    await open.work((at) => at.complaints.change(id, { warnings: ['feedback 5'] }));
    const said = await newsFor(TOMA, () => does(HANDLER, id, { act: 'close', outcome, text: 'It is done' }));
    expect(said).toHaveLength(1);
    const months = await open.look(({ settings }) => Promise.resolve(settings.retention[outcome]));
    const row = await kept(id);
    expect(row).toMatchObject({ state: 'closed', outcome, warnings: [] });
    expect(row.closedOn?.toString()).toBe('2026-11-23');
    expect(row.eraseOn?.toString()).toBe(row.closedOn?.add({ months }).toString());
    expect((await entriesOf(id)).slice(-2)).toEqual([
      { kind: 'event', by: HANDLER, text: 'close' },
      { kind: 'toReporter', by: HANDLER, text: 'It is done' },
    ]);
  });

  it('who opens it again has three months from then', async () => {
    const { id } = await open.complain(TOMA);
    await bring(id, 'closed');
    open.days(40);
    const after = await does(HANDLER, id, { act: 'reopen', text: 'He did it again' });
    expect(after).toMatchObject({ state: 'underReview', outcome: null, closedOn: null, eraseOn: null, warnings: [] });
    expect(after.feedbackBy.toString()).toBe('2027-04-02');
    expect((await entriesOf(id)).slice(-2)).toEqual([
      { kind: 'event', by: HANDLER, text: 'reopen' },
      { kind: 'note', by: HANDLER, text: 'He did it again' },
    ]);
  });
});

describe('giving a case', () => {
  it.each([
    ['assign', 'assigneeId'],
    ['second', 'secondId'],
  ] as const)('by %s tells whoever gets it, once, and says so in the case', async (act, field) => {
    const { id, reference } = await open.complain(TOMA);
    const said = await newsFor(OTHER_HANDLER, () => does(HANDLER, id, { act, personId: OTHER_HANDLER }));
    expect(said).toEqual([expect.stringContaining(`${reference} was given to you`)]);
    const other = field === 'assigneeId' ? 'secondId' : 'assigneeId';
    expect(await kept(id)).toMatchObject({ [field]: OTHER_HANDLER, [other]: null });
    expect(await entriesOf(id)).toEqual([{ kind: 'event', by: HANDLER, text: `${act} ${OTHER_HANDLER}` }]);
  });

  it('to oneself says nothing', async () => {
    const { id } = await open.complain(TOMA);
    expect(await newsFor(HANDLER, () => does(HANDLER, id, { act: 'assign', personId: HANDLER }))).toEqual([]);
    expect((await kept(id)).assigneeId).toBe(HANDLER);
  });

  it.each([
    ['who handles no complaints', JAY],
    ['who complained', TOMA],
    ['who is named', OTHER_HANDLER],
  ])('to somebody %s is refused at the field', async (_, personId) => {
    const { id } = await open.complain(TOMA, { accused: [OTHER_HANDLER] });
    expect(await refusedAt(does(HANDLER, id, { act: 'assign', personId }))).toBe('person');
    expect((await kept(id)).assigneeId).toBeNull();
  });

  it('of a colleague who complained doesn’t reach them, although they handle complaints', async () => {
    const { id } = await open.complain(OTHER_HANDLER);
    expect(await refusedAt(does(HANDLER, id, { act: 'assign', personId: OTHER_HANDLER }))).toBe('person');
    expect(await refusal(does(OTHER_HANDLER, id, { act: 'note', text: 'mine' }))).toContain('no such case');
    expect((await open.saidTo(OTHER_HANDLER)).join()).not.toContain('needs somebody');
  });
});

describe('whoever is kept out later', () => {
  it('gives back what they had, and the others hear that it needs somebody', async () => {
    const { id, reference } = await open.complain(TOMA);
    await does(HANDLER, id, { act: 'assign', personId: OTHER_HANDLER });
    const said = await newsFor(HEAD, () => does(HANDLER, id, { act: 'exclude', personId: OTHER_HANDLER }));
    expect(said).toEqual([expect.stringContaining(reference)]);
    expect(await kept(id)).toMatchObject({ assigneeId: null, secondId: null });
    expect((await entriesOf(id)).at(-1)).toEqual({
      ...{ kind: 'event', by: HANDLER, text: `excluded ${OTHER_HANDLER}` },
    });
  });

  it('as the second leaves the first where they are, and nobody is called', async () => {
    const { id } = await open.complain(TOMA);
    await does(HANDLER, id, { act: 'assign', personId: HANDLER });
    await does(HANDLER, id, { act: 'second', personId: OTHER_HANDLER });
    expect(await newsFor(HEAD, () => does(HANDLER, id, { act: 'exclude', personId: OTHER_HANDLER }))).toEqual([]);
    expect(await kept(id)).toMatchObject({ assigneeId: HANDLER, secondId: null });
  });

  it('having nothing to do with it changes nothing for those who have', async () => {
    const { id } = await open.complain(TOMA);
    await does(HANDLER, id, { act: 'assign', personId: HANDLER });
    await does(HANDLER, id, { act: 'second', personId: HEAD });
    await does(HANDLER, id, { act: 'exclude', personId: OTHER_HANDLER });
    expect(await kept(id)).toMatchObject({ assigneeId: HANDLER, secondId: HEAD });
  });

  it('twice is kept out once', async () => {
    const { id } = await open.complain(TOMA);
    await does(HANDLER, id, { act: 'exclude', personId: JAY });
    await does(HANDLER, id, { act: 'exclude', personId: JAY });
    expect((await kept(id)).parties.exclusions).toEqual([{ id: JAY, why: 'excluded', by: HANDLER }]);
  });

  it('isn’t asked as a witness', async () => {
    const { id } = await open.complain(TOMA, { accused: [JAY] });
    const ask = (personId: string) => does(HANDLER, id, { act: 'witness', personId, text: 'Could we talk?' });
    expect(await refusedAt(ask(JAY))).toBe('person');
    expect(await open.saidTo(JAY)).toEqual([]);
    await ask(ANA);
    expect((await entriesOf(id)).at(-1)).toEqual({ kind: 'witness', by: HANDLER, text: `${ANA} Could we talk?` });
  });
});

describe('cases that belong together', () => {
  it('are each told of the other, once', async () => {
    const [one, other] = [await open.complain(TOMA), await open.complain(ANA)];
    for (const turn of [1, 2]) {
      await does(HANDLER, one.id, { act: 'link', reference: other.reference });
      expect((await entriesOf(one.id)).filter(({ text }) => text === 'link')).toHaveLength(turn);
    }
    expect((await kept(one.id)).parties.links).toEqual([other.reference]);
    expect((await kept(other.id)).parties.links).toEqual([one.reference]);
  });

  it.each(['itself', 'nonsense'])('aren’t %s', async (what) => {
    const { id, reference } = await open.complain(TOMA);
    const link = does(HANDLER, id, { act: 'link', reference: what === 'itself' ? reference : 'yesterday' });
    expect(await refusedAt(link)).toBe('reference');
    expect((await kept(id)).parties.links).toEqual([]);
  });

  it('begin without any', async () => {
    const { id } = await open.complain(TOMA);
    expect((await kept(id)).parties).toMatchObject({ links: [], grantedIds: [], reporterId: TOMA });
  });
});

describe('the list of cases', () => {
  it('shows what is open, closed and one’s own, and finds by a part of the reference', async () => {
    const [ended, mine, others] = [await open.complain(TOMA), await open.complain(TOMA), await open.complain(ANA)];
    await bring(ended.id, 'closed');
    await does(HANDLER, mine.id, { act: 'second', personId: HANDLER });
    const list = async (...[filter, text]: [Parameters<typeof listCases>[2], string?]) =>
      (await listCasesAs(HANDLER, filter, text)).map(({ reference }) => reference).sort();
    expect(await list('open')).toEqual([mine.reference, others.reference].sort());
    expect(await list('closed')).toEqual([ended.reference]);
    expect(await list('mine')).toEqual([mine.reference]);
    expect(await list('open', ` ${others.reference.slice(3).toLowerCase()} `)).toEqual([others.reference]);
    const found = await person(HANDLER);
    expect(await open.look((at) => countOpen(at, found))).toBe(2);
  });

  it('is empty for a handler of none, and nobody else’s', async () => {
    expect(await listCasesAs(HANDLER, 'open')).toEqual([]);
    const [handler, other] = [await person(HANDLER), await person(JAY)];
    expect(await open.look((at) => countOpen(at, handler))).toBe(0);
    expect(await open.look((at) => countOpen(at, other))).toBeNull();
    expect(await refusal(listCasesAs(JAY, 'open'))).toContain('You handle no complaints');
  });

  const listCasesAs = async (by: string, filter: Parameters<typeof listCases>[2], text = '') => {
    const found = await person(by);
    return open.look((at) => listCases(at, found, filter, text));
  };
});

describe('what is written about handling', () => {
  it('is told to auditors newest first, a page at a time, and that they looked is written too', async () => {
    const { id, reference } = await open.complain(TOMA);
    for (let turn = 0; turn < 41; turn++) await does(HANDLER, id, { act: 'note', text: `Note ${turn}` });
    const auditor = await person(AUDITOR);
    const first = await open.work((at) => readLog(at, auditor, reference, 0));
    expect(first.lines).toHaveLength(40);
    expect(first.total).toBe(42);
    expect(first.lines[0]).toMatchObject({ actor: HANDLER, act: 'note' });
    const second = await open.work((at) => readLog(at, auditor, reference, 1));
    expect(second.lines.map(({ act }) => act)).toEqual(['note', 'note', 'raise']);
    expect((await record(id)).slice(-2)).toEqual([
      `${AUDITOR} hr.complaints.read-log`,
      `${AUDITOR} hr.complaints.read-log`,
    ]);
  });

  it('names whoever complained in no way, be it by name or not', async () => {
    const named = await open.complain(TOMA);
    expect(await record(named.id)).toEqual(['reporter hr.complaints.raise']);
    const anonymous = await open.complain(TOMA, { mode: 'anonymous' });
    expect(await record(anonymous.id)).toEqual([]);
    const toma = await person(TOMA);
    await open.work((at) => answer(at, { receipt: anonymous.receipt.replaceAll('-', '') }, 'More of it'));
    await open.work((at) => answer(at, { by: toma, reference: named.reference }, 'More of it'));
    expect(await record(named.id)).toEqual(['reporter hr.complaints.raise', 'reporter hr.complaints.answer']);
    expect(await record(anonymous.id)).toEqual([]);
  });

  it('tells of settings, files that were sent, and what was erased', async () => {
    const form = shown(await command(open, HEAD, 'settings'));
    await send(open, HEAD, form, filled(form, { outside: 'The ombudsperson' }));
    expect(await open.prisma.auditEntry.findMany({ where: { object: 'hr.complaints' } })).toMatchObject([
      { actor: HEAD, action: 'hr.complaints.keep-settings' },
    ]);
    open.slackFiles.set('F1', new TextEncoder().encode('a photograph'));
    const { id } = await open.complain(JAY, { files: [{ id: 'F1', name: 'photo.png' }] });
    await presses(open, HANDLER, ids.sendFile, shown(await press(open, HANDLER, ids.openCase, id)));
    expect(await record(id)).toContain(`${HANDLER} hr.complaints.send-file`);
    await bring(id, 'closed');
    open.days(5000);
    await open.work(eraseDue);
    expect((await record(id)).at(-1)).toBe('system hr.complaints.erase');
  });
});

describe('a file of a case', () => {
  it('is drawn for whoever may see the case when it is drawn, and not by another’s name', async () => {
    open.slackFiles.set('F1', new TextEncoder().encode('a photograph'));
    const { id } = await open.complain(JAY, { files: [{ id: 'F1', name: 'photo.png' }] });
    const [file] = await open.look((at) => at.entries.files(id));
    const drawn = (ref: string) => open.look((at) => fileNamed(at, ref));
    expect(await drawn(`${id}/${file?.id}/${HANDLER}`)).toMatchObject({ name: 'photo.png' });
    expect(await drawn(`${id}/${file?.id}/${JAY}`)).toBeNull();
    expect(await drawn(`${id}/${file?.id}`)).toBeNull();
    expect(await drawn(`0192f0c1-0000-7000-8000-000000000000/${file?.id}/${HANDLER}`)).toBeNull();
    expect(await drawn('')).toBeNull();
  });

  it('of another case, or that is gone, isn’t sent', async () => {
    open.slackFiles.set('F1', new TextEncoder().encode('a photograph'));
    const { id } = await open.complain(JAY, { files: [{ id: 'F1', name: 'photo.png' }] });
    const other = await open.complain(TOMA);
    const [file] = await open.look((at) => at.entries.files(id));
    expect(await refusal(press(open, HANDLER, ids.sendFile, `${other.id}/${file?.id}`))).toContain('This file is gone');
    expect(await open.prisma.letter.count({ where: { kind: 'document' } })).toBe(0);
  });
});

describe('whoever complained', () => {
  it('reads in their own case only what was written to them and by them', async () => {
    const [first, second] = [await open.complain(TOMA), await open.complain(TOMA)];
    await bring(second.id, 'acknowledged');
    await does(HANDLER, second.id, { act: 'note', text: 'Between us' });
    const toma = await person(TOMA);
    await open.work((at) => answer(at, { by: toma, reference: second.reference }, 'On Monday'));
    const seen = await open.look((at) => seeOwn(at, { by: toma, reference: second.reference }));
    expect(seen.talk.map(({ text }) => text)).toEqual(['We look at it', 'On Monday']);
    expect(seen.complaint.id).toBe(second.id);
    const other = await open.look((at) => seeOwn(at, { by: toma, reference: first.reference }));
    expect(other.talk).toEqual([]);
    const stranger = await person(JAY);
    expect(await refusal(open.look((at) => seeOwn(at, { by: stranger, reference: first.reference })))).toContain(
      'no such case',
    );
  });
});

describe('what will be erased', () => {
  it('in sixty days is shown, the first to go first, with what is held; nothing later, nothing that is open', async () => {
    const [open1, later, soon, held] = [
      ...[await open.complain(TOMA), await open.complain(TOMA), await open.complain(TOMA), await open.complain(TOMA)],
    ] as const;
    const on = async (id: string, days: number) => {
      await bring(id, 'closed');
      const eraseOn = (await kept(id)).closedOn?.add({ days }) ?? null;
      await open.work((at) => at.complaints.change(id, { eraseOn }));
    };
    await on(later?.id ?? '', 61);
    await on(soon?.id ?? '', 60);
    await on(held?.id ?? '', 10);
    await does(HANDLER, held?.id ?? '', { act: 'hold', isHeld: true });
    const head = await person(HEAD);
    const seen = await open.look((at) => seeRetention(at, head));
    expect(seen.map(({ reference }) => reference)).toEqual([held?.reference, soon?.reference]);
    expect(seen.map(({ id }) => id)).not.toContain(open1?.id);
    expect((await entriesOf(held?.id ?? '')).at(-1)).toEqual({ kind: 'event', by: HANDLER, text: 'hold' });
    await does(HANDLER, held?.id ?? '', { act: 'hold', isHeld: false });
    expect((await entriesOf(held?.id ?? '')).at(-1)).toEqual({ kind: 'event', by: HANDLER, text: 'release' });
  });
});

describe('the numbers of a year', () => {
  it('count what was erased as well, by kind and by how it ended, and no other year', async () => {
    const all = [];
    for (let count = 0; count < 12; count++)
      all.push(await open.complain(TOMA, { kind: count < 6 ? 'pay' : 'safety' }));
    for (const { id } of all.slice(0, 6)) await bring(id, 'closed');
    open.days(5000);
    await open.work(eraseDue);
    await open.complain(ANA, { kind: 'pay' });
    const management = await person(MANAGEMENT);
    const { total, byKind, byOutcome } = await open.look((at) => seeStatistics(at, management, 2026));
    expect(total).toBe(12);
    expect(byKind.filter(({ count }) => count !== null)).toEqual([
      { kind: 'pay', count: 6 },
      { kind: 'safety', count: 6 },
    ]);
    expect(byOutcome.filter(({ count }) => count !== null)).toEqual([{ outcome: 'settled', count: 6 }]);
    const none = await open.look((at) => seeStatistics(at, management, 2040));
    expect(none.total).toBeNull();
  });

  it('don’t count what nobody has heard of yet', async () => {
    for (let count = 0; count < 5; count++) await open.complain(TOMA);
    await open.complain(TOMA, { mode: 'anonymous' });
    const management = await person(MANAGEMENT);
    expect((await open.look((at) => seeStatistics(at, management, 2026))).total).toBe(5);
  });
});

it('where nobody is left to look at it, the form says so at whom it is about', async () => {
  const accused = [HEAD, HANDLER, OTHER_HANDLER];
  expect(await refusedAt(open.complain(TOMA, { accused }))).toBe('accused');
  await open.begin({ outside: 'The ombudsperson' });
  expect(await refusedAt(open.complain(TOMA, { accused }))).toBe('accused');
  expect(await open.desk.forget?.(undefined as never, TOMA)).toEqual([
    { fate: 'kept', what: 'forgotten', count: null },
  ]);
});

it('App Home tells a handler how many are open', async () => {
  const home = async (id: string) => {
    const found = await person(id);
    const visit = { person: found, language: found.language, now: open.now(), key: 'k' };
    return textOf(await open.desk.home?.blocks(visit));
  };
  const { id } = await open.complain(TOMA);
  await open.complain(ANA);
  await bring(id, 'closed');
  expect(await home(HEAD)).toMatch(/\b1\b/);
  expect(await home(JAY)).not.toMatch(/\d open/);
});
