import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { statementsOf } from '../checks.ts';

/** What a young person has of what is owed on the way out of care and after it, on a day. */
export type LeavingOffer = {
  readonly adviser: Statement | undefined;
  readonly documents: Statement | undefined;
  readonly localOffer: Statement | undefined;
  /** The latest of each kind: Staying Put, Staying Close. */
  readonly stayingOn: readonly Statement[];
  /** Pounds given so far. */
  readonly allowance: number;
  readonly contact: Statement | undefined;
  readonly accommodation: Statement | undefined;
  readonly plan: Statement | undefined;
};

export function leavingOfferOn(history: History, day: LocalDate): LeavingOffer {
  const upTo = (step: string): readonly Statement[] => statementsOf(step, history).filter(({ happenedOn }) => happenedOn <= day);
  const named = upTo('personalAdviserNamed').at(-1) ?? upTo('pathwayPlan').findLast(({ answers }) => answers['adviser'] !== undefined);
  return {
    adviser: named,
    documents: upTo('documentsHeld').at(-1),
    localOffer: upTo('localOfferExplained').at(-1),
    stayingOn: [...new Map(upTo('stayingOn').map((one) => [one.answers['kind'], one])).values()],
    allowance: upTo('settingUpAllowance').reduce(
      (sum, { answers }) => sum + (typeof answers['amount'] === 'number' ? answers['amount'] : 0),
      0,
    ),
    contact: upTo('careLeaverContact').findLast(({ answers }) => answers['inTouch'] === 'YES'),
    accommodation: upTo('leavingCareAccommodation').at(-1),
    plan: upTo('pathwayPlan').at(-1),
  };
}
