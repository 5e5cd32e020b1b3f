import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { steps } from '../../src/practice/pathway.ts';
import { beginSession } from '../../src/record/members.ts';
import { ask, besiege, csrfOf, everyRole, form, formHeaders, holdings, upload, type Besieged, type Held, type Person } from './besieged.ts';
import { aimed, formsTaken, person, type Given } from './forms-taken.ts';
import { otherForms } from './other-forms.ts';
import { isOpen, whoMay, type Allowed } from './who-may.ts';

/*
 * Every way into the server, as it names them itself, tried by everybody whom it is not for. What is expected comes from one table (who-may.ts),
 * never from what the server answered.
 */

let at: Besieged;
beforeAll(async () => {
  at = await besiege();
});
afterAll(() => at.end());

type Way = { readonly key: string; readonly method: 'GET' | 'POST'; readonly url: string };

const ways = (): readonly Way[] =>
  at.routes.flatMap(({ method, url }): Way[] => (method === 'GET' || method === 'POST' ? [{ key: `${method} ${url}`, method, url }] : []));

const closed = (): readonly Way[] => ways().filter(({ url, key }) => !isOpen(url) && whoMay[key] !== 'everybody');

const mayUse = (allowed: Allowed | undefined, { role }: Person): boolean =>
  allowed === 'everybody' || allowed === 'signedIn' || (allowed?.includes(role) ?? false);

const takesFiles = ({ url, method }: Way): boolean =>
  url === '/imports' ||
  (method === 'POST' && url === '/imports/reconcile') ||
  url === '/check' ||
  url === '/measures/published' ||
  url.endsWith('/compare') ||
  url.endsWith('/files') ||
  (method === 'POST' && url.endsWith('/chronology') && url.startsWith('/case-reviews'));

/** What is sent with a POST: a form of the kind that the way in takes, with the right token or another. */
function sent(way: Way, csrf: string, more: Given = {}) {
  if (way.method === 'GET') return {};
  if (takesFiles(way)) return upload({ _csrf: csrf, year: String(more['year'] ?? '') }, { name: '', text: '' });
  return { headers: formHeaders, payload: form({ _csrf: csrf, ...more }) };
}

/** A stream has no end: its head is enough. */
async function asked(way: Way, url: string, as: Person | undefined, rest: ReturnType<typeof sent> = {}) {
  const isStream = way.url === '/events' && as !== undefined;
  const answer = await ask(at, {
    method: way.method,
    url,
    ...(as === undefined ? {} : { as }),
    ...rest,
    ...(isStream ? { payloadAsStream: true } : {}),
  });
  if (isStream) answer.stream().destroy();
  const { location } = answer.headers;
  const isPage = String(answer.headers['content-type']).includes('html');
  return {
    status: answer.statusCode,
    location: typeof location === 'string' ? location : undefined,
    body: isStream ? '' : answer.body,
    isPage,
  };
}

/** Nothing that only a programmer should read. */
const inner =
  /node_modules|at [\w.<> ]+ \((?:file:|node:|\/|[^)\s]*:\d+:\d+\)|(?:<|&lt;)anonymous|native\)|eval )|\.ts:\d+|SQLSTATE|syntax error at|violates|relation "/;

const people = (held: Held): readonly Person[] => everyRole.flatMap((role) => held.people.get(role) ?? []);
test('every way in that takes a form has one that would be taken', () => {
  const posts = ways().filter(({ method }) => method === 'POST');
  expect([...Object.keys(formsTaken(at.ours)), ...otherForms].sort()).toEqual(posts.map(({ key }) => key).sort());
});

test('every way in says in one table who may use it', () => {
  const named = ways().filter(({ url }) => !isOpen(url));
  expect(named.filter(({ key }) => whoMay[key] === undefined).map(({ key }) => key)).toEqual([]);
  expect(Object.keys(whoMay).filter((key) => !named.some((way) => way.key === key))).toEqual([]);
  expect(new Set(at.routes.map(({ method }) => method)), 'reading and sending forms, nothing else').toEqual(new Set(['GET', 'POST']));
});

describe('who has not signed in', () => {
  test('is sent to the sign-in page by every way in, with any cookie, and changes nothing', async () => {
    const before = await holdings(at, 1);
    const cookies = [
      '',
      'sightline=',
      'sightline=x',
      `sightline=${'A'.repeat(43)}`,
      'sightline=%00%ff',
      "sightline=' or 1=1--",
      `sightline=${'x'.repeat(20_000)}`,
    ];
    for (const way of closed())
      for (const cookie of way.method === 'GET' ? cookies : cookies.slice(0, 2)) {
        const answer = await asked(way, aimed(way.url, at.ours), undefined, {
          ...sent(way, 'x'),
          headers: { ...sent(way, 'x').headers, ...(cookie === '' ? {} : { cookie }) },
        } as never);
        expect(answer.status, `${way.key} ${cookie.slice(0, 30)}`).toSatisfy((status: number) => status === 303 || status === 401);
        if (answer.status === 303) expect(answer.location, way.key).toMatch(/^\/sign-in/);
        expect(answer.body, way.key).not.toMatch(/Quenneville|Thistlewood/);
      }
    expect(await holdings(at, 1)).toBe(before);
  });
});

describe('each role', () => {
  test('uses the ways in that are its own, and is refused at all others', async () => {
    for (const who of people(at.ours)) {
      const csrf = await csrfOf(at, who);
      for (const way of ways().filter(({ url, key }) => !isOpen(url) && !key.endsWith('/sign-out'))) {
        const { status, body } = await asked(way, aimed(way.url, at.ours), who, sent(way, csrf));
        const called = `${way.key} as ${who.role}: ${status}`;
        expect(status, called).toBeLessThan(500);
        expect(body, called).not.toMatch(inner);
        if (mayUse(whoMay[way.key], who)) expect([401], called).not.toContain(status);
        else expect([403, 404], called).toContain(status);
        if (!mayUse(whoMay[way.key], who)) expect(body, called).not.toContain(`${at.ours.word} note`);
        if (mayUse(whoMay[way.key], who) && !way.url.includes('/record/')) expect(status, called).not.toBe(403);
      }
    }
  });

  test('is offered and allowed the steps that name it, and no other', async () => {
    const practitioners = people(at.ours).filter((who) => mayUse(whoMay['GET /children/:id'], who));
    for (const who of practitioners) await openFor(who, at.ours.child);
    for (const step of steps) {
      const url = `/children/${at.ours.child}/record/${step.name}`;
      const others = people(at.ours).filter((who) => !practitioners.includes(who) || !step.may.record.includes(who.role));
      for (const who of others) expect((await ask(at, { url, as: who })).statusCode, `${step.name} as ${who.role}`).toBe(403);
      const allowed = practitioners.find((who) => step.may.record.includes(who.role));
      if (allowed === undefined) continue;
      const { statusCode, body, headers } = await ask(at, { url, as: allowed });
      // What is recorded on a page of its own is offered there.
      if (step.page !== undefined && step.page !== `record/${step.name}`)
        expect(headers.location).toBe(`/children/${at.ours.child}/${step.page}`);
      else if (statusCode !== 200) expect(body, `${step.name} as ${allowed.role}`).toMatch(/not recorded of/);
    }
  });
});

async function openFor(who: Person, child: string): Promise<number> {
  const payload = form({ _csrf: await csrfOf(at, who), reason: 'Something else', more: 'the attack opens it' });
  return (await ask(at, { method: 'POST', url: `/children/${child}/open`, as: who, headers: formHeaders, payload })).statusCode;
}

describe('another authority', () => {
  test('is given nothing of ours by any way in, whatever it names, and changes nothing of ours', async () => {
    const before = await holdings(at, 1);
    const { rows } = await at.fresh.owner.pool.query('select count(*)::int as n from record.access_log where authority = 1');
    const manager = person(at.ours, 'teamManager');
    const forms = formsTaken(at.ours);
    const grab = { with: at.ours.sibling, scope: `team ${at.ours.team}`, authority: '1' };
    for (const who of people(at.theirs)) {
      const csrf = await csrfOf(at, who);
      for (const way of closed().filter(({ key }) => !key.endsWith('/sign-out')))
        for (const child of who.role === 'headOfService' ? [at.ours.child, at.ours.restricted] : [at.ours.child]) {
          const url = aimed(way.url, { ...at.ours, child });
          const query = way.method === 'GET' ? `?team=${at.ours.team}&worker=${manager.member}&name=Child0&known=2026-02-01` : '';
          const { status, body } = await asked(way, `${url}${query}`, who, sent(way, csrf, { ...forms[way.key]?.given, ...grab }));
          const called = `${way.key} as ${who.role} of another authority: ${status}`;
          expect(status, called).toBeLessThan(500);
          expect(body.replaceAll(/value="[^"]*"/g, '').replaceAll(/“[^”]*”|"[^"]*"/g, ''), called).not.toContain(at.ours.word);
        }
    }
    expect(await holdings(at, 1)).toBe(before);
    expect((await at.fresh.owner.pool.query('select count(*)::int as n from record.access_log where authority = 1')).rows).toEqual(rows);
  });

  test('is called by its own name, not by ours', async () => {
    for (const [held, own, other] of [
      [at.ours, 'Council 1', 'Council 2'],
      [at.theirs, 'Council 2', 'Council 1'],
    ] as const) {
      const { body } = await ask(at, { url: '/board', as: person(held, 'headOfService') });
      expect([body.includes(own), body.includes(other)]).toEqual([true, false]);
    }
  });

  test('does not learn whether a child, an import, a question, a problem or a copy of ours exists', async () => {
    const nowhere = {
      draft: randomUUID(),
      attachment: randomUUID(),
      action: randomUUID(),
      request: randomUUID(),
      other: randomUUID(),
      entry: randomUUID(),
      struck: randomUUID(),
      moved: randomUUID(),
      child: randomUUID(),
      run: randomUUID(),
      stopped: randomUUID(),
      question: randomUUID(),
      comment: randomUUID(),
      problem: at.ours.problem,
      copy: 4_711,
    };
    const maker = person(at.ours, 'headOfService');
    const made = formsTaken(at.ours)['POST /emergency-copy']?.given ?? {};
    const form = { key: 'POST /emergency-copy', method: 'POST', url: '/emergency-copy' } as const;
    expect((await asked(form, form.url, maker, sent(form, await csrfOf(at, maker), made))).status).toBe(200);
    const copy = at.ours.copy + 1;
    expect((await ask(at, { url: `/emergency-copy/${copy}/file`, as: maker })).statusCode, 'its maker is given the file').toBe(200);
    const forms = formsTaken(at.ours);
    for (const who of [person(at.theirs, 'headOfService'), person(at.theirs, 'administrator')]) {
      const csrf = await csrfOf(at, who);
      for (const way of closed().filter(({ url }) => url.includes(':')))
        for (const child of [at.ours.child, at.ours.restricted]) {
          const told = async (held: Parameters<typeof aimed>[1]) => {
            const url = aimed(way.url, held);
            const { status, location, body } = await asked(way, url, who, sent(way, csrf, forms[way.key]?.given));
            const plain = (text: string): string => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
            return [status, plain(location ?? ''), plain(body)];
          };
          expect(await told({ ...at.ours, copy, child }), `${way.key} as ${who.role}`).toEqual(await told(nowhere));
        }
    }
  });
});

describe('a restricted child', () => {
  test('is named by no way in to whoever is not within the ring', async () => {
    for (const who of people(at.ours).filter(({ role }) => role !== 'teamManager')) {
      const csrf = await csrfOf(at, who);
      for (const way of closed().filter(({ key }) => !key.endsWith('/sign-out') && !key.endsWith('break-glass'))) {
        const url = `${aimed(way.url, { ...at.ours, child: at.ours.restricted })}${way.url === '/find' ? `?name=${at.ours.word}` : ''}`;
        const { body } = await asked(way, url, who, sent(way, csrf, { reason: 'Something else', more: 'curious about them' }));
        expect(body, `${way.key} as ${who.role}`).not.toContain('Child2');
      }
    }
  });
});

/** Written where an id, a name or a number belongs. */
const malformed = [
  '..%2f..%2fetc%2fpasswd',
  '%00',
  "'%20or%201=1--",
  'a'.repeat(5_000),
  '__proto__',
  'constructor',
  '%E0%A4%A',
  '-1',
  '0',
  '9'.repeat(40),
  '%F0%9F%92%A3',
  '<script>',
  '00000000-0000-0000-0000-00000000000Z',
  'null',
];

describe('what is written into an address', () => {
  test('is an ordinary page that was not found, never a fault', async () => {
    const who = person(at.ours, 'teamManager');
    const csrf = await csrfOf(at, who);
    for (const way of closed().filter(({ url }) => url.includes(':')))
      for (const bad of malformed) {
        const url = way.url.replaceAll(/:[a-z]+/gi, () => bad);
        const { status, body } = await asked(way, url, who, sent(way, csrf, { reason: 'Something else', more: 'whatever it is' }));
        expect(status, `${way.key} ${bad.slice(0, 40)}`).toSatisfy((one: number) => one >= 300 && one < 500);
        expect(body, `${way.key} ${bad.slice(0, 40)}`).not.toMatch(inner);
        expect(body, `${way.key} ${bad.slice(0, 40)}`).not.toContain('<script>');
      }
  });

  test('in a query is read as text or left aside, never a fault', async () => {
    const who = person(at.ours, 'teamManager');
    const queries = [
      '__proto__=x',
      'constructor[prototype]=x',
      'known=2026-13-45',
      'known=%00',
      'known=9999-12-31&at=99:99',
      'team=%27',
      `sort=${'x'.repeat(9_000)}`,
      'name=%00',
      'name=%25%5F',
      'name=%F0%9F%92%A3',
      'step=%3Cscript%3E',
      'kept=x',
      'a&a&a',
      '%E0%A4%A',
      'known=a&known=b',
    ];
    for (const way of closed().filter(({ method, url }) => method === 'GET' && url !== '/events'))
      for (const query of queries) {
        const { status, body, isPage } = await asked(way, `${aimed(way.url, at.ours)}?${query}`, who);
        expect(status, `${way.key}?${query.slice(0, 40)}`).toBeLessThan(500);
        expect(body, `${way.key}?${query.slice(0, 40)}`).not.toMatch(inner);
        if (isPage) expect(body, `${way.key}?${query.slice(0, 40)}`).not.toContain('<script>');
      }
  });

  test('under /assets leads to no file but those that are named', async () => {
    for (const path of [
      '../server.ts',
      '..%2fserver.ts',
      '%2e%2e/%2e%2e/package.json',
      '..\\..\\package.json',
      'sightline.css/../../server.ts',
      '%00',
      'sightline.css%00.ts',
      '.',
      '',
      '//etc/passwd',
      'constructor',
      '__proto__',
    ]) {
      const answer = await ask(at, { url: `/assets/${path}` });
      expect(answer.statusCode, path).not.toBe(200);
      expect(answer.statusCode, path).toBeLessThan(500);
    }
    for (const { url } of at.routes.filter((route) => isOpen(route.url) && route.method === 'GET'))
      expect((await ask(at, { url })).statusCode, url).toBe(200);
  });
});

test('a table that is taken away holds no formula, whatever a child, a member or a team is called', async () => {
  const manager = person(at.ours, 'teamManager');
  const token = await beginSession(at.fresh.app, 1, manager.member); // the other has asked for more than a session may in a minute
  const { body } = await ask(at, { url: '/board/file/csv', as: { ...manager, token } });
  expect(body).toContain(`1+1 ${at.ours.word} team`);
  expect(body).not.toMatch(/(^|,)"?[=+@\t\r-]/m);
});

describe('another method', () => {
  test('is no way in', async () => {
    const who = person(at.ours, 'teamManager');
    const before = await holdings(at, 1);
    for (const url of new Set(at.routes.map((route) => route.url)))
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        const answer = await ask(at, {
          method,
          url: aimed(url, at.ours),
          as: who,
          headers: { origin: 'https://evil.example', 'x-http-method-override': 'POST' },
        });
        expect([404, 405, 400], `${method} ${url}`).toContain(answer.statusCode);
        expect(answer.headers, `${method} ${url}`).not.toHaveProperty('access-control-allow-origin');
      }
    for (const way of ways().filter(({ method, url }) => method === 'GET' && url !== '/events')) {
      const [head, get] = [
        await ask(at, { method: 'HEAD', url: aimed(way.url, at.ours), as: who }),
        await ask(at, { url: aimed(way.url, at.ours), as: who }),
      ];
      expect([head.statusCode, head.body], way.key).toEqual([get.statusCode, '']);
    }
    expect(await holdings(at, 1)).toBe(before);
  });
});

const waysOfASession = 60;

describe('a form', () => {
  test('without its token, with that of another session, with several, or from another site changes nothing', async () => {
    const head = person(at.ours, 'headOfService');
    const all = ways().filter(({ method, key }) => method === 'POST' && whoMay[key] !== 'everybody');
    // A dozen times each: more than one session may ask for in a minute.
    const seats: { readonly who: Person; readonly own: string }[] = [];
    while (seats.length * waysOfASession < all.length) {
      const who = { ...head, token: await beginSession(at.fresh.app, 1, head.member) };
      seats.push({ who, own: await csrfOf(at, who) });
    }
    const other = await csrfOf(at, person(at.ours, 'teamManager'));
    const before = await holdings(at, 1);
    const { rows } = await at.fresh.owner.pool.query('select count(*)::int as n from record.access_log');
    const grab = {
      reason: 'Something else',
      more: 'from another site',
      ring: 'Mine',
      readers: head.member,
      scope: 'all',
      recipient: 'Somebody',
      days: '3',
      copy: randomUUID(),
    };
    for (const [n, way] of all.entries()) {
      const { who, own } = seats[Math.floor(n / waysOfASession)] ?? { who: head, own: '' };
      const url = aimed(way.url, at.ours);
      for (const token of ['', other, `${own}x`, own.slice(1), own.toUpperCase(), '__proto__'])
        expect((await asked(way, url, who, sent(way, token, grab))).status, `${way.key} ${token}`).toSatisfy(
          (status: number) => status === 403 || status === 400,
        );
      const plain = sent(way, own, grab);
      const cross = { ...plain, headers: { ...plain.headers, 'sec-fetch-site': 'cross-site' } };
      expect((await ask(at, { method: 'POST', url, as: who, ...cross } as never)).statusCode, `${way.key} from another site`).toBe(403);
      if (takesFiles(way)) continue;
      const twice = await ask(at, { method: 'POST', url, as: who, headers: formHeaders, payload: form({ ...grab, _csrf: [own, other] }) });
      expect(twice.statusCode, `${way.key} twice`).toBe(403);
      for (const type of ['application/json', 'text/plain', 'application/xml', 'multipart/form-data; boundary=x']) {
        const answer = await ask(at, {
          method: 'POST',
          url,
          as: who,
          headers: { 'content-type': type },
          payload: type === 'application/json' ? JSON.stringify({ ...grab, _csrf: 'x' }) : 'x',
        });
        // Copies are limited to a few a minute of each session: after so many attempts that is the refusal.
        expect([400, 403, 406, 413, 415, 429], `${way.key} ${type}: ${answer.statusCode}`).toContain(answer.statusCode);
      }
    }
    expect((await at.fresh.owner.pool.query('select count(*)::int as n from record.access_log')).rows).toEqual(rows);
    expect(await holdings(at, 1)).toBe(before);
  });

  test('leads nowhere but to this site', async () => {
    const who = person(at.ours, 'socialWorker');
    const csrf = await csrfOf(at, who);
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'https:evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/%0d%0aSet-Cookie:x',
      ' //evil.example',
      'javascript:alert(1)',
      '///evil.example',
      '/./\\evil.example',
      '/..//evil.example',
      '//evil.example/%2f..',
      '/\u0000//evil.example',
      '@evil.example',
      '.evil.example',
    ];
    for (const next of elsewhere) {
      const answers = [
        await ask(at, { url: `/sign-in?next=${encodeURIComponent(next)}`, as: who }),
        await ask(at, {
          method: 'POST',
          url: `/children/${at.ours.child}/open`,
          as: who,
          headers: formHeaders,
          payload: form({ _csrf: csrf, reason: 'Something else', more: 'to go elsewhere', next }),
        }),
      ];
      for (const { headers, statusCode } of answers) {
        expect(statusCode, next).toBe(303);
        const location = String(headers.location);
        expect(new URL(location, 'https://sightline.example').origin, `${JSON.stringify(next)} → ${location}`).toBe(
          'https://sightline.example',
        );
        expect(location).toMatch(/^\/(?![/\\])/);
      }
    }
  });
});

describe('headers', () => {
  test('that a proxy or an attacker might set change nothing where no proxy is trusted', async () => {
    const who = person(at.ours, 'teamManager');
    const forged = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '127.0.0.1',
      forwarded: 'host=evil.example',
      origin: 'https://evil.example',
      referer: 'https://evil.example/',
      'x-original-url': '/imports',
      'x-rewrite-url': '/imports',
    };
    for (const way of closed().filter(({ method, url }) => method === 'GET' && url !== '/events')) {
      const url = aimed(way.url, at.ours);
      const [plain, tampered] = [await ask(at, { url, as: who }), await ask(at, { url, as: who, headers: forged })];
      expect([tampered.statusCode, tampered.headers.location], way.key).toEqual([plain.statusCode, plain.headers.location]);
      expect(`${JSON.stringify(tampered.headers)}${tampered.body}`, way.key).not.toContain('evil.example');
    }
  });

  test('of every page keep it from being framed, kept, guessed at or run', async () => {
    const who = person(at.ours, 'teamManager');
    for (const way of ways().filter(({ method, url }) => method === 'GET' && url !== '/events')) {
      const { headers, statusCode, body } = await ask(at, { url: aimed(way.url, at.ours), as: who });
      expect(String(headers['content-security-policy']), way.key).toMatch(/script-src 'self'(;|$)/);
      expect(headers['x-content-type-options'], way.key).toBe('nosniff');
      expect(headers['x-frame-options'], way.key).toBe('DENY');
      if (!isOpen(way.url)) expect(headers['cache-control'], way.key).toBe('no-store');
      expect(headers, way.key).not.toHaveProperty('x-powered-by');
      if (statusCode === 200 && String(headers['content-type']).includes('html'))
        expect(body, way.key).not.toMatch(/<script>|<script [^>]*>[^<]| on[a-z]+="|javascript:/i);
    }
  });

  test('a cookie of one session is that session’s alone, and ends with it', async () => {
    const [first, second] = [person(at.ours, 'dutyWorker'), person(at.theirs, 'dutyWorker')];
    const both = await ask(at, { url: '/board', headers: { cookie: `sightline=${first.token}; sightline=${second.token}` } });
    expect([at.ours.word, at.theirs.word].filter((word) => both.body.includes(`${word} dutyWorker`))).toHaveLength(1);
    await ask(at, { method: 'POST', url: '/sign-out', as: first, headers: formHeaders, payload: form({ _csrf: await csrfOf(at, first) }) });
    expect((await ask(at, { url: '/board', as: first })).statusCode).toBe(303);
    expect((await ask(at, { url: '/board', as: second })).statusCode).toBe(200);
  });
});
