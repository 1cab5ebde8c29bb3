import { readKeys } from '../../src/platform/encryption/keys.js';

/** As text, for settings. Not a secret: it seals nothing but tests. */
export const testKeysText = `test:${Buffer.alloc(32, 'tests').toString('base64')}`;
export const testKeys = readKeys(testKeysText);
