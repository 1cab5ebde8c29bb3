import { setTimeout as pause } from 'node:timers/promises';
import type { AtThePage, Seen } from '../../src/sandbox/driver/index.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe('working the triage channel', () => {
  let journey: Journey;
  let olive: AtThePage;
  let robin: AtThePage;
  let mihai: AtThePage;

  beforeAll(async () => {
    journey = await openJourney();
    await setUpHelpDesk(journey);
    [olive, robin, mihai] = [
      await journey.person('olive'),
      await journey.person('robin'),
      await journey.person('mihai'),
    ];
  });
  afterAll(() => journey.close());

  /** Olive asks for help; her receipt, and the card as a technician sees it. */
  async function ask(text: string, technician = robin): Promise<{ receipt: Seen; card: Seen }> {
    await olive.types('general', `/ithelp ${text}`);
    await (await olive.modal('Ask IT for help')).submit();
    const receipt = await olive.sees(text, { in: 'app' });
    return { receipt, card: await technician.sees(text, { in: 'it-triage' }) };
  }

  it('gives a ticket to one of two technicians who press Take together, and tells the other who has it', async () => {
    const { card } = await ask('the scanner beeps without end');
    const cardOfMihai = await mihai.sees('the scanner beeps without end', { in: 'it-triage' });

    await Promise.all([card.press('Take'), cardOfMihai.press('Take')]);

    await card.shows('🔧 In progress');
    const refusal = /has ticket #\d+ already|este deja la/;
    const told = await Promise.any([
      robin.sees(refusal, { in: 'it-triage' }),
      mihai.sees(refusal, { in: 'it-triage' }),
    ]);
    expect(told.message().is_ephemeral).toBe(true);
    const history = await journey.office.database.prisma.ticketEvent.count({ where: { kind: 'taken' } });
    expect(history).toBe(1);
  });

  it('keeps private notes among colleagues, whether written with ! or by the form', async () => {
    const { receipt, card } = await ask('my second screen stays black');
    await card.press('Take');
    await receipt.shows('helps you');

    await card.reply('! she kicked the cable, I saw it');
    await card.choose('more', 'Private note…');
    const form = await robin.modal();
    await form.fill('Private note', 'bring the long cable');
    await form.submit();
    await card.reply('I am on my way.');

    await olive.sees('I am on my way.', { in: 'app' });
    await journey.quiet();
    await olive.neverSees(/kicked the cable|long cable/);
  });

  it('carries edits, deletions and files from one thread to the other', async () => {
    const { receipt, card } = await ask('the label printer prints hearts');
    await card.press('Take');
    await receipt.shows('helps you');

    const said = await receipt.reply('It is model LP-20');
    await robin.sees('It is model LP-20', { in: 'it-triage' });
    await said.edit('It is model LP-200');
    await robin.sees('It is model LP-200', { in: 'it-triage' });

    const unwanted = await receipt.reply('and my cat says hello');
    await robin.sees('my cat says hello', { in: 'it-triage' });
    await unwanted.delete();
    const inThread = async () => (await card.replies()).map((reply) => reply.text()).join('\n');
    for (let waited = 0; waited < 100 && (await inThread()).includes('my cat'); waited++) await pause(50);
    expect(await inThread()).not.toContain('my cat says hello');

    const photo = await olive.uploads('hearts.txt', '♥ ♥ ♥');
    await receipt.reply('Here is how it looks', { files: [photo] });
    const carried = await robin.sees((message) => message.files?.some((file) => file.name === 'hearts.txt') ?? false, {
      in: 'it-triage',
    });
    expect(carried.message().thread_ts).toBe(card.message().ts);
  });

  it('assigns, sorts, and puts away what is no request, each told to whoever asked', async () => {
    const { receipt, card } = await ask('please order sandwiches');
    await card.press('Assign…');
    const assign = await robin.modal();
    await assign.fill('Who should have it?', 'Mihai');
    await assign.submit();
    await mihai.sees('ți-a repartizat tichetul', { in: 'app' });

    await card.choose('more', 'Priority and category…');
    const sort = await robin.modal();
    await sort.fill('How pressing is it?', '⚪ Low');
    await sort.submit();
    await card.shows('⚪ Low');

    await card.choose('more', 'Not a request…');
    const dismiss = await robin.modal();
    await dismiss.fill('Why?', 'The canteen does that, extension 12');
    await dismiss.submit();
    await receipt.shows('🚫 Not a request');
    await olive.sees('The canteen does that', { in: 'app' });
  });

  it('tells of an old card what became of the ticket, and changes nothing', async () => {
    const { receipt, card } = await ask('the clock on my screen is late');
    const old = card.message();
    await receipt.press('I no longer need help');
    await card.shows('↩️ Withdrawn');

    const outcome = await robin.wire.call('action', {
      container: { type: 'message', channel: old.channel, ts: old.ts, is_ephemeral: false },
      block_id: 'steps',
      action_id: 'it.help-desk.take',
      action: { type: 'button', value: old.text.match(/#(\d+)/)?.[1] ?? '' },
      values: {},
    });
    expect(outcome.ok).toBe(false);
    await card.shows('↩️ Withdrawn');
  });

  it('makes a ticket of a message by its menu and by 🎫, once, with the thread so far', async () => {
    const jay = await journey.person('jay');
    const message = await jay.writes('shop-floor', 'Till 5 eats the receipts');
    await message.reply('It did so yesterday too');

    await message.shortcut('Make an IT ticket');
    const form = await jay.modal('Ask IT for help');
    expect(String(form.filled('What is wrong, or what do you need?'))).toContain('Till 5 eats the receipts');
    await form.submit();
    const card = await robin.sees('Till 5 eats the receipts', { in: 'it-triage' });
    await journey.quiet();
    expect((await card.replies()).map((reply) => reply.text()).join('\n')).toContain('It did so yesterday too');

    await message.react('ticket');
    await jay.sees(/is ticket #\d+ already/, { in: 'shop-floor' });

    const other = await jay.writes('shop-floor', 'The scale shows minus two grams');
    await other.react('ticket');
    await jay.sees(/is ticket #\d+ with IT now/, { in: 'shop-floor' });
    await robin.sees('The scale shows minus two grams', { in: 'it-triage' });
  });

  it('makes a ticket of a reply too, and brings the whole thread along', async () => {
    const jay = await journey.person('jay');
    const question = await jay.writes('shop-floor', 'Does the scanner of desk 4 work for anybody?');
    const reply = await question.reply('For me its light is off');
    await reply.react('ticket');
    const card = await robin.sees(/^#\d+ \(🆕 New\): For me its light is off/, { in: 'it-triage' });
    await journey.quiet();
    const told = (await card.replies()).map((message) => message.text()).join('\n');
    expect(told).toContain('Does the scanner of desk 4 work for anybody?');
    expect(told).toContain('For me its light is off');
  });

  it('keeps both informed when somebody asks for a colleague', async () => {
    const jay = await journey.person('jay');
    await olive.types('general', '/ithelp Jay cannot print');
    const form = await olive.modal('Ask IT for help');
    await form.fill('For a colleague', 'jay');
    await form.submit();
    const hers = await olive.sees('Jay cannot print', { in: 'app' });
    expect(hers.text()).toContain('Asked for');
    const his = await jay.sees('Jay cannot print', { in: 'app' });
    expect(his.text()).toContain('asked for you');
  });

  it('shows lists, one ticket, and what is like another, to those who may', async () => {
    await olive.types('general', '/ithelp mine');
    await olive.sees('What you asked for', { in: 'general' });
    await robin.types('general', '/ithelp list');
    await robin.sees('The queue', { in: 'general' });
    await robin.types('general', '/ithelp search hearts');
    await robin.sees('the label printer prints hearts', { in: 'general' });

    await olive.types('general', '/ithelp 999');
    await olive.sees('I find no ticket #999 that you can see', { in: 'general' });
    await olive.types('general', '/ithelp 1');
    const details = await olive.modal('Ticket #1');
    expect(details.text()).toContain('the scanner beeps without end');
    await details.close();

    const wren = await journey.person('wren');
    await wren.types('general', '/ithelp 1');
    await wren.sees('I find no ticket #1 that you can see', { in: 'general' });
  });

  it('answers help, and a word that was mistyped', async () => {
    await olive.types('general', '/ithelp help');
    const help = await olive.sees('What /ithelp does', { in: 'general' });
    expect(help.text()).toContain('/ithelp search');

    await olive.types('general', '/ithelp serach');
    const guess = await olive.sees('Did you mean', { in: 'general' });
    await guess.press('No, I meant “serach”');
    const form = await olive.modal('Ask IT for help');
    expect(form.filled('What is wrong, or what do you need?')).toBe('serach');
    await form.close();
  });

  it('offers what solved a like problem before, while the person still writes', async () => {
    const { receipt, card } = await ask('VPN drops every ten minutes');
    await card.press('Take');
    await receipt.shows('helps you');
    await card.press('Resolve…');
    const solution = await robin.modal();
    await solution.fill('What solved it?', 'VPN drops when its certificate is old: renew it');
    await solution.submit();
    await receipt.shows('✅ Resolved');

    const jay = await journey.person('jay');
    await jay.types('general', '/ithelp');
    const form = await jay.modal('Ask IT for help');
    await form.fill('What is wrong, or what do you need?', 'my VPN always drops');
    await form.shows('VPN drops when its certificate is old: renew it');
    expect(form.filled('What is wrong, or what do you need?')).toBe('my VPN always drops');
    await form.close();
  });
});
