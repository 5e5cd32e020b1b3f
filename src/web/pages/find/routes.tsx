import type { FastifyInstance } from 'fastify';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { longestSought, soughtQuery, soughtWords } from '../../sought.ts';
import { findingBy, todayOf, wordsOf } from './finding.ts';
import { FindPage } from './page.tsx';

/** How many are shown while somebody types. */
const mostOffered = 8;

/** Whoever a practitioner may open can be found by name, date of birth, or a number known in full. */
export function addFind(server: FastifyInstance, parts: WebParts): void {
  const findingOf = findingBy(parts);

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
    const [found, isDerived] = await Promise.all([findingOf(who.session, words), parts.areRulesApplied(who.session)]);
    return sendPage(
      reply,
      <FindPage frame={frame} csrf={request.csrf} words={words} found={found} today={todayOf(parts)} isIncomplete={!isDerived} />,
    );
  });

  // While somebody types, for the box on every page: posted, because words that may be a child's name stand in no address.
  server.post('/find/people', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitioners);
    const words = one(givenForm(request.body), 'name').slice(0, longestSought);
    const found = words === '' ? [] : await findingOf(who.session, words);
    const offered = found.slice(0, mostOffered).map((each) => ({ href: `/children/${each.person}`, ...wordsOf(each, todayOf(parts)) }));
    return reply.header('cache-control', 'no-store').send({ offered, found: found.length });
  });
}
