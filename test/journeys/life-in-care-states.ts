import { pretendId } from '../../src/web/pretend-parts.ts';
import { giveReason } from './pages.ts';
import type { State } from './page-states.ts';
import { child, tell, type Parts } from './pretend-worlds.ts';

const who = 23;
const long = 'Anastasia-Temperance Cholmondeley-Warner-Throgmorton Ó Súilleabháin-Żółkiewska';

const told: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ['personDetails', '2009-12-01', { firstName: 'Leo', bornOn: '2009-12-01' }],
  ['periodOfCare', '2025-06-02', { startedOn: '2025-06-02', legalStatus: 'V2', categoryOfNeed: 'N1' }],
  ['placement', '2025-06-02', { startedOn: '2025-06-02', type: 'U6', carers: 'Foster carers A and B' }],
  ['parentalResponsibility', '2009-12-01', { name: long, acquired: 'motherAtBirth', from: '2009-12-01', evidence: ['birthCertificate'] }],
  [
    'accommodationAgreement',
    '2025-06-02',
    {
      agreedOn: '2025-06-02',
      name: 'Devon Example',
      answer: 'agrees',
      madeSure: ['capacity', 'understood', 'inWriting'],
      terms: 'Until the summer.',
    },
  ],
  [
    'delegatedAuthority',
    '2025-06-04',
    {
      decidedOn: '2025-06-04',
      matters: [
        { matter: 'leisure', decides: 'carer', note: 'Sleepovers with friends whose parents they know' },
        { matter: 'travel', decides: 'authority', note: 'Abroad' },
      ],
    },
  ],
  ['consent', '2025-06-04', { givenOn: '2025-06-04', matter: 'immunisations', by: 'parent', name: long, answer: 'refused' }],
  ['familyTimePlan', '2025-06-05', { from: '2025-06-05', name: 'Devon Example', footing: 'supported', howOften: 'Saturdays, two hours' }],
  ['familyTime', '2026-02-07', { on: '2026-02-07', who: 'His father', how: 'notByUs' }],
  ['lifeStoryWork', '2025-10-01', { on: '2025-10-01', reached: ['begun', 'box'] }],
  ['schoolAttendance', '2026-02-13', { upTo: '2026-02-13', possible: 60, attended: 41, unauthorised: 6 }],
  ['schoolExclusion', '2026-01-20', { on: '2026-01-20', kind: 'suspension', days: 2, school: 'Example High School' }],
  ['missingEpisode', '2026-01-09', { startedOn: '2026-01-09', startedAt: '22:15', kind: 'M' }],
  ['missingEpisode', '2026-01-16', { startedOn: '2026-01-16', startedAt: '21:00', kind: 'M' }],
  ['personalAdviserNamed', '2025-12-20', { namedOn: '2025-12-20', adviser: pretendId(2, 0) }],
  [
    'documentsHeld',
    '2026-01-12',
    { checkedOn: '2026-01-12', held: ['birthCertificate', 'nationalInsurance'], note: 'Passport applied for.' },
  ],
  ['stayingOn', '2026-02-02', { on: '2026-02-02', kind: 'stayingPut', state: 'wanted', view: 'It is my home.' }],
];

/** A young person in care by agreement, of whom there is something in every part of the page. */
export function pretendLifeInCare(parts: Parts): void {
  tell(parts, { series: 16, who }, told);
}

export const lifeInCareStates: readonly State[] = [
  { what: 'in care and after it', as: 'socialWorker', at: `${child(who)}/care`, next: giveReason },
  {
    what: 'in care and after it as known in the past',
    as: 'reviewingOfficer',
    at: `${child(who)}/care?known=2026-02-01`,
    next: giveReason,
  },
  { what: 'in care and after it, of a child who is not', as: 'headOfService', at: `${child(12)}/care`, next: giveReason },
];
