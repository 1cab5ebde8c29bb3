import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

export interface BundledFont {
  font: Font;
  bytes: Uint8Array;
}

const fonts = new Map<string, Promise<BundledFont>>();

/** A font that comes along, with every letter of Latin: a server may have none. Read once, since that takes a while. */
export function bundledFont(name: 'DejaVuSans' | 'DejaVuSans-Bold'): Promise<BundledFont> {
  const reading = fonts.get(name) ?? readFont(name);
  fonts.set(name, reading);
  return reading;
}

async function readFont(name: string): Promise<BundledFont> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  const { create } = await import('fontkit');
  const font = create(bytes);
  if (!('layout' in font)) throw new Error(`${name} is a collection of fonts`);
  return { font, bytes };
}
