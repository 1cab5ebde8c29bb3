import { readCsv } from '../../../../src/platform/tables/read-csv.js';
import { command, filled, press, presses, send, shown, textOf } from '../../../support/visits.js';
import { CORINA, JAY, OLIVE, type OpenCalls, openCalls, refusal, STRANGER, TOMA } from './open-calls.js';

let open: OpenCalls;
beforeAll(async () => {
  open = await openCalls();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

/** The file that was asked for, drawn as it would be when it is sent. */
async function drawn(by: string) {
  const row = await open.prisma.letter.findFirstOrThrow({
    where: { lane: by, kind: 'document' },
    orderBy: { id: 'desc' },
  });
  const { source, ref } = row.payload as { source: string; ref: string };
  const file = await open.office.read(
    (look) => open.desk.documents?.[source]?.(look, ref, 'en') ?? Promise.resolve(null),
  );
  if (!file) throw new Error('nothing was drawn');
  return file;
}

describe('the log', () => {
  it('shows the front desk every call, and everybody else their own', async () => {
    await open.handOver(CORINA, { callerName: 'Ana Client' });
    await open.handOver(CORINA, { callerName: 'Bo Buyer', target: { kind: 'person', value: OLIVE } });
    expect(textOf(await command(open, CORINA, 'log'))).toMatch(/Ana Client.*|Bo Buyer/);
    expect(textOf(await command(open, JAY, 'open'))).toContain('2 calls');
    const toma = textOf(await command(open, TOMA, 'log'));
    expect(toma).toContain('Ana Client');
    expect(toma).not.toContain('Bo Buyer');
    const stranger = textOf(await command(open, STRANGER, 'log'));
    expect(stranger).toContain('0 calls');
    expect(stranger).not.toContain('Client');
  });

  it('finds by name, company, reason and number, each as it is typed', async () => {
    await open.handOver(CORINA, { callerName: 'Ana Pop', company: '100% Firma_X', callerNumber: '+40213141234' });
    await open.handOver(CORINA, {
      callerName: 'Bo Buyer',
      company: null,
      callerNumber: '+40722123456',
      reason: 'returns',
    });
    const found = async (words: string) => {
      const text = textOf(await command(open, CORINA, 'search', words));
      return ['Ana Pop', 'Bo Buyer'].filter((name) => text.includes(name));
    };
    expect(await found('ana')).toEqual(['Ana Pop']);
    expect(await found('100% firma_x')).toEqual(['Ana Pop']);
    expect(await found('%')).toEqual(['Ana Pop']);
    expect(await found('returns')).toEqual(['Bo Buyer']);
    expect(await found('021 314 1234')).toEqual(['Ana Pop']);
    expect(await found('2123')).toEqual(['Bo Buyer']);
    expect(await found('nobody')).toEqual([]);
    expect(textOf(await command(open, CORINA, 'search', 'nobody'))).toContain('Nu s-a găsit nimic');
  });

  it('is turned, narrowed by day and by state, and searched in place', async () => {
    for (let count = 0; count < 10; count++) await open.handOver(CORINA, { callerName: `Caller ${count}.` });
    const first = shown(await command(open, CORINA, 'log'));
    expect(textOf(first)).toContain('Caller 9.');
    expect(textOf(first)).not.toContain('Caller 1.');
    const older = shown(await presses(open, CORINA, 'front-desk.calls.list-turn:older', first));
    expect(textOf(older)).toContain('Caller 1.');
    const turn = (part: string, value: string) =>
      press(open, CORINA, `front-desk.calls.list-turn:${part}`, value, {
        view: {
          id: 'V',
          hash: 'h',
          callbackId: '',
          privateMetadata: older.private_metadata ?? '',
          values: {},
          blocks: [],
        },
      });
    expect(textOf(await turn('since', '2026-11-27'))).toContain('0 apeluri');
    expect(textOf(await turn('until', '2026-11-26'))).toContain('10 apeluri');
    expect(textOf(await turn('filter', 'lost'))).toContain('0 apeluri');
    expect(textOf(await turn('filter', 'no such'))).toContain('10 apeluri');
    const searched = await send(open, CORINA, first, filled(first, { words: 'Caller 3' }));
    expect(textOf(searched)).toContain('Caller 3.');
    expect(textOf(searched)).not.toContain('Caller 9.');
  });

  it('leaves as a file with what its list shows, on record, and formulas in it do nothing', async () => {
    await open.handOver(CORINA, { callerName: '=HYPERLINK("http://x")', reason: 'a;b "c"' });
    const number = await open.handOver(CORINA, { callerName: 'Ana Client' });
    open.pass(42);
    await open.does(TOMA, number, { act: 'accept' });
    const list = shown(await command(open, CORINA, 'log'));
    await presses(open, CORINA, 'front-desk.calls.csv', list);
    const { bytes, name } = await drawn(CORINA);
    expect(name).toBe('calls-2026-11-26.csv');
    const rows = readCsv(bytes);
    const text = JSON.stringify(rows);
    expect(text).toContain('Ana Client');
    expect(text).toContain('"42"');
    expect(Buffer.from(bytes).toString()).not.toMatch(/(^|[,;\n"])=HYPERLINK/);
    expect(await open.prisma.auditEntry.count({ where: { action: 'front-desk.calls.export' } })).toBe(1);
    // Whoever isn't at the front desk any more gets their own calls only, also by the old button.
    await open.office.transact((tx) => tx.staff.appoint('front-desk.calls', 'front', []));
    await open.prisma.call.updateMany({ data: { takenById: JAY, ownerId: JAY } });
    expect(Buffer.from((await drawn(CORINA)).bytes).toString()).not.toContain('Ana Client');
  });

  it('is counted: answered, time to answer, passed on, lost, by desk and hour, with a picture', async () => {
    const id = await open.rotation();
    const target = { kind: 'rotation' as const, value: id };
    const first = await open.handOver(CORINA, { target });
    open.pass(60);
    await open.tick();
    await open.does(OLIVE, first, { act: 'accept' });
    const second = await open.handOver(CORINA, { target: { kind: 'person', value: STRANGER } });
    open.pass(20);
    await open.does(STRANGER, second, { act: 'accept' });
    const third = await open.handOver(CORINA, { target });
    await open.does(CORINA, third, { act: 'lose', text: 'hung up' });
    const view = shown(await command(open, JAY, 'statistics'));
    const text = textOf(view);
    expect(text).toContain('3 calls · 2 answered (67 %), half of them within 40 s · 1 passed on · 1 lost');
    expect(text).toContain('*Accounting*\\n2 calls · 1 answered (50 %), half of them within 60 s');
    expect(text).toContain('10:00   3   67 %');
    expect(await refusal(command(open, TOMA, 'statistics'))).toContain('Only the front desk');
    await presses(open, JAY, 'front-desk.calls.picture', view);
    const { bytes } = await drawn(JAY);
    expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    const letter = await open.prisma.letter.findFirstOrThrow({ where: { kind: 'document' } });
    expect(JSON.stringify(letter.payload)).toContain('3 calls came: 2 were answered, 1 were lost');
    open.pass(40 * 24 * 3600);
    expect(textOf(await command(open, JAY, 'statistics'))).toContain('no calls in that time');
  });
});

describe('whoever called', () => {
  const everywhere = async (): Promise<string> => {
    const tables = await open.prisma.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    const rows: string[] = [];
    for (const { name } of tables) {
      rows.push(JSON.stringify(await open.prisma.$queryRawUnsafe(`SELECT "t"::text FROM "${name}" "t"`)));
    }
    return rows.join('\n');
  };
  const traces = ['Zdravka', '+40722999111', 'Firma Rara', 'gizmo', 'widget'];
  const withTraces = async () => {
    const number = await open.handOver(CORINA, {
      ...{ callerName: 'Zdravka', callerNumber: '+40722999111', company: 'Firma Rara' },
      ...{ reason: 'about a gizmo', notes: 'gizmo is broken' },
    });
    await open.does(TOMA, number, { act: 'ask', text: 'which widget?' });
    await open.does(CORINA, number, { act: 'answer', text: 'the widget' });
    await open.does(TOMA, number, { act: 'accept' });
    await open.does(TOMA, number, { act: 'finish' });
    return number;
  };

  it('is erased on request, from every table and every message, and only by a head', async () => {
    const number = await withTraces();
    // As if all of it had been said in Slack.
    await open.prisma.letter.updateMany({ data: { state: 'sent', channel: 'D0', settledAt: new Date() } });
    const before = await everywhere();
    expect(traces.every((trace) => before.includes(trace))).toBe(true);
    expect(await refusal(command(open, CORINA, 'erase', '0722 999 111'))).toContain('Only heads');
    const form = shown(await command(open, JAY, 'erase', '0722 999 111'));
    expect((await send(open, JAY, form, filled(form, { which: 'her' })))?.errors?.which).toContain(
      'Write a telephone number',
    );
    await send(open, JAY, form, filled(form, {}));
    const after = await everywhere();
    expect(traces.filter((trace) => after.includes(trace))).toEqual([]);
    const edits = await open.prisma.letter.findMany({ where: { kind: 'change', once: { endsWith: '/erase' } } });
    const said = await open.prisma.letter.count({ where: { kind: 'post', about: `front-desk.calls/${number}` } });
    expect(edits).toHaveLength(said);
    expect(textOf(await command(open, JAY, 'call', String(number)))).toContain('was erased');
    expect(await refusal(open.does(JAY, number, { act: 'reopen' }))).toContain('was erased');
    expect((await send(open, JAY, form, filled(form, {})))?.errors?.which).toContain('nothing to erase');
  });

  it('is helped first while somebody waits', async () => {
    const number = await open.handOver();
    const form = shown(await command(open, JAY, 'erase', String(number)));
    expect(await refusal(send(open, JAY, form, filled(form, {})))).toContain('still open');
    expect((await open.call(number)).callerName).toBe('Ana Client');
  });

  it('is erased after the months of the settings, and figures remain', async () => {
    const form = shown(await command(open, JAY, 'settings'));
    expect((await send(open, JAY, form, filled(form, { keepMonths: '0' })))?.errors).toHaveProperty('keepMonths');
    expect((await send(open, JAY, form, filled(form, { country: 'XX' })))?.errors).toHaveProperty('country');
    await send(open, JAY, form, filled(form, { keepMonths: '2', country: 'ro' }));
    expect(await refusal(command(open, CORINA, 'settings'))).toContain('Only heads');
    const number = await withTraces();
    open.pass(59 * 24 * 3600);
    await open.runJob('erase');
    expect((await open.call(number)).callerName).toBe('Zdravka');
    open.pass(5 * 24 * 3600);
    await open.runJob('erase');
    const after = await everywhere();
    expect(traces.filter((trace) => after.includes(trace))).toEqual([]);
    expect(await open.call(number)).toMatchObject({ state: 'done', takenById: CORINA });
  });

  it('is shown as typed, never obeyed', async () => {
    const evil = '<!channel> *bold* <https://x|y> & <@U0JAY>';
    const number = await open.handOver(CORINA, { callerName: evil, company: evil, reason: evil, notes: evil });
    const view = textOf(await command(open, CORINA, 'call', String(number)));
    const card = await open.cardOf(number, TOMA);
    for (const text of [view, card]) {
      expect(text).not.toContain('<!channel>');
      expect(text).toContain('&lt;!channel&gt;');
      expect(text).not.toContain('<https://x|y>');
    }
  });
});
