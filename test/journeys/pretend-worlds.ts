import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { date } from '../../src/kernel/calendar/dates.ts';
import { pretendDay, pretendId, pretendParts } from '../../src/web/pretend-parts.ts';
import { createServer } from '../../src/web/server.ts';

export const child = (n: number): string => `/children/${pretendId(1, n)}`;
/** The people of the pretended authority, by their number. */
export const who = {
  socialWorker: 0,
  teamManager: 1,
  headOfService: 2,
  reviewingOfficer: 3,
  dutyWorker: 4,
  analyst: 5,
  administrator: 6,
  outside: 20,
  boardManager: 8,
  boardMember: 9,
  inspector: 10,
  dataProtectionOfficer: 11,
  designatedOfficer: 12,
} as const;
export type Who = keyof typeof who;

export type Parts = ReturnType<typeof pretendParts>;
export type World = { readonly parts: Parts; readonly server: FastifyInstance; readonly address: string; stop(): Promise<void> };

/** Told of one pretended child, each with a number of its own from 1. `series`: whose numbers they are. */
export const tell = (
  { written }: Pick<Parts, 'written'>,
  { series, who: n }: { readonly series: number; readonly who: number },
  told: readonly (readonly [step: string, on: string, shared: Readonly<Record<string, unknown>>])[],
): void =>
  told.forEach(([step, on, shared], index) => {
    written.push({
      entry: pretendId(series, index + 1),
      step,
      wording: '',
      happenedOn: date(on),
      shared,
      about: [{ person: pretendId(1, n), answers: {} }],
    });
  });

export type Visits = Set<string>;

/** A server of invented parts that can be brought into any state, also those that the product should never be in. */
export async function openWorld(change: (parts: Parts) => Partial<Parts> = () => ({}), count = 60): Promise<World> {
  const parts = pretendParts(pretendDay, count);
  Object.assign(parts, change(parts));
  const server = await createServer(parts);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return { parts, server, address, stop: () => server.close() };
}

/** The route that answers a method and a path. */
export function routeOf(routes: FastifyInstance['routes'], method: string, path: string): string | undefined {
  const parts = path.split('/');
  const fits = (url: string): boolean => {
    const wanted = url.split('/');
    return wanted.length === parts.length && wanted.every((part, index) => part.startsWith(':') || part === parts[index]);
  };
  const found = routes
    .filter((route) => route.method === method && fits(route.url))
    .sort((a, b) => a.url.split(':').length - b.url.split(':').length);
  return found[0] === undefined ? undefined : `${method} ${found[0].url}`;
}

/** A window at a pretended server, signed in without the sign-in page; it notes every address that it asks for. */
export async function seat(browser: Browser, world: World, visits: Visits, as?: Who, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', javaScriptEnabled });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const route = url.hostname === '127.0.0.1' ? routeOf(world.server.routes, request.method(), url.pathname) : undefined;
    if (route !== undefined) visits.add(route);
  });
  const page = await context.newPage();
  await sit(page, world, as);
  return page;
}

/** Somebody else sits down at the window. What it shows stays: leaving for a blank page would cost a new process each time. */
export async function sit(page: Page, world: World, as?: Who): Promise<void> {
  await page.context().clearCookies();
  if (as === undefined) return;
  await page.context().addCookies([{ name: 'sightline', value: `token-of-${pretendId(2, who[as])}`, url: world.address }]);
}
