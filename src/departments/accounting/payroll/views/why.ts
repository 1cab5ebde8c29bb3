import { moneyText } from '../../../../platform/money.js';
import { daysText, dayText, hoursText } from '../../../../platform/words/dates.js';
import type { HoursWhy, PayLine } from '../payslip.js';
import type { Say } from '../words.js';
import { shareText } from './texts.js';

/** What a line is, in a few words. */
export function lineLabel(say: Say, { why }: PayLine): string {
  switch (why.from) {
    case 'hours':
      return say(why.premiums.length > 0 ? 'why.label.premium' : 'why.label.hours', hoursValues(say, why));
    case 'correction':
      return say('why.label.correction', { period: daysText(why.period, say.language) });
    case 'share':
      return say('why.label.share', { name: why.name, share: shareText(why.basisPoints, say.language) });
    case 'amount':
      return say('why.label.amount', { name: why.name });
  }
}

/** Why it is that much: the hours, the rate and the rule. */
export function whyAnswer(say: Say, { kind, amount, why }: PayLine): string {
  const text = moneyText(amount, say.language);
  switch (why.from) {
    case 'hours': {
      const values = { ...hoursValues(say, why), amount: text };
      return say(why.premiums.length > 0 ? 'why.answer.premium' : 'why.answer.hours', values);
    }
    case 'correction': {
      const [should, paid] = [moneyText(why.should, say.language), moneyText(why.paid, say.language)];
      const period = daysText(why.period, say.language);
      return say('why.answer.correction', { period, version: why.version, should, paid, amount: text });
    }
    case 'share': {
      const values = { share: shareText(why.basisPoints, say.language), of: moneyText(why.of, say.language) };
      return say(kind === 'allowance' ? 'why.answer.shareAllowance' : 'why.answer.shareDeduction', {
        ...{ ...values, amount: text },
      });
    }
    case 'amount':
      return say(kind === 'allowance' ? 'why.answer.amountAllowance' : 'why.answer.amountDeduction', { amount: text });
  }
}

const hoursValues = (say: Say, { hours, premiums, minutes, percent, rate, rateSince }: HoursWhy) => ({
  what: say(`why.hours.${hours}`),
  premiums: premiums.map((premium) => say(`why.premium.${premium}`)).join(', '),
  hours: hoursText(minutes),
  percent,
  rate: moneyText(rate, say.language),
  since: dayText(rateSince, say.language),
});
