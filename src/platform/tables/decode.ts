export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'] as const;
export type Encoding = (typeof encodings)[number];

/** What a file says, whichever of those it was saved in. A mark at its beginning isn't part of it. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { encoding, text: isCodePage(encoding) ? withCommas(text) : text };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zerosAt(bytes.subarray(0, 1000));
  if (zeros.odd > 0 && zeros.even === 0) return 'utf-16le';
  if (zeros.even > 0 && zeros.odd === 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : codePageOf(bytes);
}

/** Without a mark, UTF-16 is known by this: every second byte of Latin letters and digits is zero. */
function zerosAt(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (const [place, byte] of bytes.entries()) {
    if (byte === 0) zeros[place % 2 === 0 ? 'even' : 'odd']++;
  }
  return zeros;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Windows-1250 has signs where ISO-8859-2 has only control characters. Where the two differ otherwise, one has letters and
 * the other signs, and a file of names has letters. Romanian is the same in both.
 */
function codePageOf(bytes: Uint8Array): Encoding {
  if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) return 'windows-1250';
  const [windows, iso] = (['windows-1250', 'iso-8859-2'] as const).map((page) => lettersIn(bytes, page));
  return (iso ?? 0) > (windows ?? 0) ? 'iso-8859-2' : 'windows-1250';
}

const lettersIn = (bytes: Uint8Array, page: Encoding): number =>
  new TextDecoder(page).decode(bytes).match(/\p{L}/gu)?.length ?? 0;

const isCodePage = (encoding: Encoding): boolean => encoding === 'windows-1250' || encoding === 'iso-8859-2';

/** Neither code page has Romanian's comma letters: with a cedilla there, they are meant all the same. */
const withCommas = (text: string): string => text.replace(/[şţŞŢ]/g, (letter) => commas[letter] ?? letter);

const commas: Record<string, string> = { ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț' };
