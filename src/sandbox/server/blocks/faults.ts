import type { z } from 'zod';

/** Says what is wrong with blocks or a view as Slack does: `[ERROR] must be … [json-pointer:/blocks/0/text]`. */
export function faultsOf(error: z.ZodError, root: string): string[] {
  return error.issues.flatMap((issue) => faultOf(issue, root));
}

function faultOf(issue: z.core.$ZodIssue, root: string): string[] {
  const [message, path] = explain(issue);
  const pointer = [root, ...path].join('/');
  return [`[ERROR] ${message} [json-pointer:${pointer === '' ? '/' : pointer}]`];
}

type Explained = [message: string, path: PropertyKey[]];

function explain(issue: z.core.$ZodIssue): Explained {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? missing(issue.path)
        : [`must provide a ${typeName(issue.expected)}`, issue.path];
    case 'too_big':
      return [tooBig(issue), issue.path];
    case 'too_small':
      return [tooSmall(issue), issue.path];
    case 'unrecognized_keys':
      return [`invalid additional property: ${issue.keys.join(', ')}`, issue.path];
    case 'invalid_union':
      return issue.discriminator === undefined
        ? ['failed to match all allowed schemas', issue.path]
        : unknownType(issue);
    case 'invalid_value':
      return issue.input === undefined ? missing(issue.path) : ['must be a valid enum value', issue.path];
    default:
      return [issue.message, issue.path];
  }
}

const missing = (path: PropertyKey[]): Explained => [
  `missing required field: ${String(path.at(-1))}`,
  path.slice(0, -1),
];

function unknownType(issue: z.core.$ZodIssueInvalidUnion): Explained {
  const input = issue.input as { type?: unknown } | undefined;
  if (typeof input !== 'object' || input === null) return ['must provide an object', issue.path.slice(0, -1)];
  return input.type === undefined ? missing(issue.path) : [`unsupported type: ${String(input.type)}`, issue.path];
}

function typeName(expected: string): string {
  return expected === 'int' ? 'number' : expected;
}

function tooBig(issue: z.core.$ZodIssueTooBig): string {
  const most = Number(issue.maximum);
  if (issue.origin === 'array') return `no more than ${most} items allowed`;
  return issue.origin === 'string' ? `must be less than ${most + 1} characters` : `must be at most ${most}`;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  const least = Number(issue.minimum);
  if (issue.origin === 'array') return `no fewer than ${least} items allowed`;
  return issue.origin === 'string' ? `must be more than ${least - 1} characters` : `must be at least ${least}`;
}
