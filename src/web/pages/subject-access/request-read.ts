import type { FastifyRequest } from 'fastify';
import { dayInEngland, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { attachedTo, type Attachment } from '../../../kernel/step/attached.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { allOf, type AnyStep } from '../../../kernel/step/step.ts';
import { answerDueOn, movesLimit } from '../../../practice/subject-access/answer-due.ts';
import {
  decidedOf,
  standingOf,
  type Answer,
  type Decided,
  type Readable,
  type Standing,
} from '../../../practice/subject-access/disclosure.ts';
import { subjectAccessExtension } from '../../../practice/subject-access/extension.ts';
import { subjectAccessRequest } from '../../../practice/subject-access/request.ts';
import { conclusionOf, ofRequest } from '../../../practice/subject-access/requests.ts';
import { subjectAccessSteps } from '../../../practice/subject-access/steps.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import { asOptions, labels } from '../../by-id.ts';
import { answerWords } from '../../form/answers.tsx';
import type { LinkOptions } from '../../form/asking.ts';
import type { WebParts } from '../../parts.ts';
import { parameter } from '../../request.ts';
import { dayOf } from '../../said-dates.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { linkOptions } from '../child/child.ts';
import { mustBeOpen } from '../child/opening.ts';
import { peopleLinked } from '../family/people-linked.ts';

/** An entry of the record as it is read for a request, and what has been decided of it. */
export type ReadEntry = Readable & {
  /** Its number among all that the request asks about, from 1. */
  readonly number: number;
  readonly on: LocalDate;
  readonly title: string;
  readonly by: string;
  readonly standing: Standing;
  /** A file that belongs to an entry: looked at and decided by itself, for a photograph may show what no word says. */
  readonly file?: Attachment;
  /** Words that were meant for several children are closed to whoever reads, since one of them is restricted: nobody here can disclose them. */
  readonly isClosed: boolean;
};

export type RequestRead = {
  readonly opened: Opened;
  readonly record: ChildRecord;
  readonly request: Statement & { readonly answers: Parameters<typeof subjectAccessRequest.summary>[0] };
  readonly entries: readonly ReadEntry[];
  readonly decided: Decided;
  readonly dueOn: LocalDate | undefined;
  readonly conclusion: Statement | undefined;
  readonly nameOf: (member: string) => string;
  readonly today: LocalDate;
};

type Asked = {
  readonly record: ChildRecord;
  readonly requests: readonly RequestRead['request'][];
  readonly readOf: (request: RequestRead['request']) => RequestRead;
};

/** A record, the requests for a copy of it in order, and how it is read for one of them: that reads every entry, and is done only for those that are shown. */
async function askedOf(request: FastifyRequest, parts: WebParts): Promise<Asked> {
  mustHold(signedIn(request), subjectAccessRequest.may.read);
  const opened = await mustBeOpen(request, parts);
  const { session } = opened;
  const [record, members, teams] = await Promise.all([parts.record.read(opened), parts.members.all(session), parts.members.teams(session)]);
  const steps = new Map(parts.steps.map((step) => [step.name, step]));
  const links = linkOptions(record, members, teams, steps, await peopleLinked(parts, session, record));
  const names = labels(asOptions(members));
  const around = {
    opened,
    record,
    nameOf: (member: string): string => names.get(member) ?? 'Somebody who has left',
    today: dayInEngland(parts.now()),
  };
  const readOf = (request: RequestRead['request']): RequestRead => {
    const decided = decidedOf(request, record.history);
    return {
      ...around,
      request,
      entries: entriesFor(request, record, steps, links).map((one) => ({
        ...one,
        by: around.nameOf(one.by),
        standing: standingOf(one, decided),
      })),
      decided,
      dueOn: answerDueOn(request, record.history),
      conclusion: conclusionOf(request, record.history),
    };
  };
  return { record, requests: allOf(subjectAccessRequest, record.history), readOf };
}

/** Every request of a record, the latest first. */
export async function requestsRead(
  request: FastifyRequest,
  parts: WebParts,
): Promise<{ readonly record: ChildRecord; readonly reads: readonly RequestRead[] }> {
  const { record, requests, readOf } = await askedOf(request, parts);
  return { record, reads: requests.map(readOf).toReversed() };
}

/** The record read for the request that the address names: every entry that was recorded by the end of the day on which it came, as it stands now. */
export async function requestRead(request: FastifyRequest, parts: WebParts): Promise<RequestRead> {
  const { requests, readOf } = await askedOf(request, parts);
  const named = parameter(request, 'request').toLowerCase();
  const asked = requests.find(({ entry }) => entry === named);
  if (asked === undefined) throw new Refusal(404, 'There is no such request in this record.');
  return readOf(asked);
}

/** Files that go with the copy: all that are disclosed. */
export const filesGiven = ({ entries }: Pick<RequestRead, 'entries'>): readonly (ReadEntry & { readonly file: Attachment })[] =>
  entries.flatMap((one) =>
    one.file !== undefined && one.standing.kind === 'decided' && one.standing.decision.whole === undefined
      ? [{ ...one, file: one.file }]
      : [],
  );

/** Who asked for what, and what was decided of it, is not what they asked for. */
const ofRequests: ReadonlySet<string> = new Set(subjectAccessSteps.map(({ name }) => name));

function entriesFor(
  request: Statement,
  { history }: ChildRecord,
  steps: ReadonlyMap<string, AnyStep>,
  links: LinkOptions,
): readonly Omit<ReadEntry, 'standing'>[] {
  return history
    .filter(({ step, recordedAt }) => !ofRequests.has(step) && dayOf(recordedAt) <= request.happenedOn)
    .flatMap((statement) => {
      const title = steps.get(statement.step)?.title ?? statement.step;
      const around = { on: statement.happenedOn, by: statement.recordedBy };
      const answers = answersIn(statement, steps.get(statement.step), links);
      const own = { ...around, entry: statement.entry, title, answers, isClosed: statement.withheld === true };
      return [own, ...attachedTo(statement.answers).map((file) => ({ ...around, ...fileAsEntry(file, title) }))];
    })
    .map((one, n) => ({ ...one, number: n + 1 }));
}

/** By its own id, under which one content stands and no other: what was decided of it stays true of it. */
const fileAsEntry = (file: Attachment, title: string) => ({
  entry: file.id,
  title: `File of: ${title}`,
  answers: [{ at: 'file', question: 'File, given apart', words: file.name }],
  isClosed: false,
  file,
});

function answersIn({ answers }: Statement, step: AnyStep | undefined, links: LinkOptions): readonly Answer[] {
  return Object.entries({ ...step?.fields, ...step?.each }).flatMap(([at, field]) => {
    const value = answers[at];
    return value === undefined || value === null ? [] : [{ at, question: field.label, words: answerWords(field, value, links) }];
  });
}

export const countsOf = ({ entries }: Pick<RequestRead, 'entries'>) => {
  const decisions = entries.flatMap(({ standing }) => (standing.kind === 'decided' ? [standing.decision] : []));
  return {
    all: entries.length,
    decided: decisions.length,
    withheld: decisions.filter(({ whole }) => whole !== undefined).length,
    blackedOut: decisions.filter(({ whole, out }) => whole === undefined && out.size > 0).length,
  };
};

/** What has been recorded of a request since, a line each; decisions of single entries are counted instead. */
export function sinceRequest({ record, request }: Pick<RequestRead, 'record' | 'request'>): readonly string[] {
  return subjectAccessSteps
    .filter(({ name }) => name !== 'redaction' && name !== 'subjectAccessRequest')
    .flatMap((step) => ofRequest(step.name, request, record.history).map((statement) => ({ step, statement })))
    .toSorted((a, b) => a.statement.happenedOn.localeCompare(b.statement.happenedOn) || a.statement.position - b.statement.position)
    .map(({ step, statement }) => {
      const said = step.summary(statement.answers as never).replace(/^Subject access: /, '');
      const isInVain = step.name === subjectAccessExtension.name && !movesLimit(statement, request, record.history);
      return `${formatDate(statement.happenedOn)}: ${said}${isInVain ? '. Told after the first month, or more than two months in all: the limit stays as it was' : ''}`;
    });
}
