import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

const [amara, ben] = [id(1, 0), id(1, 1)];
const child = `/children/${amara}`;
const as = (member: number) => ({ cookie: `sightline=token-of-${id(2, member)}` });
const read = async (member: number, url: string): Promise<string> => (await server.inject({ url, headers: as(member) })).body;

async function served(member: number) {
  const parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await read(member, child))?.[1] ?? '';
  const send = (url: string, answers: Readonly<Record<string, string>>) =>
    server.inject({
      method: 'POST',
      url,
      headers: { ...as(member), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: csrf, ...answers }).toString(),
    });
  await send(`${child}/open`, { reason: 'I work with this child or their family', next: child });
  return { parts, send };
}

const relation = (who: string) => ({
  entry: id(5, 1),
  stage: 'record',
  readAt: '2030-01-01T00:00:00Z',
  'f.learntOn': '2026-03-02',
  'f.source': 'saidByFamily',
  [`e.${amara}.bond`]: 'halfSibling',
  [`e.${amara}.relative`]: who,
});

it('asks why before a family is shown, and shows it to practitioners alone', async () => {
  server = await createServer(pretendParts(pretendDay));
  for (const page of ['family', 'family/chronology', 'family/add', 'family/adult']) {
    expect(await read(1, `${child}/${page}`), page).toContain('Why are you opening this record?');
    expect((await server.inject({ url: `${child}/${page}`, headers: as(5) })).statusCode, page).toBe(403);
  }
});

it('says the same in the drawing and in words', async () => {
  await served(1);
  const page = await read(1, `${child}/family`);
  expect(page).toContain('Genogram');
  expect(page.match(/Ben Carter/g)?.length).toBeGreaterThan(2);
  expect(page).toContain(`href="/children/${ben}"`);
  expect(page).not.toMatch(/style="/);
});

it('says of a restricted brother or sister that they exist, and never their name: not in the drawing, in words, in a form, in the chronology', async () => {
  const { parts, send } = await served(1);
  parts.restricted.set(ben, 'Adoption');
  const family = await read(1, `${child}/family`);
  expect(family).toContain('Exists, restricted (Adoption)');
  const chronology = await read(1, `${child}/family/chronology`);
  expect(chronology).toContain('whose record is restricted (Adoption): left out');
  const form = await read(1, `${child}/record/visit`);
  const question = await read(1, `${child}/record/relationship?relative=${ben}`);
  const refused = await send(`${child}/record/relationship`, relation(ben));
  expect(refused.statusCode).toBe(400);
  for (const page of [family, chronology, form, question, refused.body]) expect(page).not.toContain('Ben Carter');
  expect(parts.written).toEqual([]);
});

it('reads the records of brothers and sisters together once they are opened for a reason', async () => {
  const { send } = await served(1);
  expect(await read(1, `${child}/family/chronology`)).toContain('Not read here');
  expect((await send(`${child}/family/open`, { person: ben, reason: 'no' })).statusCode).toBe(400);
  expect((await send(`${child}/family/open`, { person: ben, reason: 'Preparing the conference' })).statusCode).toBe(303);
  const both = await read(1, `${child}/family/chronology`);
  expect(both).not.toContain('Not read here');
  expect(both).toContain('2 children together');
  expect(both).toContain('Amara Okafor, Ben Carter');
  const one = await read(1, `${child}/family/chronology?child=${ben}`);
  expect(one).toContain('<p class="sl-whose">Ben Carter</p>');
  expect(one).not.toContain('<p class="sl-whose">Amara Okafor</p>');
});

it('records a relationship once, about both, each with their own line of it', async () => {
  const { parts, send } = await served(0);
  expect((await send(`${child}/record/relationship`, relation(ben))).statusCode).toBe(303);
  expect(parts.written).toMatchObject([
    {
      step: 'relationship',
      shared: { learntOn: '2026-03-02', source: 'saidByFamily' },
      about: [
        { person: amara, answers: { relative: ben, bond: 'halfSibling' } },
        { person: ben, answers: { relative: amara, bond: 'halfSibling' } },
      ],
    },
  ]);
  expect(await read(0, `${child}/family`)).toContain('Half-brother or half-sister: said by somebody of the family');
});

it('makes a record for an adult, then asks what they are to the child; an adult’s details are not a child’s', async () => {
  const { parts, send } = await served(0);
  expect(await read(0, `${child}/family/add?words=Saira+Khan`)).toContain('Make a record for Saira Khan');
  expect(await read(0, `${child}/family/adult?words=Saira+Khan`)).toContain('value="Khan"');
  expect((await send(`${child}/family/adult`, { stage: 'record' })).body).toContain('Enter last name');
  const adult = id(1, 99);
  const made = await send(`${child}/family/adult`, { adult, entry: id(5, 3), stage: 'record', 'f.lastName': 'Khan' });
  expect(made.headers.location).toBe(`${child}/record/relationship?relative=${adult}&learntOn=2026-03-03`);
  expect(parts.written).toMatchObject([{ step: 'adultDetails', about: [{ person: adult }] }]);
  expect((await server.inject({ url: `${child}/record/adultDetails`, headers: as(0) })).statusCode).toBe(403);
});
