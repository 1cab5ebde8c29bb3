import { moneyText } from '../../../../platform/money.js';
import { daysText, dayText, hoursText } from '../../../../platform/words/dates.js';
import type { HoursWhy, PayLine } from '../payslip.js';
import type { Say } from '../words.js';
import { percentText } from './figures.js';

/** A line of a payslip as it is read, with the sentence that says why it is what it is. Plain text, not escaped. */
export interface LineInWords {
  what: string;
  hours: string;
  rate: string;
  percent: string;
  amount: string;
  why: string;
}

export function explainLine(say: Say, line: PayLine): LineInWords {
  const { language } = say;
  const bare = { hours: '', rate: '', percent: '', amount: moneyText(line.amount, language) };
  const { why } = line;
  switch (why.from) {
    case 'hours':
      return { ...bare, ...hoursInWords(say, why) };
    case 'correction':
      return { ...bare, ...correctionInWords(say, why) };
    case 'share': {
      const percent = percentText(why.basisPoints / 100, language);
      const of = moneyText(why.of, language);
      return { ...bare, what: why.name, percent, why: say.plain('slip.why.share', { percent, of }) };
    }
    case 'amount':
      return { ...bare, what: why.name, why: say.plain('slip.why.amount') };
  }
}

function hoursInWords(say: Say, why: HoursWhy): Omit<LineInWords, 'amount'> {
  const { language } = say;
  const hours = hoursText(why.minutes);
  const percent = percentText(why.percent, language);
  const rate = moneyText(why.rate, language);
  const reasons = why.premiums.map((premium) => say.plain(`slip.line.premium.${premium}`)).join(', ');
  const sentences = [
    say.plain('slip.why.hours', { hours, percent, rate, since: dayText(why.rateSince, language) }),
    ...(reasons ? [say.plain('slip.why.premium', { premiums: reasons })] : []),
  ];
  const name = say.plain(`slip.line.hours.${why.hours}`);
  return {
    what: reasons ? `${name} (${reasons})` : name,
    ...{ hours, rate, percent },
    why: why.percent === 0 ? say.plain('slip.why.unpaid') : sentences.join(' '),
  };
}

function correctionInWords(say: Say, why: Extract<PayLine['why'], { from: 'correction' }>) {
  const should = moneyText(why.should, say.language);
  const paid = moneyText(why.paid, say.language);
  return {
    what: say.plain('slip.line.correction', { period: daysText(why.period, say.language) }),
    why: say.plain('slip.why.correction', { should, paid }),
  };
}
