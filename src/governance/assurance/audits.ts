import { addMonths, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { alpha } from '../../oversight/statistics/agreement.ts';
import { couldFallShort, exactBounds, type Bounds } from '../../oversight/statistics/finite.ts';
import { auditGrades, falls, standards } from '../../practice/pathway.ts';
import type { AssuredAudit } from '../../record/assurance.ts';
import { blurred, fewest, isSmall } from '../../oversight/statistics/small-numbers.ts';

/** What a programme of audits came to, and what it says of those who were not looked at. Small numbers are in none of it. */
export type AuditReading = {
  readonly audit: AssuredAudit;
  /** Every child drawn has a grade that counts. */
  readonly isOver: boolean;
  /** Drawn so that its rate is one of all of them; and not longer ago than a year. */
  readonly isWeighed: boolean;
  /** How many have a grade, and how many of them fell short of good: of 1 to 4, four. */
  readonly n: number;
  readonly among: number;
  /** How many of all of them fall short, by exact bounds of both sides; and at most, by that of one. */
  readonly bounds: Bounds;
  readonly most: number;
  /** How many were audited by two; Krippendorff's alpha, undefined where it cannot be told. */
  readonly twice: number;
  readonly agreement: number | undefined;
  /** Grade by grade, where none is so small that a child could be known. */
  readonly grades: readonly { readonly grade: string; readonly n: number; readonly bounds: Bounds }[];
  /** Standards that auditors found otherwise than the record said, most often first. */
  readonly disputed: readonly { readonly standard: string; readonly n: number; readonly among: number }[];
};

const places: readonly string[] = Object.keys(auditGrades);
const ofEverybody: ReadonlySet<string> = new Set(['random', 'stratified']);

/** Each programme of children on record at the report's instant, the newest first; one of supervisions says nothing of a child's record. */
export const auditReadings = (audits: readonly AssuredAudit[], on: LocalDate): readonly AuditReading[] =>
  audits
    .filter(({ population }) => population !== 'supervisions')
    .map((audit) => auditReading(audit, on))
    .toSorted((a, b) => (a.audit.decidedOn < b.audit.decidedOn ? 1 : -1));

function auditReading(audit: AssuredAudit, on: LocalDate): AuditReading {
  const { grades, drawn, drawnFrom, moderatedOn, judged } = audit;
  const counts = Object.entries(grades);
  const among = counts.reduce((sum, [, n]) => sum + n, 0);
  const short = counts.reduce((sum, [grade, n]) => sum + (falls.has(grade) ? n : 0), 0);
  const { n } = blurred({ n: short, among });
  const given = { population: Math.max(drawnFrom, among), drawn: among };
  const [least, most] = possibly(short, among);
  const isOver = drawn > 0 && among === drawn && moderatedOn !== undefined;
  return {
    audit,
    isOver,
    isWeighed: isOver && ofEverybody.has(audit.method) && moderatedOn > addMonths(on, -12),
    n,
    among,
    bounds: { low: exactBounds({ ...given, found: least }).low, high: exactBounds({ ...given, found: most }).high },
    most: couldFallShort({ ...given, found: most }),
    twice: judged.length,
    agreement: alpha(
      judged.map((some) => some.map((grade) => places.indexOf(grade))),
      'ordinal',
    ),
    grades: gradesOf(audit, given.population, among),
    disputed: disputedIn(audit),
  };
}

/** Between which numbers it lies as far as is shown: of 1 to 4, and of all but 1 to 4, bounds that hold of each of them. */
const possibly = (n: number, among: number): readonly [number, number] =>
  isSmall(n) ? [1, Math.min(fewest - 1, among)] : isSmall(among - n) ? [Math.max(0, among - fewest + 1), among - 1] : [n, n];

/** All of them or none: one that is left out could be found by taking the others from the whole. */
function gradesOf({ grades }: AssuredAudit, population: number, among: number): AuditReading['grades'] {
  if (Object.values(grades).some(isSmall)) return [];
  return places.flatMap((grade) => {
    const n = grades[grade] ?? 0;
    return n === 0 ? [] : [{ grade, n, bounds: exactBounds({ population, drawn: among, found: n }) }];
  });
}

const standardWords: ReadonlyMap<string, string> = new Map(Object.entries(standards));

function disputedIn({ standards: found }: AssuredAudit): AuditReading['disputed'] {
  return [...Map.groupBy(found, ([standard]) => standard)]
    .map(([standard, some]) => ({
      standard: standardWords.get(standard) ?? standard,
      n: some.reduce((sum, [, verdict, n]) => sum + (verdict === 'disputed' ? n : 0), 0),
      among: some.reduce((sum, [, , n]) => sum + n, 0),
    }))
    .filter(({ n, among }) => n > 0 && !isSmall(n) && !isSmall(among - n))
    .toSorted((a, b) => b.n / b.among - a.n / a.among || (a.standard < b.standard ? -1 : 1));
}

const who: Readonly<Record<string, string>> = {
  onPlan: 'children on a protection plan',
  lookedAfter: 'children looked after',
  either: 'children on a plan or looked after',
};
const drawnSo: Readonly<Record<string, string>> = {
  random: 'at random',
  stratified: 'at random within each team',
  riskBased: 'by risk',
  thematic: 'by theme',
};

/** Of whom a programme speaks. */
export const whoSaid = ({ population }: AssuredAudit): string => who[population] ?? 'children';
/** "40 of 102 children on a protection plan, drawn at random on 24 Mar 2026": never by its question, in which somebody may have been named. */
export const sampleSaid = ({ audit }: Pick<AuditReading, 'audit'>): string =>
  `${audit.drawn} of ${audit.drawnFrom} ${whoSaid(audit)}, drawn ${drawnSo[audit.method] ?? ''} on ${formatDate(audit.decidedOn)}`;
