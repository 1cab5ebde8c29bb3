import type { KnownBlock, ModalView } from '@slack/types';
import { button, context, input, modal, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { daysText } from '../../../../platform/words/dates.js';
import { runFields, runIds } from '../run-ids.js';
import { PAGE, type SlipList } from '../service/look.js';
import type { SlipRow } from '../store/payslips.js';
import type { Say } from '../words.js';
import type { PeoplePlace, SlipPlace } from './claims.js';
import { turning } from './run-list.js';

/** Everybody whom a run pays, found by name or number. */
export function runPeopleView(say: Say, { run, rows, total, page, query }: SlipList): ModalView {
  return modal({
    callbackId: runIds.peopleView,
    title: say.plain('run.people.title'),
    submit: say.plain('run.people.find'),
    close: say.plain('run.list.back'),
    metadata: JSON.stringify({ id: run.id, query, page } satisfies PeoplePlace),
    blocks: [
      context(daysText(run.period, say.language)),
      searchField(say, query),
      ...(rows.length > 0 ? rows.map((row) => rowBlock(say, run.id, row)) : [section(say('run.people.none'))]),
      ...turning(say, { page, total, size: PAGE }, (to, name) => ({
        id: `${runIds.peoplePage}:${name}`,
        value: JSON.stringify({ id: run.id, query, page: to } satisfies PeoplePlace),
      })),
    ],
  });
}

const searchField = (say: Say, query: string): KnownBlock =>
  input(
    runFields.query,
    say.plain('run.people.search'),
    {
      type: 'plain_text_input',
      max_length: 100,
      ...(query && { initial_value: query }),
    },
    { optional: true },
  );

function rowBlock(say: Say, id: string, { employeeNumber, name, net }: SlipRow): KnownBlock {
  const text = say('run.people.row', { name, number: employeeNumber, net: moneyText(net, say.language) });
  const place: SlipPlace = { id, number: employeeNumber, currency: net.currency, line: null, page: 0 };
  return section(text, button(runIds.slip, say.plain('run.people.open'), { value: JSON.stringify(place) }));
}
