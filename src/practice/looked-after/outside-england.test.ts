import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf } from '../history.fixture.ts';
import { stepNamed } from '../pathway.ts';
import { countryOf, countryOfPostcode, isOutsideEnglandAndWales } from './country.ts';

describe('the country of a postcode', () => {
  it.each([
    ['OX4 2QQ', 'england'],
    ['ox42qq', 'england'],
    ['NE1 4ST', 'england'],
    ['CF10 1AA', 'wales'],
    ['LL57 1AA', 'wales'],
    ['CH7 1AA', 'wales'],
    ['SY23 1AA', 'wales'],
    ['EH6 6QQ', 'scotland'],
    ['G2 1AA', 'scotland'],
    ['GL1 1AA', 'england'],
    ['GU1 1AA', 'england'],
    ['BT9 5AA', 'northernIreland'],
    ['JE2 3AA', 'islands'],
    ['IM1 1AA', 'islands'],
    ['DG1 1AA', 'scotland'],
  ])('%s is in %s', (postcode, country) => expect(countryOfPostcode(postcode)).toBe(country));
  it.each(['TD15 1AA', 'CH4 0AA', 'SY10 8AA', 'HR3 5AA', 'NP16 5AA', 'LD7 1AA', 'DG16 5AA', 'abroad', 'PH', '', undefined, 7])(
    'of a border district, and of what is none, says nothing: %s',
    (postcode) => expect(countryOfPostcode(postcode)).toBeUndefined(),
  );
  it('goes before what was answered; at a border the answer tells', () => {
    expect(countryOf({ postcode: 'OX4 2QQ', country: 'scotland' })).toBe('england');
    expect(countryOf({ postcode: 'TD15 1AA', country: 'scotland' })).toBe('scotland');
    expect(
      ['scotland', 'northernIreland', 'islands', 'elsewhere', 'wales', 'england', undefined].map((country) =>
        isOutsideEnglandAndWales({ country }),
      ),
    ).toEqual([true, true, true, true, false, false, false]);
  });
});

describe('a placement outside England and Wales', () => {
  const problems = (legalStatus: string, answers: object) =>
    stepNamed('placement')?.decide(
      historyOf(['periodOfCare', '2026-01-12', { legalStatus }]),
      { startedOn: '2026-03-02', type: 'K2', ...answers } as never,
      date('2026-12-01'),
    );
  const said = (legalStatus: string, answers: object) =>
    problems(legalStatus, { postcode: 'EH6 6QQ', ...answers })?.map(({ field }) => field);

  it('asks who approved, and is recorded all the same where nobody has', () => {
    const asks = (answers: object) => stepNamed('placement')?.fields['approvedBy']?.askedWhen?.({ type: 'K2', ...answers });
    expect([asks({ postcode: 'EH6 6QQ' }), asks({ country: 'elsewhere' }), asks({ area: 'atDistance' })]).toEqual([true, true, true]);
    expect([asks({}), asks({ postcode: 'OX4 2QQ', area: 'atDistance' }), asks({ area: 'here' }), asks({ postcode: 'CF10 1AA' })]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([said('C2', {}), said('C2', { approvedBy: 'nobodyYet' })]).toEqual([[], []]);
  });
  it('of a child in care is for the court; of any other child for everyone with parental responsibility', () => {
    const [court, holders] = [
      { approvedBy: 'court', approvedOn: '2026-02-20' },
      { approvedBy: 'everyHolder', approvedOn: '2026-02-20' },
    ];
    expect([said('C2', court), said('C1', holders), said('V2', holders), said('V2', court)]).toEqual([[], ['approvedBy'], [], []]);
    expect(problems('C1', { postcode: 'EH6 6QQ', ...holders })?.[0]?.message).toContain('it is for the court to approve');
    expect(said('C2', { ...court, approvedOn: '2026-12-02' })).toEqual(['approvedOn']);
  });
  it('asks nothing of Wales, of a holiday, of a secure home, nor of whoever was there already', () => {
    expect(problems('C2', { postcode: 'CF10 1AA' })).toEqual([]);
    expect([said('C2', { type: 'T2' }), said('C2', { type: 'K1' }), said('C2', { beganEarlier: true })]).toEqual([[], [], []]);
  });
  it('is not in the area of an authority in England', () =>
    expect(said('C2', { approvedBy: 'nobodyYet', area: 'here' })).toEqual(['area']));
  it('tells the country where it is read', () => {
    const summary = (answers: object) => stepNamed('placement')?.summary({ type: 'K2', ...answers } as never);
    expect(summary({ postcode: 'EH6 6QQ' })).toMatch(/, in Scotland$/);
    expect(summary({ postcode: 'OX4 2QQ' })).not.toContain('England');
  });
});
