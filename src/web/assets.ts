import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { takesGzip } from './compression.ts';

const pack = promisify(gzip);

type Asset = { readonly from: string; readonly type: string };
/** From the place of this file, also when the program runs as one bundle elsewhere. */
const npm = (path: string): string => createRequire(import.meta.url).resolve(path);
const own = (name: string): string => fileURLToPath(new URL(`./assets/${name}`, import.meta.url));

const css = 'text/css; charset=utf-8';
const js = 'text/javascript; charset=utf-8';

const assets = (): Readonly<Record<string, Asset>> => ({
  'govuk.css': { from: npm('govuk-frontend/dist/govuk/govuk-frontend.min.css'), type: css },
  'govuk.js': { from: npm('govuk-frontend/dist/govuk/govuk-frontend.min.js'), type: js },
  'moj.css': { from: npm('@ministryofjustice/frontend/moj/moj-frontend.min.css'), type: css },
  'sightline.css': { from: own('sightline.css'), type: css },
  'draft.js': { from: own('draft.js'), type: js },
  'attach.js': { from: own('attach.js'), type: js },
  'board.js': { from: own('board.js'), type: js },
  'pack.css': { from: own('pack.css'), type: css },
  'print.js': { from: own('print.js'), type: js },
  'check.js': { from: own('check.js'), type: js },
  'import.js': { from: own('import.js'), type: js },
  'what-if.js': { from: own('what-if.js'), type: js },
  'search.js': { from: own('search.js'), type: js },
  'start.js': { from: own('start.js'), type: js },
  'enhance.js': { from: own('enhance.js'), type: js },
  'sightline.svg': { from: own('sightline.svg'), type: 'image/svg+xml' },
});

/** GDS Transport is licensed for gov.uk only: neither the font nor its name is served. */
export const withoutTransport = (sheet: string): string =>
  sheet
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/["']?GDS Transport["']?\s*,\s*/gi, '')
    .replaceAll(/\/\*# sourceMappingURL[^*]*\*\//g, '');

/** The styles as one sheet: for pages that are read without a server. */
export async function sheetOf(names: readonly string[]): Promise<string> {
  const known = assets();
  const sheets = names.flatMap((name) => known[name]?.from ?? []).map((from) => readFile(from, 'utf8'));
  return (await Promise.all(sheets)).map(withoutTransport).join('\n');
}

/** Every style and script, read and compressed once; told apart by their content. */
export async function addAssets(server: FastifyInstance): Promise<void> {
  for (const [name, asset] of Object.entries(assets())) {
    const text = await readFile(asset.from, 'utf8');
    const body = asset.type === css ? withoutTransport(text) : text.replace(/\n\/\/# sourceMappingURL.*\s*$/, '\n');
    const packed = await pack(body, { level: 9 });
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    server.get(`/assets/${name}`, { config: { open: true } }, (request, reply) => {
      const isPacked = takesGzip(request);
      const etag = isPacked ? `"${hash}-gzip"` : `"${hash}"`;
      reply.headers({ etag, vary: 'accept-encoding', 'cache-control': 'public, max-age=300' }).type(asset.type);
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return isPacked ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(body);
    });
  }
}
