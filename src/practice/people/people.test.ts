import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { understand } from '../../kernel/field/understand.ts';
import { historyOf } from '../history.fixture.ts';
import { derivation, standingOf } from '../pathway.ts';
import { adultDetails } from './adult-details.ts';
import { bonds, bondsTold, isBond, isOfBlood, type Bond } from './bonds.ts';
import { household } from './household.ts';
import { parentalResponsibility } from './parental-responsibility.ts';
import { personDetails } from './person-details.ts';
import { professional } from './professional.ts';
import { relationship } from './relationship.ts';

const today = date('2026-06-01');
const [amira, saira] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

describe('a bond', () => {
  const all = Object.keys(bonds).filter(isBond);

  it('told the other way round and back again means the same', () => {
    for (const bond of all) {
      const there = bondsTold[bond].meaning;
      const back = bondsTold[bondsTold[bond].inverse].meaning;
      if (there.kind === 'parent') expect(back).toEqual({ kind: 'child', parentage: there.parentage });
      else if (there.kind === 'child') expect(back).toEqual({ kind: 'parent', parentage: there.parentage });
      else if (there.kind === 'couple' || there.kind === 'sibling') expect(back).toEqual(there);
      else if (there.kind === 'distant' && back.kind === 'distant') expect(back.generation + there.generation).toBe(0);
      else expect(back).toMatchObject({ kind: 'distant', generation: there.kind === 'grandparent' ? 2 : 1 });
    }
  });

  test.each<[Bond, boolean]>([
    ['mother', true],
    ['halfSibling', true],
    ['maternalAunt', true],
    ['stepparent', false],
    ['fosterCarer', false],
    ['married', false],
    ['familyFriend', false],
  ])('%s is of blood: %s', (bond, expected) => expect(isOfBlood(bond)).toBe(expected));
});

describe('a name', () => {
  test.each(['firstName', 'lastName'] as const)('has no part of more than two hundred characters: %s', (part) => {
    const [label, given] = [personDetails.fields[part].label, { laChildId: '7', lastName: 'Okafor' }];
    for (const { fields } of [personDetails, adultDetails]) {
      expect(understand(fields, { ...given, [part]: 'x'.repeat(200) }).kind).toBe('accepted');
      expect(understand(fields, { ...given, [part]: 'x'.repeat(201) })).toEqual({
        kind: 'refused',
        problems: [{ field: part, message: `${label} must be 200 characters or fewer; it has 201` }],
      });
    }
  });
});

describe('a relationship', () => {
  const stated = {
    learntOn: date('2026-03-03'),
    relative: saira,
    bond: 'fosterCarer',
    from: date('2024-01-01'),
    until: date('2025-01-01'),
  } as const;

  it('is stated once and is about both: the other’s own line says it the other way round, and nothing of how it is known', () =>
    expect(relationship.alsoAbout?.(amira, { ...stated, source: 'saidByFamily' })).toEqual({
      person: saira,
      answers: { relative: amira, bond: 'fosteredChild', from: '2024-01-01', until: '2025-01-01' },
    }));

  it('with somebody who has no record is about one alone', () =>
    expect(relationship.alsoAbout?.(amira, { learntOn: today, name: 'Nasreen', bond: 'mother' })).toBeUndefined());

  it('names nobody in its line of the chronology', () =>
    expect(relationship.summary({ ...stated, name: 'Nasreen Example' })).toBe('Relationship: foster carer since 2024 until 2025'));

  test.each([
    [{ relative: undefined }, 'relative'],
    [{ name: 'Saira' }, 'name'],
    [{ until: date('2023-01-01') }, 'until'],
    [{ learntOn: date('2026-06-02') }, 'learntOn'],
    [{ from: date('2026-06-02'), until: undefined }, 'from'],
  ])('refuses %o at %s', (more, field) => {
    const { relative, until, ...rest } = { ...stated, ...more };
    const answers = { ...rest, ...(relative === undefined ? {} : { relative }), ...(until === undefined ? {} : { until }) };
    expect(relationship.decide([], answers, today).map((problem) => problem.field)).toEqual([field]);
  });

  it('asks since when of what begins on a day, and until when of what ends on one', () => {
    const asked = (bond: string) =>
      Object.keys(
        Object.fromEntries(
          Object.entries(relationship.each).filter(([, field]) => !('askedWhen' in field) || field.askedWhen({ relative: saira, bond })),
        ),
      );
    expect(asked('mother')).toEqual(['relative', 'bond']);
    expect(asked('married')).toEqual(['relative', 'bond', 'from']);
    expect(asked('fosterCarer')).toEqual(['relative', 'bond', 'from', 'until']);
  });
});

describe('an adult', () => {
  const mother = historyOf(['adultDetails', '1992-02-11', { firstName: 'Saira', lastName: 'Example', bornOn: '1992-02-11', sex: 'F' }]);

  it('has a name and a birth in the record, is no child, and is known by no number', () => {
    expect(standingOf(mother)).toEqual({ keptUntil: '2017-02-11', name: 'Saira Example', bornOn: '1992-02-11', sex: 'F', adult: true });
    expect(derivation.identifiers(mother)).toEqual([]);
    expect(derivation.clocks(mother)).toEqual([]);
  });

  it('who was a child here stays one', () => {
    const both = historyOf(
      ['personDetails', '1992-02-11', { laChildId: '7', firstName: 'Saira', lastName: 'Khan', bornOn: '1992-02-11' }],
      ['adultDetails', '1992-02-11', { lastName: 'Example' }],
    );
    expect(standingOf(both)).toEqual({ keptUntil: '2017-02-11', name: 'Saira Example', bornOn: '1992-02-11' });
  });
});

describe('a household', () => {
  const home = { from: date('2026-01-15'), address: '14 Example Street\nOxford', postcode: 'OX1 1ND' };
  it('says where, unless the address is confidential', () => {
    expect(household.summary(home)).toBe('Lives at 14 Example Street, Oxford, OX1 1ND');
    expect(household.summary({ ...home, isConfidential: true })).toBe('Lives at a confidential address');
  });
  test.each([
    ['OX1 1ND', true],
    ['ox11nd', true],
    ['SW1A 2AA', true],
    ['OX1', false],
    ['11111', false],
  ])('takes the postcode %s: %s', (postcode, isTaken) =>
    expect(understand(household.fields, { from: '2026-01-15', address: 'x', postcode }).kind).toBe(isTaken ? 'accepted' : 'refused'),
  );
  it('is not left before it is entered, nor entered tomorrow', () => {
    expect(household.decide([], { ...home, until: date('2026-01-14') }, today).map(({ field }) => field)).toEqual(['until']);
    expect(household.decide([], { ...home, from: date('2026-06-02') }, today).map(({ field }) => field)).toEqual(['from']);
  });
});

describe('parental responsibility', () => {
  const born = (on: string) => historyOf(['personDetails', on, { laChildId: '7', bornOn: on }]);
  const held = { holder: saira, acquired: 'birthRegistration', from: date('2019-06-01'), evidence: ['birthCertificate'] } as const;
  const refusals = (on: string, more: object) =>
    parentalResponsibility.decide(born(on), { ...held, ...more }, today).map(({ field }) => field);

  it('by registration of the birth: only since 1 December 2003', () => {
    expect(refusals('2019-05-14', {})).toEqual([]);
    expect(refusals('2003-12-01', { from: date('2003-12-01') })).toEqual([]);
    expect(refusals('2003-11-30', { from: date('2003-11-30') })).toEqual(['acquired']);
    expect(refusals('2003-11-30', { from: date('2003-11-30'), acquired: 'agreement' })).toEqual([]);
  });
  it('is not held before the birth, and is held by somebody who is named once', () => {
    expect(refusals('2019-06-02', {})).toEqual(['from']);
    expect(refusals('2019-05-14', { name: 'Saira' })).toEqual(['name']);
    expect(refusals('2019-05-14', { holder: undefined })).toEqual(['holder']);
    expect(refusals('2019-05-14', { until: date('2019-05-20') })).toEqual(['until']);
  });
  it('says in its line whether anything was seen, and names nobody', () => {
    expect(parentalResponsibility.summary(held)).toMatch(/^Parental responsibility: named on the birth registration .*Evidence seen$/);
    expect(parentalResponsibility.summary({ ...held, evidence: ['saidOnly'] })).toMatch(/Nothing seen$/);
  });
});

it('a professional is not involved tomorrow, nor until before they began', () => {
  const known = { name: 'Joan Field', role: 'healthVisitor', from: date('2026-05-01') } as const;
  expect(professional.decide([], known, today)).toEqual([]);
  expect(professional.decide([], { ...known, from: date('2026-06-02') }, today).map(({ field }) => field)).toEqual(['from']);
  expect(professional.decide([], { ...known, until: date('2026-04-01') }, today).map(({ field }) => field)).toEqual(['until']);
});
