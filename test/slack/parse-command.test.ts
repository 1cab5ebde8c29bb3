import fc from 'fast-check';
import type { CommandDoor } from '../../src/platform/doors/doors.js';
import { understand } from '../../src/slack/router/parse-command.js';
import { ithelp } from './support/desk.js';

const door = ithelp().commands?.[0] as CommandDoor;
const names = ['list', 'lista', 'search'];

const meant = (text: string) => {
  const found = understand(door, text);
  return found.kind === 'subcommand' ? { ...found, subcommand: found.subcommand.name } : found;
};

describe('what is typed after a command', () => {
  it.each([
    ['', { kind: 'otherwise', text: '' }],
    ['   ', { kind: 'otherwise', text: '' }],
    ['till 3 is frozen', { kind: 'otherwise', text: 'till 3 is frozen' }],
    ['42', { kind: 'subcommand', subcommand: 'number', text: '42' }],
    ['42 is broken', { kind: 'otherwise', text: '42 is broken' }],
    ['serch', { kind: 'mistyped', typed: 'serch', guess: 'search' }],
    ['Serch', { kind: 'mistyped', typed: 'Serch', guess: 'search' }],
    ['hepl', { kind: 'mistyped', typed: 'hepl', guess: 'help' }],
    ['serch printer', { kind: 'otherwise', text: 'serch printer' }],
    ['lst', { kind: 'otherwise', text: 'lst' }],
    ['printer', { kind: 'otherwise', text: 'printer' }],
    ['help me', { kind: 'otherwise', text: 'help me' }],
    ['number', { kind: 'otherwise', text: 'number' }],
  ])('%j', (typed, expected) => {
    expect(meant(typed)).toEqual(expected);
  });

  it('is never lost, and never changed beyond the space around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const found = understand(door, typed);
        if (found.kind === 'otherwise') expect(found.text).toBe(typed.trim());
        if (found.kind === 'mistyped') expect(found.typed).toBe(typed.trim());
        if (found.kind === 'subcommand') expect(typed).toContain(found.text);
      }),
    );
  });

  it('is a subcommand in whatever case, and whatever follows is its text', () => {
    const text = fc.string().filter((some) => some.trim() !== '');
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.boolean(), text, (name, isLoud, rest) => {
        const first = isLoud ? name.toUpperCase() : name;
        expect(understand(door, `${first} ${rest}`)).toMatchObject({ kind: 'subcommand', text: rest.trim() });
      }),
    );
  });

  it('of more than one word is never taken for a mistake', () => {
    fc.assert(
      fc.property(fc.constantFrom('lits', 'serch', 'hepl'), fc.stringMatching(/^[a-z]+$/), (almost, more) => {
        expect(understand(door, `${almost} ${more}`).kind).toBe('otherwise');
      }),
    );
  });
});
