import type { FastifyInstance, FastifyRequest } from 'fastify';
import { applyAnswer } from './interactions/answers.js';
import { sendFile } from './page/files.js';
import { Refusal } from './refusal.js';
import type { Traffic } from './traffic.js';
import { receiveBytes } from './workspace/files.js';
import type { World } from './world.js';

/** Addresses beside the Web API that the app uses: `response_url`s, uploads and private files. */
export function openWire(server: FastifyInstance, world: World, traffic: Traffic): void {
  server.post('/commands/*', (request, reply) => answer(request, reply));
  server.post('/actions/*', (request, reply) => answer(request, reply));

  const answer = async (request: FastifyRequest, reply: { code(status: number): { send(body: unknown): unknown } }) => {
    const path = request.url.split('?')[0] ?? '';
    const found = world.responseUrls.use(path);
    const outcome =
      'error' in found
        ? { status: 404, error: found.error }
        : attempt(() => applyAnswer(world, found.about, bodyOf(request)));
    traffic.note({
      kind: 'response_url',
      name: path.split('/')[1] ?? '',
      ok: outcome.error === undefined,
      error: outcome.error,
      ms: 0,
      request: request.body,
      response: outcome.error ?? 'ok',
    });
    return reply.code(outcome.status).send(outcome.error === undefined ? 'ok' : { ok: false, error: outcome.error });
  };

  openUploads(server, world);
  server.get('/files-pri/:key/*', (request, reply) => {
    if (
      request.headers.authorization !== `Bearer ${world.state.app.botToken}` ||
      !world.manifest.scopes.has('files:read')
    ) {
      return reply.code(403).send('');
    }
    const file = world.state.files[(request.params as { key: string }).key.split('-')[1] ?? ''];
    return file ? sendFile(world, file, reply) : reply.code(404).send('');
  });
}

function bodyOf(request: FastifyRequest): unknown {
  const body = request.body as { payload?: unknown } | null;
  return typeof body?.payload === 'string' ? (JSON.parse(body.payload) as unknown) : body;
}

function attempt(act: () => void): { status: number; error?: string } {
  try {
    act();
    return { status: 200 };
  } catch (error) {
    if (error instanceof Refusal) return { status: error.code === 'invalid_payload' ? 400 : 500, error: error.code };
    throw error;
  }
}

/** Where the bytes of `files.getUploadURLExternal` go: raw, or in a form. */
function openUploads(server: FastifyInstance, world: World): void {
  server.register(async (uploads) => {
    uploads.removeContentTypeParser('application/json');
    uploads.removeContentTypeParser('text/plain');
    uploads.removeContentTypeParser('application/x-www-form-urlencoded');
    uploads.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    uploads.post('/upload/v1/:ticket', async (request, reply) => {
      const [id = '', secret] = (request.params as { ticket: string }).ticket.split('-');
      const file = world.state.files[id];
      if (!file || file.secret !== secret || file.uploaded) return reply.code(404).send('Not Found');
      const bytes = request.isMultipart() ? await (await request.file())?.toBuffer() : request.body;
      if (!Buffer.isBuffer(bytes)) return reply.code(400).send('Bad Request');
      if (bytes.length !== file.size) return reply.code(400).send('Upload size does not match');
      receiveBytes(world, file, bytes);
      return reply.send(`OK - ${bytes.length}`);
    });
  });
}
