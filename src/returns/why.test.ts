import { expect, test } from 'vitest';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { whichCollection } from './rule/period.ts';
import { whyOf } from './why.ts';

const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', upnUnknown: 'UN2' },
];
const told: readonly Told[] = [
  details,
  ['referral', '2025-06-02', { referredOn: '2025-06-02', source: '2A', primaryNeed: 'N1' }],
  ['periodOfCare', '2025-06-03', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }],
  ['placement', '2025-06-03', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB' }],
];
const which = whichCollection('2025-26');
const why = (of: 'cin' | 'ssda903', part: string, field: string) =>
  whyOf(historyOf(...told), { of, which, registrations: new Map() })
    .find(({ name }) => name === part)
    ?.cells.find((cell) => cell.field === field);

test('each value says from which entries it follows; one that follows from the lack of any says so by naming none', () => {
  expect(why('cin', 'CINdetails', 'PrimaryNeedCode')).toMatchObject({
    value: 'N1',
    from: [{ step: 'referral', happenedOn: '2025-06-02' }],
  });
  expect(why('ssda903', 'episodes', 'PL_POST')).toMatchObject({ value: 'OX4 2AB', from: [{ step: 'placement' }] });
  expect(why('ssda903', 'episodes', 'RNE')).toMatchObject({ value: 'S', from: [{ step: 'periodOfCare' }, { step: 'placement' }] });
  expect(why('ssda903', 'header', 'MOTHER')).toEqual({ field: 'MOTHER', value: '0', from: [] });
});

test('a child who is not in the return has nothing to be asked of', () =>
  expect(whyOf(historyOf(details), { of: 'ssda903', which, registrations: new Map() })).toEqual([]));
