import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { Identifier, Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { soughtQuery, soughtWords } from '../../sought.ts';
import { readNames } from '../board/reading.ts';
import { FindPage, type FoundChild } from './page.tsx';

/** Every child that a practitioner may open can be found by name, or by a number known in full. */
export function addFind(server: FastifyInstance, parts: WebParts): void {
  const kinds = [
    ...new Set(
      parts.steps.flatMap((step) =>
        [...Object.values(step.fields), ...Object.values(step.each)].flatMap(({ identifies }) =>
          identifies === undefined ? [] : [identifies],
        ),
      ),
    ),
  ];
  const byNumber = async (session: Session, words: string): Promise<readonly string[]> => {
    const asked: readonly Identifier[] = kinds.map((kind) => ({ kind, value: words }));
    // Two records may claim one number, one of them by mistake: both are shown.
    return [...new Set([...(await parts.record.claimants(session, asked)).values()].flat())];
  };

  server.post('/find', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    return reply.redirect(`/find${soughtQuery(request, one(givenForm(request.body), 'name'))}`, 303);
  });

  server.get('/find', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitioners);
    const words = soughtWords(request, 'name');
    const frame = frameOf(request, parts);
    if (words === '') return sendPage(reply, <FindPage frame={frame} csrf={request.csrf} words="" />);
    const [found, numbered, names] = await Promise.all([
      parts.record.search(who.session, words),
      byNumber(who.session, words),
      readNames(parts, who.session),
    ]);
    const today = dayInEngland(parts.now());
    const named = new Set(found.map(({ person }) => person));
    const children: readonly FoundChild[] = [
      ...numbered.filter((person) => !named.has(person)).map((person) => ({ person, number: words })),
      ...found.map(({ person, standing }) => ({
        person,
        standing,
        team: standing.team === undefined ? undefined : names.teams.get(standing.team)?.name,
        worker: standing.worker === undefined ? undefined : names.members.get(standing.worker)?.name,
      })),
    ];
    return sendPage(reply, <FindPage frame={frame} csrf={request.csrf} words={words} found={children} today={today} />);
  });
}
