import path from 'node:path';
import { createLog } from '../../src/platform/log/log.js';
import type { Limits } from '../../src/platform/outbox/limits.js';
import { packageFolder } from '../../src/platform/package-folder.js';
import { Temporal } from '../../src/platform/time.js';
import type { AtThePage } from '../../src/sandbox/driver/index.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start.js';
import { type OpenOffice, openTheOffice } from '../../src/start.js';
import { testTarget } from './database.js';
import { testKeys } from './keys.js';

/** A whole office and its Slack, for tests that go a person's whole way. */
export interface Journey {
  sandbox: Sandbox;
  office: OpenOffice;
  /** Everything that the bot logged so far, without the references of traces: any digits may stand in them. */
  logged(): string;
  person(who: string): Promise<AtThePage>;
  /** Waits until everything that is due has been said. */
  quiet(): Promise<void>;
  /** Moves the office's clock. */
  moveClock(to: string | { minutes: number }): Promise<void>;
  close(): Promise<void>;
}

export interface JourneyOptions
  extends Partial<
    Pick<SandboxOptions, 'delivery' | 'company' | 'folder' | 'limits' | 'patienceMs' | 'triggerLifetimeMs'>
  > {
  outbox?: Partial<Limits>;
  /** Whether the bot may read the sandbox's own papers; otherwise it may read nothing that isn't public. */
  readsPress?: true;
}

/** Slack's rates would make every journey slow; the tests of the outbox keep them. */
const hurried: Partial<Limits> = {
  lane: { perSecond: 200, burst: 200 },
  workspace: { perSecond: 500, burst: 500 },
  files: { perSecond: 200, burst: 200 },
  restMs: 5,
};

export async function openJourney(options: JourneyOptions = {}): Promise<Journey> {
  const lines: string[] = [];
  const { delivery = 'socket', outbox = hurried, readsPress, ...rest } = options;
  const sandbox = await startSandbox({
    port: 0,
    folder: null,
    manifestPath: path.join(packageFolder, 'manifest.yml'),
    company: 'demo',
    limits: false,
    delivery,
    ...rest,
  });
  const { target, drop } = await testTarget();
  const { botToken, appToken, signingSecret, apiUrl } = sandbox;
  const office = await openTheOffice({
    config: {
      marksKey: 'a key for tests only',
      ...(readsPress && { webAllowed: [new URL(sandbox.url).host] }),
      ratesUrl: `${sandbox.url}/press/rates.xml`,
    },
    slack:
      delivery === 'socket'
        ? { mode: 'socket', botToken, appToken, apiUrl }
        : { mode: 'http', botToken, signingSecret, apiUrl },
    database: target,
    keys: testKeys,
    clock: {
      now: () => Temporal.Instant.fromEpochMilliseconds(sandbox.clock.now()),
      onMove: sandbox.clock.onMove,
    },
    log: createLog({ logLevel: 'debug', logFormat: 'json' }, { write: (line) => void lines.push(line) }),
    ...(delivery === 'http' && { port: 0 }),
    limits: outbox,
  });
  if (office.slack.port !== null) sandbox.deliverTo(`http://127.0.0.1:${office.slack.port}/slack/events`);
  // Prisma loads its engine with the first query, which jest refuses between tests.
  await office.office.read(({ people }) => people.admins());
  const present: AtThePage[] = [];
  const enter = async (who: string) => {
    const person = await sandbox.person(who);
    present.push(person);
    return person;
  };

  return {
    sandbox,
    office,
    logged: () => lines.join('').replace(/"trace":"[0-9a-f]{32}"/g, '"trace":""'),
    person: enter,
    async quiet() {
      // What is said may be heard again as an event, which may lead to something that is said.
      for (let round = 0; round < 2; round++) {
        await sandbox.idle();
        await office.slack.idle();
        await office.worker.idle();
      }
    },
    async moveClock(to) {
      const someone = present[0] ?? (await enter('hazel'));
      const move = typeof to === 'string' ? { to: Date.parse(to) } : { by: to.minutes * 60_000 };
      await someone.wire.need('clock', move);
      await office.scheduler.runDue();
      await office.timekeeper.runDue();
      await office.worker.idle();
    },
    async close() {
      for (const person of present) person.leaves();
      await office.close();
      await sandbox.close();
      await drop();
    },
  };
}

/** The admin sets up the help desk, as a customer would: Robin leads it, Robin and Mihai are its technicians. */
export const setUpHelpDesk = (journey: Journey): Promise<void> =>
  staffDesk(journey, 'it.help-desk', 'IT help', {
    'Triage channel': 'it-triage',
    Technicians: ['robin', 'mihai'],
    Leads: ['robin'],
  });

/** The admin fills in a desk's form of the set-up. */
export async function staffDesk(
  journey: Journey,
  desk: string,
  title: string,
  fill: Record<string, string | string[]>,
): Promise<void> {
  const hazel = await journey.person('hazel');
  await hazel.types('general', '/backoffice setup');
  const list = await hazel.modal('Set-up');
  await list.press(`office.hub.setup-desk:${desk}`);
  const form = await hazel.modal(title);
  for (const [name, filling] of Object.entries(fill)) await form.fill(name, filling);
  await form.submit();
  await form.close(true);
  await journey.quiet();
}
