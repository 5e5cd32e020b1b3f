import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { isBefore, upTo } from '../checks.ts';
import { heldBack } from '../gates/gate.ts';
import { adoptionOn, cameFromAdopters, isAdoptive, placementAt } from './care.ts';

/** Since the child last came back from adopters: an earlier match, and what the panel said of it, is spent. */
function sinceReturn(history: History, steps: readonly string[], on: LocalDate): readonly Statement[] {
  const back = upTo('placement', history, on).findLast((one) => cameFromAdopters(one, history));
  return steps.flatMap((step) => upTo(step, history, on)).filter((one) => back === undefined || isBefore(back, one));
}

type Matching = {
  readonly matchedOn: LocalDate;
  readonly adoptionDecidedOn: LocalDate | undefined;
  readonly panelOn: LocalDate | undefined;
};
const isBy = (day: LocalDate | undefined, on: LocalDate): boolean => day !== undefined && day <= on;

/** A match is decided upon the panel’s recommendation, of a child of whom it has been decided that they should be placed. */
export function matchHeldBack(history: History, { matchedOn: on, adoptionDecidedOn, panelOn }: Matching): readonly Problem[] {
  const decision = upTo('adoptionDecision', history, on).at(-1);
  const ended = upTo('adoptionDecisionEnd', history, on).at(-1);
  const stands = decision !== undefined && (ended === undefined || isBefore(ended, decision));
  const panel = sinceReturn(history, ['adoptionRecommendation'], on).filter(
    ({ answers }) => answers['subject'] === 'match' && answers['recommendation'] !== 'deferred',
  );
  const field = 'matchedOn';
  return [
    ...heldBack('matchAfterDecision', {
      history,
      on,
      field,
      isMet: stands || isBy(adoptionDecidedOn, on) || adoptionOn(history, on) !== undefined,
    }),
    ...heldBack('matchAfterPanel', { history, on, field, isMet: panel.length > 0 || isBy(panelOn, on) }),
  ];
}

type Placing = { readonly startedOn: LocalDate; readonly type: string; readonly isThere: boolean };

/** No child is placed for adoption before the match is decided and the agency may place: a placement without both is none for adoption, whatever it is called. */
export function placingHeldBack(history: History, { startedOn: on, type, isThere }: Placing): readonly Problem[] {
  if (!/^A[3-6]$/.test(type)) return [];
  const isThereAlready = isThere && (isAdoptive(placementAt(history, on)) || placementAt(history, on) === undefined);
  const field = 'type';
  const isMatched = sinceReturn(history, ['adoptionMatch'], on).length > 0;
  return [
    ...heldBack('placedAfterMatch', { history, on, field, isMet: isThereAlready || isMatched }),
    ...heldBack('placedWithAuthority', { history, on, field, isMet: isThereAlready || adoptionOn(history, on) !== undefined }),
  ];
}
