import type { WebClient } from '@slack/web-api';
import pLimit from 'p-limit';
import { z } from 'zod';
import { Temporal } from '../../platform/time.js';
import { within } from '../../platform/within.js';
import type { Presence } from '../../platform/workspace.js';

const HOLDS_MS = 10_000;
const PATIENCE_MS = 900;
/** Slack takes so many people in one question about quiet. */
const QUIET_AT_ONCE = 50;
const ASKED_AT_ONCE = 8;

const quietShape = z.object({
  users: z
    .record(
      z.string(),
      z.object({
        dnd_enabled: z.boolean().default(false),
        next_dnd_start_ts: z.number().default(0),
        next_dnd_end_ts: z.number().default(0),
      }),
    )
    .default({}),
});

/** Who is at Slack and who wants quiet, as far as Slack told lately. */
export class PresenceBoard {
  #heard = new Map<string, { presence: Presence; until: number }>();
  #inTurn = pLimit(ASKED_AT_ONCE);

  constructor(private readonly client: Pick<WebClient, 'users' | 'dnd'>) {}

  /** Whoever isn't told of in time is left out; the answer that comes late serves the next question. */
  async of(ids: readonly string[], now: Temporal.Instant): Promise<ReadonlyMap<string, Presence>> {
    const unknown = [...new Set(ids)].filter((id) => (this.#heard.get(id)?.until ?? 0) <= performance.now());
    if (unknown.length > 0) await within(PATIENCE_MS, this.#ask(unknown, now));
    const known = ids.flatMap((id) => {
      const heard = this.#heard.get(id);
      return heard && heard.until > performance.now() ? [[id, heard.presence] as const] : [];
    });
    return new Map(known);
  }

  async #ask(ids: readonly string[], now: Temporal.Instant): Promise<void> {
    const quiet = await this.#quiet(ids, now);
    await Promise.all(
      ids.map((id) =>
        this.#inTurn(async () => {
          const answer = await this.client.users.getPresence({ user: id }).catch(() => null);
          if (!answer) return;
          const presence = { isActive: answer.presence === 'active', quietUntil: quiet.get(id) ?? null };
          this.#heard.set(id, { presence, until: performance.now() + HOLDS_MS });
        }),
      ),
    );
  }

  async #quiet(ids: readonly string[], now: Temporal.Instant): Promise<Map<string, Temporal.Instant>> {
    const seconds = now.epochMilliseconds / 1000;
    const quiet = new Map<string, Temporal.Instant>();
    for (let start = 0; start < ids.length; start += QUIET_AT_ONCE) {
      const some = ids.slice(start, start + QUIET_AT_ONCE).join(',');
      const answer = await this.client.dnd.teamInfo({ users: some }).catch(() => ({}));
      for (const [id, dnd] of Object.entries(quietShape.safeParse(answer).data?.users ?? {})) {
        const isNow = dnd.dnd_enabled && dnd.next_dnd_start_ts <= seconds && seconds < dnd.next_dnd_end_ts;
        if (isNow) quiet.set(id, Temporal.Instant.fromEpochMilliseconds(dnd.next_dnd_end_ts * 1000));
      }
    }
    return quiet;
  }
}
