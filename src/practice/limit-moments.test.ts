import { describe, expect, it } from 'vitest';
import { historyOf, type Told } from './history.fixture.ts';
import { derivation } from './pathway.ts';

const clock = (rule: string, ...told: readonly Told[]) => derivation.clocks(historyOf(...told)).find((one) => one.rule === rule);

/** Limits that only an answer to the entry that began them meets: what began them, and what answers, by which question it names it. */
describe.each([
  ['actionDue', ['action', '2026-03-02', { byWhen: '2026-03-30' }], ['actionProgress', 'action', { how: 'done' }]],
  ['consultationAnswer', ['caseConsultation', '2026-03-02', { neededBy: '2026-03-30' }], ['consultationAdvice', 'consultation', {}]],
  ['childFoundUnsafe', ['childFoundUnsafe', '2026-03-02', {}], ['concernAnswer', 'concern', {}]],
  ['chairsConcern', ['chairsAudit', '2026-03-02', { concern: 'c' }], ['concernAnswer', 'concern', {}]],
  ['procedureComment', ['procedureComment', '2026-03-02', {}], ['procedureCommentAnswer', 'comment', {}]],
  ['learningTested', ['reviewLearning', '2026-03-02', { lookAgainOn: '2026-03-30' }], ['learningTested', 'learning', {}]],
  [
    'improvementMet',
    ['inspectionRecommendation', '2026-03-02', { byWhen: '2026-03-30' }],
    ['improvementProgress', 'recommendation', { judged: 'met' }],
  ],
  ['briefingAnswered', ['themeBriefing', '2026-03-02', {}], ['briefingAnswer', 'briefing', {}]],
  ['bodyChallenge', ['bodyChallenge', '2026-03-02', {}], ['bodyChallengeAnswer', 'challenge', {}]],
  ['localIssue', ['localIssue', '2026-03-02', {}], ['localIssueAnswer', 'issue', {}]],
] satisfies readonly (readonly [string, Told, readonly [string, string, object]])[])('%s', (rule, start, [step, question, more]) => {
  it('is met by an answer that names what began it, and by no other', () => {
    const answered = (names: object): Told => [step, '2026-03-16', { ...more, ...names }];
    expect(clock(rule, start)?.metOn).toBeUndefined();
    expect(clock(rule, start, answered({ [question]: 'e9' }))).toMatchObject({ startedBy: 'e1' });
    expect(clock(rule, start, answered({ [question]: 'e9' }))?.metOn).toBeUndefined();
    expect(clock(rule, start, answered({}))?.metOn).toBeUndefined();
    expect(clock(rule, start, answered({ [question]: 'e1' }))?.metOn).toBe('2026-03-16');
  });
});

it.each([
  ['actionDue', 'action', 'byWhen'],
  ['consultationAnswer', 'caseConsultation', 'neededBy'],
  ['caseFileReaudit', 'caseFileAuditOutcome', 'again'],
  ['learningTested', 'reviewLearning', 'lookAgainOn'],
  ['improvementMet', 'inspectionRecommendation', 'byWhen'],
])('%s is due on the day that its entry names; where it names none nothing is owed', (rule, step, question) => {
  expect(clock(rule, [step, '2026-03-02', { [question]: '2026-03-30' }])?.dueOn).toBe('2026-03-30');
  expect(clock(rule, [step, '2026-03-02'])).toBeUndefined();
});
