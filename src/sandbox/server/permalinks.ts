import type { FastifyInstance } from 'fastify';

/** Links to messages, as `chat.getPermalink` gives them, lead to the page: to the thread or to the message. */
export function openPermalinks(server: FastifyInstance): void {
  server.get('/archives/:channel/:stamp', (request, reply) => {
    const { channel, stamp } = request.params as { channel: string; stamp: string };
    const { thread_ts } = request.query as { thread_ts?: string };
    const ts = stamp.replace(/^p(\d+)(\d{6})$/, '$1.$2');
    const at = thread_ts ? `t/${encodeURIComponent(thread_ts)}` : `m/${encodeURIComponent(ts)}`;
    return reply.redirect(`/${whoLooks(request.headers.referer)}#${encodeURIComponent(channel)}/${at}`);
  });
}

/** Who follows the link stands in the address of the page they come from. */
function whoLooks(referer: string | undefined): string {
  if (referer === undefined || !URL.canParse(referer)) return '';
  const as = new URL(referer).searchParams.get('as');
  return as ? `?as=${encodeURIComponent(as)}` : '';
}
