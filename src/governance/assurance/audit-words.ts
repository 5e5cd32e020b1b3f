import { auditGrades } from '../../practice/pathway.ts';
import { sampleSaid, whoSaid, type AuditReading } from './audits.ts';
import { countSaid, inHundred, number, shareSaid } from '../../oversight/statistics/said.ts';
import type { AuditVerdict } from './judging.ts';

const gradeWords: ReadonlyMap<string, string> = new Map(Object.entries(auditGrades));
const total = ({ audit, among }: AuditReading): number => Math.max(audit.drawnFrom, among);

export const auditHeads = ['Sample', 'Fell short of good', 'Of all of them, exact at 95 %', 'At most', 'Two auditors'] as const;

/** What a programme found, of whom it speaks, and how far two auditors agreed. */
export function auditRow(reading: AuditReading): readonly string[] {
  const { n, among, bounds, most } = reading;
  const all = total(reading);
  const speaks = reading.audit.method === 'random' || reading.audit.method === 'stratified';
  return [
    sampleSaid(reading),
    among === 0 ? 'No grade counts yet' : `${countSaid({ n, among }, true)} (${shareSaid({ n, among }, true)})`,
    !speaks || among === 0
      ? 'Speaks for no others'
      : `${number(bounds.low)} to ${number(bounds.high)} of ${number(all)} (${inHundred(bounds.low, all)} to ${inHundred(bounds.high, all)})`,
    !speaks || among === 0 ? 'Not known' : `${number(most)} (${inHundred(most, all)})`,
    agreementSaid(reading),
  ];
}

function agreementSaid({ twice, agreement }: AuditReading): string {
  if (twice === 0) return 'Nobody was audited twice';
  return `${twice} audited by two apart; alpha ${agreement === undefined ? 'cannot be told' : agreement.toFixed(2)}`;
}

/** Grade by grade with exact bounds; and which standards were found otherwise than the record says. */
export function auditDetails(readings: readonly AuditReading[]): readonly string[] {
  return readings
    .filter(({ isOver }) => isOver)
    .flatMap((reading) => [
      `${sampleSaid(reading)}: ${
        reading.grades.length === 0
          ? 'grade by grade it is not said, since a child could be known by a small number'
          : reading.grades
              .map(
                ({ grade, n, bounds }) => `${(gradeWords.get(grade) ?? grade).toLowerCase()} ${n} (${bounds.low} to ${bounds.high} of all)`,
              )
              .join(', ')
      }.`,
      ...reading.disputed
        .slice(0, 2)
        .map(
          ({ standard, n, among }) =>
            `Found otherwise than the record says in ${countSaid({ n, among }, true)} looked at: ${lower(standard)}.`,
        ),
    ]);
}

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** Of those fallen short no more than so many, by the service's own standard. */
export const mayFall = 0.1;
const isFar = (reading: AuditReading): boolean => reading.bounds.low > mayFall * total(reading);

/** What weighed audits say against the claim: said before any figure of timeliness. */
export const contraryOfAudits = (readings: readonly AuditReading[]): readonly string[] =>
  readings
    .filter((reading) => reading.isWeighed && reading.n > mayFall * reading.among)
    .map((reading) => {
      const { n, among, bounds } = reading;
      return `An audit of ${sampleSaid(reading)}, found that ${lower(countSaid({ n, among }, true))} records fell short of good (${shareSaid({ n, among }, true)}): so do ${number(bounds.low)} to ${number(bounds.high)} of all ${number(total(reading))}, whatever was done on time`;
    });

/** What is not known though audits are on record: those that are not over, speak for nobody else, or are too old; and whoever none speaks for. */
export function gapsOfAudits(readings: readonly AuditReading[]): readonly string[] {
  if (readings.length === 0) return ['Case-file audits of a sample, and their grades: not recorded'];
  const unheard = (['onPlan', 'lookedAfter'] as const).filter((population) => weighedFor(readings, population) === undefined);
  return [
    ...readings
      .filter(({ isOver }) => !isOver)
      .map((one) => `Audit of ${sampleSaid(one)}: ${one.among} of ${one.audit.drawn} have a grade that counts`),
    ...readings
      .filter(({ isOver, isWeighed }) => isOver && !isWeighed)
      .map(
        (one) => `Audit of ${sampleSaid(one)}: not weighed, since it is a year old or older, or was drawn so that it speaks for no others`,
      ),
    ...unheard.map(
      (population) =>
        `${population === 'onPlan' ? 'Children on protection plans' : 'Children looked after'}: no audit of the last year speaks for them`,
    ),
  ];
}

/** The newest that speaks for everybody of a population. */
export const weighedFor = (readings: readonly AuditReading[], population: 'onPlan' | 'lookedAfter'): AuditReading | undefined =>
  readings.find(({ audit, isWeighed }) => isWeighed && (audit.population === population || audit.population === 'either'));

/** Krippendorff (2004): below it not even tentative conclusions. */
const leastAgreement = 0.667;

/** Whether audits contradict the claim, leave it open, or bear it out for everybody it is about. */
export function verdictOf(readings: readonly AuditReading[]): AuditVerdict {
  const weighed = readings.filter(({ isWeighed }) => isWeighed);
  const far = weighed.filter(isFar);
  if (far.length > 0)
    return {
      kind: 'far',
      because: `An audit of ${far.map(sampleSaid).join(', and one of ')}, leaves no doubt that more than ${100 * mayFall} in 100 fall short of good.`,
    };
  const heard = (['onPlan', 'lookedAfter'] as const).map((population) => weighedFor(readings, population));
  const isClean = heard.every((one) => one !== undefined && one.most <= mayFall * total(one) && (one.agreement ?? 0) >= leastAgreement);
  if (isClean)
    return { kind: 'clean', because: 'Audits of samples that speak for all of them, and on which two auditors agree, bear it out.' };
  return {
    kind: 'open',
    because:
      weighed.length === 0
        ? 'Not high: that something was recorded is not that it was done well. Only an audit of a sample that speaks for all of them could say so, and none of the last year does.'
        : 'Not high: the audits of the last year speak for too few, leave too many possible who fall short, or two auditors agree too little.',
  };
}

/** The limits of assurance in figures: what each audit could not see, and of whom none speaks. */
export function limitOfAudit(readings: readonly AuditReading[], population: 'onPlan' | 'lookedAfter'): string | undefined {
  const found = weighedFor(readings, population);
  if (found === undefined) return undefined;
  const { n, among, most, audit } = found;
  const all = total(found);
  return `Of ${number(all)} ${whoSaid(audit)} and a sample of ${among}, ${sampleSaid(found).split(', ').slice(1).join(', ')} so that it can be drawn again, in which ${lower(countSaid({ n, among }, true))} fell short of our own standard: up to ${number(most)} of them (${inHundred(most, all)}) could fall short, and this audit would still look as it does.`;
}
