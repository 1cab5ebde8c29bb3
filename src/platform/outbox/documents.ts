import type { PrismaClient } from '../../generated/prisma/client.js';
import type { Desk } from '../doors/doors.js';
import type { Office } from '../office.js';
import { OFFICE, officeSettings } from '../settings/office-settings.js';
import type { Language } from '../words/words.js';
import type { DrawnFile } from './outbox.js';
import type { ClaimedLetter } from './queue.js';

/** What a document's source may look at. */
export type Look = Parameters<Parameters<Office['read']>[0]>[0];

/** Draws the file that `ref` names; null where there is nothing to be shown (any more). */
export type DocumentSource = (look: Look, ref: string, language: Language) => Promise<DrawnFile | null>;

/** Draws a document for whoever it goes to, in their language. */
export type Draw = (document: { source: string; ref: string; to: string }) => Promise<DrawnFile | null>;

/** Each desk draws its own documents, when they are sent. */
export const drawerOf = (desks: readonly Desk[], office: Pick<Office, 'read'>): Draw => {
  const sources = new Map(desks.flatMap(({ documents = {} }) => Object.entries(documents)));
  return async ({ source, ref, to }) => {
    const draw = sources.get(source);
    if (!draw) return null;
    return office.read(async (look) => {
      const reader = await look.people.get(to);
      const language = reader?.language ?? (await look.settings.get(OFFICE, officeSettings)).language;
      return draw(look, ref, language);
    });
  };
};

/**
 * Keeps, before anybody can see the file, under which id it will stand. False: the letter belongs to another worker by now,
 * so this one must not show it.
 */
export async function noteUpload(
  prisma: PrismaClient,
  { id, fence }: Pick<ClaimedLetter, 'id' | 'fence'>,
  fileId: string,
): Promise<boolean> {
  const noted = await prisma.$executeRaw`
    UPDATE "Letter" SET "payload" = jsonb_set("payload", '{uploads}',
      coalesce("payload" -> 'uploads', '[]'::jsonb) || jsonb_build_array(${fileId}::text))
    WHERE "id" = ${id} AND "fence" = ${fence} AND "state" = 'sending'`;
  return noted === 1;
}
