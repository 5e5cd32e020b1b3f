import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { offersOf } from '../../kernel/step/prefill.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { stepOf } from '../step-of.fixture.ts';

const worry = 'Amira came to school without lunch.';
const reported: Told = ['contact', '2026-03-02', { worry, familyTold: 'told' }];
const checks = (familyTold: string): Told => ['agencyChecks', '2026-03-02', { agencies: ['education', 'health'], familyTold }];
const answered: Told = ['agencyCheckAnswer', '2026-03-03', { agencies: ['education'], answer: 'came', known: 'Attendance fell.' }];
const unanswered: Told = ['agencyCheckAnswer', '2026-03-03', { agencies: ['health'], answer: 'notReturned' }];

const offered = (step: string, ...told: Told[]) => offersOf(stepOf(step), historyOf(...told), date('2026-04-10'));
const value = (step: string, field: string, ...told: Told[]): unknown => offered(step, ...told).get(field)?.value;

describe('what was reported', () => {
  it('stands in the first assessment where it belongs, and among the evidence as a report that nobody has weighed', () => {
    expect(value('assessmentReport', 'safety', reported)).toBe(`2 Mar 2026: ${worry}`);
    expect(value('assessmentReport', 'education', checks('told'), answered)).toBe(
      '3 Mar 2026: School, nursery or college: Attendance fell.',
    );
    expect(value('explanations', 'evidence', reported, checks('told'), answered)).toEqual([
      { what: worry, entry: 'e1', kind: 'report' },
      { what: 'School, nursery or college: Attendance fell.', entry: 'e3', kind: 'report' },
    ]);
  });
  it('and what an agency did not say is not known', () => {
    expect(value('explanations', 'unknown', checks('told'), unanswered)).toEqual([
      { what: 'What is known to: Health', how: 'Asked again by the social worker' },
    ]);
  });
  it('is written nowhere where the family does not know of it: they are given the assessment', () => {
    const secret: Told = ['contact', '2026-03-02', { worry, familyTold: 'notTold' }];
    expect(value('assessmentReport', 'safety', secret)).toBeUndefined();
    expect(value('assessmentReport', 'education', checks('notTold'), answered)).toBeUndefined();
    expect(value('explanations', 'evidence', secret, checks('notTold'), answered)).toBeUndefined();
  });
  it('before the last assessment was authorised has been weighed', () => {
    expect(value('explanations', 'evidence', reported, ['assessmentAuthorisation', '2026-03-20'])).toBeUndefined();
  });
});

it('what was written with a box of its own until now stands in the box that asks for it now', () => {
  const before: Told = [
    'assessmentReport',
    '2026-03-20',
    { basicCare: 'Meals are there.', warmth: 'He holds her hand.', selfCare: 'Dresses alone.' },
  ];
  expect(value('assessmentReport', 'basicCare', before)).toBe('Meals are there.\nHe holds her hand.');
  expect(value('assessmentReport', 'emotionalDevelopment', before)).toBe('Dresses alone.');
});
