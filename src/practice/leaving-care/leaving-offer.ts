import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { sumOf, upTo } from '../checks.ts';

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
  const by = (step: string): readonly Statement[] => upTo(step, history, day);
  return {
    adviser: by('personalAdviserNamed').at(-1) ?? by('pathwayPlan').findLast(({ answers }) => answers['adviser'] !== undefined),
    documents: by('documentsHeld').at(-1),
    localOffer: by('localOfferExplained').at(-1),
    stayingOn: [...new Map(by('stayingOn').map((one) => [one.answers['kind'], one])).values()],
    allowance: sumOf(by('settingUpAllowance'), 'amount'),
    contact: by('careLeaverContact').findLast(({ answers }) => answers['inTouch'] === 'YES'),
    accommodation: by('leavingCareAccommodation').at(-1),
    plan: by('pathwayPlan').at(-1),
  };
}
