/**
 * Why something couldn't be fetched. `address`: not public. `scheme`: neither http nor https. `redirects`: too many, or in a
 * circle. `status`: answered, but with no content. `broken`: cut off, or not as it said. Never the content itself.
 */
export const webTroubles = [
  'address',
  'scheme',
  'notFound',
  'timeout',
  'tooLarge',
  'redirects',
  'status',
  'broken',
  'unreachable',
] as const;
export type WebTrouble = (typeof webTroubles)[number];

export class WebProblem extends Error {
  override name = 'WebProblem';

  constructor(
    readonly trouble: WebTrouble,
    /** HTTP's, where there was an answer. */
    readonly status: number | null = null,
    /** How long to wait, where the server said so. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(status === null ? trouble : `${trouble} ${status}`);
  }
}
