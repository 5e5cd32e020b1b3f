import { date, isDate, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Carrying } from '../kernel/step/clock.ts';
import type { AnyStep } from '../kernel/step/step.ts';

/**
 * What an extract of the Standard Safeguarding Dataset can state. The reader of it says how; a test asks that both say the same.
 */
export const inSafeguardingDataset: readonly string[] = [
  'personDetails',
  'household',
  'referral',
  'closure',
  'childAndFamilyAssessment',
  'assessmentAuthorisation',
  'childInNeedPlan',
  'childInNeedPlanEnd',
  'section47Enquiry',
  'section47Outcome',
  'initialConference',
  'transferInConference',
  'childProtectionPlan',
  'childProtectionPlanEnd',
  'reviewConference',
  'visit',
  'periodOfCare',
  'periodOfCareEnd',
  'legalStatus',
  'placement',
  'socialWorkerEpisode',
  'lookedAfterReview',
  'carePlan',
  'healthAssessment',
  'dentalCheck',
  'immunisations',
  'strengthsAndDifficulties',
  'substanceUse',
  'missingEpisode',
  'returnFromMissing',
  'previousPermanence',
  'unaccompaniedChild',
  'careLeaverContact',
  'adoptionDecision',
  'adoptionMatch',
  'adoptionDecisionEnd',
];

/** `cin:<run>:<line>:<last day>`, `ssd:<run>:<table and line>:<day of the extract>` and `ssda903:<run>:<table and line>:<year>:<child>:of <tables>`; older entries lack the last parts. */
const cited = /^(cin|ssda903|ssd)(?::[^:]*){0,2}(?::([^:]*))?(?::.*?)?(?::of ([a-z0-9_+]+))?$/;

function lastDayOf(kind: string, said: string | undefined): LocalDate | undefined {
  const text = kind === 'ssda903' && said !== undefined ? `${said}-03-31` : (said ?? '');
  return isDate(text) ? date(text) : undefined;
}

const inDataset: ReadonlySet<string> = new Set(inSafeguardingDataset);

/** The year of the looked-after return that a statement came from: it ends on 31 March of it. */
export function returnYearOf(source: string | undefined): number | undefined {
  const [, kind, said] = cited.exec(source ?? '') ?? [];
  return kind === 'ssda903' && said !== undefined && /^\d{4}$/.test(said) ? Number(said) : undefined;
}

/**
 * What the file that a statement came from could have said. A return tells of a year that ends on 31 March, a census of the time up to its reference
 * date; each only what its tables hold. What neither could say is not in the source, and never late.
 */
export function carryingBy(steps: readonly AnyStep[]): (source: string | undefined) => Carrying | undefined {
  const known = new Map<string, Carrying>();
  return (source) => {
    const [, kind, said, tables] = cited.exec(source ?? '') ?? [];
    if (kind !== 'cin' && kind !== 'ssda903' && kind !== 'ssd') return undefined;
    const key = `${kind} ${said ?? ''} ${tables ?? ''}`;
    const carrying = known.get(key) ?? {
      steps: kind === 'ssd' ? inDataset : new Set(steps.filter(({ carriedBy }) => isIn(carriedBy?.[kind], tables)).map(({ name }) => name)),
      ...untilOf(lastDayOf(kind, said)),
    };
    known.set(key, carrying);
    return carrying;
  };
}

const untilOf = (until: LocalDate | undefined) => (until === undefined ? {} : { until });

const isIn = (table: string | undefined, tables: string | undefined): boolean =>
  table !== undefined && (tables === undefined || tables.split('+').includes(table));
