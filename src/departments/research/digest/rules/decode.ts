/** Bytes of a feed as text: a byte order mark says most, then HTTP, then the document itself; what is left is UTF-8. */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const declared = markOf(bytes) ?? charsetIn(contentType ?? '') ?? declarationIn(bytes) ?? 'utf-8';
  const text = decoderFor(declared).decode(bytes);
  return text.replace(/^\uFEFF/, '').replaceAll('\0', '');
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const charsetIn = (contentType: string): string | null =>
  /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? null;

/** `<?xml … encoding="iso-8859-2"?>`, which all encodings but UTF-16 write alike. */
function declarationIn(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)["']/i.exec(start)?.[1]?.toLowerCase() ?? null;
}

/** A name that isn't known, or a wrong one, must not lose the news. */
function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
