import * as vocabulary from '../../vocabulary/cin.ts';

const of = (codes: Readonly<Record<string, string>>): ReadonlySet<string> => new Set(Object.keys(codes));

/** The codes that rules of the census compare with. */
export const codes = {
  assessmentFactors: of(vocabulary.assessmentFactors),
  categoriesOfAbuse: of(vocabulary.categoriesOfAbuse),
  disabilities: of(vocabulary.disabilities),
  ethnicities: of(vocabulary.ethnicities),
  primaryNeeds: of(vocabulary.primaryNeeds),
  reasonsForClosure: of(vocabulary.reasonsForClosure),
  referralSources: of(vocabulary.referralSources),
  sexes: of(vocabulary.sexes),
};
