import type { KnownBlock, ModalView } from '@slack/types';
import { divider, modal, section } from '../../../../platform/blocks.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { peopleIds } from '../people-ids.js';
import type { EmployeeFile } from '../service/people.js';
import type { Say } from '../words.js';
import type { Field } from './employee-form.js';
import { packed } from './packed.js';
import { accountText, dayText, termsValues } from './people-texts.js';

/** For those who may see pay and change nothing. */
export function employeeCard(say: Say, { employee, history, accountEnding }: EmployeeFile): ModalView {
  const facts: [Field, string | null][] = [
    ['email', employee.email],
    ['manager', employee.managerNumber],
    ['group', employee.group],
    ['starts', dayText(say, employee.startsOn)],
    ['ends', employee.endsOn && dayText(say, employee.endsOn)],
    ['iban', accountText(say, accountEnding)],
  ];
  return modal({
    callbackId: peopleIds.employeeForm,
    title: say.plain('people.file'),
    close: say.plain('people.close'),
    blocks: [
      section(say('people.row', { name: employee.name, number: employee.number })),
      ...(employee.personId ? [section(mention(employee.personId))] : []),
      ...facts.map(([field, value]) =>
        section(
          say('people.fact', {
            label: say.plain(`people.field.${field}`),
            value: value ?? say.plain('people.nothing'),
          }),
        ),
      ),
      ...historyBlocks(say, history),
    ],
  });
}

/** What somebody worked for so far, the newest first. */
export function historyBlocks(say: Say, history: EmployeeFile['history']): KnownBlock[] {
  if (history.length === 0) return [section(say('people.noTerms'))];
  const lines = [...history].reverse().map((terms) => `• ${say('people.since', termsValues(say, terms))}`);
  return [divider(), section(say('people.history')), ...packed(lines, 10).parts.map((part) => section(part))];
}
