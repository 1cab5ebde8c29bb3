import { types } from 'node:util';
import { type DestinationStream, type Logger, pino } from 'pino';
import { messageOf } from '../errors/caught.js';
import { currentTraceId } from '../trace/trace.js';
import { cleanFields, withheld } from './clean.js';
import { prettyOn } from './pretty.js';
import { hideSecrets, scrub } from './scrub.js';

export type Log = Logger;

export interface LogOptions {
  logLevel: string;
  /** Unset: for people on a terminal, as JSON elsewhere. */
  logFormat?: 'json' | 'pretty' | undefined;
}

/** Every line passes through `clean`: no token, no text of a message and no field of a form reaches the log. */
export function createLog({ logLevel, logFormat }: LogOptions, destination?: DestinationStream): Log {
  const isPretty = logFormat ? logFormat === 'pretty' : process.stdout.isTTY;
  const stream = destination ?? pino.destination({ dest: 1, sync: true });
  return pino(
    {
      level: logLevel,
      base: null,
      // One reference from Slack's request to the last message about it.
      mixin: () => {
        const trace = currentTraceId();
        return trace ? { trace } : {};
      },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => cleanFields(fields),
      },
      // What a child logger adds to its lines passes by the formatters, but not by this.
      redact: { paths: withheld.flatMap((name) => [name, `*.${name}`]), censor: '…' },
      serializers: { err: (error) => error },
      hooks: {
        logMethod(args, method) {
          method.apply(this, cleanArguments(args));
        },
        streamWrite: hideSecrets,
      },
    },
    isPretty ? prettyOn(stream) : stream,
  );
}

type LogArguments = Parameters<pino.LogFn>;

/** An error that is logged without a message lends its own, which has to be cleaned before pino takes it. */
function cleanArguments([first, ...rest]: LogArguments): LogArguments {
  const subject = types.isNativeError(first) ? { err: first } : typeof first === 'string' ? scrub(first) : first;
  const message = rest.map((part) => (typeof part === 'string' ? scrub(part) : part));
  if (message.length === 0 && isAboutError(subject)) message.push(scrub(messageOf(subject.err)));
  return [subject, ...message] as LogArguments;
}

const isAboutError = (subject: unknown): subject is { err: unknown } =>
  typeof subject === 'object' && subject !== null && 'err' in subject;
