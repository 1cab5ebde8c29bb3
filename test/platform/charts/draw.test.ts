import { writeFileSync } from 'node:fs';
import { barOption } from '../../../src/platform/charts/chart.js';
import { drawChart } from '../../../src/platform/charts/draw.js';

const calls = {
  title: 'Apeluri pe ore, ultimele 30 de zile',
  language: 'ro' as const,
  labels: ['9', '10', '11', '12', '13', '14', '15', '16'],
  series: [
    { name: 'preluate', colour: 'good' as const, values: [3, 8, 12, 5, 7, 9, 4, 2] },
    { name: 'pierdute', colour: 'bad' as const, values: [1, 0, 2, 1, 0, 1, 0, 0] },
    { name: 'altele', colour: 'quiet' as const, values: [0, 1, 0, 0, 2, 0, 0, 1] },
  ],
};

/** Width and height, as a PNG's header says them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('a chart', () => {
  it('is a picture with words in it, though the machine has no fonts', async () => {
    const png = await drawChart(barOption(calls));
    if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/chart.png`, png);
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
    expect(sizeOf(png)).toEqual([960, 600]);
    const wordless = await drawChart(
      barOption({ ...calls, title: '', labels: [], series: calls.series.map((one) => ({ ...one, name: '' })) }),
    );
    expect(png.length).toBeGreaterThan(wordless.length);
  });

  it('is the same picture for the same figures', async () => {
    const [one, other] = await Promise.all([drawChart(barOption(calls)), drawChart(barOption(calls))]);
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('stands also for nothing at all', async () => {
    const empty = { ...calls, labels: [], series: calls.series.map((one) => ({ ...one, values: [] })) };
    expect(sizeOf(await drawChart(barOption(empty)))).toEqual([960, 600]);
  });
});
