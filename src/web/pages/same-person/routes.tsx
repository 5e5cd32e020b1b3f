import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { recordMerge } from '../../../practice/people/record-merge.ts';
import type { ChildRecord, NewEntry, Opened } from '../../../record/contract.ts';
import { answerWords } from '../../form/answers.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { admitted, mustBeOpen, openFor } from '../child/opening.ts';
import { findingBy, todayOf, type FoundPerson } from '../find/finding.ts';
import { ComparePage, SamePersonPage, type Fact, type MergedRecord } from './page.tsx';

const comparing = 'Comparing two records that may be of one person';
const noLinks = { entry: [], member: [], team: [], person: [] };

/** Two records of one person: found, compared, merged (by the step, on its own form) and separated again. */
export function addSamePerson(server: FastifyInstance, parts: WebParts): void {
  const findingOf = findingBy(parts);
  const at = '/children/:id/same-person';

  server.get(at, async (request, reply) => sendPage(reply, await samePerson(request)));

  server.get(`${at}/:other`, async (request, reply) => {
    const opened = await openOne(request, parts);
    const other = otherOf(request);
    const theirs = admitted(await openFor(request, parts, other, comparing), other);
    const records = await parts.record.readMany([opened, theirs]);
    const [ours, their] = [records.get(opened.person), records.get(other)];
    if (ours === undefined || their === undefined) throw new Refusal(404, 'There is no such person in this record.');
    return sendPage(
      reply,
      <ComparePage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        person={opened.person}
        name={ours.standing.name}
        other={{ person: other, name: their.standing.name }}
        facts={factsOf(parts.steps, ours, their)}
        entries={[ours.history.length, their.history.length]}
      />,
    );
  });

  server.post(`${at}/:other/separate`, async (request, reply) => {
    const opened = await openOne(request, parts);
    const reason = one(givenForm(request.body), 'reason').slice(0, 1000);
    const problem = reason.length < 5 ? 'Enter why they are two people, in five letters or more' : await separate(request, opened, reason);
    if (problem === undefined) return reply.redirect(`/children/${opened.person}?recorded=1`, 303);
    return sendPage(reply, await samePerson(request, problem), 400);
  });

  const samePerson = async (request: FastifyRequest, problem?: string) => {
    const opened = await openOne(request, parts);
    const { standing, merged = [] } = await parts.record.read(opened);
    const born = standing.bornOn ?? standing.expectedOn;
    const found = await findingOf(opened.session, `${standing.name}${born === undefined ? '' : ` ${born}`}`);
    return (
      <SamePersonPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        person={opened.person}
        name={standing.name}
        merged={merged.map(asMerged)}
        alike={found.filter(isAnother(opened.person)).slice(0, 10)}
        today={todayOf(parts)}
        problem={problem === undefined ? undefined : { field: `reason-${otherOf(request)}`, message: problem }}
      />
    );
  };

  /** @returns why it was not separated */
  const separate = async (request: FastifyRequest, opened: Opened, reason: string): Promise<string | undefined> => {
    const record = await parts.record.read(opened);
    const other = record.merged?.find(({ person }) => person === otherOf(request));
    if (other === undefined) return 'This record is not merged into this one any more. Look at it again';
    const entry = separation(parts, [record, other], reason);
    const outcome = await parts.record.append(opened.session, [entry], new Map([record, other].map((each) => [each.person, each])));
    if (outcome.kind === 'appended') return undefined;
    return outcome.kind === 'refused' ? outcome.message : 'Somebody else has just written to this record. Look at it again';
  };
}

const asMerged = ({ person, standing, history }: ChildRecord): MergedRecord => ({
  person,
  name: [standing.name, ...history.flatMap(bornIn)].slice(0, 2).join(', '),
});
const bornIn = ({ answers: { bornOn } }: ChildRecord['history'][number]): readonly string[] =>
  typeof bornOn === 'string' ? [`born ${bornOn.split('-').reverse().join('/')}`] : [];

const isAnother =
  (person: string) =>
  (found: FoundPerson): boolean =>
    found.person !== person;

async function openOne(request: FastifyRequest, parts: WebParts): Promise<Opened> {
  mustHold(signedIn(request), recordMerge.may.record);
  return mustBeOpen(request, parts);
}

function otherOf(request: FastifyRequest): string {
  const other = parameter(request, 'other').toLowerCase();
  if (!isId(other)) throw new Refusal(404, 'There is no such person in this record.');
  return other;
}

/** The statement by which the two were merged, struck out in both. */
function separation(parts: WebParts, records: readonly ChildRecord[], reason: string): NewEntry {
  const step = parts.steps.find(({ name }) => name === recordMerge.name);
  const lineIn = ({ chain }: ChildRecord) => chain.findLast(({ step: name, tombstone }) => name === recordMerge.name && !tombstone);
  const [first] = records;
  const stated = first === undefined ? undefined : lineIn(first);
  if (step === undefined || stated === undefined) throw new Error('Two records are merged without a statement that says so');
  return {
    entry: crypto.randomUUID(),
    step: step.name,
    wording: parts.wordingOf(step),
    happenedOn: stated.happenedOn,
    shared: {},
    about: records.map((record) => ({
      person: record.person,
      answers: {},
      corrects: lineIn(record)?.position ?? 0,
      tombstone: true,
      reason,
    })),
  };
}

/** Who they are, by the steps that say it: each question that one of the two answers. */
function factsOf(steps: readonly AnyStep[], ours: ChildRecord, theirs: ChildRecord): readonly Fact[] {
  const details = steps.filter(({ name }) => name === 'personDetails' || name === 'adultDetails');
  const answersOf = ({ history }: ChildRecord): Readonly<Record<string, unknown>> =>
    Object.assign({}, ...history.filter(({ step }) => details.some(({ name }) => name === step)).map(({ answers }) => answers));
  const [a, b] = [answersOf(ours), answersOf(theirs)];
  const fields = new Map(details.flatMap(({ fields: asked }) => Object.entries(asked)));
  return [...fields].flatMap(([name, field]) => {
    if (a[name] === undefined && b[name] === undefined) return [];
    const [our, their] = [a[name], b[name]].map((value) => (value === undefined ? 'not known' : answerWords(field, value, noLinks)));
    const isConflict = a[name] !== undefined && b[name] !== undefined && our !== their;
    return [{ question: field.label, ours: our ?? '', theirs: their ?? '', isConflict }];
  });
}
