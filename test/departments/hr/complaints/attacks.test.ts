import { ids } from '../../../../src/departments/hr/complaints/ids.js';
import { complaintsFor } from '../../../../src/departments/hr/complaints/service/access.js';
import { announceEarlier } from '../../../../src/departments/hr/complaints/service/announce.js';
import { FILE, fileNamed } from '../../../../src/departments/hr/complaints/service/files.js';
import { command, filled, press, send, shown, textOf } from '../../../support/visits.js';
import {
  ADMIN,
  ANA,
  AUDITOR,
  CLERK,
  HANDLER,
  HEAD,
  JAY,
  MANAGEMENT,
  type OpenComplaints,
  OTHER_HANDLER,
  openComplaints,
  outcomeOf,
  TOMA,
} from './open-complaints.js';

// Ways to learn of a complaint for those who may not. Toma complained of Wren, the head of HR, whom Sorrel stands in for; Ilinca
// handles it. Each way is tried at the complaint and at one that doesn't exist: the answers must be the same.

let open: OpenComplaints;
let target: { id: string; reference: string; receipt: string; fileId: string };
beforeAll(async () => {
  open = await openComplaints();
  await open.begin();
  const days = { firstDay: new Date('2026-11-01'), lastDay: new Date('2026-12-31') };
  await open.prisma.delegation.create({ data: { personId: HEAD, delegateId: OTHER_HANDLER, ...days } });
  open.slackFiles.set('F1', new TextEncoder().encode('evidence'));
  const raised = await open.complain(TOMA, {
    ...{ accused: [HEAD], what: 'SECRET-WHAT', where: 'SECRET-WHERE', witnesses: 'SECRET-WITNESS' },
    ...{ about: 'SECRET-ABOUT', mode: 'confidential', files: [{ id: 'F1', name: 'SECRET-FILE.png' }] },
  });
  const file = await open.prisma.complaintFile.findFirstOrThrow();
  target = { ...raised, fileId: file.id };
  const form = shown(await press(open, HANDLER, ids.act, `acknowledge/${target.id}`));
  await send(open, HANDLER, form, filled(form, { text: 'SECRET-ANSWER' }));
});
afterAll(() => open.database.close());

const attackers = {
  'the accused head': HEAD,
  'who stands in for her': OTHER_HANDLER,
  'an admin of the workspace': ADMIN,
  'a payroll clerk': CLERK,
  'a stranger': JAY,
  'the management': MANAGEMENT,
};

const nobody = {
  id: '0192f0c1-0000-4000-8000-000000000000',
  reference: 'HR-AAAAAA',
  receipt: '0000-0000-0000-0000',
  fileId: '0192f0c1-0000-4000-8000-000000000001',
};
type Target = typeof nobody;

const view = (callback_id: string, claim: object | string) => ({
  ...{ type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] },
  ...{ callback_id, private_metadata: typeof claim === 'string' ? claim : JSON.stringify(claim) },
});
const typed = (block: string, value: string) => ({ [block]: { answer: { type: 'plain_text_input', value } } });
const actOn =
  (act: string, more: Record<string, string> = {}) =>
  (by: string, { id }: Target) =>
    send(
      open,
      by,
      view(ids.actForm, { act, id }),
      Object.assign({}, typed('text', 'x'), ...Object.entries(more).map(([field, value]) => typed(field, value))),
    );

const ways: Record<string, (by: string, at: Target) => Promise<unknown>> = {
  'the list': (by) => command(open, by, 'cases'),
  'the list, searched': (by, { reference }) => command(open, by, 'cases', reference),
  'the list of closed ones': (by) => press(open, by, ids.cases, '{"filter":"closed","page":0}'),
  'a later page': (by) => press(open, by, ids.cases, '{"filter":"open","page":7}'),
  'the reference typed': (by, { reference }) => command(open, by, 'case', reference),
  'a forged Open': (by, { id }) => press(open, by, ids.openCase, id),
  'a forged Open by reference': (by, { reference }) => press(open, by, ids.openCase, reference),
  'older entries': (by, { id }) => press(open, by, ids.olderEntries, `1/${id}`),
  'a step’s form': (by, { id }) => press(open, by, ids.act, `note/${id}`),
  'a note sent': actOn('note'),
  'an answer sent': actOn('write'),
  'an acknowledgement sent': actOn('acknowledge'),
  'a measure sent': actOn('measure'),
  'a close sent': actOn('close', { outcome: 'unfounded' }),
  'a reopening sent': actOn('reopen'),
  'an assignment to oneself': (by, at) => actOn('assign', { person: by })(by, at),
  'an exclusion of the handler': actOn('exclude', { person: HANDLER }),
  'a witness invited': actOn('witness', { person: ANA }),
  'a link from it': (by, at) => actOn('link', { reference: nobody.reference })(by, at),
  withdrawing: (by, { id }) => press(open, by, ids.recuse, id),
  'holding it': (by, { id }) => press(open, by, ids.hold, `hold/${id}`),
  'its file': (by, { id, fileId }) => press(open, by, ids.sendFile, `${id}/${fileId}`),
  'the log': (by, { reference }) => command(open, by, 'log', reference),
  'a later page of the log': (by, { reference }) => press(open, by, ids.log, `1/${reference}`),
  'what is erased soon': (by) => command(open, by, 'retention'),
  numbers: (by) => command(open, by, 'statistics'),
  'numbers of the year': (by) => command(open, by, 'statistics', '2026'),
  'one’s own': (by) => command(open, by, 'mine'),
  'a forged own': (by, { reference }) => press(open, by, ids.openOwn, reference),
  'an answer as whoever complained': (by, { reference }) =>
    send(open, by, view(ids.ownView, { reference }), typed('answer', 'x')),
  'a forged receipt in a form': (by) =>
    send(open, by, view(ids.ownView, { receipt: '1'.repeat(16) }), typed('answer', 'x')),
  'nonsense in a form': (by) => send(open, by, view(ids.actForm, '{"act":"note","id":"%"}'), typed('text', 'x')),
  'the form itself': (by) => command(open, by, null),
  'App Home': async (by) => {
    const person = await open.office.read(({ people }) => people.get(by));
    if (!person) throw new Error('nobody');
    return open.desk.home?.blocks({ person, language: person.language, now: open.now(), key: 'home' });
  },
};

const attempts = Object.entries(ways).flatMap(([way, go]) =>
  Object.entries(attackers).map(([who, by]) => [way, who, go, by] as const),
);

/** Random parts that differ each time and tell nothing. */
const comparable = (said: string): string => said.replace(/\\"nonce\\":\\"[^"]*\\"/g, '');

describe('nobody who may not learns of a complaint', () => {
  it.each(attempts)('by %s, %s', async (_, __, go, by) => {
    const state = await open.prisma.complaint.findUniqueOrThrow({ where: { id: target.id } });
    const said = comparable(await outcomeOf(go(by, target)));
    expect(said).not.toMatch(/SECRET/);
    expect(said).not.toContain(target.reference);
    expect(said).not.toContain(target.id);
    expect(said).not.toContain(TOMA);
    expect(said).toBe(comparable(await outcomeOf(go(by, nobody))));
    expect(await open.prisma.complaint.findUniqueOrThrow({ where: { id: target.id } })).toEqual(state);
  });

  it('not even an auditor, of what is in it', async () => {
    for (const [way, go] of Object.entries(ways)) {
      const said = await outcomeOf(go(AUDITOR, target));
      expect([way, /SECRET|U0TOMA/.test(said)]).toEqual([way, false]);
    }
  });

  it('nor an auditor who is named in it, that it is there', async () => {
    const { reference } = await open.complain(TOMA, { accused: [AUDITOR] });
    expect(await outcomeOf(command(open, AUDITOR, 'log', reference))).toBe(
      await outcomeOf(command(open, AUDITOR, 'log', nobody.reference)),
    );
  });

  it('by letters, the record, or rows of the database', async () => {
    const letters = await open.prisma.letter.findMany();
    const kept = JSON.stringify(letters.map(({ payload, lane, once }) => [payload, lane, once]));
    expect(kept).not.toMatch(/SECRET/);
    const told = letters.filter(({ about }) => about?.includes(target.id)).map(({ lane }) => lane);
    expect([...new Set(told)]).toEqual([HANDLER]);
    const record = JSON.stringify(
      (await open.prisma.auditEntry.findMany()).map(({ actor, detail }) => [actor, detail]),
    );
    expect(record).not.toContain(TOMA);
    const rows = await open.prisma.$queryRaw<{ row: string }[]>`
      SELECT t::text AS row FROM "Complaint" t UNION ALL SELECT t::text FROM "ComplaintEntry" t
      UNION ALL SELECT t::text FROM "ComplaintFile" t`;
    expect(rows.map(({ row }) => row).join()).not.toMatch(/SECRET|U0TOMA|U0WREN|evidence/);
  });

  it('by a form that was open before they were kept out', async () => {
    const { id, reference } = await open.complain(TOMA, { what: 'SECRET-LATER' });
    const form = shown(await press(open, OTHER_HANDLER, ids.act, `note/${id}`));
    const excluding = shown(await press(open, HANDLER, ids.act, `exclude/${id}`));
    await send(open, HANDLER, excluding, filled(excluding, { person: OTHER_HANDLER }));
    const said = await outcomeOf(send(open, OTHER_HANDLER, form, filled(form, { text: 'x' })));
    expect(said).toContain('no such case');
    expect(textOf(await command(open, OTHER_HANDLER, 'cases'))).not.toContain(reference);
    // A file that they had asked for isn't drawn any more.
    const ref = `${target.id}/${target.fileId}/${OTHER_HANDLER}`;
    expect(await open.look((desk) => fileNamed(desk, ref))).toBeNull();
    expect(open.desk.documents?.[FILE]).toBeDefined();
  });

  it('before the next day, where it is anonymous', async () => {
    const { id, reference } = await open.complain(ANA, { mode: 'anonymous' });
    expect(textOf(await command(open, HANDLER, 'cases'))).not.toContain(reference);
    expect(await outcomeOf(press(open, HANDLER, ids.openCase, id))).toContain('no such case');
    expect(textOf(await command(open, AUDITOR, 'statistics'))).not.toContain(reference);
    open.days(1);
    await open.work(announceEarlier);
    expect(textOf(await command(open, HANDLER, 'cases'))).toContain(reference);
  });

  it('by how much is read: as many cases are opened for whoever may see none', async () => {
    const counted = async (by: string) => {
      let opened = 0;
      await open.look(async (desk) => {
        const all = desk.complaints.all;
        const counting = {
          ...desk,
          complaints: {
            ...desk.complaints,
            all: async () => {
              const found = await all();
              opened += found.length;
              return found;
            },
          },
        };
        await complaintsFor(counting, by, 'see');
      });
      return opened;
    };
    expect(await counted(HEAD)).toBe(await counted(HANDLER));
    expect(await counted(JAY)).toBe(await counted(HANDLER));
  });
});

describe('what people write is shown, never obeyed', () => {
  const evil = '<!channel> <@U0HEAD> <https://evil.example|click> *bold* `code` &lt; \u202Etxt';
  const fields = ['what', 'about', 'when', 'where', 'witnesses', 'wants'] as const;

  /** Every text object in what is shown. */
  function textsIn(value: unknown): { type: string; text: string }[] {
    if (Array.isArray(value)) return value.flatMap(textsIn);
    if (typeof value !== 'object' || value === null) return [];
    const { type, text } = value as { type?: unknown; text?: unknown };
    const own = (type === 'mrkdwn' || type === 'plain_text') && typeof text === 'string' ? [{ type, text }] : [];
    return [...own, ...Object.values(value).flatMap(textsIn)];
  }

  it.each(fields)('in %s', async (field) => {
    const { id } = await open.complain(TOMA, { [field]: evil });
    const page = shown(await press(open, HANDLER, ids.openCase, id));
    for (const { type, text } of textsIn(page.blocks)) {
      expect(text).not.toContain('\u202E');
      if (type === 'mrkdwn') expect(text).not.toMatch(/<!channel>|evil\.example\|/);
    }
    expect(textOf(page)).toContain('evil.example');
  });

  it.each(['note', 'measure', 'write', 'witness', 'acknowledge'])('in %s', async (act) => {
    const { id, reference } = await open.complain(TOMA);
    const first = shown(await press(open, HANDLER, ids.act, `acknowledge/${id}`));
    if (act !== 'acknowledge') await send(open, HANDLER, first, filled(first, {}));
    const form = shown(await press(open, HANDLER, ids.act, `${act}/${id}`));
    await send(open, HANDLER, form, filled(form, { text: evil, person: ANA }));
    const own = await press(open, TOMA, ids.openOwn, reference);
    const letters = (await open.prisma.letter.findMany()).map(({ payload }) => payload);
    const seen = [shown(await press(open, HANDLER, ids.openCase, id)).blocks, shown(own).blocks, letters];
    for (const { type, text } of textsIn(seen)) {
      if (type === 'mrkdwn') expect(text).not.toMatch(/<!channel>|<https:\/\/evil/);
    }
  });

  it('in a file’s name', async () => {
    open.slackFiles.set('F9', new TextEncoder().encode('x'));
    const { id } = await open.complain(TOMA, { files: [{ id: 'F9', name: '<!channel>.png' }] });
    const page = shown(await press(open, HANDLER, ids.openCase, id));
    for (const { type, text } of textsIn(page.blocks)) if (type === 'mrkdwn') expect(text).not.toContain('<!channel>');
  });
});

describe('what is sealed can’t be altered, moved or read with another key', () => {
  const readsIt = async (id: string) => outcomeOf(press(open, HANDLER, ids.openCase, id));
  const flipped = (text: string, at: number) =>
    `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

  it.each(Array.from({ length: 24 }, (_, part) => part))('flipped in part %i of who it is about', async (part) => {
    const { id } = await open.complain(TOMA, { what: 'SECRET-FLIP' });
    const { parties } = await open.prisma.complaint.findUniqueOrThrow({ where: { id } });
    const at = 'v1.case.'.length + Math.floor((part / 24) * (parties.length - 'v1.case.'.length));
    await open.prisma.complaint.update({ where: { id }, data: { parties: flipped(parties, at) } });
    expect(await readsIt(id)).toContain('no such case');
    await open.prisma.complaint.delete({ where: { id } });
  });

  const swaps: [string, (one: string, other: string) => Promise<unknown>][] = [
    ['who it is about', (one, other) => swap('Complaint', 'parties', 'id', one, other)],
    ['its key', (one, other) => swap('DataKey', 'wrapped', 'id', `hr.complaints/${one}`, `hr.complaints/${other}`)],
  ];
  async function swap(table: string, field: string, key: string, one: string, other: string) {
    const read = async (id: string) =>
      (
        await open.prisma.$queryRawUnsafe<{ it: string }[]>(
          `SELECT "${field}" it FROM "${table}" WHERE "${key}"::text = $1`,
          id,
        )
      )[0]?.it;
    const [first, second] = [await read(one), await read(other)];
    const write = (id: string, it: string | undefined) =>
      open.prisma.$executeRawUnsafe(`UPDATE "${table}" SET "${field}" = $1 WHERE "${key}"::text = $2`, it, id);
    await write(one, second);
    await write(other, first);
  }

  it.each(swaps)('exchanged: %s', async (_, exchange) => {
    const [one, other] = [await open.complain(TOMA), await open.complain(ANA)];
    await exchange(one.id, other.id);
    expect(await readsIt(one.id)).toContain('no such case');
    expect(await readsIt(other.id)).toContain('no such case');
  });

  it('moved from one complaint to another: what happened', async () => {
    const [one, other] = [await open.complain(TOMA, { what: 'SECRET-ONE' }), await open.complain(ANA)];
    const { content } = await open.prisma.complaint.findUniqueOrThrow({ where: { id: one.id } });
    await open.prisma.complaint.update({ where: { id: other.id }, data: { content } });
    await expect(press(open, HANDLER, ids.openCase, other.id)).rejects.toThrow('altered');
  });

  it.each(['', 'v1', 'v1.case.', 'v2.case.AAAA', 'v1.other.AAAA', 'SECRET', '{}', 'null'])(
    'replaced by %j',
    async (parties) => {
      const { id } = await open.complain(TOMA);
      await open.prisma.complaint.update({ where: { id }, data: { parties } });
      expect(await readsIt(id)).toContain('no such case');
      await open.prisma.complaint.delete({ where: { id } });
    },
  );

  it.each(['cut', 'lengthened', 'emptied', 'deleted'])('its key %s', async (how) => {
    const { id } = await open.complain(TOMA);
    const where = { id: `hr.complaints/${id}` };
    const { wrapped } = await open.prisma.dataKey.findUniqueOrThrow({ where });
    const changed = { cut: wrapped.slice(0, -4), lengthened: `${wrapped}AAAA`, emptied: '' }[how];
    if (changed === undefined) await open.prisma.dataKey.delete({ where });
    else await open.prisma.dataKey.update({ where, data: { wrapped: changed } });
    expect(await readsIt(id)).toContain('no such case');
    await open.prisma.complaint.delete({ where: { id } });
  });
});
