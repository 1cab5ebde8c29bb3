import { parseMrkdwn } from '../../../src/sandbox/web/blocks/mrkdwn/parse.js';

const text = (words: string) => ({ type: 'text', text: words });
const only = (source: string) => parseMrkdwn(source)[0];

describe('styles', () => {
  it.each([
    ['*bold*', 'bold'],
    ['_italic_', 'italic'],
    ['~strike~', 'strike'],
  ])('reads %s', (source, type) => {
    expect(parseMrkdwn(source)).toEqual([{ type, children: [text(source.slice(1, -1))] }]);
  });

  it.each(['2*3*4', 'snake_case_name', '* not bold *', '*not bold *', '**', '*', '**bold**', 'a *b', '*one\ntwo*'])(
    'leaves %j as it was written',
    (source) => {
      expect(parseMrkdwn(source)).toEqual([text(source)]);
    },
  );

  it('nests styles, and keeps the end of one inside of a word', () => {
    expect(parseMrkdwn('*bold _and italic_*, (_so_) *a*b*')).toEqual([
      { type: 'bold', children: [text('bold '), { type: 'italic', children: [text('and italic')] }] },
      text(', ('),
      { type: 'italic', children: [text('so')] },
      text(') '),
      { type: 'bold', children: [text('a*b')] },
    ]);
  });

  it('knows that letters with diacritics are letters, and that an emoji is none', () => {
    expect(parseMrkdwn('ș*nu*ț')).toEqual([text('ș*nu*ț')]);
    expect(parseMrkdwn('🎫*da*🎫')).toEqual([text('🎫'), { type: 'bold', children: [text('da')] }, text('🎫')]);
  });
});

describe('code and quotes', () => {
  it('reads nothing in code but entities', () => {
    expect(parseMrkdwn('run `a *b* &lt;c&gt; :tada:` now')).toEqual([
      text('run '),
      { type: 'code', children: [text('a *b* <c> :tada:')] },
      text(' now'),
    ]);
  });

  it('keeps the lines of a block of code and drops the one line feed at each side', () => {
    expect(parseMrkdwn('see\n```\none\n  *two*\n```\nend')).toEqual([
      text('see'),
      { type: 'pre', children: [text('one\n  *two*')] },
      text('end'),
    ]);
  });

  it('takes lines with the mark together, written plainly or as an entity', () => {
    expect(parseMrkdwn('so:\n&gt; one\n> *two*\nend')).toEqual([
      text('so:'),
      { type: 'quote', children: [text('one\n'), { type: 'bold', children: [text('two')] }] },
      text('end'),
    ]);
  });

  it('quotes everything behind three marks', () => {
    expect(parseMrkdwn('&gt;&gt;&gt; one\n\ntwo')).toEqual([{ type: 'quote', children: [text('one\n\ntwo')] }]);
  });
});

describe('what stands in angle brackets', () => {
  it.each([
    ['<@U123>', { type: 'user', id: 'U123' }],
    ['<@U123|ada>', { type: 'user', id: 'U123', label: 'ada' }],
    ['<#C123|general>', { type: 'channel', id: 'C123', label: 'general' }],
    ['<!here>', { type: 'broadcast', range: 'here' }],
    ['<!channel|channel>', { type: 'broadcast', range: 'channel' }],
    ['<!subteam^S1|@it>', { type: 'usergroup', id: 'S1', label: '@it' }],
    ['<mailto:a@b.co|write>', { type: 'link', url: 'mailto:a@b.co', children: [text('write')] }],
    [
      '<https://x.co/?a=1&amp;b=2>',
      { type: 'link', url: 'https://x.co/?a=1&b=2', children: [text('https://x.co/?a=1&b=2')] },
    ],
    [
      '<!date^1392734382^{date} {time}^https://x.co/|then>',
      { type: 'date', timestamp: 1392734382, format: '{date} {time}', url: 'https://x.co/', fallback: 'then' },
    ],
    ['<!date^soon^{date}|then>', text('then')],
  ])('reads %s', (source, node) => {
    expect(only(source)).toEqual(node);
  });

  it.each(['<javascript:alert(1)|click>', '<data:text/html,x>', '<@ada>', '<!everything>', '<>', '< b'])(
    'shows %s as it was written',
    (source) => {
      expect(parseMrkdwn(source)).toEqual([text(source)]);
    },
  );

  it('shows what was escaped', () => {
    expect(parseMrkdwn('&lt;!channel&gt; &amp;amp; &nbsp;')).toEqual([text('<!channel> &amp; &nbsp;')]);
  });
});

describe('addresses without brackets', () => {
  it('become links, without the punctuation behind them', () => {
    expect(parseMrkdwn('see https://x.co/a_b(c), or')).toEqual([
      text('see '),
      { type: 'link', url: 'https://x.co/a_b(c)', children: [text('https://x.co/a_b(c)')] },
      text(', or'),
    ]);
  });

  it('stay text when the text is verbatim', () => {
    expect(parseMrkdwn('see https://x.co', { verbatim: true })).toEqual([text('see https://x.co')]);
  });
});

describe('emoji', () => {
  it('are read with their skin tone, and not out of a time of day', () => {
    expect(parseMrkdwn(':+1::skin-tone-3: at 10:30')).toEqual([
      { type: 'emoji', name: '+1::skin-tone-3' },
      text(' at 10:30'),
    ]);
  });
});
