import { Agent, request, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** `bytes`: as they came, which is compressed when that was asked for. */
export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly location: string;
  readonly ms: number;
  readonly bytes: number;
};

/** One signed-in person at one browser: a connection that stays open, and an address of their own. */
export type Visitor = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<Answer>;
  /** Opens a stream of server-sent events; `told` is called with the data of each. */
  readonly listen: (path: string, told: (data: string) => void) => Promise<() => void>;
  readonly leave: () => void;
};

let visitors = 0;

/** People come from different addresses, and each address has a limit of its own; only Linux lends them all. */
const nextAddress = (): string | undefined => {
  visitors += 1;
  return process.platform === 'linux' ? `127.0.${Math.floor(visitors / 250)}.${(visitors % 250) + 2}` : undefined;
};

const bytesOf = async (answer: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  return Buffer.concat(parts);
};

const textOf = (bytes: Buffer, { headers }: IncomingMessage): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();

const answered = (answer: IncomingMessage, bytes: Buffer, ms: number): Answer => ({
  status: answer.statusCode ?? 0,
  body: textOf(bytes, answer),
  location: answer.headers.location ?? '',
  ms,
  bytes: bytes.length,
});

type Sending = { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

export function visitor(address: string, cookie: string): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  const localAddress = nextAddress();
  const open = (path: string, { method, headers = {}, body }: Sending): Promise<IncomingMessage> =>
    new Promise((done, fail) => {
      const options = { method, agent, headers: { ...headers, cookie: `sightline=${cookie}` } };
      const sent = request(new URL(path, address), { ...options, ...(localAddress === undefined ? {} : { localAddress }) }, done);
      sent.on('error', fail);
      sent.end(body);
    });
  const send = async (path: string, sending: Sending): Promise<Answer> => {
    const began = performance.now();
    const answer = await open(path, sending);
    const bytes = await bytesOf(answer);
    return answered(answer, bytes, performance.now() - began);
  };
  return {
    get: (path, headers) => send(path, { method: 'GET', ...(headers === undefined ? {} : { headers }) }),
    post: (path, form) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams(form)),
      }),
    async listen(path, told) {
      const stream = await open(path, { method: 'GET', headers: { accept: 'text/event-stream' } });
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        for (const [, data = ''] of text.matchAll(/^data: (.*)$/gm)) told(data);
      });
      stream.on('error', () => {});
      return () => stream.destroy();
    },
    leave: () => agent.destroy(),
  };
}

/** @returns the secret of the form on a page */
export const csrfOn = (page: string): string => /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';

export function expectStatus(answer: Answer, status: number, what: string): Answer {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} instead of ${status}\n${answer.body.slice(0, 500)}`);
  return answer;
}
