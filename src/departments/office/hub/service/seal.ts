import { auditHead } from '../../../../platform/audit/head.js';
import type { Transaction } from '../../../../platform/office.js';
import { OFFICE, officeSettings } from '../../../../platform/settings/office-settings.js';
import { words } from '../words.js';

/**
 * Says in a channel how far the record goes. Slack keeps that message out of the reach of whoever has the database, so that
 * nobody can cut off or rewrite the record unseen. A day without entries says nothing.
 */
export async function postSeal(tx: Transaction): Promise<void> {
  const { sealChannel, language } = await tx.settings.get(OFFICE, officeSettings);
  const head = sealChannel === null ? null : await auditHead(tx.db);
  if (sealChannel === null || !head) return;
  await tx.outbox.post({
    to: sealChannel,
    text: words.in(language)('seal', { count: Number(head.seq), head: `${head.seq}:${head.hash}` }),
    once: `office.hub.seal/${head.seq}`,
  });
}
