/** What was thrown may be anything; these look without assuming. */
export const codeOf = (error: unknown): string | undefined => textAt(error, 'code');
export const messageOf = (error: unknown): string => textAt(error, 'message') ?? String(error);

function textAt(error: unknown, field: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}
