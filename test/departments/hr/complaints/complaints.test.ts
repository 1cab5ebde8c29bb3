import { ids } from '../../../../src/departments/hr/complaints/ids.js';
import { complaints } from '../../../../src/departments/hr/complaints/index.js';
import { announceEarlier } from '../../../../src/departments/hr/complaints/service/announce.js';
import { eraseDue } from '../../../../src/departments/hr/complaints/service/retention.js';
import { withoutSmall } from '../../../../src/departments/hr/complaints/service/statistics.js';
import { watchDeadlines } from '../../../../src/departments/hr/complaints/service/watch.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { dataKeysIn } from '../../../../src/platform/encryption/data-keys.js';
import { readKeys } from '../../../../src/platform/encryption/keys.js';
import { rotateKeys } from '../../../../src/platform/encryption/rotate.js';
import { sealsWith } from '../../../../src/platform/encryption/seals.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { testKeys, testKeysText } from '../../../support/keys.js';
import { command, filled, press, presses, send, shown, textOf } from '../../../support/visits.js';
import {
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
  refusal,
  TOMA,
} from './open-complaints.js';

let open: OpenComplaints;
beforeAll(async () => {
  open = await openComplaints();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const look = async (by: string, id: string) => shown(await press(open, by, ids.openCase, id));
const act = async (by: string, id: string, step: string, typed: Record<string, string>) => {
  const form = shown(await press(open, by, ids.act, `${step}/${id}`));
  return send(open, by, form, filled(form, typed));
};
const nextDay = async () => {
  open.days(1);
  await open.work(announceEarlier);
};
const own = async (by: string, reference: string) => shown(await press(open, by, ids.openOwn, reference));

describe('a complaint by name', () => {
  it('goes from the form over acknowledgement, questions and measures to its end, and back', async () => {
    const { id, reference, text } = await open.complain(TOMA, { accused: [JAY], when: 'Luni', wants: 'O scuză' });
    expect(text).toContain(reference);
    expect(await open.saidTo(HANDLER)).toEqual([`📥 O sesizare are nevoie de cineva: ${reference}.`]);
    const page = textOf(await look(HANDLER, id));
    for (const shownThere of ['He shouts at everybody', 'Luni', 'O scuză', TOMA, JAY])
      expect(page).toContain(shownThere);

    expect(await act(HANDLER, id, 'acknowledge', { text: '' })).toEqual({ errors: { text: expect.any(String) } });
    await act(HANDLER, id, 'acknowledge', {});
    expect((await open.saidTo(TOMA)).at(-1)).toContain('Ai ceva de la HR');
    expect(textOf(await own(TOMA, reference))).toContain('Am primit sesizarea');
    const answered = shown(
      await send(open, TOMA, await own(TOMA, reference), {
        answer: { answer: { type: 'plain_text_input', value: 'Da, și marți' } },
      }),
    );
    expect(textOf(answered)).toContain('Trimis');
    expect((await open.saidTo(HANDLER)).at(-1)).toContain('A venit un răspuns');
    await act(HANDLER, id, 'note', { text: 'A note for handlers' });
    await act(HANDLER, id, 'measure', { text: 'He apologised' });
    await act(HANDLER, id, 'close', { outcome: 'founded', text: 'Ne pare rău' });
    const seen = textOf(await own(TOMA, reference));
    expect(seen).toContain('Ne pare rău');
    expect(seen).not.toMatch(/A note for handlers|He apologised/);
    await act(HANDLER, id, 'reopen', { text: 'He did it again' });
    const row = await open.prisma.complaint.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: 'underReview', outcome: null, eraseOn: null, assigneeId: HANDLER });
  });

  it('says at the fields what is missing, and keeps nothing of a form that is sent twice', async () => {
    const form = shown(await command(open, TOMA, null, 'Ceva s-a întâmplat'));
    expect(filled(form, {}).what).toMatchObject({ answer: { value: 'Ceva s-a întâmplat' } });
    expect(await send(open, TOMA, form, filled(form, { what: ' ' }))).toEqual({
      errors: { mode: expect.any(String), kind: expect.any(String), what: expect.any(String) },
    });
    const { form: sent, values } = await open.complain(TOMA);
    await expect(send(open, TOMA, sent, values)).rejects.toThrow('');
    expect(await open.prisma.complaint.count()).toBe(1);
  });

  it('can be handed over, linked and kept from erasing', async () => {
    const [one, other] = [await open.complain(TOMA), await open.complain(ANA)];
    await act(HANDLER, one.id, 'assign', { person: OTHER_HANDLER });
    expect((await open.saidTo(OTHER_HANDLER)).at(-1)).toContain(`${one.reference} was given to you`);
    expect(await refusal(act(HANDLER, one.id, 'assign', { person: JAY }))).toContain('can’t handle this case');
    await act(HANDLER, one.id, 'link', { reference: other.reference.toLowerCase() });
    expect(textOf(await look(HEAD, other.id))).toContain(`Belongs to ${one.reference}`);
    expect(await refusal(act(HANDLER, one.id, 'link', { reference: 'HR-000000' }))).toContain('no such case');
    await act(HANDLER, one.id, 'witness', { person: ANA, text: 'Could we talk?' });
    expect((await open.saidTo(ANA)).at(-1)).toContain('from HR would like to talk with you');
    expect(
      JSON.stringify(
        (await open.prisma.letter.findMany({ where: { lane: ANA } })).map(({ payload, about }) => [payload, about]),
      ),
    ).not.toContain(one.reference);
  });
});

describe('an anonymous complaint', () => {
  it('is heard of on the next day, and talked about with the receipt', async () => {
    const { id, receipt, reference } = await open.complain(TOMA, { mode: 'anonymous', accused: [JAY] });
    expect(await open.saidTo(HANDLER)).toEqual([]);
    expect(await outcomeOf(press(open, HANDLER, ids.openCase, id))).toContain('no such case');
    await open.work(announceEarlier);
    expect(await open.saidTo(HANDLER)).toEqual([]);
    await nextDay();
    expect(await open.saidTo(HANDLER)).toHaveLength(1);
    expect(textOf(await look(HANDLER, id))).toContain('cineva anonim');
    await act(HANDLER, id, 'acknowledge', { text: 'When was it?' });
    expect(await open.saidTo(TOMA)).toEqual([]);
    const view = shown(await command(open, TOMA, 'receipt', receipt));
    expect(textOf(view)).toContain('When was it?');
    await send(open, TOMA, view, { answer: { answer: { type: 'plain_text_input', value: 'On Monday' } } });
    expect(textOf(await look(HANDLER, id))).not.toContain('On Monday');
    await nextDay();
    expect(textOf(await look(HANDLER, id))).toContain('On Monday');
    expect(textOf(await command(open, TOMA, 'mine'))).not.toContain(reference);
  });

  it('leaves nothing that leads back: no person, no time but the day, in any table', async () => {
    const before = await everything();
    await open.complain(TOMA, { mode: 'anonymous', what: 'The quick brown secret', accused: [JAY] });
    const { receipt } = await open.complain(ANA, { mode: 'anonymous' });
    const view = shown(await command(open, ANA, 'receipt', receipt));
    await send(open, ANA, view, { answer: { answer: { type: 'plain_text_input', value: 'another secret' } } });
    const after = await everything();
    const added = after.filter((row) => !before.includes(row)).join('\n');
    expect(added).not.toContain(TOMA);
    expect(added).not.toContain(ANA);
    expect(added).not.toContain(JAY);
    expect(added).not.toMatch(/secret|shouts/);
    expect(added).not.toContain(receipt.replaceAll('-', ''));
    expect(added).not.toMatch(/\d\d:\d\d:\d\d(?!.*00:00:00)/);
    expect(await open.prisma.incoming.count()).toBe(0);
    expect(await open.prisma.auditEntry.count()).toBe(0);
    expect(await open.prisma.letter.count()).toBe(0);
  });

  it('isn’t readable in the bytes of the database either, its journal included', async () => {
    const { receipt } = await open.complain(TOMA, {
      ...{ mode: 'anonymous', what: 'SECRET-BYTES-WHAT', where: 'SECRET-BYTES-WHERE', accused: [JAY] },
    });
    const bytes = await open.database.dump?.();
    // A server's files aren't ours to read; what it is given is the same.
    if (!bytes) return expect(open.database.kind).toBe('postgres');
    const raw = Buffer.from(await bytes.arrayBuffer()).toString('latin1');
    expect(raw).toContain('named');
    expect(raw).not.toContain('SECRET-BYTES');
    expect(raw).not.toContain(receipt.replaceAll('-', ''));
  });

  /** Every row of every table, as text. */
  async function everything(): Promise<string[]> {
    const tables = await open.prisma.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    const rows: string[] = [];
    for (const { name } of tables) {
      const found = await open.prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
      rows.push(...found.map(({ row }) => `${name} ${row}`));
    }
    return rows;
  }

  it('has a receipt that isn’t guessed', async () => {
    await open.complain(TOMA, { mode: 'anonymous' });
    const said = new Set<string>();
    for (let count = 0; count < 10_000; count++) {
      const guess = String(count * 987_654_321).padStart(16, '7');
      said.add(await outcomeOf(command(open, JAY, 'receipt', guess)));
    }
    expect([...said].sort()).toEqual([
      'No complaint has this receipt. Look at it again: sixteen digits.',
      'That was wrong too often. Try again in half an hour.',
    ]);
    expect(await outcomeOf(command(open, JAY, 'receipt', '12'))).toContain('too often');
    open.at('2026-11-23T08:31:00Z');
    expect(await outcomeOf(command(open, JAY, 'receipt', '12'))).toContain('No complaint has');
  }, 240_000);
});

describe('whoever is kept out', () => {
  it('is the head of HR: the others handle it', async () => {
    const { id, reference } = await open.complain(TOMA, { accused: [HEAD] });
    expect(await open.saidTo(HEAD)).toEqual([]);
    expect(textOf(await command(open, HEAD, 'cases'))).not.toContain(reference);
    expect(await outcomeOf(press(open, HEAD, ids.openCase, id))).toBe(
      await outcomeOf(press(open, HEAD, ids.openCase, '0192f0c1-0000-7000-8000-000000000000')),
    );
    expect(textOf(await look(HANDLER, id))).toContain(HEAD);
  });

  it('is all of HR: the top manager is asked, or people are sent outside and lose nothing', async () => {
    const all = [HEAD, HANDLER, OTHER_HANDLER];
    expect(await refusal(open.complain(TOMA, { accused: all }))).toContain('Turn to somebody whom you trust');
    await open.begin({ outside: 'The ombudsperson, 555 0100', topManager: MANAGEMENT });
    const { id, text } = await open.complain(TOMA, { accused: all });
    expect(text).toContain(MANAGEMENT);
    expect((await open.saidTo(MANAGEMENT)).at(-1)).toContain('needs somebody');
    expect(textOf(await look(MANAGEMENT, id))).toContain('He shouts at everybody');
    const refused = await refusal(open.complain(TOMA, { accused: [...all, MANAGEMENT] }));
    expect(refused).toContain('The ombudsperson, 555 0100');
    expect(await open.prisma.complaint.count()).toBe(1);
  });

  it('stands in for somebody who is named', async () => {
    const days = { firstDay: new Date('2026-11-01'), lastDay: new Date('2026-12-31') };
    await open.prisma.delegation.create({ data: { personId: HEAD, delegateId: HANDLER, ...days } });
    const { id } = await open.complain(TOMA, { accused: [HEAD] });
    expect(await outcomeOf(press(open, HANDLER, ids.openCase, id))).toContain('no such case');
    expect(textOf(await look(OTHER_HANDLER, id))).toContain('He shouts');
  });

  it('withdraws, and never as the last one', async () => {
    const { id } = await open.complain(TOMA, { accused: [HEAD] });
    await act(HANDLER, id, 'acknowledge', {});
    await press(open, HANDLER, ids.recuse, id);
    expect(await outcomeOf(press(open, HANDLER, ids.openCase, id))).toContain('no such case');
    expect((await open.saidTo(OTHER_HANDLER)).at(-1)).toContain('needs somebody');
    expect(await refusal(press(open, OTHER_HANDLER, ids.recuse, id))).toContain('Nobody else could handle it');
    await open.office.transact((tx) => tx.settings.set('hr.complaints', { topManager: MANAGEMENT }, HEAD));
    await press(open, OTHER_HANDLER, ids.recuse, id);
    expect((await open.saidTo(MANAGEMENT)).at(-1)).toContain('needs somebody');
  });

  it('was excluded by a handler', async () => {
    const { id } = await open.complain(TOMA);
    await act(HANDLER, id, 'exclude', { person: OTHER_HANDLER });
    expect(await outcomeOf(press(open, OTHER_HANDLER, ids.openCase, id))).toContain('no such case');
    expect(textOf(await look(HEAD, id))).toContain('is kept out');
  });
});

describe('deadlines', () => {
  it('warn at five days, at one, and then every working day, the head too', async () => {
    const { reference } = await open.complain(TOMA);
    const said: string[] = [];
    for (let day = 0; day < 11; day++) {
      const before = (await open.saidTo(HEAD)).length;
      await open.work(watchDeadlines);
      await open.work(watchDeadlines);
      const news = (await open.saidTo(HEAD)).slice(before);
      said.push(
        `${open.now().toString().slice(5, 10)} ${news.map((one) => (one.includes('soon') ? 'soon' : 'late')).join()}`,
      );
      open.days(1);
    }
    expect(said.map((one) => one.trim())).toEqual(
      [
        ...['11-23', '11-24', '11-25 soon', '11-26', '11-27 soon', '11-28', '11-29'],
        ...['11-30', '12-01 late,late', '12-02 late,late', '12-03 late,late'],
      ].map((one) => one),
    );
    expect((await open.saidTo(HEAD)).at(-1)).toContain(reference);
  });
});

describe('retention', () => {
  it('erases by destroying the key, unless somebody holds it', async () => {
    const [gone, held] = [await open.complain(TOMA), await open.complain(ANA)];
    for (const { id } of [gone, held]) {
      await act(HANDLER, id, 'acknowledge', {});
      await act(HANDLER, id, 'close', { outcome: 'unfounded', text: 'Nothing was found' });
    }
    await press(open, HANDLER, ids.hold, `hold/${held.id}`);
    open.days(340);
    expect(textOf(await command(open, HEAD, 'retention'))).toContain(gone.reference);
    open.days(30);
    expect(await open.work(eraseDue)).toBe(1);
    const row = await open.prisma.complaint.findUniqueOrThrow({ where: { id: gone.id } });
    expect(row).toMatchObject({ parties: '', content: '', receiptTag: null });
    expect(await open.prisma.complaintEntry.count({ where: { complaintId: gone.id } })).toBe(0);
    const keys = dataKeysIn({ db: open.prisma, seals: sealsWith(testKeys) });
    expect(await keys.get(`hr.complaints/${gone.id}`)).toBeNull();
    expect(await outcomeOf(press(open, HANDLER, ids.openCase, gone.id))).toContain('no such case');
    expect(textOf(await look(HANDLER, held.id))).toContain(held.reference);
  });
});

describe('the log, numbers and settings', () => {
  it('tells auditors who read it and nothing of what is in it, and whoever complained how often', async () => {
    const { id, reference } = await open.complain(TOMA);
    await look(HANDLER, id);
    await look(HEAD, id);
    const log = textOf(await command(open, AUDITOR, 'log', reference));
    expect(log).toContain(HANDLER);
    expect(log).toContain('read');
    expect(log).not.toMatch(/shouts|U0TOMA/);
    expect(await outcomeOf(press(open, AUDITOR, ids.openCase, id))).toContain('no such case');
    expect(await outcomeOf(command(open, HANDLER, 'log', reference))).toContain('isn’t yours to see');
    expect(textOf(await own(TOMA, reference))).toContain('de 2 ori, 2 oameni');
  });

  it('shows no small numbers, nor what gives them away', async () => {
    expect(withoutSmall([7, 6, 0, 0])).toEqual([7, 6, null, null]);
    expect(withoutSmall([7, 6, 3, 0])).toEqual([7, null, null, null]);
    expect(withoutSmall([3])).toEqual([null]);
    for (let count = 0; count < 5; count++) await open.complain(TOMA, { kind: 'pay' });
    await open.complain(ANA, { kind: 'fraud', accused: [HEAD] });
    const page = textOf(await command(open, MANAGEMENT, 'statistics'));
    expect(page).toContain('in all: *6*');
    expect(page).not.toContain('Fraud or corruption: *1*');
    // For whoever is named in one, it doesn't count.
    expect(textOf(await command(open, HEAD, 'statistics'))).toContain('in all: *5*');
    expect(await outcomeOf(command(open, CLERK, 'statistics'))).toContain('isn’t yours to see');
  });

  it('keeps what heads set', async () => {
    const form = shown(await command(open, HEAD, 'settings'));
    expect(await send(open, HEAD, form, filled(form, { 'months-founded': 'x' }))).toHaveProperty('errors');
    await send(open, HEAD, form, filled(form, { outside: 'The ombudsperson', top: MANAGEMENT }));
    expect(textOf(await command(open, TOMA, null))).toContain('The ombudsperson');
    expect(await outcomeOf(command(open, HANDLER, 'settings'))).toContain('isn’t yours to see');
  });
});

describe('people and keys that change meanwhile', () => {
  it('tells everybody who handles complaints that an admin changed who does', async () => {
    await open.office.transact(async (tx) => {
      await tx.staff.appoint('hr.complaints', 'handler', [HANDLER, CLERK]);
      await open.desk.setup?.changed?.(tx, JAY);
    });
    for (const id of [HEAD, HANDLER, CLERK, AUDITOR]) expect((await open.saidTo(id)).at(-1)).toContain(`<@${CLERK}>`);
    expect(await open.saidTo(MANAGEMENT)).toEqual([]);
  });

  it('goes on when whoever complained has left, and when its handler has', async () => {
    const { id } = await open.complain(TOMA);
    await act(OTHER_HANDLER, id, 'acknowledge', {});
    const gone = { deactivatedAt: new Date('2026-11-23T09:00:00Z') };
    await open.prisma.person.updateMany({ where: { id: { in: [TOMA, OTHER_HANDLER] } }, data: gone });
    const before = (await open.saidTo(TOMA)).length;
    await act(HANDLER, id, 'write', { text: 'Are you there?' });
    expect(await open.saidTo(TOMA)).toHaveLength(before);
    open.days(88);
    await open.work(watchDeadlines);
    expect((await open.saidTo(HEAD)).at(-1)).toContain('is due soon');
    await act(HANDLER, id, 'assign', { person: HANDLER });
    expect(await refusal(act(HANDLER, id, 'assign', { person: OTHER_HANDLER }))).toContain('can’t handle');
  });

  it('opens after the keys were changed, and not with the old one alone', async () => {
    const { id, receipt } = await open.complain(TOMA, { mode: 'anonymous', what: 'Before the change' });
    await nextDay();
    const text = `new:${Buffer.alloc(32, 'new').toString('base64')}`;
    await rotateKeys(open.prisma, readKeys(`${text},${testKeysText}`));
    expect(await outcomeOf(press(open, HANDLER, ids.openCase, id))).toContain('no such case');
    const office = createOffice({
      ...{ database: open.database, clock: open.office.clock, workspace: open.office.workspace, outbox: outboxIn },
      ...{ keys: readKeys(text), afterCommit: () => undefined },
    });
    const after = { office, now: open.now, desk: complaints(office) };
    expect(textOf(await press(after, HANDLER, ids.openCase, id))).toContain('Before the change');
    expect(textOf(await command(after, TOMA, 'receipt', receipt))).toContain('Primită la');
  });
});

describe('files', () => {
  it('are taken over and deleted from Slack, or not taken at all', async () => {
    open.slackFiles.set('F1', new TextEncoder().encode('a photograph'));
    const { id, text } = await open.complain(JAY, { files: [{ id: 'F1', name: 'photo.png' }] });
    expect(text).toContain('Taken over, and deleted from Slack: photo.png');
    expect(open.slackFiles.size).toBe(0);
    const rows = JSON.stringify(await open.prisma.complaintFile.findMany());
    expect(rows).not.toMatch(/photo|YSBwaG90b2dyYXBo/);
    await presses(open, HANDLER, ids.sendFile, await look(HANDLER, id));
    const [letter] = await open.prisma.letter.findMany({ where: { kind: 'document' } });
    expect(JSON.stringify(letter?.payload)).not.toContain('photo');

    open.slackFiles.set('F2', new TextEncoder().encode('another'));
    open.slackLetsDelete(false);
    const refused = await open.complain(JAY, { files: [{ id: 'F2', name: 'other.png' }] });
    expect(refused.text).toContain('Not taken: other.png');
    expect(await open.prisma.complaintFile.count()).toBe(1);
  });
});
