import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type DataKey, dataKeysIn } from '../../../../platform/encryption/data-keys.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import type { CaseFile, Entry, EntryKind } from '../complaint.js';
import { type Books, keyName, placeOf } from './complaints.js';

const content = z.object({ by: z.string().nullable(), text: z.string() });
const TABLE = 'ComplaintEntry';
const FILE_TABLE = 'ComplaintFile';

/** What was written and done about a complaint, and the files that belong to it. */
export const entriesIn = ({ db, seals }: Books) => {
  const keyOf = async (complaintId: string): Promise<DataKey> => {
    const key = await dataKeysIn({ db, seals }).get(keyName(complaintId));
    if (!key) throw new Error('the key of a complaint is gone');
    return key;
  };
  return {
    /** Whoever writes holds the complaint, so that no two entries have the same place. */
    async add(complaintId: string, { by, text, ...entry }: Omit<Entry, 'seq'>): Promise<void> {
      const key = await keyOf(complaintId);
      const id = randomUUID();
      const last = await db.complaintEntry.aggregate({ where: { complaintId }, _max: { seq: true } });
      await db.complaintEntry.create({
        data: {
          ...{ id, complaintId, kind: entry.kind, on: fromDay(entry.on), isAnnounced: entry.isAnnounced },
          seq: (last._max.seq ?? 0) + 1,
          content: key.seal(JSON.stringify({ by, text }), placeOf(id, 'content', TABLE)),
        },
      });
    },

    /** In order. */
    async of(complaintId: string): Promise<Entry[]> {
      const key = await keyOf(complaintId);
      const rows = await db.complaintEntry.findMany({ where: { complaintId }, orderBy: { seq: 'asc' } });
      return rows.map(({ id, seq, kind, on, isAnnounced, content: sealed }) => ({
        ...{ seq, kind: kind as EntryKind, on: toDay(on), isAnnounced },
        ...content.parse(JSON.parse(key.open(sealed, placeOf(id, 'content', TABLE)))),
      }));
    },

    /** Which complaints have something that handlers aren't told of yet, up to that day. */
    async unannounced(until: Entry['on']): Promise<string[]> {
      const where = { isAnnounced: false, on: { lte: fromDay(until) } };
      const rows = await db.complaintEntry.findMany({ where, select: { complaintId: true } });
      return [...new Set(rows.map(({ complaintId }) => complaintId))];
    },

    async announce(complaintId: string, until: Entry['on']): Promise<void> {
      const where = { complaintId, on: { lte: fromDay(until) } };
      await db.complaintEntry.updateMany({ where, data: { isAnnounced: true } });
    },

    async addFile(complaintId: string, name: string, bytes: Uint8Array): Promise<CaseFile> {
      const key = await keyOf(complaintId);
      const id = randomUUID();
      await db.complaintFile.create({
        data: {
          ...{ id, complaintId, name: key.seal(name, placeOf(id, 'name', FILE_TABLE)) },
          content: key.seal(Buffer.from(bytes).toString('base64'), placeOf(id, 'content', FILE_TABLE)),
        },
      });
      return { id, name };
    },

    async removeFile(id: string): Promise<void> {
      await db.complaintFile.deleteMany({ where: { id } });
    },

    async files(complaintId: string): Promise<CaseFile[]> {
      const key = await keyOf(complaintId);
      const rows = await db.complaintFile.findMany({ where: { complaintId }, select: { id: true, name: true } });
      return rows.map(({ id, name }) => ({ id, name: key.open(name, placeOf(id, 'name', FILE_TABLE)) }));
    },

    async file(complaintId: string, id: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null> {
      const row = await db.complaintFile.findFirst({ where: { id, complaintId } });
      if (!row) return null;
      const key = await keyOf(complaintId);
      const text = key.open(row.content, placeOf(id, 'content', FILE_TABLE));
      return {
        name: key.open(row.name, placeOf(id, 'name', FILE_TABLE)),
        bytes: Uint8Array.from(Buffer.from(text, 'base64')),
      };
    },
  };
};
