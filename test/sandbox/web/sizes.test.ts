import { sizeOf } from '../../../src/sandbox/web/text/sizes.js';

it.each([
  [1, 'en-GB', '1 byte'],
  [10, 'en-GB', '10 bytes'],
  [10, 'ro-RO', '10 byți'],
  [12_300, 'en-GB', '12.3 kB'],
  [1_400_000, 'ro-RO', '1,4 MB'],
])('a file of %i bytes is, in %s, of %s', (bytes, locale, said) => {
  expect(sizeOf(bytes, locale).replace(/\u00a0/g, ' ')).toBe(said);
});
