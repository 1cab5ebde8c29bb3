import type { Person as PersonRow } from '../../generated/prisma/client.js';
import { toInstant } from '../time.js';
import { type Language, languages } from '../words/words.js';
import type { Person } from './person.js';

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  language: chosen(row.language) ?? languageOf(row.locale),
  timeZone: row.timeZone,
  managerId: row.managerId,
  title: row.title,
  department: row.department,
  isAdmin: row.isAdmin,
  isBot: row.isBot,
  deactivatedAt: row.deactivatedAt && toInstant(row.deactivatedAt),
});

const chosen = (language: string | null): Language | undefined => languages.find((known) => known === language);

/** `ro-RO` → `ro`; English where we don't speak theirs. */
const languageOf = (locale: string): Language =>
  languages.find((known) => known === locale.toLowerCase().split(/[-_]/)[0]) ?? languages[0];
