import type { Button, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { daysText, hoursText } from '../../../../platform/words/dates.js';
import { FEWEST, sizeOf } from '../fair/gap.js';
import { fairIds } from '../fair-ids.js';
import { runIds } from '../run-ids.js';
import { type Fairness, gapsFrom } from '../service/fair.js';
import type { Say } from '../words.js';
import type { FindingsPlace } from './claims.js';
import { shareText } from './texts.js';

/** What the report itself can show the evidence of; the rest stands among the findings of the run. */
export const fairThings = ['sameWork', 'gaps', 'unpaidWork', 'payWithoutHours'] as const;
export type FairThing = (typeof fairThings)[number];
export const fairPlace = z.object({
  id: z.uuid(),
  thing: z.enum(fairThings),
  page: z.int().nonnegative().max(10_000),
});
export type FairPlace = z.output<typeof fairPlace>;

/** Whether everybody is paid fairly: for each question how many, how much, and what shows it. */
export function fairView(say: Say, fairness: Fairness): ModalView {
  const { run } = fairness;
  return modal({
    callbackId: fairIds.view,
    title: say.plain('fair.title'),
    close: say.plain('run.form.close'),
    blocks: [
      section(`*${daysText(run.period, say.language)}* · ${say(`run.state.${run.state}`)}`),
      context(say('fair.about')),
      divider(),
      ...ownRows(say, fairness),
      ...runRows(say, fairness),
      ...(fairness.gaps.hidden > 0
        ? [context(say('fair.hidden', { count: fairness.gaps.hidden, fewest: FEWEST }))]
        : []),
    ],
  });
}

/** `look` stands where there is something to look at. */
const row = (name: string, count: number, size: string, look: Button | false): KnownBlock =>
  section(`${count > 0 ? '⚠️' : '✅'} *${count}* · ${name}${size ? `\n${size}` : ''}`, look || undefined);

function ownRows(say: Say, fairness: Fairness): KnownBlock[] {
  const { run, spreads, gaps, gapFrom, unpaidWork, payWithoutHours } = fairness;
  const look = (thing: FairThing, isThere: boolean) =>
    isThere &&
    button(`${fairIds.look}:${thing}`, say.plain('check.look'), {
      value: JSON.stringify({ id: run.id, thing, page: 0 } satisfies FairPlace),
    });
  const share = (size: number) => shareText(size, say.language);
  const [spread, gap] = [spreads[0], gaps.gaps[0]];
  const minutes = unpaidWork.reduce((sum, one) => sum + one.minutes, 0);
  const widest = spread ? say('fair.sameWork.size', { size: share(spread.difference) }) : '';
  const largest = gap ? say('fair.gaps.size', { size: share(sizeOf(gap)) }) : say('fair.gaps.none');
  return [
    row(say('fair.sameWork.name'), spreads.length, widest, look('sameWork', spread !== undefined)),
    // Gaps below the limit are worth a look too.
    row(
      say('fair.gaps.name', { from: share(gapFrom) }),
      gapsFrom(fairness).length,
      largest,
      look('gaps', gap !== undefined),
    ),
    row(say('fair.unpaidWork.name'), unpaidWork.length, hoursLine(minutes), look('unpaidWork', minutes > 0)),
    row(
      say('fair.payWithoutHours.name'),
      payWithoutHours.length,
      '',
      look('payWithoutHours', payWithoutHours.length > 0),
    ),
  ];
}

const hoursLine = (minutes: number): string => (minutes > 0 ? `${hoursText(minutes)} h` : '');

function runRows(say: Say, { run, belowMinimum, unchecked, unpaidOvertime, withoutTerms }: Fairness): KnownBlock[] {
  const rowOf = (check: 'hoursWithoutTerms' | 'belowMinimum' | 'unpaidOvertime', count: number, size: string) => {
    const value = JSON.stringify({ id: run.id, check, page: 0 } satisfies FindingsPlace);
    const look = count > 0 && button(`${runIds.findings}:${check}`, say.plain('check.look'), { value });
    return row(say(`check.${check}.name`), count, size, look);
  };
  const short = belowMinimum.short.map((one) => say('fair.short', { amount: moneyText(one, say.language) }));
  const open = unchecked.length > 0 ? [say('fair.unchecked', { currencies: unchecked.join(', ') })] : [];
  return [
    rowOf('hoursWithoutTerms', withoutTerms.count, hoursLine(withoutTerms.minutes)),
    rowOf('belowMinimum', belowMinimum.count, [...short, ...open].join('\n')),
    rowOf('unpaidOvertime', unpaidOvertime.count, hoursLine(unpaidOvertime.minutes)),
  ];
}
