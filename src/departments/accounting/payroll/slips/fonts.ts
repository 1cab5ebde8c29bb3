import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that is read already, which its types don't know yet. */
      registerFont(name: string, font: Font): this;
    }
  }
}

let fonts: Promise<{ body: Font; strong: Font }> | undefined;

/** Fonts with every letter of Latin. Reading them takes longer than drawing a slip, so all slips share them. */
export function slipFonts(): Promise<{ body: Font; strong: Font }> {
  fonts ??= readFonts();
  return fonts;
}

async function readFonts() {
  const [body, strong] = await Promise.all([readFont('DejaVuSans'), readFont('DejaVuSans-Bold')]);
  return { body, strong };
}

async function readFont(name: string): Promise<Font> {
  const file = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
  const font = create(await readFile(file));
  if (!('layout' in font)) throw new Error(`${name} is a collection of fonts`);
  return font;
}
