import { populations } from '../../practice/populations.ts';
import type { Assuring } from '../../record/assurance.ts';

const rulesOf = (population: 'plans' | 'care', column: string): readonly string[] =>
  populations[population].columns.find(({ name }) => name === column)?.rules ?? [];

/** What is asked of the database: a review and a visit are what boards say they are. */
export const assuring: Assuring = {
  rules: {
    planReview: rulesOf('plans', 'review'),
    planVisit: rulesOf('plans', 'visit'),
    careReview: rulesOf('care', 'careReview'),
    careVisit: rulesOf('care', 'careVisit'),
  },
  steps: [
    'visit',
    'strategyDiscussion',
    'initialConference',
    'reviewConference',
    'coreGroupMeeting',
    'childInNeedReview',
    'lookedAfterReview',
    'missedAppointment',
  ],
};
