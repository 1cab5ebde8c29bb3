import type { AtThePage } from '../../src/sandbox/driver/index.js';
import { type Journey, openJourney, setUpHelpDesk } from '../support/journey.js';

const WHAT = 'What is wrong, or what do you need?';

describe('what people type by mistake, or to try us', () => {
  let journey: Journey;
  let jay: AtThePage;
  let robin: AtThePage;

  beforeAll(async () => {
    journey = await openJourney();
    await setUpHelpDesk(journey);
    [jay, robin] = [await journey.person('jay'), await journey.person('robin')];
  });
  afterAll(() => journey.close());

  const countTickets = () => journey.office.database.prisma.ticket.count();
  async function form(text = '') {
    await jay.types('general', `/ithelp ${text}`.trim());
    return jay.modal('Ask IT for help');
  }

  it.each([
    ['white space', '   \n  '],
    ['emoji only', '😀😀😀'],
    ['dots only', '… ... !!'],
  ])('%s in the form gets a sentence at the field, and nothing else is lost', async (_, text) => {
    const before = await countTickets();
    const open = await form();
    await open.fill(WHAT, text);
    await open.fill('What is it about?', 'Network');

    const sent = await open.submit();

    expect(sent).toEqual({ errors: { [WHAT]: expect.stringMatching(/few words|required/i) } });
    expect(open.filled('What is it about?')).toMatchObject({ value: 'network' });
    expect(await countTickets()).toBe(before);
    await open.close();
  });

  it('3,001 characters after the command are cut to what Slack can hold, and the person is told', async () => {
    const open = await form(`${'a line about the till. '.repeat(131)}`.slice(0, 3001));
    expect(String(open.filled(WHAT)).length).toBeLessThanOrEqual(3000);
    expect(open.text()).toContain('its end was left out');
    expect(await open.submit()).toEqual({ closed: true });
    await jay.sees('a line about the till', { in: 'app' });
  });

  it('a channel is named in the form, as it was seen', async () => {
    const open = await form('nobody can write in #it-triage');
    expect(open.filled(WHAT)).toBe('nobody can write in #it-triage');
    await open.close();
  });

  it('3,001 characters in the form are refused at the field, as Slack does', async () => {
    const open = await form();
    await open.fill(WHAT, 'x'.repeat(3001));
    expect(await open.submit()).toMatchObject({ errors: { [WHAT]: expect.any(String) } });
    await open.close();
  });

  it.each([
    ['a call to everyone', '<!channel> the till burns', '<!channel>'],
    ['a mention typed by hand', '<@U0ROBIN0000> do it now', '<@U0ROBIN0000>'],
    ['a disguised link', '<https://evil.example|your bank> is down', '<https://evil.example|your bank>'],
    ['right-to-left letters', 'הקופה תקועה מאז הבוקר', 'הקופה תקועה'],
    ['formatting', '*bold* _it_ ~gone~ `code` is broken', '*bold*'],
  ])('%s is shown as it was typed and does nothing', async (_, text, shown) => {
    const open = await form();
    await open.fill(WHAT, text);
    expect(await open.submit()).toEqual({ closed: true });

    const escaped = shown.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const receipt = await jay.sees(escaped, { in: 'app' });
    const card = await robin.sees(escaped, { in: 'it-triage' });
    for (const seen of [receipt, card]) expect(seen.text()).not.toMatch(/<!channel>|<@U0ROBIN0000> do|<https:/);
  });

  it('a direction override in a text turns nothing around', async () => {
    const open = await form();
    await open.fill(WHAT, 'the file report\u202Efdp.exe is strange');
    await open.submit();
    const card = await robin.sees('is strange', { in: 'it-triage' });
    expect(card.text()).not.toContain('\u202E');
  });

  it.each(['0', '9999999999'])('“%s” is the number of no ticket, and the person is told', async (text) => {
    await jay.types('general', `/ithelp ${text}`);
    await jay.sees(`I find no ticket #${text}`, { in: 'general' });
    await jay.noModal();
  });

  it.each(['-3', '99999999999999999999', '4.2', '#abc'])(
    '“%s” is no number: it is taken for what is asked',
    async (text) => {
      await jay.types('general', `/ithelp ${text}`);
      const form = await jay.modal('Ask IT for help');
      expect(form.filled(WHAT)).toBe(text);
      await form.close();
      await jay.noModal();
    },
  );

  it('a form that is sent twice makes one ticket', async () => {
    const before = await countTickets();
    const open = await form('the badge reader is dead');
    const { id, state } = open.view();
    const both = await Promise.all([
      jay.wire.call('submit', { view_id: id, values: state.values }),
      jay.wire.call('submit', { view_id: id, values: state.values }),
    ]);
    expect(both.some((sent) => sent.ok)).toBe(true);
    await journey.quiet();
    expect(await countTickets()).toBe(before + 1);
  });

  it('a form whose values were forged is refused, whatever the page would allow', async () => {
    const before = await countTickets();
    const open = await form('forged');
    const values = structuredClone(open.view().state.values);
    for (const block of Object.values(values)) {
      for (const element of Object.values(block)) {
        if (element.type === 'static_select' || element.type === 'radio_buttons') {
          element.selected_option = { text: { type: 'plain_text', text: 'x' }, value: 'root' };
        }
      }
    }
    const sent = await jay.wire.call('submit', { view_id: open.view().id, values });
    expect(sent).not.toMatchObject({ ok: true, closed: true });
    expect(await countTickets()).toBe(before);
  });

  it('leaves no word of anybody in the log', async () => {
    await journey.quiet();
    const logged = journey.logged();
    for (const word of ['till burns', 'badge reader', 'evil.example', 'xoxb-', 'xapp-'])
      expect(logged).not.toContain(word);
  });
});
