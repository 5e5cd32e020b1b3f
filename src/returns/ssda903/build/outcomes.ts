import { ageAt, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { episodesOf, lifeOf, periodAt, statementsOf } from '../../../practice/pathway.ts';
import { isIn, isRunningIn, type Period } from '../../rule/period.ts';
import { builtRow, joined, rowFrom, type BuiltRow, type Said } from './built-row.ts';

/**
 * OC2: of a child looked after for the twelve months to the last day of the year, what was done in them. As a return gave it, or from the steps that have
 * days of their own, and where somebody said what the year came to, as they said it. Nothing is said of what nobody recorded: that it was not done is for a
 * person to say.
 */
export function outcomesIn(told: History, period: Period): readonly BuiltRow[] {
  const said = statementsOf('outcomesOfTheYear', told).findLast(({ answers }) => answers['yearEndedOn'] === period.to);
  if (said?.source !== undefined) return [rowFrom('oc2', said)];
  const since = periodAt(told, period.to)?.startedOn;
  if (since === undefined || since > period.from || !isMoreThanShortBreaks(told, period)) return [];
  const found = fromSteps(told, period);
  return [said === undefined ? found : joined(found, rowFrom('oc2', said))];
}

/** V3 and V4 are short breaks, of which no outcomes are asked. */
const isMoreThanShortBreaks = (told: History, period: Period): boolean =>
  episodesOf(told).some(
    ({ startedOn, endedOn, legalStatus }) => isRunningIn(startedOn, endedOn, period) && legalStatus !== 'V3' && legalStatus !== 'V4',
  );

function fromSteps(told: History, period: Period): BuiltRow {
  const { bornOn } = lifeOf(told);
  return builtRow('oc2', {
    ...questionnaire(told, period, bornOn),
    ...health(told, period, bornOn),
    ...substances(told, period),
    ...convictions(told, period, bornOn),
  });
}

const inTheYear = (step: string, told: History, period: Period): readonly Statement[] =>
  statementsOf(step, told).filter(({ happenedOn }) => isIn(happenedOn, period));

/** Asked of whoever was four to sixteen for a part of the year. Who became four or seventeen in it may have been too young or too old when it was due (SDQ1). */
function questionnaire(told: History, period: Period, bornOn: LocalDate | undefined): Readonly<Record<string, Said>> {
  const age = bornOn === undefined ? undefined : ageAt(bornOn, period.to);
  if (age === undefined || age < 4 || age > 17) return {};
  const asked = inTheYear('strengthsAndDifficulties', told, period);
  const last = asked.findLast(({ answers }) => answers['score'] !== undefined) ?? asked.at(-1);
  if (last === undefined) return age === 4 || age === 17 ? { SDQ_REASON: ['SDQ1'] } : {};
  const { score, noScoreBecause } = last.answers;
  return score === undefined ? { SDQ_REASON: [noScoreBecause, last] } : { SDQ_SCORE: [score, last] };
}

function health(told: History, period: Period, bornOn: LocalDate | undefined): Readonly<Record<string, Said>> {
  const done = (step: string, how: string): Said => {
    const all = inTheYear(step, told, period);
    const last = all.findLast(({ answers }) => answers[how] !== false) ?? all.at(-1);
    return [last && last.answers[how] !== false, last];
  };
  const jabs = statementsOf('immunisations', told).at(-1);
  const checks = statementsOf('immunisations', told).findLast(({ answers }) => answers['healthChecks'] !== undefined);
  const isUnderFive = bornOn !== undefined && ageAt(bornOn, period.to) < 5;
  return {
    ...(isUnderFive ? { HEALTH_CHECK: [checks?.answers['healthChecks'], checks] } : {}),
    // As it stood at the end of the year, whenever it was looked at last.
    IMMUNISATIONS: [jabs?.answers['upToDate'], jabs],
    TEETH_CHECK: done('dentalCheck', 'attended'),
    HEALTH_ASSESSMENT: done('healthAssessment', 'done'),
  };
}

/** Whether a problem was identified: where none was recorded, none was. */
function substances(told: History, period: Period): Readonly<Record<string, Said>> {
  const last = inTheYear('substanceUse', told, period).at(-1);
  if (last?.answers['problem'] !== true) return { SUBSTANCE_MISUSE: [false, last] };
  const { received, offered } = last.answers;
  return {
    SUBSTANCE_MISUSE: [true, last],
    INTERVENTION_RECEIVED: [received, last],
    INTERVENTION_OFFERED: [received === true ? undefined : offered, last],
  };
}

/** Asked from the age of ten, when a child can be charged. Of whom no conviction or caution was recorded, there was none. */
function convictions(told: History, period: Period, bornOn: LocalDate | undefined): Readonly<Record<string, Said>> {
  if (bornOn === undefined || ageAt(bornOn, period.to) < 10) return {};
  const last = inTheYear('conviction', told, period).at(-1);
  return { CONVICTED: [last !== undefined, last] };
}
