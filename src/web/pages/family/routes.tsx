import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { familyOn, siblingsOf } from '../../../practice/people/family.ts';
import type { Opened } from '../../../record/contract.ts';
import type { Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, safeNext, sendPage, several } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { Elsewhere, Refusal, signedIn } from '../../session.ts';
import { soughtQuery, soughtWords } from '../../sought.ts';
import { looksLikeImport, openedRecord, openFor, personOf, reasonPage } from '../child/opening.ts';
import { ReasonPage } from '../child/reason-page.tsx';
import { AddPage } from './add-page.tsx';
import { addAdult } from './adult-routes.tsx';
import { familyChronology } from './chronology-model.ts';
import { FamilyChronologyPage } from './chronology-page.tsx';
import { familyModel } from './family-model.ts';
import { FamilyPage } from './page.tsx';

type Answer = (request: FastifyRequest, reply: FastifyReply, opened: Opened) => Promise<FastifyReply>;

export function addFamily(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  /** The opened record to whoever gave a reason; to others the page that asks for one. */
  const opened = (answer: Answer) => async (request: FastifyRequest, reply: FastifyReply) => {
    const person = personOf(request);
    const record = await openedRecord(request, parts, person);
    if (record !== undefined) return answer(request, reply, record);
    if (request.method === 'POST') throw new Elsewhere(reasonPage(request, person));
    return sendPage(reply, <ReasonPage frame={frameOf(request, parts)} csrf={request.csrf} person={person} next={request.url} />);
  };
  server.get('/children/:id/family', opened(showFamily(parts)));
  server.get('/children/:id/family/chronology', opened(showChronology(parts)));
  server.get('/children/:id/family/add', opened(showAdd(parts)));
  addAdult(server, parts, memory, opened);

  server.post('/children/:id/family/add', async (request, reply) => {
    const person = personOf(request);
    return reply.redirect(`/children/${person}/family/add${soughtQuery(request, one(givenForm(request.body), 'words'))}`, 303);
  });

  server.post('/children/:id/family/open', async (request, reply) => {
    const person = personOf(request);
    const form = givenForm(request.body);
    const reason = one(form, 'reason').slice(0, 300);
    if (reason.length < 5 || looksLikeImport(reason))
      throw new Refusal(
        400,
        'Enter why you need to read the records of brothers and sisters too, in your own words: five letters or more.',
      );
    for (const other of several(form, 'person').filter(isId)) await openFor(request, parts, other, reason);
    const next = safeNext(one(form, 'next'));
    return reply.redirect(next === '/' ? `/children/${person}/family/chronology` : next, 303);
  });
}

/** Whether the roles of whoever asks may read or record a step. */
function holds(request: FastifyRequest, parts: WebParts, verb: 'read' | 'record'): (step: string) => boolean {
  const { roles } = signedIn(request).session;
  const steps = new Map(parts.steps.map((step) => [step.name, step]));
  return (step) => steps.get(step)?.may[verb].some((role) => roles.includes(role)) ?? false;
}

const showFamily =
  (parts: WebParts): Answer =>
  async (request, reply, opened) => {
    const known = asKnown(givenForm(request.query), parts.now());
    const [record, relatives] = await Promise.all([
      parts.record.read(opened, known.instant),
      parts.record.relatives(opened, known.instant),
    ]);
    const ids = record.history.flatMap(({ answers: { holder } }) => (typeof holder === 'string' ? [holder] : []));
    const holders = ids.length === 0 ? new Map() : await parts.record.named(opened.session, ids, known.instant);
    const mayRecord = known.instant === undefined && holds(request, parts, 'record')('relationship');
    const model = familyModel({ record, relatives, holders, known, mayRecord, mayRead: holds(request, parts, 'read') });
    return sendPage(reply, <FamilyPage frame={frameOf(request, parts)} model={model} />);
  };

const showChronology =
  (parts: WebParts): Answer =>
  async (request, reply, opened) => {
    const given = givenForm(request.query);
    const known = asKnown(given, parts.now());
    const family = familyOn(opened.person, await parts.record.relatives(opened, known.instant), known.today);
    const siblings = siblingsOf(family).filter(({ isAdult, isOnRecord }) => isOnRecord && !isAdult);
    const entitled = siblings.filter(({ isRestricted }) => !isRestricted).map(({ id }) => id);
    const records = [opened, ...(await openedAlready(request, parts, entitled))];
    const [read, members] = await Promise.all([parts.record.readMany(records, known.instant), parts.members.all(opened.session)]);
    const chronology = familyChronology({
      siblings,
      members,
      records: records.flatMap(({ person }) => read.get(person) ?? []),
      steps: parts.steps,
      mayRead: holds(request, parts, 'read'),
      filter: { child: one(given, 'child'), step: one(given, 'step') },
    });
    return sendPage(
      reply,
      <FamilyChronologyPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        person={opened.person}
        name={read.get(opened.person)?.standing.name ?? ''}
        known={known}
        chronology={chronology}
      />,
    );
  };

/** Of these, the records that this session has opened already. */
async function openedAlready(request: FastifyRequest, parts: WebParts, people: readonly string[]): Promise<readonly Opened[]> {
  const { memory } = signedIn(request);
  const known = people.filter((person) => memory.opened.has(person));
  const records = await Promise.all(known.map((person) => openedRecord(request, parts, person)));
  return records.filter((record) => record !== undefined);
}

const showAdd =
  (parts: WebParts): Answer =>
  async (request, reply, opened) => {
    const words = soughtWords(request, 'words');
    const [record, found] = await Promise.all([
      parts.record.read(opened),
      words === '' ? undefined : parts.record.search(opened.session, words),
    ]);
    return sendPage(
      reply,
      <AddPage
        frame={frameOf(request, parts)}
        person={opened.person}
        name={record.standing.name}
        csrf={request.csrf}
        words={words}
        sought={soughtQuery(request, words)}
        found={found}
        mayAddAdult={holds(request, parts, 'record')('adultDetails')}
      />,
    );
  };
