import { addMonths, ageAt } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { lifeOf, periodAt, statementsOf } from '../../../practice/pathway.ts';
import { isIn, type Period } from '../../rule/period.ts';
import { answeredBy, cells, type BuiltRow } from './built-row.ts';

/**
 * OC2: of a child looked after for the twelve months to the last day of the year, what was done in them. As a return gave it, or from the steps that have
 * days of their own. Nothing is said of what nobody recorded: that it was not done is for a person to say.
 */
export function outcomesIn(told: History, period: Period): readonly BuiltRow[] {
  const returned = statementsOf('outcomesOfTheYear', told).findLast(({ answers }) => answers['yearEndedOn'] === period.to);
  if (returned !== undefined) return [{ table: 'oc2', cells: answeredBy(returned, 'oc2') }];
  const since = periodAt(told, period.to)?.startedOn;
  if (since === undefined || since > addMonths(period.to, -12)) return [];
  return [fromSteps(told, period)];
}

function fromSteps(told: History, period: Period): BuiltRow {
  const last = (step: string, when: (one: Statement) => boolean = () => true): Statement | undefined =>
    statementsOf(step, told).findLast((one) => isIn(one.happenedOn, period) && when(one));
  const teeth = last('dentalCheck', ({ answers }) => answers['attended'] !== false);
  const health = last('healthAssessment', ({ answers }) => answers['done'] !== false);
  const jabs = last('immunisations');
  const questionnaire = last('strengthsAndDifficulties');
  const substance = last('substanceUse');
  const { bornOn } = lifeOf(told);
  const age = bornOn === undefined ? undefined : ageAt(bornOn, period.to);
  const isProblem = substance?.answers['problem'];
  return {
    table: 'oc2',
    cells: cells({
      ...(age !== undefined && age >= 4 && age < 17
        ? { SDQ_SCORE: questionnaire?.answers['score'], SDQ_REASON: questionnaire?.answers['noScoreBecause'] }
        : {}),
      IMMUNISATIONS: jabs?.answers['upToDate'],
      TEETH_CHECK: teeth === undefined ? undefined : true,
      HEALTH_ASSESSMENT: health === undefined ? undefined : true,
      // Whether a problem was identified: where none was recorded, none was.
      SUBSTANCE_MISUSE: isProblem ?? false,
      ...(isProblem === true
        ? {
            INTERVENTION_RECEIVED: substance?.answers['received'],
            INTERVENTION_OFFERED: substance?.answers['received'] === true ? undefined : substance?.answers['offered'],
          }
        : {}),
    }),
  };
}
