import { titlesOf } from '../../kernel/field/code.ts';

/** Why something need not be told: each an exemption of the Data Protection Act 2018. Its law stands in the schedule that goes with the copy, never what was withheld. */
export const grounds = {
  thirdParty: { title: 'Third party', law: 'Data Protection Act 2018 Sch 2 para 16: information about somebody else who has not agreed' },
  seriousHarm: {
    title: 'Serious harm',
    law: 'Data Protection Act 2018 Sch 3 para 11: likely to prejudice social work because serious harm to somebody would be likely',
  },
  seriousHarmHealth: {
    title: 'Serious harm (health)',
    law: 'Data Protection Act 2018 Sch 3 paras 5 and 6: data concerning health; an appropriate health professional is of the opinion that serious harm is likely',
  },
  childAbuse: {
    title: 'Child abuse data',
    law: 'Data Protection Act 2018 Sch 3 para 21: not in the best interests of the child, where somebody asks for the child',
  },
  expectations: {
    title: 'Told in confidence',
    law: 'Data Protection Act 2018 Sch 3 paras 4, 10 and 17: given in the expectation that it would not be told to whoever asks for them',
  },
  legalPrivilege: { title: 'Legal privilege', law: 'Data Protection Act 2018 Sch 2 para 19: confidential communications with lawyers' },
  crime: { title: 'Crime', law: 'Data Protection Act 2018 Sch 2 para 2: likely to prejudice the prevention or detection of crime' },
  adoption: { title: 'Adoption record', law: 'Data Protection Act 2018 Sch 4 para 3: adoption records and reports' },
  court: {
    title: 'Court',
    law: 'Data Protection Act 2018 Sch 3 paras 3, 9 and 18: laid before a court whose rules allow it to be withheld',
  },
} as const;

export type Ground = keyof typeof grounds;

const isGround = (name: unknown): name is Ground => typeof name === 'string' && Object.hasOwn(grounds, name);

/** A stored answer as a ground, if it is one. */
export const groundOf = (name: unknown): Ground | undefined => (isGround(name) ? name : undefined);

export const groundTitles = titlesOf(grounds);
