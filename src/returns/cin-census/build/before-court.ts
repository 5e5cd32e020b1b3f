import type { History, Statement } from '../../../kernel/step/history.ts';
import { isBefore, statementsOf } from '../../../practice/pathway.ts';
import { group, value, type BuiltElement } from './element.ts';
import type { Module } from './help.ts';
import { isIn, type Period } from '../../rule/period.ts';

/**
 * Module 5 of 2026-27, which is a draft: pre-proceedings that were decided on in the year. The codes of PPOutcome (CS131) are not out, and no step
 * records the letter that goes with an application (LetterInitCPDate): neither is given.
 */
export const preProceedingsIn = (history: History, period: Period): readonly Module[] =>
  statementsOf('legalPlanningMeeting', history)
    .filter(({ answers, happenedOn }) => answers['outcome'] === 'preProceedings' && isIn(happenedOn, period))
    .map((begun, at, all) => ({ begun, elements: preProceedings(begun, during(begun, all[at + 1], history)) }));

const during = (begun: Statement, next: Statement | undefined, history: History): History =>
  history.filter((one) => isBefore(begun, one) && (next === undefined || isBefore(one, next)));

function preProceedings(begun: Statement, history: History): readonly BuiltElement[] {
  const first = (step: string): Statement | undefined => statementsOf(step, history)[0];
  const letter = first('letterBeforeProceedings');
  const met = statementsOf('preProceedingsMeeting', history);
  const [initial, reviews] = [
    met.find(({ answers }) => answers['kind'] === 'first'),
    met.filter(({ answers }) => answers['kind'] === 'review'),
  ];
  const [decided, ended, applied] = [first('decisionToIssue'), first('preProceedingsEnd'), first('careProceedings')];
  const family = first('familyGroupMeeting');
  const stepped = decided ?? ended;
  return group(
    'PreProceedingsandFGDM',
    value('PPStartDate', begun.happenedOn, begun),
    value('LBPSentDate', letter?.happenedOn, letter),
    value('FGDMMeetingOffer', letter?.answers['familyGroupOffered'], letter),
    letter === undefined ? [] : value('FGDMMeetingFac', family !== undefined, letter, family),
    value('InitialPPMeetingDate', initial?.happenedOn, initial),
    letter === undefined ? [] : value('ReviewMeetingsCount', reviews.length, ...reviews),
    value('StepDecisionDate', stepped?.happenedOn, stepped),
    value('CourtAppDate', applied?.happenedOn, applied),
  );
}
