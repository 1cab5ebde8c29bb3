import type { AtThePage, Seen } from '../../src/sandbox/driver/index.js';
import type { MessageView } from '../../src/sandbox/protocol.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe('messages that Slack does not take', () => {
  let journey: Journey;
  let hazel: AtThePage;
  let robin: AtThePage;
  let jay: AtThePage;

  beforeAll(async () => {
    journey = await openJourney({
      outbox: {
        lane: { perSecond: 200, burst: 200 },
        workspace: { perSecond: 500, burst: 500 },
        backoff: { firstMs: 50, longestMs: 200 },
        lookUpAfterMs: 50,
        pollMs: 100,
      },
    });
    await setUpHelpDesk(journey);
    [hazel, robin, jay] = [await journey.person('hazel'), await journey.person('robin'), await journey.person('jay')];
  });
  afterEach(() => {
    journey.sandbox.faults.clear();
  });
  afterAll(() => journey.close());

  const channelNamed = async (name: string) => {
    const { channels } = await hazel.wire.need('start', {});
    return channels.find((channel) => channel.name === name)?.id ?? '';
  };
  const noticesTo = async (person: AtThePage) =>
    (await person.reads('app')).filter((message) => /message(s)? of mine/.test(message.text()));
  const lists = new Set<string>();
  /** A list that was not seen before: earlier ones still stand in the channel. */
  const status = async (person: AtThePage) => {
    await person.types('general', '/backoffice status');
    const isNew = ({ ts, blocks }: MessageView) => !lists.has(ts) && JSON.stringify(blocks ?? []).includes('are stuck');
    const list = await person.sees(isNew, { in: 'general' });
    lists.add(list.message().ts);
    return list;
  };
  /** The newest letter stands first in the list. */
  const pressFirst = (list: Seen, name: 'send-again' | 'discard') => {
    const [, id] = new RegExp(`"office\\.hub\\.${name}:(\\d+)"`).exec(JSON.stringify(list.message().blocks)) ?? [];
    return list.press(`office.hub.${name}:${id}`);
  };
  const askIt = async (text: string) => {
    await jay.types('general', `/ithelp ${text}`);
    await (await jay.modal('Ask IT for help')).submit();
    await jay.sees(text, { in: 'app' });
  };
  const cardsWith = async (text: string) =>
    (await robin.reads('it-triage')).filter((message) => message.text().includes(text));

  it('are told to the admin, who opens the channel again and sends the answer, which comes once', async () => {
    const shopFloor = await channelNamed('shop-floor');
    journey.sandbox.faults.next({
      method: 'chat.postMessage',
      channel: shopFloor,
      kind: { answer: 429, retryAfter: 2 },
    });
    const asked = await jay.writes('shop-floor', '@switchboard the scales are wrong');
    await letterIs({ lastError: 'ratelimited' });
    await hazel.wire.need('archive', { channel: shopFloor, on: true });

    const notice = await hazel.sees('1 message of mine is stuck', { in: 'app', within: 10_000 });
    expect(notice.text()).toContain('The channel is archived. Unarchive it, then send this again.');
    expect(notice.text()).toContain(shopFloor);
    expect(notice.text()).not.toContain('scales');
    expect(await noticesTo(jay)).toEqual([]);

    await hazel.wire.need('archive', { channel: shopFloor, on: false });
    await hazel.wire.need('invite', { channel: shopFloor, users: [journey.office.office.workspace.botUserId()] });
    await notice.press('Show what is stuck');
    const list = await hazel.sees('1 message waits for a decision', { in: 'app' });
    await pressFirst(list, 'send-again');
    await list.shows('It goes out again now.');
    await list.shows('No message is stuck.');

    await jay.sees('Choose a form', { in: 'shop-floor' });
    await journey.quiet();
    const answers = (await asked.replies()).filter((message) => message.text().includes('Choose a form'));
    expect(answers).toHaveLength(1);
  });

  it('do not flood the admin: what follows within the hour comes in one notice when it is over', async () => {
    const triage = await channelNamed('it-triage');
    const refusal = { answer: 'error', code: 'restricted_action' } as const;
    journey.sandbox.faults.next({ method: 'chat.postMessage', channel: triage, times: 3, kind: refusal });
    for (const text of ['the fan hums', 'the fan rattles', 'the fan is still']) await askIt(text);
    await journey.quiet();
    expect(await noticesTo(hazel)).toHaveLength(1);

    await journey.moveClock({ minutes: 61 });
    await hazel.sees('3 messages of mine are stuck', { in: 'app' });
    expect(await noticesTo(hazel)).toHaveLength(2);
  });

  it('stay in the list when sending them fails again, and leave it when they arrive', async () => {
    const triage = await channelNamed('it-triage');
    const refusal = { answer: 'error', code: 'restricted_action' } as const;
    journey.sandbox.faults.next({ method: 'chat.postMessage', channel: triage, kind: refusal });
    const list = await status(hazel);
    expect(list.text()).toContain('The rules of the channel do not let me write there.');
    await pressFirst(list, 'send-again');
    await list.shows('It goes out again now.');
    await journey.quiet();

    const again = await status(hazel);
    expect(again.text()).toContain('3 messages wait for a decision');
    for (const left of ['2 messages wait for', '1 message waits for', 'No message is stuck.']) {
      await pressFirst(again, 'send-again');
      await again.shows(left);
    }
    await journey.quiet();
    for (const text of ['the fan hums', 'the fan rattles', 'the fan is still']) {
      expect(await cardsWith(text)).toHaveLength(1);
    }
  });

  it('that perhaps arrived are looked for by the admin, who discards what is there', async () => {
    const triage = await channelNamed('it-triage');
    journey.sandbox.faults.next({ method: 'chat.postMessage', channel: triage, kind: { answer: 'done-but-500' } });
    const unreadable = { answer: 'error', code: 'missing_scope' } as const;
    journey.sandbox.faults.next({ method: 'conversations.history', channel: triage, times: 5, kind: unreadable });
    await askIt('the radio plays by itself');
    await robin.sees('the radio plays by itself', { in: 'it-triage' });

    await letterIs({ state: 'ambiguous' });
    const list = await status(hazel);
    expect(list.text()).toContain('it may have arrived or not');
    await pressFirst(list, 'discard');
    await list.shows('Discarded: it will not be sent.');
    await journey.quiet();
    expect(await cardsWith('the radio plays by itself')).toHaveLength(1);
  });

  it('are no business of somebody who is no admin any more, though the list still stands before them', async () => {
    await hazel.wire.need('set_person', { user: robin.id, is_admin: true });
    const triage = await channelNamed('it-triage');
    const refusal = { answer: 'error', code: 'not_in_channel' } as const;
    journey.sandbox.faults.next({ method: 'chat.postMessage', channel: triage, kind: refusal });
    await askIt('the lamp blinks');
    await letterIs({ state: 'dead' });
    const list = await status(robin);
    await hazel.wire.need('set_person', { user: robin.id, is_admin: false });
    await journey.quiet();

    await pressFirst(list, 'send-again');
    const refused = await robin.sees('Only workspace admins decide about messages that are stuck', { in: 'general' });
    expect(refused.message().is_ephemeral).toBe(true);
    await jay.types('general', '/backoffice status');
    const plain = await jay.sees('What is set up', { in: 'general' });
    expect(plain.text()).not.toContain('stuck');
    expect(await cardsWith('the lamp blinks')).toEqual([]);
  });

  /** What becomes of a letter is known some time after somebody asked for something. */
  async function letterIs(where: { state?: 'dead' | 'ambiguous'; lastError?: string }): Promise<void> {
    const end = Date.now() + 10_000;
    while ((await journey.office.database.prisma.letter.count({ where })) === 0) {
      if (Date.now() > end) throw new Error(`no letter is ${JSON.stringify(where)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});
