import type { DestinationStream } from 'pino';

const colours: Record<string, string> = { warn: '\u001b[33m', error: '\u001b[31m', fatal: '\u001b[31m' };
const faint = '\u001b[2m';
const plain = '\u001b[0m';

interface Line {
  level: string;
  time: string;
  msg?: string;
  err?: { message?: string; stack?: string };
  [field: string]: unknown;
}

/** Lines for people who watch a terminal, in place of JSON. */
export const prettyOn = (stream: DestinationStream): DestinationStream => ({
  write: (line) => stream.write(pretty(JSON.parse(line))),
});

function pretty({ level, time, msg, err, ...fields }: Line): string {
  const clock = new Date(time).toLocaleTimeString('en-GB');
  const rest = Object.entries(fields).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const lines = [
    [`${faint}${clock}${plain}`, `${colours[level] ?? ''}${level.padEnd(5)}${plain}`, msg, ...rest]
      .filter(Boolean)
      .join(' '),
    err?.message !== msg && err?.message,
    err?.stack && `${faint}${err.stack}${plain}`,
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}
