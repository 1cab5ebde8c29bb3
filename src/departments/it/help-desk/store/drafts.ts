import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Source } from './tickets.js';

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** From which message a form was opened. The form carries only the draft's id, so nobody can name a message they can't see. */
export const draftsIn = (db: Prisma.TransactionClient, now: Temporal.Instant) => ({
  async open(personId: string, source: Source): Promise<string> {
    const data = { personId, ...source, createdAt: toDate(now) };
    return (await db.ticketDraft.create({ data })).id;
  },

  async of(personId: string, id: string): Promise<Source | null> {
    if (!isUuid.test(id)) return null;
    const draft = await db.ticketDraft.findFirst({ where: { id, personId } });
    return draft && { channel: draft.channel, ts: draft.ts };
  },

  async forgetOf(personId: string): Promise<void> {
    await db.ticketDraft.deleteMany({ where: { personId } });
  },

  async forgetBefore(moment: Temporal.Instant): Promise<number> {
    return (await db.ticketDraft.deleteMany({ where: { createdAt: { lt: toDate(moment) } } })).count;
  },
});
