import { newId, newSecret } from '../state/ids.js';
import type { Channel, Message, StoredFile } from '../state/state.js';
import { announce, type World } from '../world.js';

const kinds: Record<string, [mimetype: string, pretty: string]> = {
  png: ['image/png', 'PNG'],
  jpg: ['image/jpeg', 'JPEG'],
  jpeg: ['image/jpeg', 'JPEG'],
  gif: ['image/gif', 'GIF'],
  webp: ['image/webp', 'WebP'],
  svg: ['image/svg+xml', 'SVG'],
  pdf: ['application/pdf', 'PDF'],
  csv: ['text/csv', 'CSV'],
  txt: ['text/plain', 'Plain Text'],
  md: ['text/markdown', 'Markdown'],
  json: ['application/json', 'JSON'],
  html: ['text/html', 'HTML'],
  zip: ['application/zip', 'Zip'],
  mp3: ['audio/mpeg', 'MP3'],
  mp4: ['video/mp4', 'MPEG 4 Video'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word Document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel Spreadsheet'],
};

export const filetypeOf = (name: string) => (/\.([a-z0-9]+)$/i.exec(name)?.[1] ?? 'binary').toLowerCase();
const mimetypeOf = (name: string) => kinds[filetypeOf(name)]?.[0] ?? 'application/octet-stream';
export const prettyTypeOf = (name: string) => kinds[filetypeOf(name)]?.[1] ?? 'Binary';

/** A place for a file whose bytes come later. */
export function expectFile(
  world: World,
  about: { name: string; size: number; user: string; altText?: string },
): StoredFile {
  const file: StoredFile = {
    id: newId('F'),
    name: about.name,
    title: about.name,
    altText: about.altText ?? '',
    mimetype: mimetypeOf(about.name),
    size: about.size,
    user: about.user,
    created: world.clock.seconds(),
    secret: newSecret(12),
    uploaded: false,
    deleted: false,
    shares: {},
  };
  world.state.files[file.id] = file;
  return file;
}

export function receiveBytes(world: World, file: StoredFile, bytes: Buffer): void {
  world.shelf.put(file.id, bytes);
  file.uploaded = true;
  file.size = bytes.length;
}

/** Notes where files were shared, and tells of each. */
export function noteShares(world: World, message: Message, channel: Channel): void {
  for (const id of message.files ?? []) {
    const file = world.state.files[id];
    if (!file) continue;
    file.shares[channel.id] = [...(file.shares[channel.id] ?? []), message.ts];
    announce(world, { type: 'file_shared', file, channel, user: message.user });
  }
}

export function deleteFile(world: World, file: StoredFile): void {
  file.deleted = true;
  world.shelf.remove(file.id);
}
