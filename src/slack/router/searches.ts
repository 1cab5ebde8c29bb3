import type { PlainTextOption } from '@slack/types';
import { within } from '../../platform/within.js';
import { languages } from '../../platform/words/words.js';
import { findByElement } from '../doors/open-doors.js';
import { report } from '../errors.js';
import { suggestionPayload } from '../wire/payloads.js';
import { welcome } from './attend.js';
import { openViewOf } from './open-view.js';
import type { Attended, Reception } from './reception.js';

const OPTIONS_AT_MOST = 100;

/** What was typed in a select that searches. A search that fails or takes too long finds nothing. */
export async function onSearch(
  reception: Reception,
  body: unknown,
  ack: (reply: { options: PlainTextOption[] }) => Promise<void>,
): Promise<void> {
  const found = await within(reception.patience.formMs, search(reception, body));
  await ack({ options: (found ?? []).slice(0, OPTIONS_AT_MOST) });
}

async function search(reception: Reception, body: unknown): Promise<PlainTextOption[]> {
  const { user, view, channel, ...payload } = suggestionPayload.parse(body);
  const door = `search ${payload.action_id}`;
  const held = findByElement(reception.doors.searches, payload.action_id);
  if (!held) return [];
  const attended: Attended = { door, key: door, personId: user.id, person: null, language: languages[0] };
  try {
    const visit = await welcome(reception, attended);
    return await held.door({
      ...visit,
      actionId: payload.action_id,
      query: payload.value,
      ...(view?.type === 'modal' && { view: openViewOf(view) }),
      ...(channel && { channel: { id: channel.id, ...(channel.name && { name: channel.name }) } }),
    });
  } catch (error) {
    report(reception, door, error);
    return [];
  }
}
