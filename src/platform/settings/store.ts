import type { Prisma } from '../../generated/prisma/client.js';
import { type Temporal, toDate } from '../time.js';
import type { Settings } from './settings.js';

/**
 * Settings as rows of JSON; each reader brings the schema that gives them shape and defaults. There are a handful, and most
 * work needs several, so a transaction reads them all at once.
 */
export function settingsIn(db: Prisma.TransactionClient, now: Temporal.Instant): Settings {
  let rows: Promise<Map<string, Prisma.JsonValue>> | undefined;
  const read = async () => new Map((await db.setting.findMany()).map(({ key, value }) => [key, value]));
  return {
    async get(key, schema) {
      rows ??= read();
      return schema.parse((await rows).get(key) ?? {});
    },
    async set(key, value, by) {
      rows = undefined;
      const content = { value: asJson(value), updatedBy: by, updatedAt: toDate(now) };
      await db.setting.upsert({ where: { key }, create: { key, ...content }, update: content });
    },
  };
}

/** As JSON would store it: without undefined fields, which Prisma refuses. */
const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));
