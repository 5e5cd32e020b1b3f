/** What whoever goes must know: the fact, and what to do. No names. */
export const warningWords = {
  dangerToStaff: [
    'Dog loose in the yard. Telephone first and go in pairs.',
    'The mother’s former partner has threatened workers. Do not visit alone; leave if he arrives.',
    'Weapon seen in the hall at the last visit. Visits with the police only, until the manager has decided again.',
    'Aggressive when drinking. Visit before noon, in pairs, and keep the car facing out.',
    'A neighbour films visitors and posts it. Park in the next street.',
  ],
  dangerToChild: [
    'An adult who has been convicted of offences against children has been seen at the address. Ring the police if he is there.',
    'Moves between three addresses when frightened. Look for the child at each before leaving.',
    'Smokers’ materials and a baby’s cot in one room: check safe sleep at every visit.',
  ],
  noContact: [
    'Non-molestation order against the father, to his address and this one. Call 999 if he is there.',
    'The uncle must not be alone with the children. Written agreement signed by both parents.',
    'Family time is supervised only. The school does not release the child to anybody but the carer.',
  ],
  medical: [
    'Severe nut allergy. Adrenaline pen in the school bag and in the kitchen drawer.',
    'Epilepsy: rescue medicine after five minutes; call 999 if it has to be given twice.',
    'Type 1 diabetes. The carers test before meals; glucose is in the door of the refrigerator.',
  ],
} as const;

export const warningSources = ['Police, by telephone', 'Health visitor', 'The previous worker', 'School', 'Family court order'] as const;
export const warningOver = [
  'The dog was taken away; seen at the last visit.',
  'He has moved out of the county; the police confirmed it.',
  'The order ended and the court did not renew it.',
] as const;
