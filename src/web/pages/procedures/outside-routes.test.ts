import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { pretendDay, pretendId, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

it('comments that come from one address in one moment are counted before any of them is kept, and go to the authority that the page names', async () => {
  const kept: string[] = [];
  const parts = pretendParts(pretendDay);
  const send = async ({ words }: { readonly words: string }) => {
    await pause(20);
    kept.push(words);
    return { kind: 'done' } as const;
  };
  const server = await createServer({ ...parts, publicComments: { ...parts.publicComments, send } });
  const url = '/procedures/child-protection/outside';
  const page = await server.inject({ url });
  expect(page.body).toContain(`Your comment goes to ${parts.authorityName}`);
  const [visitor] = page.cookies;
  const said = { section: 'core-group', agency: 'education', name: 'Ms Teacher', email: 'lead@school.example' };
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      server.inject({
        method: 'POST',
        url,
        headers: { cookie: `${visitor?.name}=${visitor?.value}`, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({
          _csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
          ...said,
          comment: `Comment ${n}`,
        }).toString(),
      }),
    ),
  );
  await server.close();
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([...Array(5).fill(200), ...Array(7).fill(429)]);
  expect(kept).toHaveLength(5);
});

it('whoever takes in what a colleague has set aside is told on the page, with what was done and by whom', async () => {
  const server = await createServer(pretendParts(pretendDay));
  const press = async (outcome: string, member: number) => {
    const headers = { cookie: `sightline=token-of-${pretendId(2, member)}` };
    const { body } = await server.inject({ url: '/procedures/outside', headers });
    return server.inject({
      method: 'POST',
      url: `/procedures/outside/${pretendId(8, 1)}`,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: String(new URLSearchParams({ _csrf: /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '', outcome })),
    });
  };
  const contents = async () =>
    (await server.inject({ url: '/procedures', headers: { cookie: `sightline=token-of-${pretendId(2, 1)}` } })).body;
  expect(await contents()).toContain('Comments from outside: 1 to look at');
  expect((await press('aside', 1)).statusCode).toBe(303);
  const second = await press('taken', 2);
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('settled by a colleague. Nothing was changed');
  expect(second.body).toMatch(/Set aside by [A-Z][^,]*, /);
  expect(await contents()).toContain('Comments from outside: none waits');
  await server.close();
});
