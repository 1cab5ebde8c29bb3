import { askRequester, tellDesk } from '../../../../src/departments/it/help-desk/service/converse.js';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { rateTicket } from '../../../../src/departments/it/help-desk/service/rate.js';
import { ELENA, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE } from './open-desk.js';
import { happens } from './visits.js';

const DM = 'D0ELENA';
const CARD = '100.1';
const TRIAGE_CARD = '200.1';

let desk: OpenDesk;
let number: number;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  await desk.begin();
  ({ number } = await desk.raise());
  await desk.delivered(`it.help-desk/${number}/card/${ELENA}`, DM, CARD);
  await desk.delivered(`it.help-desk/${number}/triage/${TRIAGE}`, TRIAGE, TRIAGE_CARD);
});
afterAll(() => desk.database.close());

const inDm = (text: string, ts = '101.1', more = {}) =>
  happens(desk, { type: 'message', channel: DM, channel_type: 'im', ts, thread_ts: CARD, text, ...more }, ELENA);
const inTriage = (text: string, ts = '201.1', by = MARA, more = {}) =>
  happens(
    desk,
    { type: 'message', channel: TRIAGE, channel_type: 'channel', ts, thread_ts: TRIAGE_CARD, text, ...more },
    by,
  );
const said = async (to: string) => (await desk.posted()).filter((letter) => letter.to === to && letter.target !== null);
const copies = async (to: string) => (await said(to)).filter(({ kind }) => kind === 'post').map(({ text }) => text);

describe('what the requester writes in their thread', () => {
  it('stands in the triage thread with their name, and is shown as typed', async () => {
    expect(await inDm('It says &lt;!channel&gt; &amp; <@U0MARA>')).toBe(true);
    expect(await copies(TRIAGE)).toEqual([`*<@${ELENA}>*: It says &lt;!channel&gt; &amp; @Mara`]);
  });

  it('is passed on once, however often Slack tells of it', async () => {
    await inDm('Hello');
    expect(await inDm('Hello')).toBe(true);
    expect(await copies(TRIAGE)).toHaveLength(1);
  });

  it('answers the question that waited, and calls whoever asked', async () => {
    await desk.work((at) => askRequester(at, number, MARA, 'Which till?'));
    await inDm('The third');
    expect(await desk.ticket(number)).toMatchObject({ state: 'in_progress' });
    expect((await copies(TRIAGE)).at(-1)).toContain(`<@${MARA}>`);
  });

  it('calls whoever has the ticket, who may never have written in that thread, but nobody by their own words', async () => {
    await desk.work((at) => takeTicket(at, number, MARA));
    await inDm('It smokes now');
    expect((await copies(TRIAGE)).at(-1)).toBe(`*<@${ELENA}>*: It smokes now\n_For you, <@${MARA}>._`);

    const own = await desk.raise(MARA);
    await desk.work((at) => takeTicket(at, own.number, MARA));
    await desk.work((at) => tellDesk(at, own.number, MARA, { text: 'Still broken' }));
    expect((await copies(TRIAGE)).at(-1)).toBe(`*<@${MARA}>*: Still broken`);
  });

  it('brings its files along', async () => {
    await inDm('', '101.2', { subtype: 'file_share', files: [{ id: 'F1', name: 'till.png' }] });
    expect((await said(TRIAGE)).map(({ kind }) => kind)).toEqual(['post', 'file']);
    expect((await copies(TRIAGE)).at(-1)).toContain('📎 till.png');
  });

  it('after it was resolved is passed on, and asks whether something is still wrong, once', async () => {
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    await inDm('Thanks', '101.3');
    await inDm('Really', '101.4');
    const told = (await copies(TRIAGE)).slice(-2).map((text) => text.split('\n')[0]);
    expect(told).toEqual([`*<@${ELENA}>*: Thanks`, `*<@${ELENA}>*: Really`]);
    expect((await copies(ELENA)).filter((text) => text.includes('Mai este ceva în neregulă'))).toHaveLength(1);
  });

  it('after it was closed says how to ask anew', async () => {
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    await desk.work((at) => rateTicket(at, number, ELENA, 5));
    expect(await refusal(inDm('It is back', '101.5'))).toContain('ask anew with `/ithelp`');
  });
});

describe('what a technician writes in the triage thread', () => {
  it('reaches the requester with the technician’s name, and counts as the first answer', async () => {
    await inTriage('On my way');
    expect(await copies(ELENA)).toEqual([`*<@${MARA}>*: On my way`]);
    expect((await desk.ticket(number)).respondedAt).not.toBeNull();
    expect(await copies(TRIAGE)).toEqual([]);
  });

  it('stays among colleagues when it begins with the mark for notes', async () => {
    await inTriage('! did this person pay?');
    expect(await copies(ELENA)).toEqual([]);
    const history = await desk.look((at) => at.history.of(number, { withPrivate: true, limit: 9 }));
    expect(history.at(-1)).toMatchObject({ kind: 'noted', text: 'did this person pay?', isPrivate: true });
    expect(await desk.look((at) => at.history.of(number, { withPrivate: false, limit: 9 }))).toHaveLength(1);
  });

  it('reaches both, when it was asked on behalf of a colleague', async () => {
    const other = await desk.raise(ELENA, { behalfOfId: RADU });
    await desk.delivered(`it.help-desk/${other.number}/triage/${TRIAGE}`, TRIAGE, '300.1');
    await inTriage('Coming', '300.2', MARA, { thread_ts: '300.1' });
    expect(await copies(ELENA)).toContain(`*<@${MARA}>*: Coming`);
    expect(await copies(RADU)).toContain(`*<@${MARA}>*: Coming`);
  });

  it('isn’t passed on from somebody who only reads along, and they are told so once', async () => {
    await inTriage('I saw this too', '201.2', RADU);
    await inTriage('Really', '201.3', RADU);
    expect(await copies(ELENA)).toEqual([]);
    expect((await desk.posted()).filter(({ kind }) => kind === 'whisper')).toHaveLength(1);
  });
});

describe('what was said and is changed', () => {
  const edit = (channel: string, ts: string, text: string, more = {}) =>
    happens(desk, {
      type: 'message',
      subtype: 'message_changed',
      channel,
      message: { ts, thread_ts: CARD, text, ...more },
    });

  it('changes where it was copied to', async () => {
    await inDm('Tull 3');
    await edit(DM, '101.1', 'Till 3');
    expect(await copies(TRIAGE)).toEqual([`*<@${ELENA}>*: Till 3`]);
  });

  it('by a requester keeps its first mark, which is none of the desk’s', async () => {
    await inDm('It is down');
    await edit(DM, '101.1', '!!! It is down');
    expect(await copies(TRIAGE)).toEqual([`*<@${ELENA}>*: !!! It is down`]);
    const history = await desk.look((at) => at.history.of(number, { withPrivate: false, limit: 9 }));
    expect(history.at(-1)).toMatchObject({ kind: 'told', text: '!!! It is down', isPrivate: false });
  });

  it('is taken back from the requester when the technician makes it a note', async () => {
    await inTriage('Oh dear');
    await edit(TRIAGE, '201.1', '!Oh dear');
    expect(await copies(ELENA)).toEqual([]);
  });

  it('isn’t sent after all when the mark is edited away', async () => {
    await inTriage('!Oh dear');
    await edit(TRIAGE, '201.1', 'Oh dear');
    expect(await copies(ELENA)).toEqual([]);
  });

  it.each([
    ['is deleted', { type: 'message', subtype: 'message_deleted', channel: DM, deleted_ts: '101.1' }],
    [
      'leaves a tombstone',
      {
        type: 'message',
        subtype: 'message_changed',
        channel: DM,
        message: { ts: '101.1', thread_ts: CARD, subtype: 'tombstone', text: 'This message was deleted.' },
      },
    ],
  ])('goes from there too when it %s', async (_, event) => {
    await inDm('My password is canary');
    await happens(desk, event);
    expect(await copies(TRIAGE)).toEqual([]);
    const history = await desk.look((at) => at.history.of(number, { withPrivate: true, limit: 9 }));
    expect(JSON.stringify(history)).not.toContain('canary');
  });
});

describe('what has nothing to do with a ticket', () => {
  it.each([
    ['a message outside of threads', { channel: DM, channel_type: 'im', ts: '101.9', text: 'hello' }],
    ['another thread', { channel: 'C1', ts: '1.2', thread_ts: '1.1', text: 'hello' }],
    [
      'what an app says',
      { channel: DM, ts: '101.9', thread_ts: CARD, text: 'x', subtype: 'bot_message', bot_id: 'B1' },
    ],
  ])('is left to others: %s', async (_, event) => {
    expect(await happens(desk, { type: 'message', ...event }, RADU)).toBe(false);
  });

  it('isn’t mistaken for the desk’s when a stranger writes under a requester’s card', async () => {
    const dm = { type: 'message', channel: DM, channel_type: 'im', ts: '101.9', thread_ts: CARD, text: 'x' };
    expect(await refusal(happens(desk, dm, RADU))).toContain('I find no ticket');
  });
});

it('taking it doesn’t count what was said before twice', async () => {
  await inTriage('On my way');
  const { respondedAt } = await desk.ticket(number);
  desk.later(5);
  await desk.work((at) => takeTicket(at, number, MARA));
  expect((await desk.ticket(number)).respondedAt).toEqual(respondedAt);
});
