import type { EChartsCoreOption } from 'echarts/core';

/** Twice what a telephone shows, so that it stays sharp. */
const WIDTH = 960;
const HEIGHT = 600;

let tools: ReturnType<typeof prepare> | undefined;

/** Draws a chart as PNG, with fonts of its own: a server has none. */
export async function drawChart(option: EChartsCoreOption): Promise<Uint8Array<ArrayBuffer>> {
  tools ??= prepare();
  const { init, Resvg, fontBuffers } = await tools;
  const resvg = new Resvg(svgOf(init, option), {
    font: { fontBuffers, defaultFontFamily: 'DejaVu Sans', loadSystemFonts: false },
  });
  try {
    return new Uint8Array(resvg.render().asPng());
  } finally {
    resvg.free();
  }
}

type Init = typeof import('echarts/core').init;

function svgOf(init: Init, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** Loaded with the first chart: most of the time nobody wants one, and they are large. */
const prepare = async () => (await import('./tools.js')).prepareTools();
