import { download, type FileParts, fileShape, Unfit } from './sender/files.js';
import { refusalCode } from './trouble.js';

/** What a file holds that somebody gave the bot in a form. Slack's own trouble is thrown, so that it can be tried again. */
export async function readFile(parts: FileParts, id: string, largest: number): Promise<Uint8Array | 'tooLarge' | null> {
  try {
    const info = await parts.client.files.info({ file: id });
    const file = fileShape.parse(info.file);
    if (file.is_external || !file.url_private_download) return null;
    if (file.size > largest) return 'tooLarge';
    return await download(parts, file.url_private_download, largest);
  } catch (error) {
    if (error instanceof Unfit) return error.message === 'file_too_large' ? 'tooLarge' : null;
    if (refusalCode(error) === null) throw error;
    return null;
  }
}

/** Slack lets a bot delete its own files, and those of people only where the workspace says so. */
export async function discardFile({ client }: Pick<FileParts, 'client'>, id: string): Promise<boolean> {
  try {
    await client.files.delete({ file: id });
    return true;
  } catch {
    // Whatever kept it from being deleted, the person is told that it is still there.
    return false;
  }
}
