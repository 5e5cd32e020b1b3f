import { expect, test } from 'vitest';
import type { Told } from '../history.fixture.ts';
import { owed } from '../owed.fixture.ts';

const stage = (on: string, moment: string): Told => ['adopterStage', on, { on, moment }];
const panel = (on: string, recommendation = 'suitable'): Told => [
  'adopterPanel',
  on,
  { heldOn: on, subject: 'suitability', recommendation },
];
const decided = (on: string, decision: string): Told => ['adopterApproval', on, { decidedOn: on, decision }];
const came = (on: string, moment: string): Told => ['adopterPlacement', on, { on, moment }];

// Adoption Agencies Regulations 2005 as amended in 2013, regs 21–30D. Easter Monday is 6 April 2026; 4 and 25 May are holidays.
test.each([
  [
    'an answer to their registration, a decision of each stage, and word between them',
    [
      stage('2026-01-05', 'registered'),
      stage('2026-01-12', 'accepted'),
      stage('2026-03-09', 'stageOnePassed'),
      stage('2026-03-16', 'stageTwoBegun'),
    ],
    [
      'adopterRegistration 2026-01-12 met 2026-01-12',
      'adopterStageOne 2026-03-12 met 2026-03-09',
      'adopterStageTwo 2026-07-16',
      'adopterStageTwoAsked 2026-09-09 met 2026-03-16',
    ],
  ],
  [
    'nothing more, once they withdrew',
    [stage('2026-01-12', 'accepted'), stage('2026-02-02', 'withdrew')],
    ['adopterStageOne 2026-03-12 ended 2026-02-02'],
  ],
  ['a decision in seven working days of the panel', [panel('2026-03-30')], ['adopterDecision 2026-04-10']],
  ['no decision, where the panel asks for more', [panel('2026-03-30', 'deferred')], []],
  [
    'forty working days that begin with the day of the proposal, and then the decision',
    [decided('2026-03-30', 'proposed'), decided('2026-06-01', 'refused')],
    ['adopterRepresentations 2026-05-28 met 2026-06-01'],
  ],
  [
    'the same of a proposal that is sent on a Saturday: the first is the Monday after',
    [decided('2026-03-28', 'proposed')],
    ['adopterRepresentations 2026-05-28'],
  ],
  [
    'a review within a year of the approval, and then each year',
    [decided('2026-03-16', 'approved'), ['adopterReview', '2027-03-08', {}], decided('2027-04-05', 'changed')],
    ['adopterReview 2027-03-16 met 2027-03-08', 'adopterReview 2028-03-08'],
  ],
  [
    'no review while a child is placed, and again once that ended',
    [decided('2026-03-16', 'approved'), came('2026-09-14', 'placed'), came('2026-12-07', 'disrupted')],
    ['adopterReview 2027-03-16 ended 2026-09-14', 'adopterReview 2027-12-07'],
  ],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('adopters are owed, or owe: %s', (_, events, limits) =>
  expect(owed(...events).toSorted()).toEqual(limits),
);
