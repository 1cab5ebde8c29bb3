import fc from 'fast-check';
import { escapeText, fromSlack, toCommandText, toSlack, unescapeText } from '../../../src/sandbox/web/text/slack.js';

const ana = { shown: '@Ana', code: '<@U0ANA>' };
const anaPop = { shown: '@Ana Pop', code: '<@U0POP>' };
const triage = { shown: '#it-triage', code: '<#C0IT>' };
const names: Record<string, string> = { U0ANA: 'Ana', U0POP: 'Ana Pop', C0IT: 'it-triage' };
const nameOf = (kind: '@' | '#' | '!', id: string) => (kind === '!' ? id : names[id]);

describe('what a person types, as Slack keeps it', () => {
  it('mentions whoever was picked, also when one name begins another', () => {
    expect(toSlack('@Ana Pop and @Ana, see #it-triage', [ana, anaPop, triage])).toBe(
      '<@U0POP> and <@U0ANA>, see <#C0IT>',
    );
  });

  it('mentions nobody when a name is only typed, or is part of a longer word', () => {
    expect(toSlack('@Ana', [])).toBe('@Ana');
    expect(toSlack('@Anabel, mail me@Ana', [ana])).toBe('@Anabel, mail me@Ana');
  });

  it('leaves no way to call everyone by typing the code', () => {
    expect(toSlack('<!channel> R&D', [])).toBe('&lt;!channel&gt; R&amp;D');
  });

  it('marks addresses, without the full stop behind them', () => {
    expect(toSlack('See https://example.com/a?b=1&c=2.', [])).toBe('See <https://example.com/a?b=1&amp;c=2>.');
  });

  it('gives a command its text as typed, with the picked names as codes', () => {
    expect(toCommandText('/ithelp till <3> & @Ana', [ana])).toBe('/ithelp till <3> & <@U0ANA>');
  });

  it('shows names when a message is opened for editing, and keeps them when it is saved', () => {
    const kept =
      'Ask <@U0ANA> or <@U0POP|ana> in <#C0IT|it-triage> &amp; tell <!here>: <https://example.com|the guide>';
    const opened = fromSlack(kept, nameOf);
    expect(opened.text).toBe('Ask @Ana or @Ana Pop in #it-triage & tell @here: https://example.com');
    expect(toSlack(opened.text, opened.picks)).toBe(
      'Ask <@U0ANA> or <@U0POP|ana> in <#C0IT|it-triage> &amp; tell <!here>: <https://example.com>',
    );
  });

  it('loses nothing of any text on its way there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(unescapeText(escapeText(typed))).toBe(typed);
        expect(fromSlack(toSlack(typed, []), nameOf).text).toBe(typed);
      }),
    );
  });
});
