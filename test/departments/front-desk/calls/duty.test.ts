import fc from 'fast-check';
import { readOff } from '../../../../src/departments/front-desk/calls/rules/off-text.js';
import { readShifts, shiftsText } from '../../../../src/departments/front-desk/calls/rules/shift-text.js';
import { onDuty, type Rota, turnsBetween } from '../../../../src/departments/front-desk/calls/rules/shifts.js';
import type { WorkCalendar } from '../../../../src/platform/calendar/work-calendar.js';
import { Temporal } from '../../../../src/platform/time.js';
import { buttonsIn, command, filled, press, presses, send, shown, textOf } from '../../../support/visits.js';
import { CORINA, JAY, OLIVE, type OpenCalls, openCalls, ROWAN, refusal, STRANGER, TOMA } from './open-calls.js';

const calendar: WorkCalendar = {
  timeZone: 'Europe/Bucharest',
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, { from: '09:00', to: '17:00' }])),
  holidays: new Set(['2026-12-01']),
};
const rota = (shifts: Record<string, string>): Rota => ({
  members: Object.keys(shifts),
  swaps: [],
  shifts: Object.entries(shifts).flatMap(([personId, text]) => {
    const read = readShifts(text);
    if ('unread' in read) throw new Error(read.unread);
    return read.map((shift) => ({ ...shift, personId }));
  }),
});
const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(calendar.timeZone).toInstant();
const day = (text: string) => Temporal.PlainDate.from(text);

describe('shifts', () => {
  it.each([
    ['mon-fri 8-12', [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '12:00' }))],
    ['lu-mi 8:30-12:00', [1, 2, 3].map((weekday) => ({ weekday, from: '08:30', to: '12:00' }))],
    [
      'sâ 22-6; du, lu 10.15–14',
      [
        { weekday: 6, from: '22:00', to: '06:00' },
        { weekday: 7, from: '10:15', to: '14:00' },
        { weekday: 1, from: '10:15', to: '14:00' },
      ],
    ],
    ['', []],
  ])('are read as people write them: %s', (text, shifts) => {
    expect(readShifts(text)).toEqual(shifts);
  });

  it.each(['mon', '8-12', 'mon 8-8', 'mon 25-26', 'xyz 8-12', 'mon 8-12; mon 8-14', 'mon 8'])(
    'come back as they were typed where they can’t be read: %s',
    (text) => expect(readShifts(text)).toHaveProperty('unread'),
  );

  it('are written so that they can be read again', () => {
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const time = fc
      .integer({ min: 0, max: 47 })
      .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
    const shift = fc
      .record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time })
      .filter(({ from, to }) => from !== to);
    fc.assert(
      fc.property(fc.uniqueArray(shift, { selector: ({ weekday, from }) => `${weekday} ${from}` }), (shifts) => {
        const read = readShifts(shiftsText(shifts, (weekday) => names[weekday - 1] ?? ''));
        const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
        expect('unread' in read ? read : sorted(read)).toEqual(sorted(shifts));
      }),
    );
  });

  it('say whose turn it is, over midnight and into the next day', () => {
    const two = rota({ toma: 'thu 22-6', olive: 'fri 6-14' });
    expect(onDuty(two, calendar, at('2026-11-26T23:00'))).toEqual(['toma']);
    expect(onDuty(two, calendar, at('2026-11-27T05:59'))).toEqual(['toma']);
    expect(onDuty(two, calendar, at('2026-11-27T06:00'))).toEqual(['olive']);
    expect(onDuty(two, calendar, at('2026-11-27T14:00'))).toEqual([]);
  });

  it('are nobody’s on holidays', () => {
    expect(onDuty(rota({ toma: 'mon-sun 8-16' }), calendar, at('2026-12-01T10:00'))).toEqual([]);
  });

  it('are everybody’s in office hours, where there are none', () => {
    const rotation = { members: ['toma', 'olive'], shifts: [], swaps: [] };
    expect(onDuty(rotation, calendar, at('2026-11-26T10:00'))).toEqual(['toma', 'olive']);
    expect(onDuty(rotation, calendar, at('2026-11-26T20:00'))).toEqual([]);
  });

  it('go over when they were swapped, and only those', () => {
    const swapped = {
      ...rota({ toma: 'mon-fri 8-12', olive: 'mon-fri 12-16' }),
      swaps: [
        { fromId: 'toma', toId: 'olive', day: day('2026-11-26'), from: '08:00' },
        { fromId: 'olive', toId: 'toma', day: day('2026-11-27'), from: '12:00' },
      ],
    };
    const who = turnsBetween(swapped, calendar, day('2026-11-26'), day('2026-11-27')).map(({ personId }) => personId);
    expect(who).toEqual(['olive', 'olive', 'toma', 'toma']);
  });

  it('last as the clock on the wall says, also when clocks change', () => {
    const [night] = turnsBetween(rota({ toma: 'sat 22-6' }), calendar, day('2026-10-24'), day('2026-10-24'));
    expect(night?.startsAt.until(night.endsAt).total('hours')).toBe(9);
  });
});

describe('the own switch', () => {
  const now = at('2026-11-26T10:00');
  it.each([
    ['30m', 30],
    ['2h', 120],
    ['1h30', 90],
    ['1h 30 min', 90],
    ['45 de minute'.replace('de ', ''), 45],
    ['until 14:00', 240],
    ['până la 14', 240],
    ['until 9', 23 * 60],
  ])('is off for as long as was said: %s', (text, minutes) => {
    expect(readOff(text, now, calendar.timeZone)?.toString()).toBe(now.add({ minutes }).toString());
  });
  it.each(['a while', '0m', '-5m', 'until 25:00', '9999999h'])('doesn’t guess: %s', (text) => {
    expect(readOff(text, now, calendar.timeZone)).toBeNull();
  });
});

describe('rotations', () => {
  let open: OpenCalls;
  beforeAll(async () => {
    open = await openCalls();
  });
  beforeEach(() => open.begin());
  afterAll(() => open.database.close());

  const withMembers = (values: ReturnType<typeof filled>, members: string[]) => ({
    ...values,
    members: { answer: { type: 'multi_users_select', selected_users: members } },
    manager: { answer: { type: 'users_select', selected_user: ROWAN } },
    channel: { answer: { type: 'conversations_select', selected_conversation: null } },
  });

  it('are made by a head, then their shifts are written, and who shows them', async () => {
    const form = shown(await command(open, JAY, 'rotation', 'new'));
    const none = await send(open, JAY, form, withMembers(filled(form, { name: 'Reception' }), []));
    expect(none?.errors).toHaveProperty('members');
    const shifts = shown(await send(open, JAY, form, withMembers(filled(form, { name: 'Reception' }), [TOMA, OLIVE])));
    const wrong = filled(shifts, { [`shifts-${TOMA}`]: 'whenever' });
    expect(await refusal(send(open, JAY, shifts, wrong))).toContain('whenever');
    const typed = filled(shifts, { [`shifts-${TOMA}`]: 'mon-fri 9-13', [`shifts-${OLIVE}`]: 'mon-fri 13-17' });
    const who = textOf(shown(await send(open, JAY, shifts, typed)));
    expect(who).toContain(`Now: <@${TOMA}>`);
    expect(who).toContain(`Manager: <@${ROWAN}>`);
    const again = shown(await command(open, JAY, 'rotation', 'new'));
    const same = withMembers(filled(again, { name: 'reception' }), [TOMA]);
    expect(await refusal(send(open, JAY, again, same))).toContain('already');
  });

  it('are changed by heads and their own manager, and by nobody else', async () => {
    const id = await open.rotation();
    expect(textOf(await command(open, ROWAN, 'rotation', 'accounting'))).toContain(id);
    expect(await refusal(command(open, TOMA, 'rotation', 'Accounting'))).toContain('Only heads');
    expect(await refusal(press(open, TOMA, 'front-desk.calls.shifts', id))).toContain('Only heads');
    expect(await refusal(press(open, TOMA, 'front-desk.calls.rotation-remove', id))).toContain('Only heads');
    expect(textOf(await command(open, TOMA, 'who'))).not.toContain('front-desk.calls.rotation:');
    expect(await refusal(command(open, JAY, 'rotation', 'nothing'))).toContain('There is no rotation');
    const number = await open.handOver(CORINA, { target: { kind: 'rotation', value: id } });
    await press(open, JAY, 'front-desk.calls.rotation-remove', id);
    expect(await open.rung(number)).toBe(TOMA);
  });

  it('ask whoever waited longest first', async () => {
    const id = await open.rotation();
    const target = { kind: 'rotation' as const, value: id };
    const first = await open.handOver(CORINA, { target });
    expect(await open.rung(first)).toBe(TOMA);
    await open.does(TOMA, first, { act: 'accept' });
    expect(await open.rung(await open.handOver(CORINA, { target }))).toBe(OLIVE);
  });

  it('swap a shift once the colleague agrees, and call that colleague then', async () => {
    const id = await open.rotation();
    await open.work((desk) => desk.rotations.setShifts(id, TOMA, [{ weekday: 5, from: '09:00', to: '17:00' }]));
    await open.work((desk) => desk.rotations.setShifts(id, OLIVE, [{ weekday: 1, from: '09:00', to: '17:00' }]));
    const form = shown(await command(open, TOMA, 'swap'));
    const values = filled(form, {
      turn: `${id}/2026-11-27/09:00`,
      person: OLIVE,
      back: `${id}/2026-11-30/09:00`,
    });
    await send(open, TOMA, form, values);
    const swap = await open.prisma.callSwap.findFirstOrThrow();
    const target = { kind: 'rotation' as const, value: id };
    open.at('2026-11-27T08:00:00Z');
    expect(await open.rung(await open.handOver(CORINA, { target }))).toBe(TOMA);
    expect(await refusal(press(open, STRANGER, 'front-desk.calls.swap-answer', `agree/${swap.id}`))).toContain(
      'no such swap',
    );
    expect(await refusal(press(open, TOMA, 'front-desk.calls.swap-answer', `agree/${swap.id}`))).toContain(
      'no such swap',
    );
    await press(open, OLIVE, 'front-desk.calls.swap-answer', `agree/${swap.id}`);
    expect(await refusal(press(open, OLIVE, 'front-desk.calls.swap-answer', `decline/${swap.id}`))).toContain(
      'agreed already',
    );
    expect(await open.rung(await open.handOver(CORINA, { target }))).toBe(OLIVE);
    open.at('2026-11-30T08:00:00Z');
    expect(await open.rung(await open.handOver(CORINA, { target }))).toBe(TOMA);
    expect((await open.saidTo(TOMA)).join('\n')).toContain('preia tura lui');
  });

  it('stay as they were when a swap is declined or taken back', async () => {
    const id = await open.rotation();
    await open.work((desk) => desk.rotations.setShifts(id, TOMA, [{ weekday: 5, from: '09:00', to: '17:00' }]));
    for (const [by, answer] of [
      [OLIVE, 'decline'],
      [TOMA, 'withdraw'],
    ] as const) {
      const form = shown(await command(open, TOMA, 'swap'));
      await send(open, TOMA, form, filled(form, { turn: `${id}/2026-11-27/09:00`, person: OLIVE }));
      const swap = await open.prisma.callSwap.findFirstOrThrow({ where: { state: 'asked' } });
      await press(open, by, 'front-desk.calls.swap-answer', `${answer}/${swap.id}`);
    }
    open.at('2026-11-27T08:00:00Z');
    expect(await open.rung(await open.handOver(CORINA, { target: { kind: 'rotation', value: id } }))).toBe(TOMA);
    expect(textOf(shown(await command(open, STRANGER, 'swap')))).toContain('You have no shifts');
  });

  it('hand over what is open at the end of a shift, to who comes next and in the channel', async () => {
    const id = await open.rotation({ channel: 'C0FRONT' });
    await open.work((desk) => desk.rotations.setShifts(id, TOMA, [{ weekday: 4, from: '09:00', to: '13:00' }]));
    await open.work((desk) => desk.rotations.setShifts(id, OLIVE, [{ weekday: 4, from: '13:00', to: '17:00' }]));
    const target = { kind: 'rotation' as const, value: id };
    const promised = await open.handOver(CORINA, { target });
    await open.does(TOMA, promised, { act: 'promise', at: open.now().add({ hours: 8 }) });
    const unhappy = await open.handOver(CORINA, { target, callerName: 'Mr Cross' });
    await open.does(CORINA, unhappy, { act: 'complain', text: 'furious', managerId: ROWAN });
    open.at('2026-11-26T11:00:00Z');
    await open.runJob('hand-over-shifts');
    const summaries = await open.prisma.letter.findMany({ where: { once: { contains: '/shift/' } } });
    expect(summaries.map(({ lane }) => lane).sort()).toEqual(['C0FRONT', OLIVE]);
    const text = JSON.stringify(summaries.find(({ lane }) => lane === OLIVE)?.payload);
    expect(text).toContain('One unhappy client');
    expect(text).toContain('One call-back promised');
    expect(text).toContain('Mr Cross');
    open.at('2026-11-26T11:05:00Z');
    await open.runJob('hand-over-shifts');
    expect(await open.prisma.letter.count({ where: { once: { contains: '/shift/' } } })).toBe(2);
  });

  it('find people by what they can and speak', async () => {
    const form = shown(await command(open, STRANGER, 'skills'));
    const values = filled(form, { skills: 'Contracts, returns' });
    values.languages = { answer: { type: 'multi_static_select', selected_options: [{ value: 'hu' }] } };
    await send(open, STRANGER, form, values);
    const handOff = shown(await command(open, CORINA, null, 'asks about a contract'));
    expect(textOf(handOff)).toContain('skill:contracts');
    await send(open, CORINA, handOff, filled(handOff, { group: 'language:hu' }));
    expect(await open.rung(1)).toBe(STRANGER);
    const both = filled(handOff, { group: 'skill:returns', person: TOMA });
    expect((await send(open, CORINA, handOff, both))?.errors).toHaveProperty('group');
  });

  it('show everybody how to be left alone, and to be asked again', async () => {
    const who = shown(await command(open, TOMA, 'who'));
    expect(buttonsIn(who.blocks).map(({ value }) => value)).toContain('off');
    const off = shown(await presses(open, TOMA, 'front-desk.calls.switch', who));
    expect(textOf(off)).toContain('Nu preiei apeluri acum');
    expect(textOf(shown(await presses(open, TOMA, 'front-desk.calls.switch', off)))).toContain('Preiei apeluri');
    expect(await refusal(command(open, TOMA, 'off', 'o vreme'))).toContain('no length of time');
    expect((await command(open, TOMA, 'off', '30m'))?.say?.text).toContain('Nu preiei apeluri până');
    expect((await command(open, TOMA, 'on'))?.say?.text).toContain('din nou');
  });
});
