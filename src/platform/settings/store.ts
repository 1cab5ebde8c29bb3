import type { Prisma } from '../../generated/prisma/client.js';
import { type Temporal, toDate } from '../time.js';
import type { Settings } from './settings.js';

/** Settings as rows of JSON; each reader brings the schema that gives them shape and defaults. */
export const settingsIn = (db: Prisma.TransactionClient, now: Temporal.Instant): Settings => ({
  async get(key, schema) {
    const row = await db.setting.findUnique({ where: { key } });
    return schema.parse(row?.value ?? {});
  },
  async set(key, value, by) {
    const content = { value: asJson(value), updatedBy: by, updatedAt: toDate(now) };
    await db.setting.upsert({ where: { key }, create: { key, ...content }, update: content });
  },
});

/** As JSON would store it: without undefined fields, which Prisma refuses. */
const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));
