import { defineWords } from '../../src/platform/words/define.js';
import en from './words-sample/en.json' with { type: 'json' };
import ro from './words-sample/ro.json' with { type: 'json' };

const words = defineWords('sample', { en, ro });

describe('the words of a desk', () => {
  it('are said in the language of the person', () => {
    expect(words.in('en')('greeting', { name: 'Ana' })).toBe('Hello, Ana.');
    expect(words.in('ro')('greeting', { name: 'Ana' })).toBe('Bună, Ana.');
  });

  it('know that Romanian has three plurals', () => {
    const say = words.in('ro');
    expect([1, 2, 20].map((count) => say('tickets', { count }))).toEqual(['un tichet', '2 tichete', '20 de tichete']);
  });

  it('escape what people typed, but not what the office itself puts in', () => {
    const say = words.in('en');
    expect(say('greeting', { name: '<!channel> & co' })).toBe('Hello, &lt;!channel&gt; &amp; co.');
    expect(say.plain('greeting', { name: 'R&D' })).toBe('Hello, R&D.');
    expect(say('mentioned', { user: '<@U1>' })).toBe('Told <@U1>.');
  });

  it('never show a key that is missing', () => {
    expect(() => words.in('en')('nothing' as 'greeting')).toThrow('no sentence "nothing" in en');
  });

  it('leave braces in a text from people alone', () => {
    expect(words.in('en')('greeting', { name: '{{name}} $t(greeting)' })).toBe('Hello, {{name}} $t(greeting).');
  });
});
