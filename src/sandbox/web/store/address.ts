export type Place =
  | { kind: 'nowhere' }
  /** `message`: one to be scrolled to and shown. */
  | { kind: 'channel'; channel: string; thread?: string; message?: string }
  | { kind: 'app'; tab: 'home' | 'messages' }
  | { kind: 'search'; query: string };

/** `?as=U1#C1/t/1690000000.000100` → who looks, and at what. */
export function readAddress(search: string, hash: string): { as: string; place: Place } {
  return { as: new URLSearchParams(search).get('as') ?? '', place: readPlace(hash.replace(/^#/, '')) };
}

function readPlace(hash: string): Place {
  const [first = '', kind, value] = partsOf(hash);
  if (first === 'app') return { kind: 'app', tab: kind === 'messages' ? 'messages' : 'home' };
  if (first === 'search') return { kind: 'search', query: kind ?? '' };
  if (!/^[CDG]/.test(first)) return { kind: 'nowhere' };
  const channel: Place = { kind: 'channel', channel: first };
  if (kind === 't' && value) channel.thread = value;
  if (kind === 'm' && value) channel.message = value;
  return channel;
}

/** An address that somebody typed may be anything. */
function partsOf(hash: string): string[] {
  try {
    return hash.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

export function writeAddress(as: string, place: Place): string {
  return `?as=${encodeURIComponent(as)}${writePlace(place)}`;
}

function writePlace(place: Place): string {
  if (place.kind === 'app') return `#app/${place.tab}`;
  if (place.kind === 'search') return `#search/${encodeURIComponent(place.query)}`;
  if (place.kind === 'nowhere') return '';
  if (place.thread) return `#${place.channel}/t/${place.thread}`;
  return `#${place.channel}${place.message ? `/m/${place.message}` : ''}`;
}
