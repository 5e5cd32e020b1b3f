import { sampleSaid, type AuditReading } from './audits.ts';
import { mayFall } from './audit-words.ts';
import { nameOf } from './figure.ts';
import { countSaid, shareSaid } from '../../oversight/statistics/said.ts';
import { contraryOf, fallsShort } from './judging.ts';
import type { Reading } from './readings.ts';
import type { AssuranceReport } from './report.ts';
import { isSmall } from '../../oversight/statistics/small-numbers.ts';

/** One of the questions that a service asks of itself, and by which figures it answers. */
type Question = { readonly of: string; readonly figures: readonly string[]; readonly audited?: 'onPlan' | 'lookedAfter' };

/** As the inspectors' framework has them (ILACS): help and protection, care, and those who lead. */
const questions: readonly Question[] = [
  {
    of: 'Children who need help and protection',
    figures: ['planReview', 'planSixMonths', 'planVisit', 'planSeen', 'seenAlone', 'actionsDone', 'planAgain', 'planDrift', 'worker'],
    audited: 'onPlan',
  },
  { of: 'Children in care', figures: ['careReview', 'careSixMonths', 'careVisit', 'officer'], audited: 'lookedAfter' },
  {
    of: 'Leaders: supervision, audit, procedures, the record',
    figures: [
      'supervision',
      'supervisionHeld',
      'discussed',
      'unsafeAnswered',
      'chairsAnswered',
      'auditChanged',
      'policiesReviewed',
      'proceduresReviewed',
      'entrySoon',
      'sealed',
      'contact',
      'answersRead',
    ],
  },
  {
    of: 'The workforce that the rest depends on',
    figures: ['postsFilled', 'employedHere', 'stayed', 'atWork', 'spanKept'],
  },
];

/** What the service says of itself: nothing that is not in the figures above. */
export type SelfEvaluation = {
  readonly of: string;
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly unknown: readonly string[];
  readonly areas: readonly string[];
};

export function selfEvaluation({ judged }: Pick<AssuranceReport, 'judged'>): readonly SelfEvaluation[] {
  const readings = new Map(judged.flatMap((one) => one.readings.map((reading) => [reading.figure.name, reading] as const)));
  const audits = judged.flatMap((one) => one.audits);
  return questions.map(({ of, figures, audited }) => {
    const own = figures.flatMap((name) => readings.get(name) ?? []);
    const looked = audits.filter(
      ({ audit, isWeighed }) => isWeighed && audited !== undefined && (audit.population === audited || audit.population === 'either'),
    );
    const isWeak = ({ n, among }: AuditReading): boolean => n > mayFall * among;
    return {
      of,
      strengths: [...looked.filter((one) => !isWeak(one)).map(auditStrength), ...own.filter(isStrong).map(strengthOf)],
      weaknesses: [...looked.filter(isWeak).map(auditWeakness), ...own.flatMap(contraryOf)],
      unknown: [
        ...(figures.length > own.length ? [`Of ${figures.length - own.length} of ${figures.length} figures nothing is recorded`] : []),
        ...(audited !== undefined && looked.length === 0
          ? ['How good the practice is: no audit of the last year speaks for these children']
          : []),
      ],
      areas: own.flatMap(areasOf),
    };
  });
}

/** At its standard; what is so few that no number of it may be said shows no strength. */
const isStrong = (one: Reading): boolean => !fallsShort(one) && !(one.figure.ofChildren && isSmall(one.among));

const short = ({ n, among }: AuditReading): string =>
  `${countSaid({ n, among }, true)} (${shareSaid({ n, among }, true)}) fell short of good`;
const auditStrength = (one: AuditReading): string => `Audit of ${sampleSaid(one)}: ${short(one)}; not more than ${one.most} of all can`;
const auditWeakness = (one: AuditReading): string => `Audit of ${sampleSaid(one)}: ${short(one)}`;

const strengthOf = (reading: Reading): string => {
  const { figure } = reading;
  return `${nameOf(figure)}: ${countSaid(reading, figure.ofChildren)} (${shareSaid(reading, figure.ofChildren)}; standard ${Math.round(100 * figure.standard)} %)`;
};

/** So many in 100 lie between the best and the least area. */
const apart = 0.1;

/** Where areas lie well apart: those whose numbers may be shown, the least first. */
function areasOf({ figure, areas }: Reading): readonly string[] {
  const shown = areas
    .flatMap(({ title, n, among }) => (n === undefined ? [] : [{ title, n, among, share: n / among }]))
    .toSorted((a, b) => a.share - b.share);
  const [least, best] = [shown[0], shown.at(-1)];
  if (least === undefined || best === undefined || best.share - least.share < apart) return [];
  const said = ({ title, n, among }: (typeof shown)[number]): string =>
    `${title} ${countSaid({ n, among }, figure.ofChildren)} (${shareSaid({ n, among }, figure.ofChildren)})`;
  return [`${nameOf(figure)}: ${said(least)}, ${said(best)}`];
}

export const selfEvaluationHeading = 'Service self-evaluation';
const none = 'Nothing that the figures show';

/** Each part under its heading; strengths and weaknesses are never left out. */
export const partsOfEvaluation = (one: SelfEvaluation): readonly (readonly [string, readonly string[]])[] => [
  ['Weaknesses', one.weaknesses.length === 0 ? [none] : one.weaknesses],
  ['Strengths', one.strengths.length === 0 ? [none] : one.strengths],
  ...(one.areas.length === 0 ? [] : [['Areas that lie apart', one.areas] as const]),
  ...(one.unknown.length === 0 ? [] : [['Not known', one.unknown] as const]),
];
