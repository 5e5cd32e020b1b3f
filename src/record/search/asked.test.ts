import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { asksNothing, asSent, understandSearch } from './asked.ts';
import { datesIn } from './dates.ts';
import { inOrder, likenessTo, type Candidate } from './ranking.ts';

const today = date('2026-06-30');
const asked = (text: string) => understandSearch(text, today);
const born = (text: string) => Object.fromEntries(datesIn(text, today).days.map(({ on, weight }) => [on, weight]));

describe('a date of birth in what is looked for', () => {
  test.each(['14/05/2019', '14.5.2019', '14-05-19', '14 5 2019', '14052019', '2019-05-14', '14 May 2019', '14th of may 2019'])(
    '%s',
    (text) => {
      expect(born(`Ada ${text}`)).toMatchObject({ '2019-05-14': 100 });
      expect(asked(`Ada ${text}`).words.map(({ word }) => word)).toEqual(['ada']);
    },
  );

  test('may have day and month exchanged, two figures exchanged, another figure in the day, or be a year beside', () => {
    expect(born('03/09/2014')).toMatchObject({ '2014-09-03': 100, '2014-03-09': 85, '2013-09-03': 60, '2014-09-13': 55 });
    expect(born('12/09/2014')).toMatchObject({ '2014-09-21': 80 });
    expect(born('05/14/2012')).toEqual({ '2012-05-14': 85 });
    expect(born('30/09/2061')).toEqual({ '2016-09-30': 80 });
  });

  test('may be a month or a year alone; and a day that no calendar has is none', () => {
    expect(datesIn('Ada 2014', today).between).toEqual({ from: '2014-01-01', until: '2014-12-31' });
    expect(datesIn('Ada Feb 2016', today).between).toEqual({ from: '2016-02-01', until: '2016-02-29' });
    expect(datesIn('Ada 2/2015', today).between).toEqual({ from: '2015-02-01', until: '2015-02-28' });
    expect(born('99/99/2014')).toEqual({});
    expect(datesIn('Ada 24/12/68', today).days.some(({ on }) => on === '1968-12-24')).toBe(true);
  });

  test('nothing is looked for without a name or a day', () => {
    expect(['', ' ', '2014', '!?'].map((text) => asksNothing(asked(text)))).toEqual([true, true, true, true]);
    expect(['a', 'ada', '14/05/2019'].map((text) => asksNothing(asked(text)))).toEqual([false, false, false]);
    expect(asSent(asked('Smithjones'))).toMatchObject({ split: expect.arrayContaining([{ n: 0, word: 'smith', beside: 'jones' }]) });
  });
});

describe('the order of those found', () => {
  const someone = (name: string, more: Partial<Candidate> = {}): Candidate => ({ person: name, names: [name], isOpen: false, ...more });
  const order = (text: string, ...candidates: readonly Candidate[]) => inOrder(asked(text), candidates).map(({ person }) => person);

  test('the name itself, then a short name, a sound, a slip', () => {
    expect(order('Kate Nowak', someone('Kasia Nowacka'), someone('Kate Novak'), someone('Katherine Nowak'), someone('Kate Nowak'))[0]).toBe(
      'Kate Nowak',
    );
    expect(order('Hussein Jarral', someone('Hassan Jarral'), someone('Hussain Jarral'))).toEqual(['Hussain Jarral', 'Hassan Jarral']);
    expect(order('Smith-Jones Amy', someone('Amy Smith'), someone('Amy Jones-Smith'))).toEqual(['Amy Jones-Smith', 'Amy Smith']);
  });

  test('who was born on the day asked for comes before a namesake, and before one whose date has figures exchanged', () => {
    const [right, near, other] = ['2014-03-09', '2014-09-03', '2011-01-01'].map((on) =>
      someone('Jack Smith', { person: on, bornOn: date(on) }),
    );
    if (right === undefined || near === undefined || other === undefined) throw new Error();
    expect(order('Jack Smith 9/3/2014', other, near, right)).toEqual(['2014-03-09', '2014-09-03', '2011-01-01']);
    expect(likenessTo(asked('Jack Smith 9/3/2014'), right)).toBe(1);
  });

  test('born on the day asked for and nearly of that name comes before the name itself and another day', () => {
    const other = someone('Umer Farook', { person: 'other day', bornOn: date('2009-01-01') });
    const near = someone('Umar Farooq', { person: 'that day', bornOn: date('2013-05-31') });
    expect(order('Umer Farook 31/05/2013', other, near)).toEqual(['that day', 'other day']);
  });

  test('what is right as far as it is typed comes before what only sounds so, in either order', () => {
    expect(order('abdulw yous', someone('Abdul Yousaf'), someone('Yousef Abdulwahid'))[0]).toBe('Yousef Abdulwahid');
  });

  test('a name of before counts a little less, and open work decides between equals', () => {
    expect(order('Ada Khan', someone('Ada Malik', { names: ['Ada Malik', 'Ada Khan'] }), someone('Ada Khan'))).toEqual([
      'Ada Khan',
      'Ada Malik',
    ]);
    expect(order('Ada Khan', someone('Ada Khan'), someone('Ada Khan', { person: 'open', isOpen: true }))).toEqual(['open', 'Ada Khan']);
  });
});
