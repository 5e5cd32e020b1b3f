import { randomUUID } from 'node:crypto';
import { keptSource, childOf } from '../import/kept-source.ts';
import type { Importer } from '../import/file-set.ts';
import { factsOf, knownFactsOf } from '../import/intake/identity.ts';
import { decisionIn, readRecords } from '../import/intake/recognition.ts';
import { asRun, decideWhose, takeDecisionBack, type Choice } from '../import/whose-rows.ts';
import { formatDate, isDate } from '../kernel/calendar/dates.ts';
import { stepNamed } from '../practice/pathway.ts';
import { identityQuestions, keptRows, type AskedQuestion } from '../record/kept-rows.ts';
import type { ChildRecord, Session } from '../record/contract.ts';
import type { ShownQuestion, WebParts, WhoSaid } from '../web/parts.ts';

const sources: Readonly<Record<string, string>> = { cin: 'CIN census', ssda903: 'SSDA903 return' };

const shown = ({ question, kind, child, because, askedAt, decidedFor, answeredBy }: AskedQuestion): ShownQuestion => ({
  id: question,
  source: sources[kind] ?? kind,
  child,
  because,
  askedAt,
  isDecided: decidedFor !== null,
  ...(answeredBy === null ? {} : { answeredBy }),
});

type Said = {
  readonly children: Iterable<string>;
  readonly upns: Iterable<string>;
  readonly bornOn?: string;
  readonly sex?: string;
  readonly ethnicity?: string;
};

/** In the words of the step that asks for them. */
function factWords({ children, upns, bornOn, sex, ethnicity }: Said): WhoSaid['facts'] {
  const fields = stepNamed('personDetails')?.fields;
  const inWords = (name: string, value: string | undefined): string => {
    const field = fields?.[name];
    const label =
      field !== undefined && 'codes' in field ? Object.entries(Object(field.codes)).find(([code]) => code === value)?.[1] : undefined;
    return typeof label === 'string' ? label : (value ?? 'not given');
  };
  return [
    ['Identifier', [...children].join(', ') || 'not given'],
    ['Unique pupil number', [...upns].join(', ') || 'not given'],
    ['Date of birth', bornOn !== undefined && isDate(bornOn) ? formatDate(bornOn) : 'not given'],
    ['Sex', inWords('sex', sex)],
    ['Ethnicity', inWords('ethnicity', ethnicity)],
  ];
}

const most = 12;
const line = (step: string, on: string): string => `${isDate(on) ? formatDate(on) : on}: ${stepNamed(step)?.title ?? step}`;

function ofRecord({ history, standing }: ChildRecord, before: AskedQuestion): Omit<WhoSaid, 'name'> & { readonly name: string } {
  const own = history.filter(({ source }) => source?.split(':')[4] !== before.child);
  return {
    name: standing.name,
    facts: factWords(knownFactsOf({ person: '', position: 0, chain: [], clocks: [], standing, history: own })),
    history: own.slice(-most).map(({ step, happenedOn }) => line(step, happenedOn)),
  };
}

/** The queue of children of files of whom a person must say whose rows they are. */
export function questionsOf(importer: Importer): Pick<WebParts['imports'], 'questions' | 'question' | 'decide' | 'takeBack'> {
  const asked = async (session: Session, id: string) =>
    (await identityQuestions(importer.database, session)).find(({ question }) => question === id);
  return {
    questions: async (session) => (await identityQuestions(importer.database, session)).map(shown),
    async question(session, id) {
      const question = await asked(session, id);
      if (question === undefined) return undefined;
      const people = [...new Set([...question.candidates, ...(question.decidedFor === null ? [] : [question.decidedFor])])];
      const read = await asRun(importer, session, 'A look at whose rows these are', (run) =>
        readRecords({ record: importer.record, session }, run, people),
      );
      const records = people.flatMap((person) => {
        const record = read.get(person);
        return typeof record === 'object' ? [{ ...ofRecord(record, question), person, isChosen: person === question.decidedFor }] : [];
      });
      const decided = read.get(question.decidedFor ?? '');
      const standing = typeof decided === 'object' ? decisionIn(decided, question.kind, question.child) : undefined;
      const decision = standing?.entry ?? randomUUID();
      return { ...shown(question), decision, given: await givenBy(importer, session, question), records };
    },
    async decide(session, id, { person, ...said }) {
      const question = await asked(session, id);
      if (question === undefined) return { kind: 'refused', message: 'There is no such question' };
      const choice: Choice = person === undefined ? { kind: 'different' } : { kind: 'same', person };
      return decideWhose(importer, session, question, { ...said, choice });
    },
    async takeBack(session, id, taken) {
      const question = await asked(session, id);
      return question === undefined
        ? { kind: 'refused', message: 'There is no such question' }
        : takeDecisionBack(importer, session, question, taken);
    },
  };
}

async function givenBy(importer: Importer, session: Session, { kind, child }: AskedQuestion): Promise<WhoSaid> {
  const kept = await keptRows(importer.database, session, { kind, child });
  const last = kept.at(-1);
  const read = last === undefined ? undefined : childOf(last, importer)?.read;
  if (last === undefined || read === undefined) return { name: `Child ${child}`, facts: [], history: [] };
  const { kind: source } = keptSource(last, importer);
  const facts = factsOf(read);
  return {
    name: `Child ${child} of the ${sources[source] ?? source}`,
    facts: factWords({ ...facts, children: [facts.child], upns: facts.upn === undefined ? [] : [facts.upn] }),
    history: read.statements.map(({ step, happenedOn }) => line(step.name, happenedOn)).slice(0, most),
  };
}
