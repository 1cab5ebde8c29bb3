import { Temporal } from 'temporal-polyfill';

/** The books of the demo company, so that its reports have something to tell: two years of weeks up to yesterday. */
const WEEKS = 108;

interface Account {
  code: string;
  text: string;
  /** In a week, in euros; below zero what it costs. */
  usual: number;
  /** By how much more each year. */
  growth: number;
  /** How much it swings with the seasons, and from week to week. */
  swing: number;
}

const accounts: readonly Account[] = [
  { code: '701', text: 'Shop sales', usual: 21_400, growth: 0.06, swing: 0.12 },
  { code: '704', text: 'Web shop', usual: 7_800, growth: 0.22, swing: 0.15 },
  { code: '601', text: 'Goods', usual: -13_100, growth: 0.05, swing: 0.1 },
  { code: '641', text: 'Salaries', usual: -7_900, growth: 0.07, swing: 0 },
  { code: '612', text: 'Rent', usual: -2_150, growth: 0.03, swing: 0 },
  { code: '626', text: 'Delivery', usual: -940, growth: 0.11, swing: 0.25 },
];

/** As an accounting program exports it: a row a week for each account, with its voucher. */
export function demoLedger(now: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/London').toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const rows = Array.from({ length: WEEKS }, (_, place) => WEEKS - 1 - place).flatMap((ago) =>
    accounts.map((account, place) => {
      const day = monday.subtract({ weeks: ago }).add({ days: place % 5 });
      return {
        day,
        row: [day.toString(), account.code, account.text, `${day.year}-${ago}-${account.code}`, amountOf(account, ago)],
      };
    }),
  );
  const past = rows.filter(({ day }) => Temporal.PlainDate.compare(day, today) < 0).map(({ row }) => row.join(','));
  return ['Date,Account,Description,Document,Amount', ...past].join('\n');
}

function amountOf({ usual, growth, swing }: Account, weeksAgo: number): string {
  const years = -weeksAgo / 52;
  const season = swing * Math.sin((weeksAgo / 52) * 2 * Math.PI);
  // The same every time, and different from week to week.
  const chance = swing * (((weeksAgo * 7919 + Math.abs(usual)) % 101) / 101 - 0.5);
  return (usual * (1 + growth) ** years * (1 + season + chance)).toFixed(2);
}

/** Which accounts make which line of the report. */
export const demoLines = {
  revenue: 'Shop: 701\nWeb shop: 704',
  cost: 'Goods: 60*\nSalaries: 64*\nRent: 612\nDelivery: 626',
};
