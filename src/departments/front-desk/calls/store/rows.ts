import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromRow } from '../../../../platform/database/rows.js';
import type { Call, CallEvent, EventKind, Ring } from '../call.js';

export const withRings = { rings: { orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] } } satisfies Prisma.CallInclude;
type CallRow = Prisma.CallGetPayload<{ include: typeof withRings }>;

export const callOf = ({ rings, ...row }: CallRow): Call => ({ ...fromRow(row), rings: rings.map(ringOf) });

export function ringOf(row: CallRow['rings'][number]): Ring {
  const { callNumber: _of, ...ring } = fromRow(row);
  return ring;
}

export const eventOf = ({ callNumber: _of, ...row }: Prisma.CallEventGetPayload<object>): CallEvent => ({
  ...fromRow(row),
  id: String(row.id),
  kind: row.kind as EventKind,
  detail: row.detail as CallEvent['detail'],
});
