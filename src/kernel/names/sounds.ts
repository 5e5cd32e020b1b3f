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

/** Caoimhe, Siân, Gruffydd: consonants softened by an h, hard c and g, dd for th, w for a vowel. */
const celtic: Reading = [
  [/(bh|mh)/g, 'f'],
  [/(dh|gh)(?=[^aeiou]|$)/g, ''],
  [/s[iey](?=[aeiou])/g, 'X'],
  [/ch/g, 'k'],
  [/sh/g, 'X'],
  [/dd/g, 't'],
  [/w(?![aeiouy])/g, 'u'],
];

/** Szczepański, Wojciech, Krzysztof, Jakub. */
const polish: Reading = [
  [/(szcz|shch)/g, 'X'],
  [/(sch|sz|cz|rz|sh|zh)/g, 'X'],
  [/ch(?=[aou]|[^aeiouy]|$)/g, 'k'],
  [/ch/g, 'X'],
  [/[csz]i(?=[aeou])/g, 'X'],
  [/j/g, 'y'],
  [/w/g, 'f'],
  [/c(?=[eiyh])/g, 's'],
];

/** Mohammed, Uthman, Khalid, Sheikh: th for s, kh and q for k, gh for g. */
const arabic: Reading = [
  [/qu?/g, 'k'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
  [/th/g, 's'],
  [/(sh|ch)/g, 'X'],
  [/c(?=[eiy])/g, 's'],
];

/** Greek, and as it is heard: Christopher, Michael, Nicholas. */
const hardCh: Reading = [[/^sch/, 'sk'], [/ch/g, 'k'], ...english];

/** What is left of any reading: letters that sound alike become one, and vowels are heard at the beginning alone. */
const alike: Reading = [
  [/ph/g, 'f'],
  [/[ck]h/g, 'k'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
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

const readings: readonly Reading[] = [english, hardCh, celtic, polish, arabic];

const read = (word: string, rules: Reading): string => rules.reduce((text, [from, to]) => text.replace(from, to), word);

/** The sounds of a word of Latin letters without marks; of any other none. The first is the English one. */
export function soundsOf(word: string): readonly string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  return [...new Set(readings.map((rules) => read(read(word, rules), alike)).filter((sound) => sound !== '' && sound !== 'A'))];
}
