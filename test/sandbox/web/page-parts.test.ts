import fc from 'fast-check';
import { type Place, readAddress, writeAddress } from '../../../src/sandbox/web/store/address.js';
import { piecesOf } from '../../../src/sandbox/web/text/json.js';
import { roomName } from '../../../src/sandbox/web/text/room-name.js';
import { put, wrap } from '../../../src/sandbox/web/text/wrap.js';

describe('the address', () => {
  const places: Place[] = [
    { kind: 'nowhere' },
    { kind: 'channel', channel: 'C0IT' },
    { kind: 'channel', channel: 'D0ANA', thread: '1795288064.000152' },
    { kind: 'channel', channel: 'G0THREE', message: '1795288064.000152' },
    { kind: 'app', tab: 'home' },
    { kind: 'app', tab: 'messages' },
    { kind: 'search', query: 'till 3 / #general & 100%' },
  ];

  it.each(places)('leads back to %j', (place) => {
    const [search = '', hash = ''] = writeAddress('U0ANA', place).split(/(?=#)/);
    expect(readAddress(search, hash)).toEqual({ as: 'U0ANA', place });
  });

  it('that nobody wrote leads nowhere, without an error', () => {
    expect(readAddress('', '#main')).toEqual({ as: '', place: { kind: 'nowhere' } });
    expect(readAddress('?as=U1', '#search/%E0%A4%A')).toEqual({ as: 'U1', place: { kind: 'nowhere' } });
  });
});

describe('marks', () => {
  it('go around what is selected, and away when they are there', () => {
    const bold = wrap({ text: 'till 3 is frozen', start: 0, end: 6 }, '*');
    expect(bold).toEqual({ text: '*till 3* is frozen', start: 1, end: 7 });
    expect(wrap(bold, '*')).toEqual({ text: 'till 3 is frozen', start: 0, end: 6 });
  });

  it('twice leave any text as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, one, other) => {
        const [start = 0, end = 0] = [one, other].map((at) => Math.min(at, text.length)).sort((a, b) => a - b);
        expect(wrap(wrap({ text, start, end }, '§'), '§')).toEqual({ text, start, end });
      }),
    );
  });

  it('an emoji goes where the caret is', () => {
    expect(put({ text: 'well done', start: 4, end: 9 }, ' :tada:')).toEqual({
      text: 'well :tada:',
      start: 11,
      end: 11,
    });
  });
});

describe('a channel’s name', () => {
  it.each([
    ['#IT Triage', 'it-triage'],
    ['  Știri și noutăți! ', 'știri-și-noutăți'],
    ['a.b/c', 'a-bc'],
  ])('%j becomes %j', (typed, name) => {
    expect(roomName(typed)).toBe(name);
  });
});

describe('the inspector', () => {
  it('opens JSON that came in a string, as blocks do', () => {
    const pieces = piecesOf({ blocks: '[{"type":"divider"}]', ok: true, n: 2 });
    const text = pieces.map((piece) => piece.text).join('');
    expect(JSON.parse(text)).toEqual({ blocks: [{ type: 'divider' }], ok: true, n: 2 });
    expect(pieces.filter((piece) => piece.kind === 'key').map((piece) => piece.text)).toContain('"type":');
  });

  it('shows any answer whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.boolean(), fc.constant(null))), (value) => {
        const text = piecesOf(value).map((piece) => piece.text);
        expect(text.join('')).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });
});
