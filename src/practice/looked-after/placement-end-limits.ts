import type { History, Statement } from '../../kernel/step/history.ts';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { isAdoptive, isTemporary, periodAt, underCarePlanningRules } from './care.ts';
import { endsForAdoption, endsOfCare, regulations2010, reviewHeld, reviewsBetween } from './care-moments.ts';
import { isMove } from './placement-stays.ts';

/** The authority ended the placement as it planned to: change of the care plan, or its own request. Immediate danger, and what carers or the child decide, is left out (reg 14(3), (5)). */
const byTheAuthority: ReadonlySet<unknown> = new Set(['CARPL', 'LAREQ']);

function endedUnreviewed(placement: Statement, history: History): LocalDate | undefined {
  const { happenedOn: day, answers } = placement;
  if (!byTheAuthority.has(answers['reasonForMove']) || isAdoptive(placement) || !isMove(placement, history)) return undefined;
  const lasting = (periodAt(history, day)?.placements ?? []).filter((one) => !isTemporary(one));
  const ended = lasting[lasting.indexOf(placement) - 1];
  const isOwed = ended !== undefined && underCarePlanningRules(history, day) && reviewsBetween(history, ended.happenedOn, day).length === 0;
  return isOwed ? day : undefined;
}

/** What ought to have come first is late from the day: the placement was ended all the same, and the record says so. */
export const placementEndLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'reviewBeforePlacementEnded',
    title: 'Review before a placement is ended',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [{ step: 'placement', on: endedUnreviewed }],
    meets: reviewHeld,
    endedBy: [...endsOfCare, ...endsForAdoption],
    law: 'Care Planning Regulations 2010 reg 14(1): the authority ends a placement only after a review of the child’s case, unless somebody would come to immediate harm',
  },
];
