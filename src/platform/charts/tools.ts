import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { bundledFont } from '../fonts.js';

/** What draws charts, ready to draw. */
export async function prepareTools() {
  use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const [body, strong] = await Promise.all([bundledFont('DejaVuSans'), bundledFont('DejaVuSans-Bold')]);
  // Without a canvas ECharts guesses how wide a text is, and too narrow.
  setPlatformAPI({
    measureText: (text = '', look = '') => {
      const size = Number(/(\d+(?:\.\d+)?)px/.exec(look)?.[1] ?? 12);
      const { font } = look.includes('bold') ? strong : body;
      return { width: (font.layout(text).advanceWidth / font.unitsPerEm) * size };
    },
  });
  return { init, Resvg, fontBuffers: [body.bytes, strong.bytes] };
}
