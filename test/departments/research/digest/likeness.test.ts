import { tellingWords, tellTheSame } from '../../../../src/departments/research/digest/rules/likeness.js';
import { absoluteLink, canonicalLink, isDisguised } from '../../../../src/departments/research/digest/rules/links.js';

// Pairs of headlines as two papers write of one day, labelled by hand: the same story, or another.
const same = [
  [
    'Central bank raises key rate to 6.5 percent',
    'Central bank raises its key interest rate to 6.5 percent amid inflation',
  ],
  ['Parliament adopts new tax on plastic packaging', 'New tax on plastic packaging adopted by parliament'],
  ['Harbour strike enters second week', 'Strike at the harbour enters its second week'],
  ['Euro falls to lowest level since March', 'Euro falls to its lowest level since March against dollar'],
  ['Government extends cap on energy prices until June', 'Energy price cap extended until June, government says'],
  ['Retail sales up 3.2% in October', 'Retail sales rise 3.2% in October on food'],
  ['Minister of finance resigns over budget dispute', 'Finance minister resigns in dispute over budget'],
  ['Railway workers accept pay offer', 'Pay offer accepted by railway workers, strike called off'],
  ['Chip maker Nordwind cuts 2,000 jobs', 'Nordwind to cut 2,000 jobs, chip maker says'],
  ['Oil rises after pipeline outage in north', 'Pipeline outage in the north: oil rises'],
  ['Banca centrală majorează dobânda cheie la 6,5%', 'Dobânda cheie, majorată de banca centrală la 6,5%'],
  [
    'Guvernul prelungește plafonarea prețurilor la energie',
    'Plafonarea prețurilor la energie, prelungită de guvern până în iunie',
  ],
  ['Parlamentul a adoptat taxa pe ambalaje din plastic', 'Taxa pe ambalaje din plastic a fost adoptată de parlament'],
  ['Ministrul finanțelor a demisionat', 'A demisionat ministrul finanțelor'],
  ['Leul s-a depreciat față de euro pentru a treia zi', 'Leul se depreciază față de euro a treia zi la rând'],
  ['TVA la alimente scade la 5% de la 1 ianuarie', 'De la 1 ianuarie, TVA la alimente scade la 5%'],
] as const;
const different = [
  ['Central bank raises key rate to 6.5 percent', 'Central bank keeps key rate at 6 percent'],
  ['Retail sales up 3.2% in October', 'Retail sales up 2.1% in September'],
  ['Euro falls to lowest level since March', 'Dollar rises to highest level since March'],
  ['Parliament adopts new tax on plastic packaging', 'Parliament adopts new law on data protection'],
  ['Harbour strike enters second week', 'Harbour opens second terminal next week'],
  ['Minister of finance resigns over budget dispute', 'Minister of health presents hospital plan'],
  ['Railway workers accept pay offer', 'Railway orders forty new trains'],
  ['Chip maker Nordwind cuts 2,000 jobs', 'Chip maker Nordwind reports record profit'],
  ['Oil rises after pipeline outage in north', 'Gas storage is full before winter'],
  ['Government extends cap on energy prices until June', 'Government ends cap on food prices in May'],
  ['Inflation falls to 4.1 percent', 'Unemployment falls to 4.1 percent'],
  ['Shares close higher on tech gains', 'Shares close lower on bank losses'],
  ['TVA la alimente scade la 5% de la 1 ianuarie', 'TVA la restaurante crește la 9% de la 1 ianuarie'],
  ['Leul s-a depreciat față de euro pentru a treia zi', 'Bursa a scăzut pentru a treia zi'],
  ['Guvernul prelungește plafonarea prețurilor la energie', 'Guvernul a aprobat bugetul pentru anul viitor'],
  ['Ministrul finanțelor a demisionat', 'Ministrul muncii a demisionat'],
  ['Parlamentul a adoptat taxa pe ambalaje din plastic', 'Parlamentul a respins taxa pe terenuri agricole'],
  ['Market wrap', 'Market wrap: shares mixed'],
] as const;

const alike = ([one, other]: readonly [string, string]): boolean => tellTheSame(tellingWords(one), tellingWords(other));

describe('two headlines', () => {
  it('are joined rightly nearly always, and found mostly: the measured precision and recall', () => {
    const found = same.filter(alike);
    const wrong = different.filter(alike);
    const precision = found.length / (found.length + wrong.length);
    const recall = found.length / same.length;
    if (process.env.SHOW) console.log({ precision, recall, wrong, missed: same.filter((pair) => !alike(pair)) });
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  it('are alike both ways', () => {
    for (const [one, other] of [...same, ...different]) expect(alike([one, other])).toBe(alike([other, one]));
  });

  it('without words tell nothing', () => {
    expect(alike(['', ''])).toBe(false);
    expect(alike(['News', 'News'])).toBe(false);
  });
});

describe('a link', () => {
  it.each([
    ['https://www.a.example/x/', 'http://a.example/x'],
    ['https://a.example/x?utm_source=rss&id=3', 'https://a.example/x?id=3'],
    ['https://a.example/x?b=2&a=1', 'https://a.example/x?a=1&b=2#top'],
    ['https://m.a.example/x/amp', 'https://a.example/x'],
    ['https://A.example/x?fbclid=1', 'https://a.example/x'],
  ])('leads to the same page: %s', (one, other) => expect(canonicalLink(one)).toBe(canonicalLink(other)));

  it.each([
    ['https://a.example/x', 'https://a.example/y'],
    ['https://a.example/x?id=1', 'https://a.example/x?id=2'],
    ['https://a.example/x', 'https://b.example/x'],
    ['https://a.example:8080/x', 'https://a.example/x'],
  ])('or to another: %s', (one, other) => expect(canonicalLink(one)).not.toBe(canonicalLink(other)));

  it('is what it says, or is shown for what it is', () => {
    expect(isDisguised('See https://bank.example now', 'https://evil.example/')).toBe(true);
    expect(isDisguised('bank.example: rates', 'https://www.bank.example/rates')).toBe(false);
    expect(isDisguised('Rates rise 3.5 percent', 'https://news.example/')).toBe(false);
    expect(absoluteLink('javascript:alert(1)', 'https://a.example/')).toBeNull();
    expect(absoluteLink(`https://a.example/${'x'.repeat(3_000)}`, 'https://a.example/')).toBeNull();
  });
});
