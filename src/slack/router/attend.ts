import type { Answer, Visit } from '../../platform/doors/doors.js';
import type { Person } from '../../platform/people/person.js';
import { traced } from '../../platform/trace/trace.js';
import { refusalsFrom } from '../../platform/user-error.js';
import { within } from '../../platform/within.js';
import { languages } from '../../platform/words/words.js';
import { carry, TooLateForForm } from '../answers/carry.js';
import { loadingView } from '../answers/views.js';
import { excuse } from '../errors.js';
import { words } from '../words/words.js';
import type { Attended, Reception, Request } from './reception.js';

const no = refusalsFrom(words);

/** After so long no form can be opened any more, so that there is no use in preparing it. */
const TRIGGER_MS = 3_000;

type Run = (visit: Visit) => Promise<Answer | undefined>;

/** Serves one request from start to end: who asks, what the desk answers, what the person sees. Never throws. */
export function attend(reception: Reception, request: Request, run: Run): Promise<void> {
  const asked = performance.now();
  const isTooLate = () => request.opensForm === true && performance.now() - asked > TRIGGER_MS;
  return served(reception, request.door, () =>
    reception.repetitions.once(request.key, () =>
      reception.inTurn(() =>
        serve(reception, request, (visit) => (isTooLate() ? Promise.reject(new TooLateForForm()) : run(visit))),
      ),
    ),
  );
}

/** One request is one trace; how long it took is in the log of whoever looks closely. */
export const served = ({ log }: Reception, door: string, work: () => Promise<void>): Promise<void> =>
  traced(door, {}, async () => {
    const since = performance.now();
    await work();
    log.debug({ door, ms: Math.round(performance.now() - since) }, 'a request was served');
  });

async function serve(reception: Reception, request: Request, run: Run): Promise<void> {
  const attended: Attended = { ...request, person: null, language: languages[0] };
  try {
    const visit = await welcome(reception, attended);
    const answer = await patiently(reception, attended, run(visit));
    if (answer || attended.waitingView) await carry(reception, attended, answer ?? {});
  } catch (error) {
    await excuse(reception, attended, error, (ways) => attend(reception, { ...request, ...ways }, run));
  }
}

/** Learns who asks, and notes it on the request, so that even a refusal is in their language. */
export async function welcome(reception: Reception, attended: Attended): Promise<Visit> {
  const person = await reception.people.meet(attended.personId);
  attended.person = person;
  attended.language = person.language;
  refuseWhoCannotAsk(person);
  return {
    person,
    language: person.language,
    now: reception.clock.now(),
    key: attended.key,
    ...(attended.channel && { channel: attended.channel }),
  };
}

function refuseWhoCannotAsk(person: Person): void {
  if (person.isBot) throw no('refused.bot');
  if (person.deactivatedAt) throw no('refused.deactivated');
}

/** A trigger lives for three seconds: when the work is slow, a loading form takes it, to be filled in later. */
async function patiently<T>(reception: Reception, attended: Attended, work: Promise<T>): Promise<T> {
  if (!attended.opensForm || !attended.triggerId) return work;
  const settled = work.then(
    () => true,
    () => true,
  );
  if (!(await within(reception.patience.openMs, settled))) {
    const view = loadingView(attended.language);
    const opened = await reception.client.views.open({ trigger_id: attended.triggerId, view }).catch(() => null);
    if (opened?.view?.id) attended.waitingView = opened.view.id;
  }
  return work;
}
