import { commandIn, complete, fold, rank, triggerAt } from '../../../src/sandbox/web/text/completion.js';

const atEnd = (text: string) => triggerAt(text, text.length);

describe('what the composer completes', () => {
  it('commands, as the first word only', () => {
    expect(atEnd('/it')).toEqual({ kind: 'command', query: 'it', start: 0, end: 3 });
    expect(atEnd('/')).toMatchObject({ kind: 'command', query: '' });
    expect(atEnd('see /it')).toBeNull();
    expect(atEnd('/ithelp till')).toBeNull();
  });

  it('people, by first and last name', () => {
    expect(atEnd('Hi @șt')).toEqual({ kind: 'person', query: 'șt', start: 3, end: 6 });
    expect(atEnd('(@ana pop')).toMatchObject({ kind: 'person', query: 'ana pop', start: 1 });
    expect(atEnd('me@example')).toBeNull();
  });

  it('channels and emoji, but not the time of day', () => {
    expect(atEnd('in #it-')).toMatchObject({ kind: 'channel', query: 'it-' });
    expect(atEnd('well done :ta')).toMatchObject({ kind: 'emoji', query: 'ta' });
    expect(atEnd('at 10:30')).toBeNull();
    expect(atEnd('so :)')).toBeNull();
  });

  it('looks only at what stands before the caret', () => {
    expect(triggerAt('@an said', 3)).toMatchObject({ kind: 'person', query: 'an', end: 3 });
  });

  it('puts the choice in the place of what was typed, with one space after it', () => {
    expect(complete('Hi @an today', { kind: 'person', query: 'an', start: 3, end: 6 }, '@Ana')).toEqual({
      text: 'Hi @Ana today',
      caret: 8,
    });
  });
});

describe('the order of suggestions', () => {
  const people = ['Ilinca Probă', 'Ștefan Model', 'Paula Stefanescu', 'Test Esteban'];

  it('finds names typed without diacritics', () => {
    expect(fold('Ștefan Țâră')).toBe('stefan tara');
    expect(rank('proba', people, (name) => [name])).toEqual(['Ilinca Probă']);
  });

  it('puts names that begin so before names that contain it', () => {
    expect(rank('ste', people, (name) => [name])).toEqual(['Ștefan Model', 'Paula Stefanescu', 'Test Esteban']);
  });
});

describe('what is taken for a command', () => {
  it('splits the command from its text', () => {
    expect(commandIn('/ithelp  till 3\nis frozen ')).toEqual({ command: '/ithelp', text: 'till 3\nis frozen' });
    expect(commandIn('/ithelp')).toEqual({ command: '/ithelp', text: '' });
  });

  it.each(['hello /ithelp', '/', '// comment', '/ 2', '/etc/hosts'])('takes %j for a message', (text) => {
    expect(commandIn(text)).toBeNull();
  });
});
