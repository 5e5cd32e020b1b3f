import { expect, test } from 'vitest';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';

const inCare: readonly Told[] = [
  ['personDetails', '2010-01-20', { bornOn: '2010-01-20' }],
  ['periodOfCare', '2026-03-02', { legalStatus: 'V2' }],
];
const yes = ['capacity', 'understood', 'inWriting'];
const owed = (...told: readonly Told[]) =>
  derivation
    .clocks(historyOf(...inCare, ...told))
    .filter(({ rule, metOn }) => rule === 'accommodationAfterWithdrawal' && metOn === undefined)
    .map(({ dueOn }) => dueOn);
const ofParent: Told = ['accommodationAgreement', '2026-03-02', { answer: 'agrees', madeSure: yes }];
const ofYoungPerson: Told = ['accommodationAgreement', '2026-03-02', { answer: 'youngPerson', madeSure: yes }];
const withdrawn = (why: string): Told => ['accommodationAgreementEnd', '2026-06-01', { why }];

test('a parent who withdraws their agreement has the child back the same day', () => {
  expect(owed(ofParent, withdrawn('withdrawn'))).toEqual(['2026-06-01']);
});
test('but not a young person of sixteen who agreed for themselves (s20(11)), until they withdraw it', () => {
  expect(owed(ofYoungPerson, withdrawn('withdrawn'))).toEqual([]);
  expect(owed(ofYoungPerson, ['accommodationAgreement', '2026-06-01', { answer: 'objects' }])).toEqual([]);
  expect(owed(ofYoungPerson, withdrawn('youngPerson'))).toEqual(['2026-06-01']);
});
