/*
 * Fields that rules name together.
 */
/** OC3: what is told of a care leaver. */
export const careLeaverFields = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const;

/** AD1: what is told of an adoption. */
export const adoptionFields = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const;

/** OC2: what is told of a child looked after for 12 months, but for the questionnaire on strengths and difficulties. */
export const twelveMonthFields = [
  'CONVICTED',
  'HEALTH_CHECK',
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const;

/** OC2: of those, what is told of every child whatever the age. */
export const healthFields = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const;
