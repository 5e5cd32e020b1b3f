import * as vocabulary from '../../vocabulary/cin.ts';

const of = (codes: Readonly<Record<string, string>>): readonly string[] => Object.keys(codes);

/** The codes that rules of the census compare with. */
export const codes = {
  categoriesOfAbuse: of(vocabulary.categoriesOfAbuse),
  sexes: of(vocabulary.sexes),
  disabilities: of(vocabulary.disabilities),
};
