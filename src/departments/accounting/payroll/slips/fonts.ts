import type { Font } from 'fontkit';
import { bundledFont } from '../../../../platform/fonts.js';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that is read already, which its types don't know yet. */
      registerFont(name: string, font: Font): this;
    }
  }
}

/** All slips share them. */
export async function slipFonts(): Promise<{ body: Font; strong: Font }> {
  const [body, strong] = await Promise.all([bundledFont('DejaVuSans'), bundledFont('DejaVuSans-Bold')]);
  return { body: body.font, strong: strong.font };
}
