import { command, filled, press, presses, send, shown, textOf } from '../../../support/visits.js';
import { CORINA, JAY, OLIVE, type OpenCalls, openCalls, ROWAN, refusal, STRANGER, TOMA } from './open-calls.js';

let open: OpenCalls;
beforeAll(async () => {
  open = await openCalls();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const away = (personId: string) => {
  const today = open.now().toZonedDateTimeISO('UTC').toPlainDate();
  return open.work(({ people }) => people.addAbsence({ personId, from: today, until: today, note: null }));
};

describe('a caller who is handed on', () => {
  it('stays with the front desk until somebody accepts', async () => {
    await open.rotation();
    const number = await open.handOver();
    expect(await open.rung(number)).toBe(TOMA);
    expect((await open.call(number)).ownerId).toBe(CORINA);
    await open.does(TOMA, number, { act: 'accept' });
    expect(await open.call(number)).toMatchObject({ state: 'accepted', ownerId: TOMA, takenById: CORINA });
    expect(await open.saidTo(CORINA)).toContainEqual(expect.stringContaining('a preluat apelul'));
  });

  it('passes to whoever is next and free after a minute, and at last to the manager', async () => {
    await open.rotation();
    const number = await open.handOver();
    open.pass(59);
    await open.tick();
    expect(await open.rung(number)).toBe(TOMA);
    open.pass(1);
    await open.tick();
    expect(await open.rung(number)).toBe(OLIVE);
    open.pass(60);
    await open.tick();
    expect(await open.rung(number)).toBe(ROWAN);
    expect((await open.call(number)).state).toBe('escalated');
    open.pass(120);
    await open.tick();
    expect(await open.rung(number)).toBe(JAY);
    open.pass(120);
    await open.tick();
    expect(await open.call(number)).toMatchObject({ state: 'held', ownerId: CORINA });
    expect(await open.saidTo(CORINA)).toContainEqual(expect.stringContaining('E în continuare al tău'));
  });

  it('rings on where it rang, after a restart in the middle', async () => {
    await open.rotation();
    const number = await open.handOver();
    open.pass(30);
    open.restart();
    await open.tick();
    expect(await open.rung(number)).toBe(TOMA);
    open.pass(30);
    open.restart();
    await open.tick();
    expect(await open.rung(number)).toBe(OLIVE);
  });

  it('gives everybody their whole time, when the clock jumped over it all', async () => {
    await open.rotation();
    const number = await open.handOver();
    open.pass(3600);
    await open.tick();
    expect(await open.rung(number)).toBe(OLIVE);
    open.pass(59);
    await open.tick();
    expect(await open.rung(number)).toBe(OLIVE);
  });

  it('is with one of two who accept at the same moment, and the other is told', async () => {
    await open.rotation();
    const number = await open.handOver();
    open.pass(60);
    await open.tick();
    const both = await Promise.allSettled([TOMA, OLIVE].map((id) => open.does(id, number, { act: 'accept' })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { ownerId } = await open.call(number);
    const other = ownerId === TOMA ? OLIVE : TOMA;
    const name = ownerId === TOMA ? 'Toma' : 'Olive';
    expect(await refusal(open.does(other, number, { act: 'accept' }))).toBe(`${name} has call ${number} already.`);
    const accepted = await open.prisma.callRing.findMany({ where: { callNumber: number, state: 'accepted' } });
    expect(accepted.map(({ personId }) => personId)).toEqual([ownerId]);
  });

  it('goes on when somebody declines, and the front desk reads why', async () => {
    await open.rotation();
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'decline', text: 'Sunt la bancă' });
    expect(await open.rung(number)).toBe(OLIVE);
    expect((await open.saidTo(CORINA)).join('\n')).toContain('Sunt la bancă');
    expect(await refusal(open.does(TOMA, number, { act: 'decline', text: 'again' }))).toContain('Olive is being asked');
  });

  it('can still be accepted by whoever was too late, while nobody has it', async () => {
    await open.rotation();
    const number = await open.handOver();
    open.pass(60);
    await open.tick();
    await open.does(TOMA, number, { act: 'accept' });
    expect((await open.call(number)).ownerId).toBe(TOMA);
    expect(await open.rung(number)).toBeNull();
  });

  it('is tried with whoever is named also in a meeting, and passes over the others who are', async () => {
    await open.rotation({ members: [TOMA, OLIVE, STRANGER] });
    await open.prisma.person.updateMany({
      where: { id: { in: [TOMA, OLIVE] } },
      data: { statusText: 'In a meeting', statusEmoji: ':spiral_calendar_pad:' },
    });
    const number = await open.handOver();
    expect(await open.rung(number)).toBe(TOMA);
    open.pass(60);
    await open.tick();
    expect(await open.rung(number)).toBe(STRANGER);
    const skipped = await open.prisma.callEvent.findMany({ where: { callNumber: number, kind: 'skipped' } });
    expect(skipped.map(({ detail }) => detail)).toEqual([{ personId: OLIVE, why: 'busy' }]);
  });

  it.each([
    ['is absent', () => away(TOMA)],
    ['says so with the switch', () => command(open, TOMA, 'off', '30m')],
    ['wants quiet in Slack', async () => open.sees(TOMA, { quietUntil: open.now().add({ hours: 1 }) })],
  ])('passes over whoever %s', async (_, happens) => {
    await open.rotation();
    await happens();
    const number = await open.handOver();
    expect(await open.rung(number)).toBe(OLIVE);
  });

  it('reaches the manager at once, where nobody else is there', async () => {
    await open.rotation();
    open.sees(OLIVE, { isActive: false });
    await away(TOMA);
    const number = await open.handOver();
    expect(await open.rung(number)).toBe(ROWAN);
  });

  it('is called back by whoever promises it, who is reminded, and missed aloud', async () => {
    await open.rotation();
    const number = await open.handOver();
    const at = open.now().add({ hours: 2 });
    await open.does(TOMA, number, { act: 'promise', at });
    expect(await open.call(number)).toMatchObject({ state: 'promised', ownerId: TOMA });
    open.pass(110 * 60);
    await open.tick();
    expect((await open.saidTo(TOMA)).join('\n')).toContain('Ana Client trebuie sunat înapoi');
    await open.tick();
    expect((await open.saidTo(TOMA)).filter((text) => text.includes('trebuie sunat'))).toHaveLength(1);
    open.pass(25 * 60);
    await open.tick();
    expect((await open.call(number)).missedAt).not.toBeNull();
    expect((await open.saidTo(ROWAN)).join('\n')).toContain(`Nobody called back about call ${number}`);
    expect((await open.saidTo(CORINA)).join('\n')).toContain(`Nimeni nu a sunat înapoi pentru apelul ${number}`);
  });

  it('waits for a question to be answered, and both read it', async () => {
    await open.rotation();
    const number = await open.handOver();
    open.pass(50);
    await open.does(TOMA, number, { act: 'ask', text: 'Care factură?' });
    open.pass(30);
    await open.tick();
    expect(await open.rung(number)).toBe(TOMA);
    expect((await open.saidTo(CORINA)).join('\n')).toContain('Care factură?');
    await open.does(CORINA, number, { act: 'answer', text: 'Cea din octombrie' });
    open.pass(50);
    await open.tick();
    expect(await open.rung(number)).toBe(TOMA);
    expect((await open.saidTo(TOMA)).join('\n')).toContain('Cea din octombrie');
  });

  it('comes back to the front desk with what was learnt, and goes to somebody else', async () => {
    await open.rotation();
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    await open.does(TOMA, number, { act: 'giveBack', text: 'E pentru contracte' });
    expect(await open.call(number)).toMatchObject({ state: 'held', ownerId: CORINA });
    expect((await open.saidTo(CORINA)).join('\n')).toContain('E pentru contracte');
    await open.does(CORINA, number, { act: 'redirect', target: { kind: 'person', value: STRANGER }, text: '' });
    expect(await open.rung(number)).toBe(STRANGER);
    expect((await open.call(number)).ownerId).toBe(CORINA);
  });

  it('has a colleague added, who sees it and may write', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    expect(await refusal(open.does(STRANGER, number, { act: 'note', text: 'x' }))).toContain('There is no call');
    await open.does(TOMA, number, { act: 'join', personId: STRANGER });
    await open.does(STRANGER, number, { act: 'note', text: 'The invoice was paid twice' });
    expect((await open.saidTo(TOMA)).join('\n')).toContain('The invoice was paid twice');
    expect(await open.cardOf(number, STRANGER)).toContain('Ana Client');
  });

  it('is taken to a manager when unhappy, whose clock stands still at night', async () => {
    await open.rotation();
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    open.at('2026-11-26T14:30:00Z');
    await open.does(CORINA, number, { act: 'complain', text: 'Wants to leave', managerId: ROWAN });
    const { unhappyDueAt } = await open.call(number);
    // Half an hour is left of the day, then ninety minutes of the next.
    expect(unhappyDueAt?.toString()).toBe('2026-11-27T08:30:00Z');
    open.at('2026-11-27T08:29:00Z');
    await open.tick();
    expect((await open.call(number)).unhappyLateAt).toBeNull();
    open.pass(60);
    await open.tick();
    expect((await open.saidTo(JAY)).join('\n')).toContain('Nobody decided in time');
    expect(await refusal(open.does(TOMA, number, { act: 'decide', text: 'no' }))).toContain('Rowan decides');
    await open.does(ROWAN, number, { act: 'decide', text: 'A month for free' });
    expect((await open.saidTo(CORINA)).join('\n')).toContain('A month for free');
    expect(await open.cardOf(number, CORINA)).toContain('A month for free');
  });

  it('keeps the card of whoever had it for a while, and tells them where it went', async () => {
    const number = await open.handOver();
    await open.does(JAY, number, { act: 'takeOver' });
    await open.does(JAY, number, { act: 'giveBack', text: 'Not mine' });
    expect(await open.cardOf(number, JAY)).toContain(`<@${CORINA}> has the caller`);
    await open.does(JAY, number, { act: 'takeOver' });
    expect(await open.cardOf(number, JAY)).toContain(`<@${JAY}> has it`);
    await open.does(CORINA, number, { act: 'takeOver' });
    await open.does(CORINA, number, { act: 'finish' });
    expect(await open.cardOf(number, JAY)).toContain(`done by <@${CORINA}>`);
  });

  it('can be found unhappy when it is finished already', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    await open.does(TOMA, number, { act: 'finish' });
    await open.does(CORINA, number, { act: 'complain', text: 'Called again', managerId: ROWAN });
    await open.does(ROWAN, number, { act: 'decide', text: 'We are sorry' });
    expect(await open.call(number)).toMatchObject({ state: 'done', decision: 'We are sorry' });
  });

  it('gives a manager no less time for having asked', async () => {
    await open.rotation();
    await away(TOMA);
    await away(OLIVE);
    const number = await open.handOver();
    await open.does(ROWAN, number, { act: 'ask', text: 'Who is it?' });
    open.pass(90);
    await open.tick();
    expect(await open.rung(number)).toBe(ROWAN);
  });

  it('is given up only by a person, with a reason, and can be taken up again', async () => {
    const number = await open.handOver();
    await open.does(CORINA, number, { act: 'lose', text: 'Hung up' });
    expect(await open.call(number)).toMatchObject({ state: 'lost' });
    expect(await open.rung(number)).toBeNull();
    await open.does(CORINA, number, { act: 'reopen' });
    expect(await open.call(number)).toMatchObject({ state: 'accepted', ownerId: CORINA, finishedAt: null });
    await open.does(CORINA, number, { act: 'finish' });
    expect((await open.call(number)).finishedAt).not.toBeNull();
  });

  it('goes back to the front desk when its owner leaves the company', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    await open.prisma.person.update({ where: { id: TOMA }, data: { deactivatedAt: new Date() } });
    await open.runJob('take-in-orphans');
    expect(await open.call(number)).toMatchObject({ state: 'held', ownerId: CORINA });
    expect((await open.saidTo(CORINA)).join('\n')).toContain('e acum al tău');
  });

  it('keeps two people from owning it, whatever they press together, in twenty lives on the database', async () => {
    await open.rotation();
    const owners = new Set([CORINA, TOMA, OLIVE, ROWAN, JAY]);
    let turn = 1;
    const random = (count: number) => {
      turn = (turn * 48_271) % 2_147_483_647;
      return turn % count;
    };
    const some = [...owners];
    for (let life = 0; life < 20; life++) {
      const number = await open.handOver();
      for (let step = 0; step < 6; step++) {
        const who = () => some[random(some.length)] ?? CORINA;
        const doing = [
          () => open.does(who(), number, { act: 'accept' }),
          () => open.does(who(), number, { act: 'decline', text: 'no' }),
          () => open.does(who(), number, { act: 'giveBack', text: 'back' }),
          () => open.does(who(), number, { act: 'takeOver' }),
          () => open.does(who(), number, { act: 'redirect', target: { kind: 'person', value: who() }, text: '' }),
          async () => {
            open.pass(random(200));
            if (random(2) === 0) open.restart();
            await open.tick();
          },
        ];
        const pick = () => (doing[random(doing.length)] ?? doing[0])?.();
        await Promise.allSettled([pick(), pick()]);
        const call = await open.call(number);
        const rings = call.rings.filter(({ state }) => state === 'ringing');
        expect(rings.length).toBe(['ringing', 'escalated'].includes(call.state) ? 1 : 0);
        expect(owners.has(call.ownerId)).toBe(true);
        expect(call.state).not.toBe('lost');
      }
    }
  }, 120_000);
});

describe('/handoff', () => {
  it('opens a form that is filled in already, and says who would be asked', async () => {
    await open.rotation();
    const form = shown(await command(open, CORINA, null, `<@${TOMA}|toma> client asks about invoice 4411, angry`));
    const text = textOf(form);
    expect(text).toContain('client asks about invoice 4411, angry');
    expect(text).toContain(`"initial_user":"${TOMA}"`);
    expect(text).toContain('Ridicat'.toLowerCase());
    expect(text).toContain(`1. <@${TOMA}>`);
    expect(text).toContain(`2. <@${OLIVE}>`);
    const answer = await send(open, CORINA, form, filled(form, { number: '021 314 1234', name: 'Ana Client' }));
    expect(answer).toBeUndefined();
    expect(await open.call(1)).toMatchObject({ callerNumber: '+40213141234', urgency: 'high', state: 'ringing' });
  });

  it('knows a rotation by its name, and a number within the text', async () => {
    const id = await open.rotation();
    const form = textOf(shown(await command(open, CORINA, null, 'accounting Mrs Pop, 0722 123 456, about VAT')));
    expect(form).toContain(`rotation:${id}`);
    expect(form).toContain('+40 722 123 456');
  });

  it('knows who calls again, and shows earlier calls to whoever may see them', async () => {
    await open.handOver();
    const form = shown(await command(open, CORINA, null, `<@${TOMA}> 021 314 1234 again`));
    expect(textOf(form)).toContain('Ana Client');
    expect(textOf(form)).toContain('Firma SRL');
    expect(textOf(form)).toContain('Un apel de la acest număr');
    const other = textOf(shown(await command(open, STRANGER, null, `<@${TOMA}> 021 314 1234`)));
    expect(other).not.toContain('Ana Client');
  });

  it('confirms as a date what was said in words, and keeps everything that was typed', async () => {
    const form = shown(await command(open, CORINA, null, `<@${TOMA}> invoice`));
    const wrong = await send(open, CORINA, form, filled(form, { words: 'cândva' }));
    expect(wrong?.errors?.words).toContain('Nu îmi dau seama');
    const asked = shown(await send(open, CORINA, form, filled(form, { words: 'mâine la 10', name: 'Ana' })));
    expect(textOf(asked)).toContain('datetimepicker');
    expect(textOf(asked)).toContain('"initial_value":"Ana"');
    const values = filled(asked, {});
    const when = Object.keys(values).find((key) => key.startsWith('when-')) ?? '';
    const seconds = Number(when.slice('when-'.length)) / 1000;
    values[when] = { answer: { type: 'datetimepicker', selected_date_time: seconds } };
    await send(open, CORINA, asked, values);
    expect((await open.call(1)).promisedAt?.toString()).toBe('2026-11-27T08:00:00Z');
  });

  it('says at each field what is wrong with it', async () => {
    await open.rotation();
    const form = shown(await command(open, CORINA, null, ''));
    const none = await send(open, CORINA, form, filled(form, { reason: '', number: '12' }));
    expect(Object.keys(none?.errors ?? {}).sort()).toEqual(['number', 'person', 'reason']);
    const own = filled(form, { reason: 'x', person: CORINA });
    expect(await refusal(send(open, CORINA, form, own))).toContain('That is you');
    const gone = filled(form, { reason: 'x', person: 'U0NOBODY' });
    expect(await refusal(send(open, CORINA, form, gone))).toContain('nobody who works here');
  });

  it('is handed on once, when the same form comes twice', async () => {
    const form = shown(await command(open, CORINA, null, `<@${TOMA}> x`));
    const values = filled(form, {});
    await send(open, CORINA, form, values, 'same');
    await expect(send(open, CORINA, form, values, 'same')).rejects.toThrow();
    expect(await open.prisma.call.count()).toBe(1);
  });

  it('shows a call to those concerned only, with each thing that they can do', async () => {
    const number = await open.handOver();
    const view = shown(await command(open, TOMA, 'call', String(number)));
    expect(textOf(view)).toContain('invoice 4411');
    expect(await refusal(command(open, STRANGER, 'call', String(number)))).toContain(`There is no call ${number}`);
    expect(await refusal(command(open, STRANGER, 'call', '999'))).toContain('There is no call 999');
    const after = shown(await presses(open, TOMA, 'front-desk.calls.act:accept', view));
    expect(textOf(after)).toContain('l-a preluat');
  });

  it('asks what an act needs, and does it', async () => {
    const number = await open.handOver();
    const form = shown(await press(open, TOMA, 'front-desk.calls.ask:decline', `decline/${number}`));
    expect((await send(open, TOMA, form, filled(form, { text: '' })))?.errors).toHaveProperty('text');
    await send(open, TOMA, form, filled(form, { text: 'La bancă' }));
    expect(await open.events(number)).toContain('declined');
    const promise = shown(await press(open, CORINA, 'front-desk.calls.ask:promise', `promise/${number}`));
    const confirm = shown(await send(open, CORINA, promise, filled(promise, { words: 'peste 20 de minute' })));
    const values = filled(confirm, {});
    const when = Object.keys(values).find((key) => key.startsWith('when-')) ?? '';
    values[when] = { answer: { type: 'datetimepicker', selected_date_time: Number(when.slice(5)) / 1000 } };
    await send(open, CORINA, confirm, values);
    expect(await open.call(number)).toMatchObject({ state: 'promised', ownerId: CORINA });
  });
});
