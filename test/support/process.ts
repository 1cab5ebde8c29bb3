import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningProcess {
  child: ChildProcess;
  /** The next line that it prints; null once it has ended. */
  line(): Promise<string | null>;
  /** Ends it without a chance to tidy up, as a power cut would. */
  kill(): Promise<void>;
  ended: Promise<number | null>;
}

const typescript = path.resolve(import.meta.dirname, '../../scripts/typescript.mjs');

/** Runs one of `test/support/processes` as a process of its own, straight from the sources. */
export function startProcess(name: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): RunningProcess {
  const file = path.resolve(import.meta.dirname, 'processes', `${name}.ts`);
  return startNode(['--import', typescript, file, ...args], env);
}

/** Runs one of the bot's programs as it was built. */
export const startBuilt = (program: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): RunningProcess =>
  startNode([path.resolve(import.meta.dirname, `../../dist/${program}.js`), ...args], env);

function startNode(args: string[], env: NodeJS.ProcessEnv): RunningProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    line: async () => (await lines.next()).value ?? null,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}
