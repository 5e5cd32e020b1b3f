import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { privateFosteringDecision } from './private-fostering-decision.ts';
import { privateFosteringEnd } from './private-fostering-end.ts';
import { privateFosteringNotice } from './private-fostering-notice.ts';

/** Children looked after by somebody who is no close relative, by an arrangement of their parents. */
export const privateFosteringSteps: readonly AnyStep[] = [
  erase(privateFosteringNotice),
  erase(privateFosteringDecision),
  erase(privateFosteringEnd),
];
