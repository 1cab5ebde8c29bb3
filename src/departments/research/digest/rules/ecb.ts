import { Parser } from 'htmlparser2';
import { Temporal } from '../../../../platform/time.js';

export interface EuroRates {
  day: Temporal.PlainDate;
  /** How much of a currency one euro buys, by its code. */
  rates: Map<string, number>;
}

/**
 * The European Central Bank's reference rates, as its daily and historical files have them: `Cube` with a `time`, and in it a
 * `Cube` for each currency. Days without rates (weekends, holidays) aren't in it; currencies come and go.
 */
export function readEuroRates(xml: string): EuroRates[] {
  const days: EuroRates[] = [];
  const parser = new Parser(
    {
      onopentag: (name, { time, currency = '', rate = '' }) => {
        if (name !== 'Cube') return;
        if (time !== undefined) {
          const day = dayOf(time);
          if (day) days.push({ day, rates: new Map() });
          return;
        }
        const value = /^\d+(?:\.\d+)?$/.test(rate) ? Number(rate) : 0;
        if (/^[A-Z]{3}$/.test(currency) && value > 0) days.at(-1)?.rates.set(currency, value);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return days.filter(({ rates }) => rates.size > 0);
}

function dayOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}
