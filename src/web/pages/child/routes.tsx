import type { FastifyInstance } from 'fastify';
import { isDate } from '../../../kernel/calendar/dates.ts';
import { frameOf, givenForm, isId, one, safeNext, sendPage, several } from '../../request.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { asKnown } from '../../said-dates.ts';
import { Elsewhere, signedIn } from '../../session.ts';
import { soughtQuery, soughtWords } from '../../sought.ts';
import { childModel } from './child.ts';
import { allocationAsks } from '../induction/allocation-asks.tsx';
import { draftsHere, DraftsHere } from '../drafts/lists.tsx';
import { filesLinked } from '../files/files-linked.ts';
import { peopleLinked } from '../family/people-linked.ts';
import { admitted, looksLikeImport, openedRecord, openFor, personOf } from './opening.ts';
import { ChildPage } from './page.tsx';
import { ReasonPage, usualReasons } from './reason-page.tsx';

export const filterIn = (given: GivenForm, words: string) => ({
  step: one(given, 'step'),
  words,
  from: dayGiven(one(given, 'from')),
  to: dayGiven(one(given, 'to')),
  which: one(given, 'which'),
});

export function addChild(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id', async (request, reply) => {
    const person = personOf(request);
    const { session } = signedIn(request);
    const opened = await openedRecord(request, parts, person);
    const given = givenForm(request.query);
    const next = safeNext(one(given, 'next'));
    if (opened === undefined)
      return sendPage(
        reply,
        <ReasonPage frame={frameOf(request, parts)} csrf={request.csrf} person={person} next={next === '/' ? request.url : next} />,
      );
    const known = asKnown(given, parts.now());
    const [record, access, members, teams, drafts] = await Promise.all([
      parts.record.read(opened, known.instant),
      parts.record.whoOpened(opened),
      parts.members.all(session),
      parts.members.teams(session),
      known.instant === undefined ? draftsHere(parts, opened) : undefined,
    ]);
    if (record.standing.mergedInto !== undefined) throw new Elsewhere(`/children/${record.standing.mergedInto}`);
    if (record.standing.file !== undefined) throw new Elsewhere(`/files/${person}${request.url.replace(/^[^?]*/, '')}`);
    const model = childModel({
      record,
      access,
      restriction: record.restricted === true ? await parts.record.restriction(opened) : undefined,
      members,
      teams,
      people: await peopleLinked(parts, session, record, known.instant),
      files: await filesLinked(parts, session, record),
      parts,
      session,
      known,
      filter: filterIn(given, soughtWords(request, 'words')),
      recorded: one(given, 'recorded') !== '',
    });
    return sendPage(
      reply,
      <ChildPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        child={model}
        asks={await allocationAsks(parts, session, model)}
        drafts={
          drafts && (
            <DraftsHere
              drafts={drafts}
              steps={parts.steps}
              members={members}
              isJustSaved={one(given, 'draft') === 'saved'}
              settles={several(given, 'settles').filter(isId)}
            />
          )
        }
      />,
    );
  });

  addChronologyFilter(server);
  addOpening(server, parts);
}

/** What the chronology is narrowed to, without the words in the address. */
function addChronologyFilter(server: FastifyInstance): void {
  server.post('/children/:id/chronology', async (request, reply) => {
    const person = personOf(request);
    const form = givenForm(request.body);
    const sought = new URLSearchParams(soughtQuery(request, one(form, 'words')));
    const chosen = ['step', 'which', 'from', 'to', 'known', 'at', 'entries'].map((name): [string, string] => [name, one(form, name)]);
    const query = new URLSearchParams([...chosen.filter(([, value]) => value !== ''), ...sought]);
    return reply.redirect(`/children/${person}${query.size === 0 ? '' : `?${query}`}#chronology`, 303);
  });
}

function addOpening(server: FastifyInstance, parts: WebParts): void {
  server.post('/children/:id/open', async (request, reply) => {
    const person = personOf(request);
    const form = givenForm(request.body);
    const chosen = one(form, 'reason');
    const more = one(form, 'more').slice(0, 300);
    const next = safeNext(one(form, 'next'));
    const problem = problemWith(chosen, more);
    if (problem !== undefined)
      return sendPage(
        reply,
        <ReasonPage
          frame={frameOf(request, parts)}
          csrf={request.csrf}
          person={person}
          next={next}
          problem={problem}
          chosen={chosen}
          more={more}
        />,
        400,
      );
    const isUsual = usualReasons.some((usual) => usual === chosen);
    admitted(await openFor(request, parts, person, isUsual ? `${chosen}${more === '' ? '' : `: ${more}`}` : more), person, next);
    return reply.redirect(next === '/' ? `/children/${person}` : next, 303);
  });
}

const dayGiven = (day: string): string => (isDate(day) ? day : '');

function problemWith(chosen: string, more: string): string | undefined {
  if (chosen === '') return 'Select why you are opening this record';
  if (usualReasons.some((usual) => usual === chosen)) return undefined;
  return more.length < 5 || looksLikeImport(more) ? 'Enter the reason in your own words' : undefined;
}
