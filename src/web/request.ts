import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Frame } from './components/layout.tsx';
import type { Viewer } from './components/offered.tsx';
import type { GivenForm } from './memory.ts';
import type { SignedIn, WebParts } from './parts.ts';

/** A posted form, or a query, as text: anything else in it is dropped. */
export function givenForm(body: unknown): GivenForm {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, value]];
      return Array.isArray(value) ? [[name, value.filter((one): one is string => typeof one === 'string')]] : [];
    }),
  );
}

/** The first text of that name, without null characters, which no database keeps; nothing: the empty text. */
export function one(given: GivenForm, name: string): string {
  const value = given[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replaceAll('\u0000', '').trim();
}

export function several(given: GivenForm, name: string): readonly string[] {
  const value = given[name];
  return value === undefined ? [] : [value].flat();
}

export function parameter(request: FastifyRequest, name: string): string {
  return one(givenForm(request.params), name);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isId = (text: string): boolean => uuid.test(text);

/** The address without its query. */
export const pathOf = ({ url }: Pick<FastifyRequest, 'url'>): string => url.split('?')[0] ?? '/';

const viewerOf = ({ name, session: { roles } }: SignedIn, csrf: string, { steps }: WebParts): Viewer => ({
  name,
  roles,
  csrf,
  records: new Set(steps.filter(({ may }) => may.record.some((role) => roles.includes(role))).map((step) => step.name)),
});

export const frameOf = (request: FastifyRequest, parts: WebParts): Frame => ({
  authorityName: request.who?.authorityName ?? parts.authorityName,
  demonstration: parts.demonstration,
  path: pathOf(request),
  ...(request.who === undefined ? {} : { viewer: viewerOf(request.who, request.csrf, parts) }),
});

const html = 'text/html; charset=utf-8';

/** Made into bytes here: as a string it would be walked twice more, for its length and for the socket. */
const bytesOf = (page: VNode, before = ''): Buffer => Buffer.from(`${before}${render(page)}`);

export const sendPage = (reply: FastifyReply, page: VNode, status = 200) =>
  reply.code(status).type(html).send(bytesOf(page, '<!DOCTYPE html>'));

/** A page that is long in coming: what is said meanwhile stands before it as comments, which nobody sees, and whoever is between lets through. */
export function sendPageLater(reply: FastifyReply, said: AsyncIterable<string>, page: () => Promise<VNode>) {
  async function* parts(): AsyncGenerator<Buffer> {
    for await (const words of said) yield Buffer.from(`<!-- ${words} -->\n`);
    yield bytesOf(await page(), '<!DOCTYPE html>');
  }
  return reply.type(html).header('x-accel-buffering', 'no').send(Readable.from(parts()));
}

export const sendFragment = (reply: FastifyReply, fragment: VNode) => reply.type(html).send(bytesOf(fragment));

/** A place on this site only: never another one's address, and nothing that a header cannot hold. */
export const safeNext = (next: string): string => (/^\/(?![/\\])[!-[\]-~]*$/.test(next) ? next : '/');
