import { expect, test } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { whichCollection } from '../../rule/period.ts';
import { wordsOfFinding } from '../../finding-words.ts';
import { checkingLookedAfter, checkLookedAfter, type KnownPlaces } from './check-looked-after.ts';

const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', upnUnknown: 'UN2' },
];
const inCare: readonly Told[] = [
  details,
  ['periodOfCare', '2024-06-03', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }],
  ['placement', '2024-06-03', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB', urn: 'SC123456' }],
];
const found = (on: string, ...told: readonly Told[]) =>
  checkLookedAfter(historyOf(...told), checkingLookedAfter(whichCollection('2025-26'), date(on)));
const codes = (on: string, ...told: readonly Told[]) => found(on, ...told).map(({ code }) => code);

test('a rule finds the entry that would mend it, in words', () => {
  const [, , placement] = inCare;
  const without = inCare.map((one): Told => (one === placement ? ['placement', '2024-06-03', { type: 'U6', postcode: 'OX4 2AB' }] : one));
  const history = historyOf(...without);
  const [finding] = checkLookedAfter(history, checkingLookedAfter(whichCollection('2025-26'), date('2025-09-01'))).filter(
    ({ code }) => code === '526',
  );
  expect(finding?.entries).toEqual([history.find(({ step }) => step === 'placement')?.entry]);
  expect(wordsOfFinding({ return: 'ssda903', code: '526', fields: finding?.fields ?? [] })).toMatchObject({
    where: expect.stringMatching(/^Placement, .*provider/i),
    consequence: 'The looked-after return is not taken with it',
  });
});

test('what the whole year is asked for waits until its last quarter', () => {
  expect(codes('2025-12-31', ...inCare)).not.toContain('191');
  for (const day of ['2026-01-01', '2026-01-02']) expect(codes(day, ...inCare)).toContain('191');
  const done: readonly Told[] = [
    ['dentalCheck', '2025-07-01', { attended: true }],
    ['healthAssessment', '2025-07-01', { done: true }],
    ['immunisations', '2025-07-01', { upToDate: true }],
  ];
  expect(codes('2026-01-02', ...inCare, ...done)).not.toContain('191');
});

test('the year before is looked at too, and nobody is asked where a rule finds what is right', () => {
  const ended: Told = ['periodOfCareEnd', '2025-03-20', { reason: 'E4A' }];
  const again: Told = ['periodOfCare', '2025-04-10', { legalStatus: 'V2', categoryOfNeed: 'N5', homePostcode: 'OX1 1ND' }];
  expect(codes('2026-05-01', ...inCare, ['allocation', '2024-06-03', { worker: 'a' }])).not.toContain('SW12STG2');
  expect(found('2025-09-01', ...inCare, ended)).toEqual([]);
  expect(codes('2025-09-01', ...inCare, ended, again).length).toBeGreaterThan(0);
});

test('what is explained in the year says by which entry', () => {
  const told: readonly Told[] = [...inCare, ['returnExplanation', '2026-02-01', { rule: '191' }]];
  const history = historyOf(...told);
  const entry = history.find(({ step }) => step === 'returnExplanation')?.entry;
  const all = checkLookedAfter(history, checkingLookedAfter(whichCollection('2025-26'), date('2026-02-02')));
  expect(all.find(({ code }) => code === '191')?.explainedBy).toBe(entry);
  expect(all.filter(({ code }) => code !== '191').every(({ explainedBy }) => explainedBy === undefined)).toBe(true);
});

test('where reference data are there, what needs them is found as it is recorded; where they are not, nobody is asked', () => {
  const places: KnownPlaces = {
    authority: 'E10000025',
    postcodes: new Map([
      ['OX11ND', { authority: 'E10000025', east: 451_000, north: 206_000 }],
      ['OX42AB', { authority: 'E10000025', east: 454_000, north: 204_000 }],
    ]),
    providers: [{ URN: 'SC999999', LA_CODE_INFERRED: 'E10000025', PLACE_CODES: 'U6', PROVIDER_CODES: 'PR1' }],
  };
  const which = whichCollection('2025-26');
  const codesWith = (known: KnownPlaces | undefined, ...told: readonly Told[]) =>
    checkLookedAfter(historyOf(...told), checkingLookedAfter(which, date('2025-09-01'), known)).map(({ code }) => code);
  expect(codesWith(undefined, ...inCare)).not.toContain('1008');
  expect(codesWith(places, ...inCare)).toContain('1008');
  expect(codesWith({ ...places, providers: undefined }, ...inCare)).not.toContain('1008');
  const known = inCare.map((one): Told => (one[0] === 'placement' ? [one[0], one[1], { ...one[2], urn: 'SC999999' }] : one));
  expect(codesWith(places, ...known)).not.toContain('1008');
  // A slip of the keyboard: nobody lives there, and the entry that says so is the one to be looked at.
  const away = known.map((one): Told => (one[0] === 'placement' ? [one[0], one[1], { ...one[2], postcode: 'OX4 9ZZ' }] : one));
  const history = historyOf(...away);
  const finding = checkLookedAfter(history, checkingLookedAfter(which, date('2025-09-01'), places)).find(({ code }) => code === '164');
  expect(codesWith(places, ...known)).not.toContain('164');
  expect(finding?.entries).toContain(history.find(({ step }) => step === 'placement')?.entry);
  expect(wordsOfFinding({ return: 'ssda903', code: finding?.code ?? '', fields: finding?.fields ?? [] }).where).toContain('Placement');
});

test('a home in Scotland is out of the authority, and nobody asks for its Ofsted number', () => {
  const places: KnownPlaces = {
    authority: 'E10000025',
    postcodes: new Map([
      ['OX11ND', { authority: 'E10000025', east: 451_000, north: 206_000 }],
      ['EH66QQ', { authority: 'S12000036', east: 326_000, north: 676_000 }],
      ['OX42AB', { authority: 'E10000025', east: 454_000, north: 204_000 }],
    ]),
    providers: undefined,
  };
  const at = (postcode: string, more: object = {}) =>
    checkLookedAfter(
      historyOf(
        details,
        ['periodOfCare', '2025-06-03', { legalStatus: 'C2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }],
        ['placement', '2025-06-03', { type: 'K2', provider: 'PR4', postcode, ...more }],
      ),
      checkingLookedAfter(whichCollection('2025-26'), date('2025-09-01'), places),
    ).map(({ code }) => code);
  expect(at('OX4 2AB')).toContain('218');
  const abroad = at('EH6 6QQ', { area: 'atDistance', approvedBy: 'court', approvedOn: '2025-05-20' });
  for (const code of ['164', '169', '218', '411']) expect(abroad).not.toContain(code);
});
