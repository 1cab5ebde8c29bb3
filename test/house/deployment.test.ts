import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

// What carries the bot elsewhere names files and figures of ours: this fails when they are renamed.

const read = (file: string): string => readFileSync(file, 'utf8');

describe('what carries the office elsewhere', () => {
  it('copies into the image only what is there or is built', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?:--from=built )?(.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    const own = copied
      .map((file) => file.replace('/switchboard/', ''))
      .filter((file) => !['.', 'node_modules', 'dist'].includes(file));
    expect(own.filter((file) => !existsSync(file.replace(/^\.\//, '')))).toEqual([]);
    expect(read('Dockerfile')).toContain('USER node');
  });

  it('starts two replicas with nothing that says which is which but the port they listen at', () => {
    const shape = z.object({
      services: z.record(z.string(), z.object({ environment: z.record(z.string(), z.unknown()).optional() }).loose()),
    });
    const { services } = shape.parse(parse(read('compose.yaml'), { merge: true }));
    const { PORT: one, ...first } = services.one?.environment ?? {};
    const { PORT: other, ...second } = services.two?.environment ?? {};
    expect(first).toEqual(second);
    expect(one).not.toBe(other);
  });

  it('watches figures that exist', () => {
    const known = ['src/platform/metrics/metrics.ts', 'src/platform/metrics/queues.ts'].map(read).join();
    for (const file of ['docs/monitoring/alerts.yml', 'docs/monitoring/grafana.json', 'docs/operations.md']) {
      const named = [...read(file).matchAll(/switchboard_[a-z_]+/g)].map(([name]) =>
        name.replace(/_(bucket|count|sum)$/, ''),
      );
      expect(named.length).toBeGreaterThan(3);
      expect(named.filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('names commands in its documents that exist', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    for (const file of [
      'README.md',
      'docs/operations.md',
      'docs/performance.md',
      'docs/reliability.md',
      'docs/security.md',
    ]) {
      const named = [...read(file).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
      expect([file, named.filter((name) => !scripts[name])]).toEqual([file, []]);
    }
  });

  it('runs the same checks on every machine', () => {
    expect(read('.github/workflows/check.yml')).toContain('- run: .ci/run');
  });
});
