import type { ModalView } from '@slack/types';
import { context, modal, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText, hoursText } from '../../../../platform/words/dates.js';
import type { Earner } from '../fair/earners.js';
import { type Gap, type GroupPay, sizeOf } from '../fair/gap.js';
import type { Spread } from '../fair/same-work.js';
import { fairIds } from '../fair-ids.js';
import type { Fairness } from '../service/fair.js';
import type { Say } from '../words.js';
import type { FairPlace } from './fair.js';
import { turning } from './run-list.js';
import { shareText } from './texts.js';

const PAGE = 10;
const MOST_PEOPLE = 20;

/** What shows one thing that was found, a page at a time. */
export function fairEvidenceView(say: Say, fairness: Fairness, place: FairPlace): ModalView {
  const rows = rowsOf(say, fairness, place);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const page = Math.min(place.page, last);
  return modal({
    callbackId: fairIds.evidence,
    title: say.plain('check.title'),
    close: say.plain('run.list.back'),
    blocks: [
      context(say(`fair.${place.thing}.why`)),
      ...(rows.length === 0 ? [section(say('fair.nothing'))] : []),
      ...rows.slice(page * PAGE, (page + 1) * PAGE).map((text) => section(text)),
      ...turning(say, { page, total: rows.length, size: PAGE }, (to, name) => ({
        id: `${fairIds.page}:${name}`,
        value: JSON.stringify({ ...place, page: to } satisfies FairPlace),
      })),
    ],
  });
}

function rowsOf(say: Say, fairness: Fairness, { thing }: FairPlace): string[] {
  const { spreads, gaps, gapFrom, unpaidWork, payWithoutHours } = fairness;
  switch (thing) {
    case 'sameWork':
      return spreads.map((spread) => spreadText(say, spread));
    case 'gaps':
      return gaps.gaps.map((gap) => gapText(say, gap, sizeOf(gap) >= gapFrom));
    case 'unpaidWork':
      return unpaidWork.map(({ name, number, minutes }) =>
        say('fair.unpaidWork.row', { name, number, hours: hoursText(minutes) }),
      );
    case 'payWithoutHours':
      return payWithoutHours.map(({ name, number, gross }) =>
        say('fair.payWithoutHours.row', { name, number, gross: moneyText(gross, say.language) }),
      );
  }
}

function spreadText(say: Say, { job, lowest, highest, difference, people }: Spread): string {
  const values = {
    ...{ job, count: people.length, size: shareText(difference, say.language) },
    ...{ lowest: moneyText(lowest, say.language), highest: moneyText(highest, say.language) },
  };
  const shown = people.length <= MOST_PEOPLE ? people : ends(people);
  const more = people.length - shown.length;
  return [
    say('fair.sameWork.row', values),
    ...shown.map((one) => earnerText(say, one)),
    ...(more > 0 ? [say('fair.sameWork.more', { count: more })] : []),
  ].join('\n');
}

/** The lowest and the highest paid tell the most. */
const ends = (people: readonly Earner[]) => [...people.slice(0, MOST_PEOPLE / 2), ...people.slice(-MOST_PEOPLE / 2)];

const earnerText = (say: Say, { name, number, rate, since }: Earner): string =>
  say('fair.sameWork.person', {
    ...{ name, number, rate: moneyText(rate, say.language) },
    since: dayText(Temporal.PlainDate.from(since), say.language),
  });

function gapText(say: Say, { job, more, less, byMean, byMedian }: Gap, isFound: boolean): string {
  const share = (size: number) => shareText(size, say.language);
  const what = job === null ? say('fair.gaps.overall') : escapeText(job);
  const pay = ({ group, size, mean, median }: GroupPay) =>
    say('fair.gaps.group', {
      ...{ group, count: size, mean: moneyText(mean, say.language), median: moneyText(median, say.language) },
    });
  const result = say('fair.gaps.row', { mean: share(byMean), median: share(byMedian), group: less.group });
  return [`${isFound ? '⚠️ ' : ''}*${what}* · ${more.mean.currency}`, pay(more), pay(less), result].join('\n');
}
