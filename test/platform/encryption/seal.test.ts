import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { readKeys } from '../../../src/platform/encryption/keys.js';
import { BrokenSeal, open, type Place, seal } from '../../../src/platform/encryption/seal.js';

const keyText = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [first, second] = [keyText('first'), keyText('second')];
const keys = readKeys(first);
const account: Place = { table: 'BankAccount', row: '1042', field: 'iban' };

/** The error, which must be ours and must not show what was sealed. */
function whyNot(attempt: () => string, secret = ''): string {
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error;
    // Not the stack: names of functions may happen to be like the secret.
    const shown = inspect([error.message, { ...error }, error.cause], { depth: 5 });
    if (secret.length > 3) expect(shown.includes(secret)).toBe(false);
    return error.message;
  }
  throw new Error('it was opened');
}

const places = fc.record({ table: fc.string(), row: fc.string(), field: fc.string() });
/** Lone halves of surrogate pairs are no text that a database would store. */
const texts = fc.string({ unit: 'grapheme', maxLength: 300 });

it('opens what was sealed, for the same place and no other', () => {
  fc.assert(
    fc.property(texts, places, places, (typed, place, other) => {
      // So that it is like no word of the error itself.
      const text = `‹${typed}›`;
      const envelope = seal(keys, text, place);
      expect(open(keys, envelope, place)).toBe(text);
      const isSame = JSON.stringify(place) === JSON.stringify(other);
      if (!isSame) expect(whyNot(() => open(keys, envelope, other), text)).toMatch(/altered/);
    }),
  );
});

it('doesn’t take one place for another whose names run together alike', () => {
  const envelope = seal(keys, 'x', { table: 'a|b', row: 'c', field: 'd' });
  expect(() => open(keys, envelope, { table: 'a', row: 'b|c', field: 'd' })).toThrow(BrokenSeal);
  expect(() => open(keys, envelope, { table: 'a%7Cb', row: 'c', field: 'd' })).toThrow(BrokenSeal);
});

it('refuses every envelope in which any bit was flipped', () => {
  const text = 'RO49AAAA1B31007593840000';
  const envelope = seal(keys, text, account);
  for (let at = 0; at < envelope.length; at++) {
    for (let bit = 0; bit < 7; bit++) {
      const flipped = String.fromCharCode(envelope.charCodeAt(at) ^ (1 << bit));
      whyNot(() => open(keys, envelope.slice(0, at) + flipped + envelope.slice(at + 1), account), text);
    }
  }
});

it('refuses what was cut, lengthened, or never an envelope', () => {
  const envelope = seal(keys, 'RO49AAAA1B31007593840000', account);
  fc.assert(
    fc.property(fc.nat({ max: envelope.length - 1 }), (length) => {
      whyNot(() => open(keys, envelope.slice(0, length), account));
    }),
  );
  // A word of a few letters may stand in the sentence by chance.
  const text = fc.string({ minLength: 12 });
  fc.assert(fc.property(text, (never) => void whyNot(() => open(keys, never, account), never)));
  whyNot(() => open(keys, `${envelope}A`, account));
  whyNot(() => open(keys, `${envelope}\n`, account));
});

it('seals the same text differently each time, so that nobody sees who shares an account', () => {
  const envelopes = Array.from({ length: 200 }, () => seal(keys, 'same', account));
  expect(new Set(envelopes.map((envelope) => envelope.slice(0, 30))).size).toBe(200);
});

describe('when keys change', () => {
  it('the new one seals, and the old one still opens', () => {
    const before = seal(keys, 'kept', account);
    const both = readKeys(`${second},${first}`);
    expect(open(both, before, account)).toBe('kept');
    expect(seal(both, 'new', account)).toMatch(/^v1\.second\./);
  });

  it('what was sealed with a key that is gone stays closed, and the error says so', () => {
    const before = seal(keys, 'kept', account);
    expect(whyNot(() => open(readKeys(second), before, account), 'kept')).toMatch(/not among ENCRYPTION_KEYS/);
  });

  it('another key under the same id opens nothing', () => {
    const before = seal(keys, 'kept', account);
    expect(whyNot(() => open(readKeys(keyText('first')), before, account))).toMatch(/altered/);
    expect(whyNot(() => open(readKeys(`${second},${first}`), before.replace('first', 'second'), account))).toMatch(
      /altered/,
    );
  });
});

it('never shows a key where a ring is printed', () => {
  const shown = inspect(keys, { depth: 10, showHidden: true }) + JSON.stringify(keys);
  expect(shown).not.toContain(first.slice(6, 20));
});
