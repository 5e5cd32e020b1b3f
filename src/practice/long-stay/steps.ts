import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { longStayDecision } from './long-stay-decision.ts';
import { longStayEnd } from './long-stay-end.ts';
import { longStayNotice } from './long-stay-notice.ts';

/** Children three months or more in hospital, a residential school or a care home, whom no authority looks after. */
export const longStaySteps: readonly AnyStep[] = [erase(longStayNotice), erase(longStayDecision), erase(longStayEnd)];
