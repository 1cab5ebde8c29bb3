import { UserError } from '../../../../platform/user-error.js';
import { daysText } from '../../../../platform/words/dates.js';
import type { Payroll } from '../desk.js';
import type { PayRun } from '../run/pay-run.js';
import { moves, type RunAct } from '../run/states.js';
import { runsIn } from '../store/runs.js';
import { no, words } from '../words.js';

/** The run, held for whoever does this with it now; refused where it can't be done in its state. */
export async function holdFor({ db }: Payroll, act: RunAct, id: string): Promise<PayRun> {
  const run = await runsIn(db).hold(id);
  if (!run) throw no('run.refused.gone');
  if (moves[act][run.state] === undefined) throw notNow(run);
  return run;
}

export const notNow = (run: PayRun): UserError =>
  new UserError('run.refused.notNow', (language) => {
    const say = words.in(language);
    return say(`run.refused.is.${run.state}`, { period: daysText(run.period, language) });
  });

export const overlaps = ({ period, state }: PayRun): UserError =>
  new UserError(
    'run.refused.overlap',
    (language) => {
      const say = words.in(language);
      return say('run.refused.overlap', { period: daysText(period, language), state: say(`run.state.${state}`) });
    },
    'from',
  );
