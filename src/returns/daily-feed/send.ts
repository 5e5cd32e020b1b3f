/** Where the feed goes, and as whom. The two secrets are in no message, log or table. */
export type FeedSettings = {
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly supplierKey: string;
};

/** How the world is reached: tests give their own. */
export type Reaching = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
};

export type Answered =
  | { readonly kind: 'accepted'; readonly receipts: unknown }
  /** One child of the call is wrong: `[index]` in what was answered. */
  | { readonly kind: 'wrong'; readonly index: number; readonly why: string }
  /** Not now, or not so: it may be sent again as it is another day. */
  | { readonly kind: 'stopped'; readonly status: number; readonly why: string };

const longestAnswer = 60_000;
const [firstPause, longestPause, tries] = [5_000, 30_000, 3];

/** 401, 403 and 429 may pass, and so may a fault of the server or of the line; what is malformed stays so. */
const mayPass = (status: number): boolean => status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;

/** Gives the token for a call: asks for one when it has none, and when it was told that the last is no longer good. */
function tokens(settings: FeedSettings, { fetch, now }: Reaching) {
  let token: { readonly value: string; readonly until: number } | undefined;
  return {
    forget: () => void (token = undefined),
    async now(): Promise<string | undefined> {
      if (token !== undefined && token.until > now()) return token.value;
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        scope: settings.scope,
      });
      const answer = await fetch(settings.tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(longestAnswer) });
      const said: unknown = answer.ok ? await jsonIn(answer) : undefined;
      const value = fieldOf(said, 'access_token');
      if (typeof value !== 'string') return undefined;
      token = { value, until: now() + Math.max(0, Number(fieldOf(said, 'expires_in') ?? 300) - 60) * 1_000 };
      return value;
    },
  };
}

/** The one who sends the calls of an authority. `noted`: is told of every attempt; 0: nobody answered. */
export function sender(settings: FeedSettings, authority: number, reaching: Reaching) {
  const token = tokens(settings, reaching);
  const url = `${settings.url.replace(/\/$/, '')}/children_social_care_data/${authority}/children`;

  async function post(body: string): Promise<Response | undefined> {
    try {
      const bearer = await token.now();
      if (bearer === undefined) return new Response('no token', { status: 401 });
      const headers = { authorization: `Bearer ${bearer}`, supplierkey: settings.supplierKey, 'content-type': 'application/json' };
      return await reaching.fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(longestAnswer) });
    } catch {
      return undefined;
    }
  }

  return async function send(body: string, noted: (status: number) => Promise<void>): Promise<Answered> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await post(body);
      const status = answer?.status ?? 0;
      await noted(status);
      if (answer?.ok === true) return { kind: 'accepted', receipts: status === 204 ? null : await jsonIn(answer) };
      if (status === 401) token.forget();
      const why = answer === undefined ? 'nobody answered' : (await answer.text()).slice(0, 300);
      const index = status === 400 ? /\[(\d+)\]/.exec(why)?.[1] : undefined;
      if (index !== undefined) return { kind: 'wrong', index: Number(index), why };
      if (!mayPass(status) || attempt === tries) return { kind: 'stopped', status, why };
      await reaching.wait(Math.max(pauseAfter(attempt), askedToWait(answer)));
    }
  };
}

const pauseAfter = (attempt: number): number => Math.min(longestPause, firstPause * 2 ** (attempt - 1));

const longestAskedToWait = 300_000;
const askedToWait = (answer: Response | undefined): number =>
  Math.min(longestAskedToWait, (Number(answer?.headers.get('retry-after') ?? 0) || 0) * 1_000);

const fieldOf = (said: unknown, name: string): unknown =>
  typeof said === 'object' && said !== null ? Object.entries(said).find(([key]) => key === name)?.[1] : undefined;

async function jsonIn(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    const said: unknown = JSON.parse(text);
    return said;
  } catch {
    return null;
  }
}
