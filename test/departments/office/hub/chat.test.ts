import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { openReception, type Reception } from './reception.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
});

const ts = '1785400000.000100';
const direct = (text: string, more = {}) => ({ type: 'message', channel: 'D1', channel_type: 'im', ts, text, ...more });
const mention = (text: string, more = {}) => ({ type: 'app_mention', channel: 'CSHOP', ts, text, ...more });
const onlyLetter = async () => {
  const letters = await at.letters();
  expect(letters).toHaveLength(1);
  return letters[0];
};
const section = z.object({ accessory: z.object({ action_id: z.string(), value: z.string() }) });
const offerValue = (said: { blocks?: unknown[] | undefined } | undefined): string => {
  const buttons = (said?.blocks ?? []).flatMap((block) => section.safeParse(block).data?.accessory ?? []);
  const button = buttons.find(({ action_id }) => action_id === 'office.hub.offer:shop.tills.0');
  if (!button) throw new Error('no form was offered');
  return button.value;
};
const pressOffer = (value: string, message?: { channel: string; ts: string; threadTs?: string; isPrivate: boolean }) =>
  at.press('UANA', 'office.hub.offer:shop.tills.0', { value, ...(message && { message }) });

describe('a direct message to the bot', () => {
  it('is answered in the same conversation with the forms that could be meant, text included', async () => {
    expect(await at.happen(direct('till 3 is frozen &amp; hot'), 'UADA')).toBe(true);
    const letter = await onlyLetter();
    expect(letter).toMatchObject({ to: 'D1', text: expect.stringContaining('Choose a form') });
    expect(letter?.threadTs).toBeUndefined();
    await pressOffer(offerValue(letter));
    expect(at.seen.texts).toEqual(['till 3 is frozen & hot']);
  });

  it('is answered in the language of whoever wrote it', async () => {
    await at.happen(direct('casa 3 este blocată'), 'UANA');
    const letter = await onlyLetter();
    expect(letter?.text).toContain('Alege un formular');
    expect(JSON.stringify(letter?.blocks)).toContain('Întreabă de o casă');
  });

  it('is answered once, however often Slack repeats it', async () => {
    await at.happen(direct('till 3'), 'UADA', 'Ev1');
    await at.happen(direct('till 3'), 'UADA', 'Ev1');
    await at.happen(mention('till 3', { channel: 'D1' }), 'UADA', 'Ev2');
    await onlyLetter();
  });

  it('in a thread is answered in that thread', async () => {
    await at.happen(direct('and the printer', { thread_ts: '1785300000.000001' }), 'UADA');
    expect((await onlyLetter())?.threadTs).toBe('1785300000.000001');
  });

  it.each([
    ['hello', 'UADA', 'Hello, Ada Admin. What can the back office do for you?'],
    ['Mulțumesc mult', 'UANA', 'Cu plăcere, Ana &lt;Casier&gt;.'],
    ['🎉', 'UADA', 'Hello, Ada Admin. Tell me in a sentence what you need, or choose a form.'],
  ])('%j gets a short human answer', async (text, from, sentence) => {
    await at.happen(direct(text), from);
    expect((await onlyLetter())?.text).toBe(sentence);
  });

  it('that calls for help gets the commands of every desk', async () => {
    await at.happen(direct('ajutor'), 'UANA');
    expect((await onlyLetter())?.text).toContain('• `/till`: Ask about a till');
  });

  it('that is a file alone is asked what it is about', async () => {
    await at.happen(direct('', { subtype: 'file_share', files: [{ id: 'F1' }] }), 'UADA');
    expect((await onlyLetter())?.text).toContain('I can see the file');
  });

  it('that is one of our commands gets the button for it', async () => {
    await at.happen(direct('Setări'), 'URADU');
    expect(JSON.stringify((await onlyLetter())?.blocks)).toContain('"action_id":"office.hub.setup"');
  });

  it.each([
    ['an edit', direct('x', { subtype: 'message_changed' }), 'UADA'],
    ['an app', direct('x', { bot_id: 'B1' }), null],
    ['nobody', direct('x'), null],
    ['a channel', direct('x', { channel_type: 'channel', channel: 'CSHOP' }), 'UADA'],
  ])('from %s is left alone', async (_what, event, from) => {
    expect(await at.happen(event, from)).toBe(false);
    expect(await at.letters()).toEqual([]);
  });
});

describe('a mention in a channel', () => {
  it('is answered under it, with the bot taken out of the text and people by name', async () => {
    await at.happen(mention('<@UBOT> till 3 again, see <@UBO>'), 'UADA');
    const letter = await onlyLetter();
    expect(letter).toMatchObject({ to: 'CSHOP', threadTs: ts });
    await pressOffer(offerValue(letter));
    expect(at.seen.texts).toEqual(['till 3 again, see @Bo Keeper']);
  });

  it('with nothing else is asked what is needed', async () => {
    await at.happen(mention('<@UBOT>'), 'UADA');
    expect((await onlyLetter())?.text).toContain('Tell me in a sentence');
  });
});

describe('a text that is longer than a button can carry', () => {
  const long = `till 3 ${'ă'.repeat(3001)}`;
  const answered = async (channel: string) => {
    await at.happen(direct(long, { channel }), 'UANA');
    return offerValue(await onlyLetter());
  };

  it('is read again in the conversation that the button stands in', async () => {
    const value = await answered('D1');
    at.slack.messages.push({ channel: 'D1', ts, threadTs: null, userId: 'UANA', text: long, files: [] });
    await pressOffer(value, { channel: 'D1', ts: '1785400001.000000', isPrivate: false });
    expect(at.seen.texts).toEqual([long]);
  });

  it('opens the form with what the button carried, where the message is gone', async () => {
    const value = await answered('D1');
    await pressOffer(value, { channel: 'D1', ts: '1785400001.000000', isPrivate: false });
    expect(at.seen.texts[0]).toMatch(/^till 3 ă{1900,}…$/);
  });

  it('never shows a message of another conversation to whoever forges the button', async () => {
    at.slack.messages.push({ channel: 'CSECRET', ts, threadTs: null, userId: 'UADA', text: 'secret', files: [] });
    await pressOffer(`${ts}|till`, { channel: 'D1', ts: '1785400001.000000', isPrivate: false });
    await pressOffer(`${ts}|till`);
    await pressOffer(`CSECRET/${ts}|till`, { channel: 'D1', ts: '1785400001.000000', isPrivate: false });
    expect(at.seen.texts).toEqual(['till', 'till', '']);
  });

  it.each([
    'office.hub.offer:shop.tills.7',
    'office.hub.offer:no.desk.0',
    'office.hub.offer',
    'office.hub.offer:__proto__.0',
  ])('leads nowhere from the old or forged button %s', async (actionId) => {
    await expect(at.press('UANA', actionId)).rejects.toThrow('desk.gone');
  });
});

describe('/backoffice with a text', () => {
  it('offers the forms with that text', async () => {
    const answer = await at.command('UADA', '', 'till 3 &lt;slow&gt; for <@UBO|bo>');
    await pressOffer(offerValue(answer?.say));
    expect(at.seen.texts).toEqual(['till 3 <slow> for @bo']);
  });
});
