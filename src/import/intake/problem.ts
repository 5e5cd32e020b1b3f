import { longestText, mostOfAChild } from '../../reading/limits.ts';

/** Something in a file that was not taken as it stands. Reported to the person who imports, and kept for repair. */
export type Problem = {
  /**
   * `refused`: not taken. `note`: taken, with this remark. `kept`: this version carries no such field; the text is kept here.
   * `waiting`: nobody has decided yet whose record this is; the rows wait for that.
   */
  readonly kind: 'refused' | 'note' | 'kept' | 'waiting';
  /** Which file of a set; absent when there is only one. */
  readonly file?: string;
  readonly line: number;
  /** The child's identifier in the file; empty when the file gives none. */
  readonly child: string;
  /** The column, or the group of columns, as the source names it. */
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  /** The row as the file gives it, cut at 4,000 characters. */
  readonly raw: string;
};

export const longestRaw = 4_000;
export const longestValue = 200;
/** Also what is said of it: a reason may quote what a file calls its columns. */
export const longestReason = 1_000;
/** `of`: elements, rows or characters. `where`: what to look for in this kind of file. */
export const tooMuch = (of: keyof typeof mostOfAChild, where: string): string =>
  `the child has more than ${mostOfAChild[of].toLocaleString('en-GB')} ${of}, which is more than one child can have; nothing of the child is taken. ${where}, put it right and load the file again`;

export const tooLong = (characters: number): string =>
  `has ${characters.toLocaleString('en-GB')} characters; a field may have ${longestText.toLocaleString('en-GB')}`;
