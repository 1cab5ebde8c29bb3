/** The workspace says no, with one of Slack's error codes. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    /** What goes to the answer besides: `response_metadata`, `needed` … */
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

export function refuse(code: string, messages: string[] = []): never {
  throw new Refusal(code, messages.length > 0 ? { response_metadata: { messages } } : {});
}

/** Does something whose refusals this method documents under other codes. */
export function inOwnWords<T>(words: Record<string, string>, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Refusal ? words[error.code] : undefined;
    return code === undefined ? rethrow(error) : refuse(code);
  }
}

function rethrow(error: unknown): never {
  throw error;
}
