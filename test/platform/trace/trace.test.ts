import { createLog } from '../../../src/platform/log/log.js';
import { currentTraceId, traced, traceparent } from '../../../src/platform/trace/trace.js';

const lines: Record<string, unknown>[] = [];
const log = createLog(
  { logLevel: 'info', logFormat: 'json' },
  { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
);
beforeEach(() => lines.splice(0));

describe('a piece of work', () => {
  it('has one reference in all lines of its log, also of its parts, and no other has it', async () => {
    const work = (name: string) =>
      traced(name, {}, async () => {
        log.info(`${name} begins`);
        await traced('part', {}, async () => log.info(`${name} goes on`));
        return currentTraceId();
      });
    const [one, other] = await Promise.all([work('one'), work('other')]);
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(other).not.toBe(one);
    expect(lines.filter(({ trace }) => trace === one).map(({ msg }) => msg)).toEqual(['one begins', 'one goes on']);
    log.info('outside');
    expect(lines.at(-1)).not.toHaveProperty('trace');
    expect(currentTraceId()).toBeUndefined();
  });

  it('goes on under the reference of what began it, however much later', async () => {
    const [kept, id] = await traced('request', {}, async () => [traceparent(), currentTraceId()]);
    expect(kept).toMatch(new RegExp(`^00-${id}-[0-9a-f]{16}-01$`));
    expect(await traced('letter', {}, async () => currentTraceId(), kept)).toBe(id);
  });

  it.each(['', 'x', '00-0-0-01', null])('begins anew where what began it can’t be read: %s', async (kept) => {
    expect(await traced('letter', {}, async () => currentTraceId(), kept)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('ends as it ended', async () => {
    await expect(traced('work', {}, () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
    await expect(traced('work', {}, async () => 7)).resolves.toBe(7);
  });
});
