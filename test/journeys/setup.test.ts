import { dayIn } from '../../src/platform/people/days.js';
import type { AtThePage } from '../../src/sandbox/driver/index.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

describe('setting up the office in Slack', () => {
  let journey: Journey;
  let hazel: AtThePage;
  let jay: AtThePage;

  beforeAll(async () => {
    journey = await openJourney();
    [hazel, jay] = [await journey.person('hazel'), await journey.person('jay')];
  });
  afterAll(() => journey.close());

  it('takes a ticket before anything is set up, tells the admin how to mend it, and catches up afterwards', async () => {
    await jay.types('general', '/ithelp the projector hums');
    await (await jay.modal('Ask IT for help')).submit();
    const receipt = await jay.sees('the projector hums', { in: 'app' });
    expect(receipt.text()).toContain('nobody is set up to answer IT tickets yet');
    await hazel.sees('/backoffice setup', { in: 'app' });

    await setUpHelpDesk(journey);

    const robin = await journey.person('robin');
    await robin.sees('the projector hums', { in: 'it-triage' });
    await robin.sees('You now work at the desk', { in: 'app' });
  });

  it('is for admins: others are told whom to ask', async () => {
    await jay.types('general', '/backoffice setup');
    const refusal = await jay.sees('Only workspace admins set up the office', { in: 'general' });
    expect(refusal.message().is_ephemeral).toBe(true);
  });

  it('refuses a channel that the bot is not in, at the field, and keeps the rest', async () => {
    await hazel.types('general', '/backoffice setup');
    await (await hazel.modal('Set-up')).press('office.hub.setup-desk:it.help-desk');
    const form = await hazel.modal('IT help');
    await form.fill('Triage channel', 'random');
    const sent = await form.submit();
    expect(sent).toEqual({ errors: { 'Triage channel': expect.stringContaining('/invite @Switchboard') } });
    await form.close(true);
    await hazel.noModal();
  });

  it('reads office hours and holidays as people write them', async () => {
    await hazel.types('general', '/backoffice setup');
    await (await hazel.modal('Set-up')).press('office.hub.setup-office');
    const form = await hazel.modal('The office');
    await form.fill('Time zone', 'Europe/Bucharest');
    await form.fill('Monday', '9–17.30');
    await form.fill('Tuesday', 'late');
    expect(await form.submit()).toEqual({ errors: { Tuesday: expect.stringContaining('09:00-17:00') } });
    await form.fill('Tuesday', 'closed');
    await form.submit();
    await form.close(true);
    await journey.quiet();
    const kept = await journey.office.database.prisma.setting.findUnique({ where: { key: 'office' } });
    expect(kept?.value).toMatchObject({ timeZone: 'Europe/Bucharest', hours: { 1: { from: '09:00', to: '17:30' } } });
    expect(kept?.value).not.toMatchObject({ hours: { 2: expect.anything() } });
  });

  it('speaks the language that a person chose, at once and on Home', async () => {
    await jay.types('general', '/backoffice language');
    const form = await jay.modal('Language');
    await form.fill('Which language shall I speak with you?', 'Română');
    await form.submit();
    await journey.quiet();
    const home = await jay.opensHome();
    await home.shows('Cere ajutor de la IT');

    await jay.types('general', '/backoffice language');
    const back = await jay.modal('Limba');
    await back.fill('În ce limbă să îți vorbesc?', 'English');
    await back.submit();
  });

  it('answers a direct message with the form that fits, filled in', async () => {
    await jay.writes('app', 'hello');
    await jay.sees('What can the back office do for you?', { in: 'app' });
    await jay.writes('app', 'my keyboard types only capitals');
    const offer = await jay.sees('Choose a form', { in: 'app' });
    await offer.press('Ask IT for help');
    const form = await jay.modal('Ask IT for help');
    expect(form.filled('What is wrong, or what do you need?')).toBe('my keyboard types only capitals');
    await form.close();
  });

  it('answers a mention in its thread', async () => {
    const asked = await jay.writes('shop-floor', '@switchboard the scales are wrong');
    await expect(jay.sees('Choose a form', { in: 'shop-floor' })).resolves.toBeDefined();
    expect((await asked.replies()).length).toBeGreaterThan(0);
  });

  it('marks a person as away, and gives them no work meanwhile', async () => {
    const robin = await journey.person('robin');
    await robin.types('general', '/backoffice away');
    const form = await robin.modal('Being away');
    // Where Robin is it may be another day already than it is here.
    const today = await journey.office.office.read(async ({ people, now }) =>
      dayIn((await people.get(robin.id))?.timeZone ?? 'UTC', now),
    );
    const day = (plus: number) => today.add({ days: plus }).toString();
    await form.fill('First day away', day(3));
    await form.fill('Last day away', day(1));
    expect(await form.submit()).toMatchObject({
      errors: { 'Last day away': expect.stringContaining('before the first') },
    });
    await form.fill('First day away', day(0));
    await form.submit();
    await journey.quiet();
    const away = await journey.office.office.read(({ people, now }) => people.awayAmong([robin.id], now));
    expect(away.has(robin.id)).toBe(true);
    await robin.types('general', '/backoffice back');
    await robin.sees('Welcome back', { in: 'general' });
  });

  it('tells the admins when the bot is removed from its channel, and works again when it is back', async () => {
    const robin = await journey.person('robin');
    const bot = journey.office.office.workspace.botUserId();
    const start = await robin.wire.need('start', {});
    const triage = start.channels.find(({ name }) => name === 'it-triage')?.id ?? '';

    await robin.wire.need('kick', { channel: triage, user: bot });
    await hazel.sees(/removed from|can't reach/, { in: 'app' });
    await jay.types('general', '/ithelp the fan is loud');
    await (await jay.modal('Ask IT for help')).submit();
    await jay.sees('the fan is loud', { in: 'app' });

    await robin.wire.need('invite', { channel: triage, users: [bot] });
    await robin.sees('the fan is loud', { in: 'it-triage' });
  });

  it('puts the tickets of a technician who leaves back into the queue, and tells the lead', async () => {
    const [mihai, robin] = [await journey.person('mihai'), await journey.person('robin')];
    await jay.types('general', '/ithelp the door beeps');
    await (await jay.modal('Ask IT for help')).submit();
    const card = await mihai.sees('the door beeps', { in: 'it-triage' });
    await card.press('Take');
    await card.shows('🔧');

    await hazel.wire.need('set_person', { user: mihai.id, deleted: true });

    await robin.sees(/back in the queue/, { in: 'app' });
    const again = await robin.sees('the door beeps', { in: 'it-triage' });
    await again.shows('Nobody has it yet');
  });
});
