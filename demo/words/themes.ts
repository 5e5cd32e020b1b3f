/** What a family's story is about: who refers, what the need is, which category, and what a strategy discussion then says. */
export type Theme = {
  readonly sources: readonly [string, ...string[]];
  readonly primaryNeed: string;
  readonly category: string;
  readonly changedCategory: string;
  readonly factors: readonly [readonly string[], ...(readonly string[])[]];
  readonly discussions: readonly [string, ...string[]];
};

const neglect: Theme = {
  sources: ['2A', '3B', '2A', '5D', '3C', '4', '1A', '8'],
  primaryNeed: 'N1',
  category: 'NEG',
  changedCategory: 'EMO',
  factors: [['16A', '4B'], ['16A', '1B'], ['16A', '2B', '4B'], ['16A'], ['16A', '5B']],
  discussions: [
    'Police, health and school attended. Hygiene, missed meals and missed appointments over six months, in spite of early help. Single-agency enquiries.',
    'The health visitor described weight falling off and the home being unsafe for a baby. Enquiries started; paediatric appointment within two days.',
    'School has fed and washed the children most mornings this term. The group agreed that this is likely significant harm through neglect.',
  ],
};
const domesticAbuse: Theme = {
  sources: ['6', '6', '6', '2A', '1A', '3A', '8'],
  primaryNeed: 'N1',
  category: 'EMO',
  changedCategory: 'NEG',
  factors: [
    ['3B', '17A'],
    ['3B', '17A', '1B'],
    ['3B', '4B'],
    ['3A', '3B', '17A'],
    ['3C', '17A'],
  ],
  discussions: [
    'Third police call-out in eight weeks; the children were upstairs. Health, police and the domestic abuse service attended. Single-agency enquiries.',
    'Police attended after a call from a child. The adults are apart tonight and a safety plan is in place. Enquiries started.',
    'The pattern of control described by the mother and by school was set out. The group agreed to start enquiries and to see the children at school.',
  ],
};
const parentalHealth: Theme = {
  sources: ['3A', '3D', '1A', '2A', '5A', '8', '3F'],
  primaryNeed: 'N3',
  category: 'NEG',
  changedCategory: 'EMO',
  factors: [['4B'], ['4B', '16A'], ['2B', '4B'], ['1B', '17A'], ['4B', '7A']],
  discussions: [
    'The parent is unwell and does not accept help at present. The crisis team, GP and school attended. Enquiries started; an aunt is staying in the home.',
    'Concern about drug use with a very young child in the home. Police, health visitor and treatment service attended. Enquiries started.',
  ],
};
const physical: Theme = {
  sources: ['2A', '3E', '3A', '2A', '6'],
  primaryNeed: 'N1',
  category: 'PHY',
  changedCategory: 'NEG',
  factors: [['18C'], ['18C', '3B'], ['18A', '17A'], ['18C', '16A']],
  discussions: [
    'A mark was seen at school and the child gave an account. Police, health and school attended. Joint enquiries; medical today.',
    'The hospital could not explain the injury from the account given. Joint enquiries with the police. A family member supervises meanwhile.',
  ],
};
const sexual: Theme = {
  sources: ['2A', '6', '1A', '3C'],
  primaryNeed: 'N1',
  category: 'SAB',
  changedCategory: 'EMO',
  factors: [['19A'], ['19C'], ['11A'], ['19B', '17A']],
  discussions: [
    'A child told a trusted adult something that worried them. Police, health and school attended. Joint enquiries, led at the child’s pace.',
    'An adult in contact with the family is under investigation. The safety plan keeps them away. Joint enquiries.',
  ],
};
const exploitation: Theme = {
  sources: ['6', '2A', '5B', '1A'],
  primaryNeed: 'N1',
  category: 'EMO',
  changedCategory: 'NEG',
  factors: [
    ['24A', '10A'],
    ['13A', '14A'],
    ['24A', '2A'],
    ['11A', '10A'],
  ],
  discussions: [
    'Missing three times in a fortnight and found out of county. Police, school and the youth service attended. The young person is seen as a child who is being exploited. Enquiries started.',
    'New phone, new trainers, missed lessons. Police and school share what each of them knows. Enquiries started; return home interview arranged.',
  ],
};
const disability: Theme = {
  sources: ['3D', '1A', '2B', '3F'],
  primaryNeed: 'N2',
  category: 'NEG',
  changedCategory: 'EMO',
  factors: [['5A'], ['6A'], ['5A', '6A'], ['6A', '4B']],
  discussions: [
    'Care needs are not being met at home in spite of the package of support. Health and the special school attended. Enquiries started.',
  ],
};

export const themes = [
  neglect,
  domesticAbuse,
  neglect,
  parentalHealth,
  domesticAbuse,
  physical,
  neglect,
  domesticAbuse,
  sexual,
  neglect,
] as const;
export const themesOfTeam = { exploitation, disability } as const;

/** Discussions that did not lead to enquiries, and enquiries that led to no conference. */
export const notInitiated = [
  'Police, health and school attended. The account was plausible and the parents acted well. No enquiries; the assessment goes on.',
  'Information shared. The threshold for enquiries is not met today; to be discussed again if there is another call-out.',
  'The group agreed that support under section 17 is the right response at this point.',
] as const;
