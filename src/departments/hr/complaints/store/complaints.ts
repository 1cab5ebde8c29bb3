import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Prisma, Complaint as Row } from '../../../../generated/prisma/client.js';
import { type DataKey, dataKeysIn } from '../../../../platform/encryption/data-keys.js';
import { BrokenSeal } from '../../../../platform/encryption/seal.js';
import type { Seals } from '../../../../platform/encryption/seals.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import type { Temporal } from '../../../../platform/time.js';
import { type Complaint, type Content, DESK, type Kind, type Outcome, type Parties } from '../complaint.js';

/** What happened is read only where it is shown. */
type Sketch = Omit<Row, 'content'> & { content?: string };

export interface Books {
  db: Prisma.TransactionClient;
  seals: Seals;
}

const parties = z.object({
  reporterId: z.string().nullable(),
  exclusions: z.array(
    z.object({ id: z.string(), why: z.enum(['named', 'excluded', 'recused']), by: z.string().nullable() }),
  ),
  grantedIds: z.array(z.string()),
  links: z.array(z.string()),
}) satisfies z.ZodType<Parties>;
const content = z.object({
  ...{ about: z.string(), what: z.string(), when: z.string(), where: z.string() },
  ...{ witnesses: z.string(), wants: z.string(), fears: z.boolean() },
}) satisfies z.ZodType<Content>;

export const keyName = (id: string): string => `${DESK}/${id}`;
/** What receipts are found again with. */
const RECEIPTS = `${DESK}/receipts`;
export const placeOf = (row: string, field: string, table = 'Complaint') => ({ table, row, field });

export interface NewComplaint
  extends Pick<
    Complaint,
    'id' | 'reference' | 'kind' | 'mode' | 'receivedOn' | 'acknowledgeBy' | 'feedbackBy' | 'isAnnounced' | 'parties'
  > {
  content: Content;
  formTag: string;
  receipt: string;
}

export type ComplaintChanges = Partial<
  Omit<Complaint, 'id' | 'reference' | 'kind' | 'mode' | 'receivedOn' | 'edition' | 'parties' | 'warnings'>
> & { parties?: Parties; warnings?: readonly string[] };

/** Complaints that aren't erased. Each has a key of its own, without which nothing of it is read. */
export const complaintsIn = ({ db, seals }: Books) => {
  const keys = dataKeysIn({ db, seals });
  const read = async (rows: readonly Sketch[]): Promise<Complaint[]> => {
    const found = await keys.many(rows.map(({ id }) => keyName(id)));
    return rows.flatMap((row) => opened(row, found.get(keyName(row.id))) ?? []);
  };
  const one = async (where: Prisma.ComplaintWhereInput): Promise<Complaint | null> => {
    const row = await db.complaint.findFirst({ where: { ...where, erasedOn: null } });
    return row ? ((await read([row]))[0] ?? null) : null;
  };

  return {
    /** By the day, then by reference, so that the order tells nothing more exact. */
    async all(): Promise<Complaint[]> {
      const orderBy = [{ receivedOn: 'desc' as const }, { reference: 'asc' as const }];
      return read(await db.complaint.findMany({ where: { erasedOn: null }, orderBy, omit: { content: true } }));
    },

    get: (id: string) => one({ id }),
    called: (reference: string) => one({ reference }),

    /** Like `get`, and whoever else wants to change it waits. */
    async hold(id: string): Promise<Complaint | null> {
      await db.$queryRaw`SELECT 1 FROM "Complaint" WHERE "id" = ${id}::uuid FOR UPDATE`;
      return one({ id });
    },

    async withReceipt(receipt: string): Promise<Complaint | null> {
      const tag = (await keys.one(RECEIPTS)).tag(receipt);
      const row = await db.complaint.findFirst({ where: { receiptTag: tag, erasedOn: null } });
      // The database's own comparison is of tags, which nobody can choose; this one takes the same time for each.
      const isSame = timingSafeEqual(Buffer.from(row?.receiptTag ?? tag), Buffer.from(tag));
      return row && isSame ? ((await read([row]))[0] ?? null) : null;
    },

    async isKnownForm(formTag: string): Promise<boolean> {
      return (await db.complaint.count({ where: { formTag } })) > 0;
    },

    async add({ parties: who, content: what, receipt, ...row }: NewComplaint): Promise<Complaint> {
      const key = await keys.make(keyName(row.id));
      const created = await db.complaint.create({
        data: {
          ...row,
          ...{ receivedOn: fromDay(row.receivedOn), acknowledgeBy: fromDay(row.acknowledgeBy) },
          feedbackBy: fromDay(row.feedbackBy),
          receiptTag: (await keys.one(RECEIPTS)).tag(receipt),
          parties: key.seal(JSON.stringify(who), placeOf(row.id, 'parties')),
          content: key.seal(JSON.stringify(what), placeOf(row.id, 'content')),
        },
      });
      const complaint = opened(created, key);
      if (!complaint) throw new Error('a complaint that was just written down can’t be read');
      return complaint;
    },

    async contentOf(id: string): Promise<Content | null> {
      const key = await keys.get(keyName(id));
      const row = await db.complaint.findUnique({ where: { id }, select: { content: true } });
      return key && row && content.parse(JSON.parse(key.open(row.content, placeOf(id, 'content'))));
    },

    async change(id: string, changes: ComplaintChanges): Promise<Complaint> {
      const { parties: who, warnings, ...rest } = changes;
      const key = await keys.get(keyName(id));
      if (!key) throw new Error('the key of a complaint is gone');
      const row = await db.complaint.update({
        where: { id },
        data: {
          ...inDays(rest),
          ...(warnings && { warnings: [...warnings] }),
          ...(who && { parties: key.seal(JSON.stringify(who), placeOf(id, 'parties')) }),
          edition: { increment: 1 },
        },
      });
      const complaint = opened(row, key);
      if (!complaint) throw new Error('a complaint that was just changed can’t be read');
      return complaint;
    },

    /** Destroys its key, and takes away what it had sealed. What remains tells of no person. */
    async erase(id: string, on: Temporal.PlainDate): Promise<void> {
      await keys.destroy(keyName(id));
      await db.complaintEntry.deleteMany({ where: { complaintId: id } });
      await db.complaintFile.deleteMany({ where: { complaintId: id } });
      const emptied = { parties: '', content: '', receiptTag: null, assigneeId: null, secondId: null };
      await db.complaint.update({ where: { id }, data: { ...emptied, erasedOn: fromDay(on) } });
    },
  };
};

const dayFields = ['acknowledgeBy', 'feedbackBy', 'acknowledgedOn', 'closedOn', 'eraseOn'] as const;

function inDays(changes: Omit<ComplaintChanges, 'parties' | 'warnings'>): Prisma.ComplaintUpdateInput {
  const days = dayFields.flatMap((field) => {
    const day = changes[field];
    return day === undefined ? [] : [[field, day && fromDay(day)] as const];
  });
  return { ...(changes as object), ...Object.fromEntries(days) };
}

/** Null where it can't be opened: without its key, or altered by somebody. */
function opened(row: Sketch, key: DataKey | undefined): Complaint | null {
  if (!key) return null;
  try {
    const {
      parties: sealed,
      content: _,
      formTag: __,
      receiptTag: ___,
      erasedOn: ____,
      ...rest
    } = {
      content: '',
      ...row,
    };
    return {
      ...rest,
      kind: rest.kind as Kind,
      outcome: rest.outcome as Outcome | null,
      ...{ receivedOn: toDay(row.receivedOn), acknowledgeBy: toDay(row.acknowledgeBy) },
      ...{ feedbackBy: toDay(row.feedbackBy), eraseOn: row.eraseOn && toDay(row.eraseOn) },
      ...{ acknowledgedOn: row.acknowledgedOn && toDay(row.acknowledgedOn) },
      closedOn: row.closedOn && toDay(row.closedOn),
      parties: parties.parse(JSON.parse(key.open(sealed, placeOf(row.id, 'parties')))),
    };
  } catch (error) {
    if (error instanceof BrokenSeal) return null;
    throw error;
  }
}
