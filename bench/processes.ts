import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

export interface Running {
  pid: number;
  /** The line with which it said that it is ready. */
  said: string;
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
}

const typescript = path.resolve(import.meta.dirname, '../scripts/typescript.mjs');

/** Starts a program and waits until it prints a line with `ready`. Its complaints go to our own standard error. */
export function start(script: string, env: Record<string, string>, ready: RegExp): Promise<Running> {
  const flags = script.endsWith('.ts') ? ['--import', typescript] : [];
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const line = printed.split('\n').find((each) => ready.test(each));
      if (line && child.pid)
        resolve({ pid: child.pid, said: line, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') });
    });
    child.on('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${printed}`)));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.on('exit', () => resolve());
    child.kill(signal);
  });
}

/** Resident memory of a process, in bytes (Linux). */
export function residentBytes(pid: number): number {
  const kilobytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/)?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** Processor time that a process has used, in hundredths of a second (Linux). */
export function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
