import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { feedSchema } from '../../vocabulary/daily-feed.ts';
import { mostTogether } from './calls.ts';
import { notTaken } from './schema.ts';

export type StandIn = Awaited<ReturnType<typeof standIn>>;

export type Known = { readonly clientId: string; readonly clientSecret: string; readonly supplierKey: string };
type Child = Readonly<Record<string, unknown>>;
/** How it answers next, before it looks at anything. */
type Next = number | 'drop after taking' | { readonly status: number; readonly text: string };
export type Taken = { readonly path: string; readonly children: readonly Child[] };
/** `port`: any that is free, where none is given. `told`: of each call that was answered, whatever came of it. */
type How = { readonly port?: number; readonly told?: (answered: { readonly status: number; readonly taken?: Taken }) => void };

function say(response: ServerResponse, status: number, said: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(typeof said === 'string' ? said : JSON.stringify(said));
}

const isChild = (value: unknown): value is Child => typeof value === 'object' && value !== null;

/** What it says to a body, by its own schema alone: a hundred children at most. */
function judged(body: string): { readonly status: number; readonly said: unknown; readonly children: readonly Child[] } {
  const given = parsed(body);
  const refused = (status: number, said: string) => ({ status, said, children: [] });
  if (!Array.isArray(given)) return refused(400, 'Payload was malformed');
  if (given.length > mostTogether) return refused(413, 'Too many records');
  const [wrong] = notTaken(feedSchema, given);
  if (wrong !== undefined) return refused(400, `${wrong.at}: must be ${wrong.right}`);
  return { status: 200, said: given.map((_, n) => `2026-11-29_${n}`), children: given.filter(isChild) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Gives tokens to whoever knows the secret. */
function tokenOffice({ clientId, clientSecret }: Known) {
  const tokens = new Set<string>();
  let asked = 0;
  return {
    asked: () => asked,
    forget: () => tokens.clear(),
    knows: (request: IncomingMessage) => tokens.has(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''),
    give(response: ServerResponse, body: string): void {
      const form = new URLSearchParams(body);
      const isKnown = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
      if (form.get('grant_type') !== 'client_credentials' || !isKnown) return say(response, 401, 'invalid_client');
      asked += 1;
      tokens.add(`token-${asked}`);
      say(response, 200, { access_token: `token-${asked}`, expires_in: 3600, token_type: 'Bearer' });
    },
  };
}

/** The Department, stood in for on this machine alone: its sign-in, its schema, its answers; it holds what it was sent. `answers`: how it answers next, whatever it is sent. */
export async function standIn(known: Known, { port, told = () => {} }: How = {}) {
  const [answers, taken, office]: [Next[], Taken[], ReturnType<typeof tokenOffice>] = [[], [], tokenOffice(known)];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    if (request.url === '/token') return office.give(response, body);
    const answer = (status: number, said: unknown): void => {
      told({ status });
      say(response, status, said);
    };
    if (!office.knows(request)) return answer(401, 'Unauthorized Access');
    if (request.headers['supplierkey'] !== known.supplierKey) return answer(403, 'Forbidden Access');
    const next = answers.shift();
    if (typeof next === 'number') return answer(next, 'as it was told');
    if (typeof next === 'object') return answer(next.status, next.text);
    const { status, said, children } = judged(body);
    if (status !== 200) return answer(status, said);
    const one = { path: request.url ?? '', children };
    taken.push(one);
    told({ status, taken: one });
    if (next === 'drop after taking') return void response.destroy();
    say(response, status, said);
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((ready, failed) => void server.once('error', failed).listen(port ?? 0, '127.0.0.1', ready));
  const listening = server.address();
  const at = typeof listening === 'object' ? listening?.port : undefined;
  return {
    address: `http://127.0.0.1:${at}`,
    answers,
    taken,
    forgetTokens: office.forget,
    tokensAsked: office.asked,
    end: () => new Promise<void>((done) => void server.close(() => done())),
  };
}
