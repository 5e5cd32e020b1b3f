import * as vocabulary from '../../vocabulary/ssda903.ts';

const of = (codes: Readonly<Record<string, string>>): readonly string[] => Object.keys(codes);

/** The codes that rules of the return compare with, where they are the same in all years. */
export const codes = {
  reasonsAdoptionCeasedToBePlan: of(vocabulary.reasonsAdoptionCeasedToBePlan),
  /** Respite: a series of short breaks, under V3 or V4. */
  shortBreaks: ['V3', 'V4'],
};
