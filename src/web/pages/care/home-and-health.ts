import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { bandOf } from '../../../oversight/care-pictures/scores.ts';
import { upTo } from '../../../practice/checks.ts';
import { lookedAfterSince, placementAt } from '../../../practice/looked-after/care.ts';
import { placementPlanOf } from '../../../practice/looked-after/plan-limits.ts';
import { holdingsIn, type CareSection, type Given } from './care-section.ts';

/** Where the child lives today, and by which plan. */
export function home(given: Given): CareSection | undefined {
  const { history, today } = given;
  if (lookedAfterSince(history, today) === undefined) return undefined;
  const placement = placementAt(history, today);
  const isOfIt = (one: Statement): boolean => placement !== undefined && placementPlanOf(one, history, placement) !== undefined;
  const plan = upTo('placementPlan', history, today).findLast(isOfIt);
  return {
    id: 'home',
    title: 'Where the child lives',
    facts: placement === undefined || plan !== undefined ? [] : [['Placement plan', 'None on record for this placement']],
    holdings: holdingsIn(given, placement, plan),
    records: ['placement', 'placementPlan', 'outOfAreaPlacement', 'unregisteredPlacement', 'missingEpisode'],
    nothing: 'No placement is on record for this day.',
  };
}

const dayOf = (one: Statement | undefined): string => (one === undefined ? 'Not on record' : formatDate(one.happenedOn));

/** The last of each that was carried out. */
export function health(given: Given): CareSection | undefined {
  const { history, today } = given;
  if (lookedAfterSince(history, today) === undefined) return undefined;
  const last = (step: string, isDone: (one: Statement) => boolean): Statement | undefined => upTo(step, history, today).findLast(isDone);
  const assessed = last('healthAssessment', ({ answers }) => answers['done'] !== false);
  const immunised = last('immunisations', () => true);
  const scored = upTo('strengthsAndDifficulties', history, today).flatMap(({ answers: { score }, happenedOn }) =>
    typeof score === 'number' ? [`${score}, ${bandOf(score)}, ${formatDate(happenedOn)}`] : [],
  );
  return {
    id: 'health',
    title: 'Health and wellbeing',
    facts: [
      ['Last health assessment', dayOf(assessed)],
      ['Last seen by a dentist', dayOf(last('dentalCheck', ({ answers }) => answers['attended'] !== false))],
      [
        'Immunisations',
        immunised === undefined
          ? 'Not on record'
          : `${immunised.answers['upToDate'] === true ? 'Up to date' : 'Not up to date'}, ${formatDate(immunised.happenedOn)}`,
      ],
      ['Strengths and difficulties', scored.length === 0 ? 'No score on record' : scored.slice(-3).toReversed().join('\n')],
    ],
    holdings: holdingsIn(given, assessed),
    records: ['healthAssessment', 'dentalCheck', 'immunisations', 'strengthsAndDifficulties', 'substanceUse'],
  };
}
