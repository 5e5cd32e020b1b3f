import { createHash } from 'node:crypto';
import { addDays, addMonths, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { instantInEngland } from '../../kernel/calendar/instants.ts';
import type { AssuredAudit, AssuredFigure } from '../../record/assurance.ts';
import { auditReadings, sampleSaid, type AuditReading } from './audits.ts';
import { contraryOfAudits, gapsOfAudits, limitOfAudit, verdictOf } from './audit-words.ts';
import { claims, type Claim } from './claims.ts';
import { nameOf } from './figure.ts';
import { figures } from './figures.ts';
import { confidenceIn, contraryOf, gapsOf, limitsOfAssurance, type Confidence } from './judging.ts';
import { blurred, isSmall } from '../../oversight/statistics/small-numbers.ts';
import { readingOf, sumOf, type Instant, type Reading, type TeamName } from './readings.ts';

/** One of the five, judged. What speaks against it stands first. */
export type Judged = {
  readonly claim: Claim;
  readonly contrary: readonly string[];
  readonly readings: readonly Reading[];
  /** Of a claim that rests on them. */
  readonly audits: readonly AuditReading[];
  readonly confidence: Confidence;
  readonly gaps: readonly string[];
};

/** One background paper: what was asked, of how many, and the hash of the question's text and of what it found. */
export type Paper = { readonly figure: string; readonly question: string; readonly population: number; readonly hash: string };

export type AssuranceReport = {
  readonly on: LocalDate;
  readonly knownAt: string;
  readonly authority: string;
  /** How many children: of those who are both so few that one could be known, each is counted twice. */
  readonly populations: { readonly plan: number; readonly care: number; readonly both: number; readonly children: number };
  readonly judged: readonly Judged[];
  readonly limits: readonly string[];
  readonly papers: readonly Paper[];
  /** Of every figure in it: two reports of the same figures have the same. */
  readonly hash: string;
};

const lastInstantOf = (day: LocalDate): string => new Date(instantInEngland(addDays(day, 1), '00:00').getTime() - 1).toISOString();

/** The ends of the eleven months before, and the day itself: of a day that is not over, now. */
export function instantsOf(on: LocalDate, now: Date): readonly Instant[] {
  const first = date(`${on.slice(0, 7)}-01`);
  const ends = Array.from({ length: 11 }, (_, n) => addDays(addMonths(first, n - 10), -1));
  const own = lastInstantOf(on);
  const at = own < now.toISOString() ? own : now.toISOString();
  return [...ends.map((day) => ({ on: day, at: lastInstantOf(day) })), { on, at }];
}

/** The ends of all months that are over on a day, from a first day on: found once, no report of a past day waits for them. */
export function monthEndsSince(first: LocalDate, on: LocalDate): readonly string[] {
  const ends: string[] = [];
  for (let next = addMonths(date(`${first.slice(0, 7)}-01`), 1); next <= on; next = addMonths(next, 1))
    ends.push(lastInstantOf(addDays(next, -1)));
  return ends;
}

export type Found = {
  readonly authority: string;
  readonly instants: readonly Instant[];
  readonly rows: readonly AssuredFigure[];
  readonly audits: readonly AssuredAudit[];
  readonly teams: readonly TeamName[];
  readonly questions: readonly { readonly question: string; readonly words: string }[];
};

const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex');

/** The report of what was found: always the same of the same. */
export function reportOf(found: Found): AssuranceReport {
  const { authority, instants, teams, rows } = found;
  const own = instants.at(-1);
  if (own === undefined) throw new Error('a report is of an instant');
  const readings = new Map(figures.map((figure) => [figure.name, readingOf(figure, rows, instants, teams)]));
  const now = rows.filter(({ at }) => at === own.at);
  const populations = populationsIn(now);
  const audits = auditReadings(found.audits, own.on);
  const papers = [...papersOf(found, [...readings.values()]), ...audits.map((audit) => auditPaper(found, audit))];
  return {
    on: own.on,
    knownAt: own.at,
    authority,
    populations,
    judged: claims.map((claim) =>
      judge(
        claim,
        claim.figures.flatMap((name) => readings.get(name) ?? []),
        claim.restsOnAudits === true ? audits : undefined,
      ),
    ),
    limits: limitsOfAssurance([
      { who: 'children on protection plans', population: populations.plan, said: limitOfAudit(audits, 'onPlan') },
      { who: 'children looked after', population: populations.care, said: limitOfAudit(audits, 'lookedAfter') },
    ]),
    papers,
    hash: hashOf(JSON.stringify([own, papers])),
  };
}

function populationsIn(rows: readonly AssuredFigure[]): AssuranceReport['populations'] {
  const of = (name: string): number => sumOf(rows.filter(({ figure }) => figure === name)).n;
  const [plan, care, both] = [of('plan'), of('care'), of('planAndCare')];
  return { plan, care, both, children: plan + care - (isSmall(both) ? 0 : both) };
}

/** `audits`: of a claim that rests on them. */
const judge = (claim: Claim, readings: readonly Reading[], audits: readonly AuditReading[] | undefined): Judged => ({
  claim,
  contrary: [...contraryOfAudits(audits ?? []), ...readings.flatMap(contraryOf)],
  readings: readings.filter(({ among }) => among > 0),
  audits: audits ?? [],
  confidence: confidenceIn(claim, readings, audits === undefined ? undefined : verdictOf(audits)),
  gaps: [
    ...(audits === undefined ? [] : gapsOfAudits(audits)),
    ...readings.flatMap(gapsOf),
    ...readings.filter(({ among }) => among === 0).map(({ figure }) => `${nameOf(figure)}: nothing is recorded`),
    ...claim.missing.map((what) => `${what}: not recorded`),
  ],
});

const wordsOf = ({ questions }: Pick<Found, 'questions'>, question: string): string | undefined =>
  questions.find((one) => one.question === question)?.words;

/** Of what is shown of a programme: small numbers are in none of it. */
function auditPaper(found: Found, { audit, ...shown }: AuditReading): Paper {
  const { programme, decidedOn, method, drawn, drawnFrom } = audit;
  const question = 'assured_audits';
  const hash = hashOf(JSON.stringify([question, wordsOf(found, question), { programme, decidedOn, method, drawn, drawnFrom, ...shown }]));
  return { figure: `Audit of ${sampleSaid({ audit })}`, question: `record.${question}`, population: drawnFrom, hash };
}

/** Of the question's text and of what is shown of its answer: a hash of the answer itself would tell a small number to whoever tries them all. */
function papersOf(found: Found, readings: readonly Reading[]): readonly Paper[] {
  return readings.flatMap(({ figure, n, among, apart, months, areas }) => {
    const population = among + apart;
    if (population === 0) return [];
    const shown = { n: figure.ofChildren ? blurred({ n, among }).n : n, among, apart, months, areas };
    const hash = hashOf(JSON.stringify([figure.question, wordsOf(found, figure.question), shown]));
    return [
      {
        figure: nameOf(figure),
        question: figure.question === 'procedures' ? 'The folder procedures' : `record.${figure.question}`,
        population,
        hash,
      },
    ];
  });
}
