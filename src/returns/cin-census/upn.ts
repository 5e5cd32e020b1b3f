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

/** Characters 2 to 4: the authority that gave the number. */
export const authorityIn = (upn: string): string => upn.slice(1, 4);
