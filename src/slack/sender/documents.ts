import type { Delivery, Outgoing } from '../../platform/outbox/outbox.js';
import { type FileParts, type PlacedFile, place, share, verdictOnFile } from './files.js';

/**
 * Uploads what was drawn, has its id noted, and only then shows it with the letter's text, as one message. Whatever
 * breaks off before that is repeated without harm; after it, the id tells whether it arrived.
 */
export async function sendDocument(parts: FileParts, outgoing: Outgoing): Promise<Delivery> {
  const { file, noteUpload } = outgoing;
  if (!file || !noteUpload) return { outcome: 'dead', error: 'no_file' };
  let ready: PlacedFile;
  try {
    ready = await place(parts, outgoing.channel, file);
  } catch (error) {
    return verdictOnFile(error);
  }
  await noteUpload(ready.fileId);
  return share(parts.client, outgoing, ready);
}
