import { expect, test } from 'vitest';
import type { Told } from '../history.fixture.ts';
import { owed } from '../owed.fixture.ts';

const stage = (on: string, moment: string): Told => ['fosterAssessmentStage', on, { on, moment }];
const panel = (on: string, recommendation = 'approve'): Told => ['fosterPanel', on, { heldOn: on, subject: 'approval', recommendation }];
const decided = (on: string, decision: string): Told => ['fosterCarerApproval', on, { decidedOn: on, decision }];
const review = (on: string): Told => ['fosterCarerReview', on, { reviewedOn: on }];
const visit = (on: string, how: string): Told => ['fosterCarerVisit', on, { visitedOn: on, how }];

// Fostering Services Regulations 2011 regs 26–28; Care Planning Regulations 2010 regs 24–25. Easter Monday is 6 April 2026.
test.each([
  [
    'an answer in ten working days once stage one is complete, and a decision in eight months from applying',
    [stage('2026-01-05', 'applied'), stage('2026-03-30', 'stageOneDone')],
    ['fosterAssessment 2026-09-05', 'fosterStageOneTold 2026-04-15'],
  ],
  [
    'nothing more, once they withdrew',
    [stage('2026-01-05', 'applied'), stage('2026-02-02', 'withdrew')],
    ['fosterAssessment 2026-09-05 ended 2026-02-02'],
  ],
  ['a decision in seven working days of the panel', [panel('2026-03-30')], ['fosterDecision 2026-04-10']],
  ['no decision, where the panel asks for more', [panel('2026-03-30', 'deferred')], []],
  [
    'a review and an unannounced visit within a year of the first approval; an arranged visit is none, and a change of terms begins no year',
    [decided('2026-01-12', 'approved'), visit('2026-02-02', 'announced'), decided('2026-06-01', 'changed')],
    ['fosterReview 2027-01-12', 'fosterUnannouncedVisit 2027-01-12'],
  ],
  [
    'the next of each within a year of the last, until the approval ends',
    [
      decided('2025-01-12', 'approved'),
      review('2026-01-05'),
      visit('2025-11-03', 'unannounced'),
      ['fosterCarerApprovalEnd', '2026-02-02', {}],
    ],
    [
      'fosterReview 2026-01-12 met 2026-01-05',
      'fosterReview 2027-01-05 ended 2026-02-02',
      'fosterUnannouncedVisit 2026-01-12 met 2025-11-03',
      'fosterUnannouncedVisit 2026-11-03 ended 2026-02-02',
    ],
  ],
  [
    'sixteen weeks of a temporary approval, and eight more where it is extended',
    [decided('2026-01-05', 'temporary'), decided('2026-04-20', 'extended')],
    ['fosterExtendedApproval 2026-06-15', 'fosterTemporaryApproval 2026-04-27 met 2026-04-20'],
  ],
  [
    '28 days for representations, and then the decision',
    [decided('2026-01-05', 'proposed'), decided('2026-02-16', 'refused')],
    ['fosterRepresentations 2026-02-02 met 2026-02-16'],
  ],
  [
    'an answer to each concern by itself',
    [
      ['fosterConcern', '2026-03-02', {}],
      ['fosterConcern', '2026-03-03', {}],
      ['fosterConcernEnd', '2026-03-16', { concern: 'e1' }],
    ],
    ['fosterConcern 2026-04-15 met 2026-03-16', 'fosterConcern 2026-04-16'],
  ],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('carers are owed, or owe: %s', (_, events, limits) =>
  expect(owed(...events).toSorted()).toEqual(limits),
);
