import { newReference } from '../../../src/platform/errors/reference.js';

it('is short, easy to read out, and never the same', () => {
  const references = Array.from({ length: 1_000 }, newReference);
  for (const reference of references) expect(reference).toMatch(/^[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{3}$/);
  expect(new Set(references).size).toBe(1_000);
});
