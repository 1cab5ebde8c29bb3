import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../../src/platform/package-folder.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { testTarget } from '../support/database.js';
import { type RunningProcess, startProcess } from '../support/process.js';

const attribute = z.object({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) });
const span = z.object({
  ...{ traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional(), name: z.string() },
  attributes: z.array(attribute),
});
type Span = z.output<typeof span>;
const told = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

describe('a request, with a collector of traces', () => {
  const spans: Span[] = [];
  const services = new Set<string>();
  const bodies: string[] = [];
  let collector: Server;
  let sandbox: Sandbox;
  let bot: RunningProcess;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        bodies.push(body);
        for (const { resource, scopeSpans } of told.parse(JSON.parse(body)).resourceSpans) {
          for (const { key, value } of resource.attributes) {
            if (key === 'service.name') services.add(value.stringValue ?? '');
          }
          spans.push(...scopeSpans.flatMap((scope) => scope.spans));
        }
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    sandbox = await startSandbox({
      ...{ port: 0, folder: null, manifestPath: path.join(packageFolder, 'manifest.yml') },
      ...{ delivery: 'socket', company: 'demo', limits: false },
    });
    const made = await testTarget();
    drop = made.drop;
    const { botToken, appToken, apiUrl } = sandbox;
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-trace-')), 'pglite');
    const database = made.target.kind === 'postgres' ? made.target : { kind: 'pglite', folder };
    bot = startProcess('bot', [], {
      BOT: JSON.stringify({ slack: { mode: 'socket', botToken, appToken, apiUrl }, database }),
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      ...{ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_BSP_SCHEDULE_DELAY: '100' },
    });
    expect(await bot.line()).toBe('ready');
  }, 60_000);
  afterAll(async () => {
    await bot.kill();
    await sandbox.close();
    collector.close();
    await drop();
  });

  it('is one trace from the form to the last message, with nothing of what was written', async () => {
    const jay = await sandbox.person('jay');
    await jay.types('general', '/ithelp the projector whistles');
    expect(await (await jay.modal('Ask IT for help')).submit()).toEqual({ closed: true });
    await jay.sees('the projector whistles', { in: 'app', within: 20_000 });
    const letter = () => spans.find(({ name, traceId }) => name === 'letter post' && traceId === form()?.traceId);
    const form = () => spans.find(({ name }) => name === 'form it.help-desk.raise');
    for (let waited = 0; waited < 200 && !letter(); waited++) await new Promise((resolve) => setTimeout(resolve, 50));

    expect([...services]).toEqual(['switchboard']);
    expect(form()?.parentSpanId || undefined).toBeUndefined();
    const parts = spans.filter(({ traceId }) => traceId === form()?.traceId).map(({ name }) => name);
    expect(parts).toEqual(expect.arrayContaining(['form it.help-desk.raise', 'transaction', 'letter post']));
    const transaction = spans.find(({ name, traceId }) => name === 'transaction' && traceId === form()?.traceId);
    expect(transaction?.parentSpanId).toBe(form()?.spanId);
    expect(letter()?.parentSpanId).toBe(transaction?.spanId);
    const command = spans.find(({ name }) => name === '/ithelp');
    expect(command?.traceId).not.toBe(form()?.traceId);
    expect(bodies.join()).not.toMatch(/projector|U0JAY/);
    jay.leaves();
  }, 60_000);
});
