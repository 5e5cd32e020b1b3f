/** The letters of a unique pupil number, each standing for its place: A is 0, Z is 22. I, O and S are not used. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A number has 13 characters. Of one that has not, no character is judged by its place. */
export const isWhole = (upn: string): boolean => upn.length === 13;

/** Character 13: a digit, or in a temporary number a letter. */
export const isLastCharacter = (character: string): boolean => /^\d$/.test(character) || isLetter(character);
const isLetter = (character: string): boolean => character.length === 1 && letters.includes(character);

/**
 * Characters 2 to 13, each multiplied by its place, are summed; the remainder of the sum divided by 23 is the check letter's place.
 * @returns undefined: with these characters there can be none
 */
export function checkLetter(upn: string): string | undefined {
  if (!isWhole(upn) || !/^\d{11}$/.test(upn.slice(1, 12)) || !isLastCharacter(upn.slice(12))) return undefined;
  const sum = Array.from(upn.slice(1)).reduce((total, character, at) => total + (at + 2) * valueOf(character), 0);
  return letters[sum % 23];
}

const valueOf = (character: string): number => (isLetter(character) ? letters.indexOf(character) : Number(character));

/** Characters 2 to 4: the authorities since April 1998 and the pseudo authorities that give numbers, as first and last of a run. */
const authorities: readonly (readonly [first: number, last: number])[] = [
  ...([
    [1, 5],
    [201, 213],
    [301, 320],
    [330, 336],
    [340, 344],
    [350, 359],
    [370, 373],
    [380, 384],
    [390, 394],
  ] as const),
  ...([
    [420, 420],
    [660, 681],
    [701, 708],
    [800, 803],
    [805, 808],
    [810, 813],
    [815, 816],
    [820, 823],
    [825, 826],
  ] as const),
  ...([
    [830, 831],
    [835, 841],
    [845, 846],
    [850, 852],
    [855, 857],
    [860, 861],
    [865, 896],
    [908, 909],
    [916, 916],
  ] as const),
  ...([
    [919, 919],
    [921, 921],
    [925, 926],
    [928, 929],
    [931, 931],
    [933, 933],
    [935, 938],
    [940, 941],
  ] as const),
];
/** Cumberland (942), and Westmorland and Furness (943), authorities since 1 April 2023. */
const since2023 = ['942', '943'];

const isIn = (code: string): boolean =>
  /^\d{3}$/.test(code) && authorities.some(([first, last]) => Number(code) >= first && Number(code) <= last);

export const isAuthorityUntil2023 = (upn: string): boolean => isIn(upn.slice(1, 4));
export const isAuthority = (upn: string): boolean => isIn(upn.slice(1, 4)) || since2023.includes(upn.slice(1, 4));
