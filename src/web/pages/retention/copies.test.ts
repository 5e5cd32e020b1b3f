import { expect, it } from 'vitest';
import { historyOf } from '../../../practice/history.fixture.ts';
import { copiesHeld } from './copies.ts';

it('who still holds something of a record is told: documents, copies by subject access, what was shared, emergency copies and packs', () => {
  const history = historyOf(
    ['documentReleased', '2025-03-02', { releasedOn: '2025-03-02', kind: 'chronology', recipient: 'Oxford Family Court' }],
    ['visit', '2025-03-03'],
    ['sharingOfInformation', '2025-03-04', { sharedOn: '2025-03-04', withWhom: 'St Anne’s Primary School' }],
    ['subjectAccessRelease', '2026-01-05', { releasedOn: '2026-01-05', to: 'Amira Bello' }],
  );
  const opened = [
    { openedAt: '2025-12-24T17:00:00Z', reason: 'In emergency copy number 4, for Night duty desk' },
    { openedAt: '2025-11-02T09:00:00Z', reason: 'In caseload pack number 3, for Priya Shah, for a visit' },
    { openedAt: '2025-12-25T09:00:00Z', reason: 'I work with this child or their family' },
  ];
  expect(copiesHeld(history, opened).map(({ what, who, on }) => `${on} ${what}: ${who}`)).toEqual([
    '2026-01-05 Copy of the record, by subject access: Amira Bello',
    '2025-12-24 Emergency copy 4: Night duty desk',
    '2025-11-02 Caseload pack 3: Priya Shah, for a visit',
    '2025-03-04 What was shared: St Anne’s Primary School',
    '2025-03-02 Chronology: Oxford Family Court',
  ]);
});
