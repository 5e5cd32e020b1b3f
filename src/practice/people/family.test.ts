import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { bondsTold, type Bond } from './bonds.ts';
import { familyOn, siblingsOf, type Known } from './family.ts';
import { kinshipWords } from './kinship.ts';

const today = date('2026-06-01');

type Said = { readonly step: string; readonly entry: string; readonly answers: Readonly<Record<string, unknown>> };
let entries = 0;

/** People by their names; what is said of two is said of both, as the record has it. */
function people(...names: readonly string[]) {
  const stated = new Map<string, Said[]>(names.map((name) => [name, []]));
  const details = new Map<string, Partial<NonNullable<Known['standing']>>>();
  const restricted = new Set<string>();
  const say = (name: string, step: string, answers: object, entry = `e${(entries += 1)}`) =>
    stated.get(name)?.push({ step, entry, answers: { ...answers } });
  const family = {
    related: (whose: string, bond: Bond, who: string, more: object = {}) => {
      const entry = `e${(entries += 1)}`;
      say(whose, 'relationship', stated.has(who) ? { relative: who, bond, ...more } : { name: who, bond, ...more }, entry);
      if (stated.has(who)) say(who, 'relationship', { relative: whose, bond: bondsTold[bond].inverse, ...more }, entry);
      return family;
    },
    lives: (home: string, from: string, until: string | undefined, ...who: readonly string[]) => {
      const entry = `e${(entries += 1)}`;
      for (const one of who) say(one, 'household', { home, from, ...(until === undefined ? {} : { until }) }, entry);
      return family;
    },
    is: (name: string, more: object) => {
      details.set(name, more);
      return family;
    },
    restrict: (name: string) => {
      restricted.add(name);
      return family;
    },
    known: (): readonly Known[] =>
      names.map((name) =>
        restricted.has(name)
          ? { person: name, restricted: true, ring: 'Adoption', stated: [] }
          : { person: name, restricted: false, standing: { name, ...details.get(name) }, stated: stated.get(name) ?? [] },
      ),
    on: (root: string, day = today) => familyOn(root, family.known(), day),
  };
  return family;
}

const both = (all: readonly { readonly parent: string; readonly child: string }[]) =>
  all.map(({ parent, child }) => `${parent} of ${child}`).sort();

describe('a family', () => {
  it('has one tie for what both records say', () => {
    const family = people('Ada', 'Mother', 'Father')
      .related('Ada', 'mother', 'Mother')
      .related('Ada', 'father', 'Father')
      .related('Mother', 'married', 'Father')
      .on('Ada');
    expect(both(family.parents)).toEqual(['Father of Ada', 'Mother of Ada']);
    expect(family.couples).toEqual([{ a: 'Mother', b: 'Father', couple: 'married' }]);
    expect(family.members.map(({ id, sex }) => `${id} ${sex}`)).toEqual(['Ada U', 'Mother F', 'Father M']);
  });

  it('says of a restricted relative that they exist, and nothing else', () => {
    const family = people('Ada', 'Hidden')
      .is('Hidden', { bornOn: '2020-01-01', sex: 'M' })
      .related('Ada', 'halfSibling', 'Hidden')
      .restrict('Hidden')
      .on('Ada');
    expect(family.members[1]).toEqual({
      id: 'Hidden',
      name: 'Restricted',
      isOnRecord: true,
      isRestricted: true,
      isAdult: false,
      sex: 'U',
      ring: 'Adoption',
    });
    expect(family.siblings).toEqual([{ a: 'Ada', b: 'Hidden' }]);
  });

  it('gives full brothers and sisters the same parents, and halves only their own', () => {
    const family = people('Ada', 'Ben', 'Cleo', 'Mother', 'Father')
      .related('Ada', 'mother', 'Mother')
      .related('Ada', 'father', 'Father')
      .related('Ben', 'sibling', 'Ada')
      .related('Cleo', 'halfSibling', 'Ada')
      .related('Cleo', 'mother', 'Mother')
      .on('Ada');
    expect(both(family.parents)).toEqual(['Father of Ada', 'Father of Ben', 'Mother of Ada', 'Mother of Ben', 'Mother of Cleo']);
    expect(family.siblings).toEqual([]);
    expect(siblingsOf(family).map(({ id }) => id)).toEqual(['Ben', 'Cleo']);
  });

  it('knows brothers and sisters by the reference that they share, also without a statement; adults are none', () => {
    const known = people('Ada', 'Ben', 'Cleo', 'Gran')
      .is('Ada', { family: 'F1' })
      .is('Ben', { family: 'F1' })
      .is('Cleo', { family: 'F1' })
      .is('Gran', { family: 'F1', adult: true });
    expect(siblingsOf(known.on('Ben')).map(({ id }) => id)).toEqual(['Ada', 'Cleo']);
    expect(siblingsOf(known.restrict('Cleo').on('Ben')).map(({ name }) => name)).toEqual(['Ada', 'Restricted']);
  });

  it('puts somebody who stands for the mother where only her mother is known', () => {
    const family = people('Ada', 'Gran').related('Ada', 'maternalGrandmother', 'Gran').on('Ada');
    expect(both(family.parents)).toEqual(['Ada: mother of Ada', 'Gran of Ada: mother']);
    expect(family.members.find(({ id }) => id === 'Ada: mother')).toMatchObject({ name: 'Mother, not known', isOnRecord: false });
  });

  it('takes one name that brothers and sisters give alike for one person, and that of another family for another', () => {
    const family = people('Ada', 'Ben', 'Cousin')
      .related('Ada', 'sibling', 'Ben')
      .related('Ada', 'cousin', 'Cousin')
      .related('Ada', 'father', 'John Smith')
      .related('Ben', 'father', 'john smith')
      .related('Cousin', 'father', 'John Smith')
      .on('Ada');
    expect(family.members.filter(({ isOnRecord }) => !isOnRecord).map(({ name }) => name)).toEqual(['John Smith', 'John Smith']);
    expect(family.parents.filter(({ child }) => child === 'Ada').map(({ parent }) => parent)).toEqual(
      family.parents.filter(({ child }) => child === 'Ben').map(({ parent }) => parent),
    );
  });

  test.each([
    ['2014-12-31', []],
    ['2015-01-01', ['married']],
    ['2022-03-31', ['married']],
    ['2022-04-01', ['divorced']],
  ])('holds what was so on the day: %s %o', (day, expected) => {
    const known = people('Mother', 'Father')
      .related('Mother', 'married', 'Father', { from: '2015-01-01' })
      .related('Father', 'divorced', 'Mother', { from: '2022-04-01' });
    expect(known.on('Mother', date(day)).couples.map(({ couple }) => couple)).toEqual(expected);
  });

  it('does not draw a foster carer whose time is over, and still says it', () => {
    const known = people('Ada', 'Carer').related('Ada', 'fosterCarer', 'Carer', { from: '2024-01-01', until: '2025-01-01' });
    expect(known.on('Ada', date('2024-06-01')).parents).toHaveLength(1);
    expect(known.on('Ada').parents).toEqual([]);
    expect(known.on('Ada').bonds.map(({ until }) => until)).toEqual(['2025-01-01', '2025-01-01']);
  });

  it('lives with whoever shares the home on that day', () => {
    const known = people('Ada', 'Mother', 'Ben', 'Gran')
      .lives('old', '2020-01-01', undefined, 'Ada', 'Mother', 'Ben')
      .lives('new', '2025-01-01', undefined, 'Ada', 'Mother')
      .lives('new', '2025-06-01', '2026-01-01', 'Gran');
    expect(known.on('Ada', date('2024-12-31')).household).toEqual(['Ada', 'Mother', 'Ben']);
    expect(known.on('Ada', date('2025-12-31')).household).toEqual(['Ada', 'Mother', 'Gran']);
    expect(known.on('Ada').household).toEqual(['Ada', 'Mother']);
    expect(known.on('Ada', date('2019-01-01')).household).toEqual([]);
  });
});

describe('what everybody is to the child', () => {
  const words = kinshipWords(
    people('Ada', 'Ben', 'Cleo', 'Mother', 'Father', 'Gran', 'Great', 'Aunt', 'Cousin', 'Uncle', 'Partner', 'Carer', 'Friend', 'Niece')
      .is('Ben', { sex: 'M' })
      .is('Cleo', { sex: 'F' })
      .is('Aunt', { sex: 'F' })
      .is('Niece', { sex: 'F' })
      .related('Ada', 'mother', 'Mother')
      .related('Ada', 'father', 'Father')
      .related('Ben', 'sibling', 'Ada')
      .related('Cleo', 'mother', 'Mother')
      .related('Ben', 'child', 'Niece')
      .related('Mother', 'mother', 'Gran')
      .related('Gran', 'mother', 'Great')
      .related('Gran', 'child', 'Aunt')
      .related('Aunt', 'child', 'Cousin')
      .related('Aunt', 'separated', 'Uncle')
      .related('Mother', 'cohabiting', 'Partner')
      .related('Ada', 'fosterCarer', 'Carer')
      .related('Ada', 'familyFriend', 'Friend')
      .on('Ada'),
  );
  test.each([
    ['Mother', 'mother'],
    ['Father', 'father'],
    ['Ben', 'brother'],
    ['Cleo', 'half-sister'],
    ['Niece', 'niece'],
    ['Gran', 'grandmother'],
    ['Great', 'great-grandmother'],
    ['Aunt', 'aunt'],
    ['Cousin', 'cousin'],
    ['Uncle', 'aunt’s former partner'],
    ['Partner', 'mother’s partner'],
    ['Carer', 'foster carer'],
    ['Friend', 'family friend'],
    ['Ada', undefined],
  ])('%s: %s', (who, word) => expect(words.get(who)).toBe(word));
});
