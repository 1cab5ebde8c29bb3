/** Writes to the append-only, hash-chained record of who did what. Never the text of a case, only what was done to it. */
export interface Audit {
  record(entry: AuditRecord): Promise<void>;
}

export interface AuditRecord {
  /** A person's id, or `system` for what the clock did. */
  actor: string;
  /** `it.help-desk.take` */
  action: string;
  /** `it.help-desk/42` */
  object: string;
  /** Facts without personal text: states, ids, counts. */
  detail?: Record<string, string | number | boolean | null | readonly string[]>;
}
