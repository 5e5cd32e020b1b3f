import { describe, expect, test } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { buildRows } from './build-rows.ts';

const year = { from: date('2025-04-01'), to: date('2026-03-31') };
const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', upnUnknown: 'UN4' },
];
const inCare: readonly Told[] = [
  details,
  ['periodOfCare', '2024-06-03', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }],
  ['placement', '2024-06-03', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB' }],
];
const rowsOf = (table: string, ...told: readonly Told[]) =>
  buildRows(historyOf(...told), year, new Map())
    .filter((row) => row.table === table)
    .map(({ cells }) => cells);

describe('who is in the looked-after return of a year', () => {
  test('whoever was looked after on a day of it', () => {
    expect(rowsOf('header', ...inCare)).toEqual([{ CHILD: '7', SEX: 'F', DOB: '14/05/2015', ETHNIC: 'WBRI', UPN: 'UN4', MOTHER: '0' }]);
    expect(rowsOf('header', ...inCare, ['periodOfCareEnd', '2025-03-31', { reason: 'E4A' }])).toEqual([]);
    expect(rowsOf('header', ...inCare, ['periodOfCareEnd', '2025-04-01', { reason: 'E4A' }])).toHaveLength(1);
    expect(rowsOf('header', details)).toEqual([]);
  });
  test('a care leaver around whose birthday somebody was in touch', () => {
    const leaver: Told = ['personDetails', '2007-06-20', { laChildId: '8', bornOn: '2007-06-20', sex: 'M' }];
    const seen = (on: string): Told => ['careLeaverContact', on, { inTouch: 'YES', activity: 'F2', accommodation: 'Z1' }];
    expect(rowsOf('oc3', leaver, seen('2025-06-01'))).toEqual([
      { CHILD: '8', DOB: '20/06/2007', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'Z1' },
    ]);
    expect(rowsOf('oc3', leaver, seen('2025-08-01'))).toEqual([]);
  });
  describe('a care leaver of the year', () => {
    const leaver: Told = ['personDetails', '2007-06-20', { laChildId: '8', bornOn: '2007-06-20', sex: 'M' }];
    const care: Told = ['periodOfCare', '2020-03-02', { legalStatus: 'C1', categoryOfNeed: 'N1' }];
    const left = (on: string, reason = 'E7'): Told => ['periodOfCareEnd', on, { reason }];
    const contact = (on: string, activity: string): Told => ['careLeaverContact', on, { inTouch: 'YES', activity, accommodation: 'Z1' }];
    const none = [{ CHILD: '8', DOB: '20/06/2007', IN_TOUCH: 'NO', ACTIV: '0', ACCOM: '0' }];

    test('who left care on the birthday, as most do, is one; who was in care after it is none', () => {
      expect(rowsOf('oc3', leaver, care, left('2025-06-20'), contact('2025-07-01', 'F2'))).toMatchObject([{ IN_TOUCH: 'YES' }]);
      expect(rowsOf('oc3', leaver, care, left('2025-06-21'), contact('2025-07-01', 'F2'))).toEqual([]);
      expect(rowsOf('oc3', leaver, care, contact('2025-07-01', 'F2'))).toEqual([]);
    });
    test('the contact nearest to the birthday counts, on whichever side of it; as near, the later', () => {
      const seen = (...days: readonly (readonly [string, string])[]) =>
        rowsOf('oc3', leaver, care, left('2025-06-20'), ...days.map(([on, activity]) => contact(on, activity))).map(({ ACTIV }) => ACTIV);
      expect(seen(['2025-06-19', 'F1'], ['2025-07-18', 'F2'])).toEqual(['F1']);
      expect(seen(['2025-04-02', 'F1'], ['2025-06-01', 'F4'])).toEqual(['F4']);
      expect(seen(['2025-06-10', 'F1'], ['2025-06-30', 'F2'])).toEqual(['F2']);
    });
    test('of whom no contact is on record, says that nobody was in touch; of whoever is owed nothing, nothing', () => {
      expect(rowsOf('oc3', leaver, care, left('2025-06-20'))).toEqual(none);
      expect(rowsOf('oc3', leaver, care, left('2024-11-04'), contact('2025-08-01', 'F2'))).toEqual(none);
      expect(rowsOf('oc3', leaver, care, left('2024-11-04', 'E3'))).toEqual([]);
      expect(rowsOf('oc3', leaver)).toEqual([]);
    });
    test('who died after leaving care and before the window was over died; who died before the year is told of no more', () => {
      const died = (on: string): Told => ['childDeath', on, {}];
      const dead = [{ CHILD: '8', DOB: '20/06/2007', IN_TOUCH: 'DIED' }];
      expect(rowsOf('oc3', leaver, care, left('2024-11-04'), died('2025-05-01'))).toEqual(dead);
      expect(rowsOf('oc3', leaver, care, left('2025-06-20'), died('2025-07-01'))).toEqual(dead);
      expect(rowsOf('oc3', leaver, care, left('2024-11-04'), died('2025-02-01'))).toEqual([]);
      expect(rowsOf('oc3', leaver, care, left('2025-06-20'), died('2025-09-01'))).toEqual(none);
    });
  });
});

describe('what it tells', () => {
  test('episodes as they follow from what happened; what came after the year is not known in it', () =>
    expect(
      rowsOf(
        'episodes',
        ...inCare,
        ['legalStatus', '2025-09-01', { legalStatus: 'C1' }],
        ['periodOfCareEnd', '2026-05-05', { reason: 'E4A' }],
      ).map(({ DECOM, RNE, LS, DEC, REC }) => [DECOM, RNE, LS, DEC, REC]),
    ).toEqual([
      ['03/06/2024', 'S', 'V2', '01/09/2025', 'X1'],
      ['01/09/2025', 'L', 'C1', undefined, undefined],
    ]));
  test('reviews that were held; who was under four is so young, however brothers and sisters took part', () => {
    const review = (on: string, more = {}): Told => ['lookedAfterReview', on, { held: true, participation: 'PN1', ...more }];
    const young = inCare.map(([step, on, answers], n): Told =>
      n === 0 ? [step, '2022-05-14', { ...answers, bornOn: '2022-05-14' }] : [step, on, answers ?? {}],
    );
    expect(
      rowsOf('reviews', ...inCare, review('2025-06-02'), review('2025-12-01', { held: false })).map(({ REVIEW_CODE }) => REVIEW_CODE),
    ).toEqual(['PN1']);
    expect(rowsOf('reviews', ...young, review('2025-06-02')).map(({ REVIEW_CODE }) => REVIEW_CODE)).toEqual(['PN0']);
  });
  test('a time missing with its end; outcomes of a child looked after for twelve months, from the days on which they were done', () => {
    expect(
      rowsOf(
        'missing',
        ...inCare,
        ['missingEpisode', '2025-10-01', { startedOn: '2025-10-01', kind: 'M' }],
        ['returnFromMissing', '2025-10-02', { returnedOn: '2025-10-02' }],
      ),
    ).toEqual([{ CHILD: '7', DOB: '14/05/2015', MISSING: 'M', MIS_START: '01/10/2025', MIS_END: '02/10/2025' }]);
    expect(
      rowsOf(
        'oc2',
        ...inCare,
        ['dentalCheck', '2025-07-01', { attended: true }],
        ['strengthsAndDifficulties', '2025-07-02', { score: 14 }],
      ),
    ).toEqual([{ CHILD: '7', DOB: '14/05/2015', SDQ_SCORE: '14', TEETH_CHECK: '1', SUBSTANCE_MISUSE: '0', CONVICTED: '0' }]);
  });
  test('a check that was missed, and no other in the year, was not done; of what nobody recorded nothing is said, until somebody says it', () => {
    const missed: Told = ['dentalCheck', '2025-07-01', { attended: false }];
    const year = { yearEndedOn: '2026-03-31', healthAssessment: '0', immunisations: '0' };
    expect(rowsOf('oc2', ...inCare, missed)).toMatchObject([{ TEETH_CHECK: '0' }]);
    expect(rowsOf('oc2', ...inCare, missed)[0]).not.toHaveProperty('HEALTH_ASSESSMENT');
    expect(rowsOf('oc2', ...inCare, ['dentalCheck', '2025-05-01', { attended: true }], missed)).toMatchObject([{ TEETH_CHECK: '1' }]);
    expect(rowsOf('oc2', ...inCare, missed, ['outcomesOfTheYear', '2026-03-31', year])).toMatchObject([
      { TEETH_CHECK: '0', HEALTH_ASSESSMENT: '0', IMMUNISATIONS: '0' },
    ]);
  });
  test('a conviction or caution of the year; checks of the youngest alone; who was too young when the questionnaire was due', () => {
    const young = inCare.map(([step, on, answers], n): Told => [
      step,
      on,
      n === 0 ? { ...answers, bornOn: '2021-05-14' } : (answers ?? {}),
    ]);
    expect(rowsOf('oc2', ...inCare, ['conviction', '2025-07-01', { outcome: 'caution' }])).toMatchObject([{ CONVICTED: '1' }]);
    const checked: Told = ['immunisations', '2025-07-01', { upToDate: true, healthChecks: true }];
    expect(rowsOf('oc2', ...inCare, checked)[0]).not.toHaveProperty('HEALTH_CHECK');
    expect(rowsOf('oc2', ...young, checked)).toMatchObject([{ HEALTH_CHECK: '1', IMMUNISATIONS: '1', SDQ_REASON: 'SDQ1' }]);
  });
  test('social workers by their numbers; the first took over from nobody; whether she is a mother is asked of no care leaver', () => {
    const rows = buildRows(
      historyOf(
        ...inCare,
        ['allocation', '2024-06-03', { worker: 'a' }],
        ['allocation', '2025-06-03', { worker: 'b', reasonForChange: 'MANAGE' }],
      ),
      year,
      new Map([['b', 'SW9']]),
    ).filter(({ table }) => table === 'social_worker');
    expect(rows.map(({ cells: { SW_ID, SW_DEC, SW_REASON } }) => [SW_ID, SW_DEC, SW_REASON])).toEqual([
      [undefined, '02/06/2025', 'FCONTA'],
      ['SW9', undefined, 'MANAGE'],
    ]);
    const leaver: Told = ['personDetails', '2007-06-20', { laChildId: '8', bornOn: '2007-06-20', sex: 'F' }];
    const seen: Told = ['careLeaverContact', '2025-06-01', { inTouch: 'YES', activity: 'F2', accommodation: 'Z1' }];
    expect(rowsOf('header', leaver, seen)).toEqual([{ CHILD: '8', SEX: 'F', DOB: '20/06/2007' }]);
  });
  test('a placement in Scotland as any other: its postcode, and nothing of who approved it', () => {
    const abroad = {
      type: 'K2',
      provider: 'PR4',
      area: 'atDistance',
      reasonForMove: 'CARPL',
      approvedBy: 'court',
      approvedOn: '2025-08-01',
    };
    const last = (answers: Readonly<Record<string, unknown>>) =>
      rowsOf('episodes', ...inCare, ['legalStatus', '2025-04-10', { legalStatus: 'C2' }], ['placement', '2025-09-01', answers]).at(-1);
    expect(last({ ...abroad, postcode: 'EH6 6QQ' })).toEqual({
      CHILD: '7',
      DECOM: '01/09/2025',
      RNE: 'P',
      LS: 'C2',
      CIN: 'N1',
      PLACE: 'K2',
      PLACE_PROVIDER: 'PR4',
      HOME_POST: 'OX1 1ND',
      PL_POST: 'EH6 6QQ',
    });
    expect(last({ ...abroad, country: 'elsewhere' })).not.toHaveProperty('PL_POST');
  });
  test('each value with the entries from which it follows', () => {
    const history = historyOf(...inCare, ['legalStatus', '2025-09-01', { legalStatus: 'C1' }]);
    const entryOf = (step: string) => history.filter((one) => one.step === step).map(({ entry }) => entry);
    const [first, second] = buildRows(history, year, new Map()).filter(({ table }) => table === 'episodes');
    expect(first?.from).toMatchObject({
      DECOM: [...entryOf('periodOfCare'), ...entryOf('placement')],
      LS: entryOf('periodOfCare'),
      DEC: entryOf('legalStatus'),
      CHILD: entryOf('personDetails'),
    });
    expect(second?.from).toMatchObject({ LS: entryOf('legalStatus'), PLACE: entryOf('placement') });
  });
});

describe('a child who was adopted in the year', () => {
  const decided: Told = ['adoptionDecision', '2024-11-04', { decidedOn: '2024-11-04' }];
  const adopted = (match: Record<string, unknown>): readonly Told[] => [
    ...inCare,
    decided,
    ['adoptionMatch', '2025-03-03', { matchedOn: '2025-03-03', numberOfAdopters: 2, ...match }],
    ['periodOfCareEnd', '2025-10-01', { reason: 'E12' }],
  ];
  test('the decision that the child should be placed is told once, and stands in the row of the match', () => {
    expect(rowsOf('ad1', ...adopted({}))).toEqual([
      { CHILD: '7', DOB: '14/05/2015', DATE_INT: '04/11/2024', DATE_MATCH: '03/03/2025', NB_ADOPTR: '2' },
    ]);
  });
  test('a match that says itself when it was decided says so', () => {
    expect(rowsOf('ad1', ...adopted({ adoptionDecidedOn: '2024-10-01' }))[0]).toMatchObject({ DATE_INT: '01/10/2024' });
  });
});
