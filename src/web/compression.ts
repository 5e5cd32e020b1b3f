import { randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const pack = promisify(gzip);

/** What fits into one packet is no faster for being smaller. */
const least = 1400;
const isPage = (reply: FastifyReply): boolean => String(reply.getHeader('content-type') ?? '').startsWith('text/html');

export const takesGzip = ({ headers }: FastifyRequest): boolean => /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));

/** A page holds a form's secret beside words that others may choose: how long it is once compressed must tell nothing of it (BREACH). */
const ofNoLength = (page: Buffer): Buffer =>
  Buffer.concat([page, Buffer.from(`<!-- ${randomBytes(100).toString('base64url').slice(randomInt(100))} -->`)]);

/** Pages go compressed to browsers that take it: at a door there is often little of a line. Styles and scripts are compressed once (`assets.ts`). */
export function addCompression(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (!(payload instanceof Buffer) || payload.length < least || !isPage(reply)) return payload;
    reply.header('vary', 'accept-encoding');
    if (!takesGzip(request)) return payload;
    reply.header('content-encoding', 'gzip');
    return pack(ofNoLength(payload), { level: 4 });
  });
}
