import { describe, expect, test } from 'vitest';
import { keysOf, soughtBy } from './keys.ts';
import { likeness, slipsBetween } from './likeness.ts';
import { alsoCalled, nearlyAlsoCalled } from './short-names.ts';
import { soundAlike, soundsOf } from './sounds.ts';
import { nameWords } from './words.ts';

describe('the words of a name', () => {
  test.each([
    ['Zoë O’Neill', ['zoe', 'oneill']],
    ['Ó Súilleabháin', ['osuilleabhain']],
    ['Conor Mc Glinchey', ['conor', 'mcglinchey']],
    ['Lily-Mae Smith-Jones', ['lily', 'mae', 'smith', 'jones']],
    ['Łukasz Żółkiewski', ['lukasz', 'zolkiewski']],
    ['Nour El-Sayed', ['nour', 'sayed']],
    ['João da Mota', ['joao', 'mota']],
    ['Đức Nguyễn', ['duc', 'nguyen']],
    ['Al', ['al']],
    ['Yılmaz', ['yilmaz']],
    ['Tilly St John', ['tilly', 'stjohn']],
    ['', []],
  ])('%s', (name, words) => expect(nameWords(name)).toEqual(words));
});

describe('spellings that sound alike', () => {
  const alike: readonly (readonly string[])[] = [
    ['Llewelyn', 'Llewellyn', 'Lewellin'],
    ['Gruffydd', 'Griffith', 'Gruffudd'],
    ['Rhys', 'Rees', 'Reece'],
    ['Siân', 'Shan'],
    ['Dafydd', 'Davith'],
    ['Owain', 'Owen'],
    ['Szczepański', 'Schepanski', 'Shchepansky'],
    ['Wojciech', 'Voychek'],
    ['Kowalczyk', 'Kovalchik'],
    ['Nowak', 'Novak'],
    ['Przybylski', 'Pshibilski'],
    ['Jakub', 'Yakub'],
    ['Mohammed', 'Muhammad', 'Mohamed'],
    ['Hussain', 'Hussein', 'Husain'],
    ['Uthman', 'Usman', 'Osman'],
    ['Chaudhry', 'Choudhury', 'Chowdhury'],
    ['Qureshi', 'Koreshi'],
    ['Sheikh', 'Shaikh'],
    ['Aisha', 'Ayesha'],
    ['Siobhán', 'Shevaun'],
    ['Caoimhe', 'Keeva'],
    ['Niamh', 'Neve'],
    ['Catherine', 'Katherine', 'Kathryn'],
    ['Stephen', 'Steven', 'Stefan'],
    ['Michael', 'Mikael', 'Micheal'],
    ['Geoffrey', 'Jeffrey'],
    ['Knight', 'Night'],
    ['MacKenzie', 'McKensie'],
    ['Yvonne', 'Evonne'],
    ['Zając', 'Zayonc'],
    ['Sienkiewicz', 'Shenkevich', 'Sienkevich'],
    ['Chodakowska', 'Hodakovska'],
    ['Potocki', 'Pototski'],
    ['Chishti', 'Chisti'],
    ['Hatzis', 'Hadjis'],
    ['Hirsi', 'Xirsi'],
    ['Tyler', 'Tyla'],
    ['Róisín', 'Rosheen'],
    ['Oisín', 'Usheen'],
    ['Wójcik', 'Vuychik'],
    ['Kwame', 'Quame'],
    ['Caoimhe', 'Kweeva'],
    ['Xin', 'Shin'],
    ['Zhang', 'Jang'],
    ['Cemal', 'Jemal'],
  ];
  const soundsOfName = (name: string): readonly string[] => nameWords(name).flatMap(soundsOf);

  test.each(alike)('%s, %s %s', (...names) => {
    const [first, ...others] = names.filter((name) => name !== undefined).map(soundsOfName);
    for (const other of others)
      expect(
        first?.some((sound) => other.includes(sound)),
        names.join(', '),
      ).toBe(true);
  });

  test.each([
    ['Smith', 'Jones'],
    ['Nowak', 'Kowalski'],
    ['Rhys', 'Huw'],
    ['Khan', 'Ali'],
  ])('%s and %s do not', (one, other) => {
    expect(soundsOfName(one).filter((sound) => soundsOfName(other).includes(sound))).toEqual([]);
  });
});

describe('keys', () => {
  const share = (asked: string, word: string): boolean => {
    const kept = new Set(keysOf(word));
    return soughtBy(asked).some(({ key, begins }) => (begins ? [...kept].some((one) => one.startsWith(key)) : kept.has(key)));
  };

  test.each([
    ['smiht', 'smith'],
    ['thistlethwite', 'thistlethwaite'],
    ['peasgod', 'peasgood'],
    ['wigglesvorth', 'wigglesworth'],
    ['szcz', 'szczepanski'],
    ['billy', 'william'],
    ['william', 'bill'],
    ['novak', 'nowak'],
    ['rizley', 'wriothesley'],
    ['porick', 'padraig'],
    ['alkhateeb', 'khatib'],
    ['brien', 'obrien'],
    ['donagh', 'mcdonagh'],
  ])('%s finds %s', (asked, word) => expect(share(asked, word)).toBe(true));

  test('a word finds nothing that has neither letters nor sound of it', () => {
    expect(share('smith', 'okonkwo')).toBe(false);
    expect(share('khan', 'winterbottom')).toBe(false);
  });

  test('a name in other letters than Latin is found as it is written', () => expect(keysOf('محمد')).toContain('=محمد'));
});

describe('likeness', () => {
  test('counts a letter more, less, another, and two exchanged, as one slip each', () => {
    expect([
      slipsBetween('smith', 'smiht'),
      slipsBetween('smith', 'smit'),
      slipsBetween('smith', 'smiths'),
      slipsBetween('smith', 'smyth'),
    ]).toEqual([1, 1, 1, 1]);
    expect(slipsBetween('kitten', 'sitting')).toBe(3);
    expect(slipsBetween('', 'abc')).toBe(3);
  });

  test('orders the same, a short name, a beginning, a sound, a slip, and what only resembles', () => {
    const all = ['william', 'bill', 'willia', 'wiliam', 'gwilliam', 'wilhelmina'].map((word) => likeness('william', word));
    expect(all[0]).toBe(1);
    expect(likeness('will', 'william')).toBeGreaterThan(likeness('wlil', 'william'));
    expect(likeness('hussein', 'hussain')).toBeGreaterThan(likeness('hussein', 'hassan'));
    expect(Math.min(...all.slice(0, 4))).toBeGreaterThan(all[5] ?? 1);
  });

  test('takes for one name what is read in one language, or written as the English hear the other', () => {
    expect([soundAlike('voychek', 'wojciech'), soundAlike('wojciech', 'voychek'), soundAlike('kowalczyk', 'kovalchik')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(soundAlike('wosley', 'vethsley')).toBe(false); // only as Polish reads the one, and Arabic the other
  });

  test('a short name is taken for the long one, and the long one for the short', () => {
    expect(alsoCalled('liz').has('elizabeth')).toBe(true);
    expect(alsoCalled('elizabeth').has('liz')).toBe(true);
    expect(alsoCalled('liz').has('liz')).toBe(false);
    for (const [one, other] of [
      ['kuba', 'jakub'],
      ['chumley', 'cholmondeley'],
      ['sinjin', 'stjohn'],
      ['blethyn', 'bleddyn'],
      ['emeka', 'chukwuemeka'],
    ] as const)
      expect(alsoCalled(one).has(other), one).toBe(true);
    expect(alsoCalled('').size).toBe(0);
    expect(nearlyAlsoCalled('rizley').has('wriothesley')).toBe(true);
    expect(nearlyAlsoCalled('risley').size, 'written rightly it is taken for nothing else').toBe(0);
  });
});
