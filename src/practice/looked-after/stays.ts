import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { StaysInCare } from '../../kernel/derivation/derivation.ts';
import type { History } from '../../kernel/step/history.ts';
import { isTemporary, type PeriodOfCare } from './care.ts';
import { isMove, stayBegan } from './placement-stays.ts';

/** Where a child in care is in relation to home, and how often they had to move: days, a code and a number, no address and nobody’s name. */
export function staysIn(period: PeriodOfCare, history: History): StaysInCare | undefined {
  const placement = period.placements.findLast((one) => !isTemporary(one));
  if (placement === undefined) return undefined;
  const began: LocalDate | undefined = stayBegan(placement, history);
  const { area, distanceMiles } = placement.answers;
  return {
    movedOn: period.placements.filter((one) => isMove(one, history) && !isTemporary(one)).map(({ happenedOn }) => happenedOn),
    ...(began === undefined ? {} : { since: began }),
    ...(typeof area === 'string' ? { area } : {}),
    ...(typeof distanceMiles === 'number' ? { miles: distanceMiles } : {}),
  };
}
