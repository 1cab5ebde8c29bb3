/** Without accents, in small letters: `Sâmbătă` and `sambata` are the same. */
export const folded = (text: string): string => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
