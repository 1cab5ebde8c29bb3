/** Languages the office speaks. The first is spoken when nothing else is known. */
export const languages = ['en', 'ro'] as const;
export type Language = (typeof languages)[number];
