import type { z } from 'zod';

/** What admins set up in Slack, kept by key (`office`, `it.help-desk`), read through its schema. */
export interface Settings {
  /** The stored value, or the schema's defaults (`schema.parse({})`) when nothing was set. */
  get<Schema extends z.ZodType>(key: string, schema: Schema): Promise<z.output<Schema>>;
  set(key: string, value: unknown, by: string): Promise<void>;
}
