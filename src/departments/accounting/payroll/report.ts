import type { Measure, ReportSource } from '../../../platform/reports/report-source.js';
import { standingsOf } from './desk.js';
import { may } from './permissions.js';
import { DESK } from './settings.js';
import { payslipsIn } from './store/payslips.js';
import { words } from './words.js';

/** What approved pay runs cost, by their payday. */
export const costReport: ReportSource = {
  name: `${DESK}.cost`,
  title: 'report.title',
  about: 'report.about',
  isPrivate: true,

  async mayRead(look, personId) {
    return may('seeRuns', await standingsOf(look, personId));
  },

  async tally({ db }, { days, language }) {
    const say = words.in(language);
    const rows = await payslipsIn(db).costs(days);
    const currencies = [...new Set(rows.map(({ currency }) => currency))];
    const gross = (code: string) =>
      rows
        .filter(({ currency, kind }) => currency === code && kind !== 'deduction')
        .reduce((sum, { minor }) => sum + minor, 0);
    return {
      isEmpty: rows.length === 0,
      measures: [
        ...currencies.map((currency): Measure => {
          const [value, unit] = [gross(currency), { is: 'money', currency } as const];
          return {
            key: `gross:${currency}`,
            label: say.plain('report.gross'),
            unit,
            better: 'neither',
            value,
            isDrawn: true,
          };
        }),
        {
          ...{ key: 'people', label: say.plain('report.people'), unit: { is: 'count' }, better: 'neither' },
          value: await payslipsIn(db).paid(days),
        },
      ],
      rows: rows.map(({ currency, kind, minor: value }) => ({
        ...{ key: `${kind}:${currency}`, label: say.plain(`report.kind.${kind}`), group: say.plain('report.gross') },
        ...{ unit: { is: 'money', currency }, better: 'neither', value },
      })),
      notes: [],
    };
  },
};
