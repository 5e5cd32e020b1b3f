import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChangeLog, Heard } from './change-log.ts';
import type { WebParts } from './parts.ts';
import { givenForm, one } from './request.ts';
import { signedIn } from './session.ts';

/** Server-sent events: ids of changed children, only of the session's own authority. */
export function addEvents(server: FastifyInstance, parts: WebParts, log: ChangeLog): void {
  const streams = new Set<() => void>();
  server.addHook('preClose', async () => {
    for (const end of streams) end();
    log.stop();
  });
  server.get('/events', { config: { rateLimit: { max: 300 }, unasked: true } }, async (request, reply) => {
    const { session, token } = signedIn(request);
    const stream = begin(reply);
    const tell = ({ place, people }: Heard): void => void stream.write(`id: ${place}\ndata: ${JSON.stringify({ people })}\n\n`);
    const from = placeAsked(request);
    const missed = from === '' ? undefined : log.since(session.authority, from);
    if (missed === undefined) stream.write(`id: ${log.place()}\n\n`);
    else tell(missed);
    const unsubscribe = log.listen(session.authority, tell);
    let isOpen = true;
    const end = (): void => {
      if (!isOpen) return;
      isOpen = false;
      clearInterval(beat);
      unsubscribe();
      streams.delete(end);
      stream.end();
      // Kept alive for nothing more: an open connection would hold up a server that is being stopped.
      if ('destroySoon' in request.raw.socket) request.raw.socket.destroySoon();
    };
    // Waiting is no use of the session: it ends in its time, and with it the page.
    const beat = setInterval(() => {
      void parts.members.sessionOf(token, 'page').then((still) => {
        if (still === undefined) end();
        else if (isOpen) stream.write(': still here\n\n');
      }, end);
    }, 25_000);
    streams.add(end);
    request.raw.on('close', end);
  });
}

/** Where the page was read, or after which event its stream was lost; empty: it asks for everything itself. */
const placeAsked = (request: FastifyRequest): string =>
  [request.headers['last-event-id']].flat()[0] ?? one(givenForm(request.query), 'since');

function begin(reply: FastifyReply) {
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  reply.raw.write('retry: 3000\n\n');
  return reply.raw;
}
