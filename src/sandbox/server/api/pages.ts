import { refuse } from '../refusal.js';

/** One page of a list, and where the next begins. Cursors are opaque to the app. */
export function pageOf<T>(all: T[], cursor: string | undefined, limit: number): { page: T[]; next: string } {
  const start = cursor ? positionIn(cursor) : 0;
  const end = start + limit;
  return { page: all.slice(start, end), next: end < all.length ? Buffer.from(`at:${end}`).toString('base64') : '' };
}

function positionIn(cursor: string): number {
  const [, position] = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return position === undefined ? refuse('invalid_cursor') : Number(position);
}

export const nextPage = (next: string) => ({ response_metadata: { next_cursor: next } });
