/**
 * How a name sounds, as its consonants: two spellings that people take for one name have a sound in common. A name has one for each way of reading
 * that changes it: English, Welsh and Irish, Polish, Arabic-derived. Rules are applied in their order. X is the sound of "sh" and "ch", which are taken for one another.
 */
type Rule = readonly [RegExp, string];
type Reading = readonly Rule[];

const english: Reading = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^(ps|x)/, 's'],
  [/^y(?=[^aeiou])/, 'i'],
  [/mb$/, 'm'],
  [/^colquh/, 'colh'],
  [/qu(?=[aeiou])/g, 'k'],
  [/(szcz|shch|tch|sch|sh|cz|sz)/g, 'X'],
  [/ch/g, 'X'],
  [/dj/g, 'j'],
  [/dg(?=[eiy])/g, 'j'],
  [/^gh/, 'g'],
  [/([aeiou])gh/g, '$1'],
  [/g(?=[eiy])/g, 'j'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
];

/** Caoimhe, Siân, Róisín, Gruffydd: consonants softened by an h, s between i and i, hard c and g, dd for th, w for a vowel. */
const celtic: Reading = [
  [/(bh|mh)/g, 'f'],
  [/(dh|gh)(?=[^aeiou]|$)/g, ''],
  [/s[iey](?=[aeiou])/g, 'X'],
  [/is(?=i)/g, 'iX'],
  [/ch/g, 'k'],
  [/sh/g, 'X'],
  [/dd/g, 't'],
  [/w(?![aeiouy])/g, 'u'],
];

/** Szczepański, Krzysztof, Jakub, Rzepecka. */
const hardPolish: Reading = [
  [/(szcz|shch)/g, 'X'],
  [/(sch|sz|cz|rz|sh|zh)/g, 'X'],
  [/ch(?=[aou]|[^aeiouy]|$)/g, 'k'],
  [/ch/g, 'X'],
  [/[csz]i(?=[aeou])/g, 'X'],
  [/j/g, 'y'],
  [/w/g, 'f'],
  [/t?[cs](?=k)|t[sz]|c/g, 's'],
];

/** Wójcik, Guzik: softened by an i in the commonest ending too. */
const polish: Reading = [[/[csz]i(?=k)/g, 'Xi'], ...hardPolish];

/** Zayonc for Zając, Dombrowski for Dąbrowski, Sienkevich for Sienkiewicz, Hodkevich for Chodkiewicz: as it is heard. */
const heardPolish: Reading = [
  [/[vw]ich$/, 'wicz'],
  [/([csz])i(?=[aeou])/g, '$1'],
  [/([eo])[nm](?=[bcdgkpstwz])/g, '$1'],
  [/ch(?=[aou])/g, 'h'],
  ...hardPolish,
];

/** Mohammed, Uthman, Khalid, Sheikh: th for s, kh and q for k, gh for g; and Xirsi, as Somali writes Hirsi. */
const arabic: Reading = [
  [/^x(?=[aeiou])/, 'h'],
  [/qu?/g, 'k'],
  [/(sh|ch|s)(?=t)/g, 's'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
  [/th/g, 's'],
  [/(sh|ch)/g, 'X'],
  [/c(?=[eiy])/g, 's'],
];

/** As most of England says it: Tyla for Tyler, Sharmer for Sharma. */
const unheardR: Reading = [[/(?<=[aeiou])r+e?(?![aeiouyr])/g, ''], ...english];

/** Greek, and as it is heard: Christopher, Michael, Nicholas, Hadjigeorgiou. */
const hardCh: Reading = [[/^sch/, 'sk'], [/ch/g, 'k'], [/[td](j|z)/g, 'j'], ...english];

/** Xin, Zhang, Qiu, as Chinese is written in Latin letters. */
const chinese: Reading = [[/^x/, 'X'], [/^zh/, 'j'], [/^q(?=[iu])/, 'X'], ...english];

/** Cem, Ceylan: c is the sound of j. */
const turkish: Reading = [[/^c(?=e)/, 'j'], ...english];

/** What is left of any reading: letters that sound alike become one, and vowels are heard at the beginning alone. */
const alike: Reading = [
  [/ph/g, 'f'],
  [/[ck]h/g, 'k'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/kw(?=[aeiouy])/g, 'k'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/wh/g, 'w'],
  [/(?<=.)h/g, ''],
  [/^y(?=[aeiou])/, 'Y'],
  [/^[aeiouy]+/, 'A'],
  [/(?<=[aeiouA])w(?![aeiouy])/g, ''],
  [/[aeiouy]+/g, '.'],
  [/(.)\1+/g, '$1'],
  [/\./g, ''],
];

/** By the language in which a name is read. */
const readings = {
  english: [english, hardCh, unheardR],
  celtic: [celtic],
  polish: [polish, heardPolish],
  arabic: [arabic],
  chinese: [chinese],
  turkish: [turkish],
} as const;

const read = (word: string, rules: Reading): string => rules.reduce((text, [from, to]) => text.replace(from, to), word);
const tells = (sound: string): boolean => sound !== '' && sound !== 'A';

type Heard = { readonly all: readonly string[]; readonly english: readonly string[]; readonly byLanguage: readonly (readonly string[])[] };

function hear(word: string): Heard {
  const inLanguage = (rules: readonly Reading[]) => rules.map((each) => read(read(word, each), alike)).filter(tells);
  const byLanguage = /^[a-z]{2,}$/.test(word) ? Object.values(readings).map(inLanguage) : [];
  return { all: [...new Set(byLanguage.flat())], english: byLanguage[0] ?? [], byLanguage };
}

/** Reading a name takes a hundred times as long as looking it up, and many bear the same. */
const heard = new Map<string, Heard>();
const mostHeard = 10_000;

function heardOf(word: string): Heard {
  const known = heard.get(word);
  if (known !== undefined) return known;
  if (heard.size >= mostHeard) heard.clear();
  const found = hear(word);
  heard.set(word, found);
  return found;
}

/** The sounds of a word of Latin letters without marks; of any other none. The first is the English one. */
export const soundsOf = (word: string): readonly string[] => heardOf(word).all;

const share = (some: readonly string[], others: readonly string[]): boolean => some.some((sound) => others.includes(sound));

/** Whether two words may be one name, read in one language; or one of them is written as the English hear the other: Voychek for Wojciech. */
export function soundAlike(one: string, other: string): boolean {
  const [a, b] = [heardOf(one), heardOf(other)];
  return share(a.english, b.all) || share(a.all, b.english) || a.byLanguage.some((sounds, n) => share(sounds, b.byLanguage[n] ?? []));
}
