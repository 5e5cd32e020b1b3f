import type { Page } from 'playwright-core';
import { date } from '../../src/kernel/calendar/dates.ts';
import type { ListedChild, Session } from '../../src/record/contract.ts';
import { pretendId } from '../../src/web/pretend-parts.ts';
import { lifeInCareStates, pretendLifeInCare } from './life-in-care-states.ts';
import { giveReason, press } from './pages.ts';
import type { State } from './page-states.ts';
import { child, tell, type Parts } from './pretend-worlds.ts';

const told = [
  ['periodOfCare', '2022-03-14', { legalStatus: 'V2' }],
  ['placement', '2022-03-14', { type: 'U6', carers: 'Jo and Sam' }],
  ['legalStatus', '2022-07-04', { legalStatus: 'C1' }],
  ['legalStatus', '2023-01-20', { legalStatus: 'C2' }],
  ['strengthsAndDifficulties', '2023-02-10', { score: 19 }],
  ['placement', '2023-09-01', { type: 'T1', carers: 'Children’s ward' }],
  ['placement', '2023-09-12', { type: 'U6', carers: 'Jo and Sam' }],
  ['strengthsAndDifficulties', '2024-02-12', { score: 15 }],
  ['placement', '2024-05-20', { type: 'K2', carers: 'The Hills' }],
  ['missingEpisode', '2024-06-02', { kind: 'M' }],
  ['placement', '2024-08-05', { type: 'U4', carers: 'Anastasia-Temperance Cholmondeley-Warner-Throgmorton and her wife' }],
  ['schoolAttendance', '2024-12-13', { possible: 140, attended: 119 }],
  ['strengthsAndDifficulties', '2025-02-11', { score: 11 }],
  ['schoolAttendance', '2025-04-04', { possible: 120, attended: 113 }],
  ['carePlan', '2025-05-06', { permanence: 'longTermFostering' }],
  ['lookedAfterReview', '2025-06-10', { held: true, participation: 'PN1', childsView: 'I want to stay here.', decisions: 'She stays.' }],
  ['allocation', '2025-07-01', { worker: pretendId(2, 0), role: 'lead' }],
  ['reviewingOfficerNamed', '2025-07-02', { officer: pretendId(2, 3) }],
  ['schoolAttendance', '2025-07-18', { possible: 110, attended: 107 }],
  ['childTold', '2025-09-01', { told: ['why', 'plan', 'people', 'home'] }],
  [
    'lookedAfterReview',
    '2025-12-03',
    { held: true, participation: 'PN6', childsView: 'More time with Kai.', decisions: 'Weekly time with Kai.' },
  ],
  ['ownView', '2026-01-12', { how: 'together', words: 'I like it here. I miss Kai.', wishes: 'To see Kai every week, not every month.' }],
] as const;

/** A child with years of care behind them, told of some of it; entries that a picture can draw. */
export function pretendCare(parts: Parts): void {
  pretendLifeInCare(parts);
  tell(parts, { series: 5, who: 8 }, told);
  // The manager, who is the personal adviser of a young man whose case is closed.
  const advised: ListedChild = {
    person: pretendId(1, 23),
    standing: { name: 'Leo Anastasia-Temperance Cholmondeley-Warner-Throgmorton', bornOn: date('2006-05-14') },
    changedAt: '2026-03-01 10:00:00+00',
    clocks: [
      ['careLeaverInTouch', '2026-02-14'],
      ['pathwayPlanReview', '2026-04-07'],
    ].map(([rule = '', dueOn = '']) => ({
      rule,
      version: '1',
      startedBy: pretendId(7, 1),
      startedOn: date('2025-10-07'),
      dueOn: date(dueOn),
      notInSource: false,
    })),
  };
  Object.assign(parts.record, { ownAdvised: async ({ actor }: Session) => (actor === pretendId(2, 1) ? [advised] : []) });
}

/** A child in care by an order, and a home in Scotland that the parents approved: it is for the court. */
async function placeInScotland(page: Page): Promise<void> {
  await giveReason(page);
  await page.goto(new URL(`${child(8)}/record/placement`, page.url()).href);
  await page.getByLabel(/^Kind of placement/).selectOption('K2');
  await page.getByLabel(/^Postcode of the placement/).fill('EH6 6QQ');
  await page.getByLabel('Elsewhere, at a distance').check();
  await page.getByLabel('Everyone with parental responsibility').check();
  await press(page, 'Continue');
}

/** The desk and the service; of a child who was years in care, of one who never was, and of one whose name is long. */
export const careStates: readonly State[] = [
  ...lifeInCareStates,
  { what: 'the reviews of a reviewing officer', as: 'reviewingOfficer', at: '/reviewing-officer' },
  { what: 'all reviewing officers', as: 'headOfService', at: '/reviewing-officer' },
  { what: 'a reviewing officer without children', as: 'reviewingOfficer', at: '/reviewing-officer', isEmpty: true },
  { what: 'reviewing officers without children', as: 'headOfService', at: '/reviewing-officer', isEmpty: true },
  { what: 'where children in care live', as: 'headOfService', at: '/care-pictures' },
  { what: 'where children in care live, of nobody', as: 'headOfService', at: '/care-pictures', isEmpty: true },
  { what: 'a child in pictures', as: 'socialWorker', at: `${child(8)}/pictures`, next: giveReason },
  { what: 'a child in pictures, nothing on record', as: 'socialWorker', at: `${child(12)}/pictures`, next: giveReason },
  {
    what: 'a child in pictures, as known in the past',
    as: 'reviewingOfficer',
    at: `${child(8)}/pictures?known=2026-02-01`,
    next: giveReason,
  },
  { what: 'a placement in Scotland, approved by whom it is not for', as: 'socialWorker', at: child(8), next: placeInScotland },
  { what: 'own view of a child', as: 'socialWorker', at: `${child(8)}/own-view`, next: giveReason },
  { what: 'own view of a child with a long name, nothing told', as: 'reviewingOfficer', at: `${child(12)}/own-view`, next: giveReason },
];
