/*
 * Code sets of the children looked after return (SSDA903), from SSDA903_schema_2017.yml with its yearly differences to 2026 and the
 * dimension labels as kept in liia-tools-pipeline (liiatools/ssda903_pipeline, MIT licence); labels of participation, contact, activity,
 * accommodation, questionnaire, adoption and permanence codes from ssd-data-model (MIT licence); the values are Crown copyright,
 * Open Government Licence v3.0. Labels are the DfE's, shortened to what a practitioner reads. Keys are the DfE's codes and are never
 * renamed; codes that the DfE has withdrawn stay, marked with the year, because earlier returns carry them.
 */

/** The tables of the return. */
export const ssda903Tables = [
  'ad1',
  'episodes',
  'header',
  'missing',
  'oc2',
  'oc3',
  'placed_adoption',
  'prev_perm',
  'reviews',
  'social_worker',
  'uasc',
] as const;

/** RNE: why an episode of care began. Derived from what happened, never asked. */
export const reasonsForNewEpisode = {
  S: 'Started to be looked-after',
  L: 'Change of legal status only',
  P: 'Change of placement and carer(s) only',
  T: 'Change of placement (but same carer(s)) only',
  B: 'Change of legal status and placement and carer(s) at the same time',
  U: 'Change of legal status and change of placement (but same carer(s)) at the same time',
} as const;

/** LS. */
export const legalStatuses = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order granted',
  E1: 'Placement order granted',
  V2: 'Single period of accommodation under section 20',
  V3: 'Series of short breaks: each episode recorded',
  V4: 'Series of short breaks: the agreement recorded',
  L1: 'Under police protection and in local authority accommodation',
  L2: 'Emergency protection order',
  L3: 'Under child assessment order and in local authority accommodation',
  J1: 'Remanded to local authority accommodation or to youth detention accommodation',
  J2: 'In local authority accommodation under the Police and Criminal Evidence Act 1984',
  J3: 'Youth rehabilitation order with residence or intensive fostering requirement',
} as const;

/** CIN: category of need. */
export const categoriesOfNeed = {
  N1: 'Abuse or neglect',
  N2: 'Child’s disability',
  N3: 'Parental illness or disability',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
} as const;

/** PLACE. H5 and P2 were withdrawn from the 2025 return; Z11 to Z14 joined in 2026 without words in the schema. */
export const placementTypes = {
  U1: 'Foster placement with relatives or friends: long-term',
  U2: 'Foster placement with relatives or friends who are approved adopters: fostering for adoption or concurrent planning',
  U3: 'Foster placement with relatives or friends: neither long-term nor fostering for adoption',
  U4: 'Foster placement with other carers: long-term',
  U5: 'Foster placement with other carers who are approved adopters: fostering for adoption or concurrent planning',
  U6: 'Foster placement with other carers: neither long-term nor fostering for adoption',
  K1: 'Secure children’s home',
  K2: 'Children’s home subject to the Children’s Homes Regulations',
  K3: 'Registered supported accommodation',
  P1: 'Placed with own parents or others with parental responsibility',
  P3: 'Residential employment',
  R1: 'Residential care home',
  R2: 'NHS or other establishment providing medical or nursing care',
  R3: 'Family centre or mother and baby unit',
  R5: 'Young offender institution',
  S1: 'Residential school, except where also registered as a children’s home',
  A3: 'Placed for adoption with consent, with the current foster carers',
  A4: 'Placed for adoption with consent, not with the current foster carers',
  A5: 'Placed for adoption under a placement order, with the current foster carers',
  A6: 'Placed for adoption under a placement order, not with the current foster carers',
  T0: 'Temporary move of any kind',
  T1: 'Temporary period in hospital',
  T2: 'Temporary absence on holiday',
  T3: 'Temporary accommodation while the usual foster carers are on holiday',
  T4: 'Temporary accommodation of seven days or less for another reason',
  Z1: 'Other placement, listed on a schedule sent to the DfE',
  Z11: 'Other placement (Z11 of the 2026 return)',
  Z12: 'Other placement (Z12 of the 2026 return)',
  Z13: 'Other placement (Z13 of the 2026 return)',
  Z14: 'Other placement (Z14 of the 2026 return)',
  H5: 'Semi-independent living not subject to children’s homes regulations (to 2024)',
  P2: 'Independent living, such as a flat, lodgings, bedsit, bed and breakfast or with friends (to 2024)',
} as const;

/** PLACE_PROVIDER. */
export const placementProviders = {
  PR0: 'Parents or others with parental responsibility',
  PR1: 'Own provision, or a regional adoption agency that this authority hosts',
  PR2: 'Other local authority, or a regional adoption agency that another hosts',
  PR3: 'Other public provision',
  PR4: 'Private provision',
  PR5: 'Voluntary or third sector provision',
} as const;

/** REC, but for X1: why a child ceased to be looked after. */
export const reasonsCareCeased = {
  E11: 'Adopted – application for an adoption order unopposed',
  E12: 'Adopted – consent dispensed with by the court',
  E13: 'Left care to live with parents, relatives or others without parental responsibility',
  E14: 'Accommodation on remand ended',
  E15: 'Age assessment found the child to be 18 or over',
  E16: 'Child moved abroad',
  E17: 'Aged 18 or over and stayed with the current carers, as in staying put',
  E2: 'Died',
  E3: 'Care taken over by another local authority in the UK',
  E41: 'Residence order or child arrangements order granted',
  E45: 'Special guardianship order to former foster carers who are relatives or friends',
  E46: 'Special guardianship order to former foster carers who are not relatives or friends',
  E47: 'Special guardianship order to carers other than former foster carers, who are relatives or friends',
  E48: 'Special guardianship order to carers other than former foster carers, who are not relatives or friends',
  E4A: 'Returned home to parents, relatives or others with parental responsibility, as part of the care plan',
  E4B: 'Returned home to parents, relatives or others with parental responsibility, not as part of the care plan',
  E5: 'Moved into independent living with formal advice or support',
  E6: 'Moved into independent living without formal advice or support',
  E7: 'Transferred to residential care funded by adult social care',
  E8: 'Ceased for any other reason',
  E9: 'Sentenced to custody',
} as const;

/** REC of an episode that another follows on the same day. Derived, never asked. */
export const anotherEpisodeFollows = 'X1';

/** REASON_PLACE_CHANGE: why the placement before this one ended. */
export const reasonsForPlacementChange = {
  CARPL: 'Change to/Implementation of Care Plan',
  CLOSE: 'Resignation/ closure of provision',
  ALLEG: 'Allegation (s47)',
  STAND: 'Standards of care concern',
  APPRR: 'Approval removed',
  CREQB: 'Carer(s) requests placement end due to child’s behaviour',
  CREQO: 'Carer(s) requests placement end other than due to child’s behaviour',
  CHILD: 'Child requests placement end',
  LAREQ: 'Responsible/area authority requests placement end',
  PLACE: 'Change in the status of placement only',
  CUSTOD: 'Custody arrangement',
  OTHER: 'Other',
} as const;

/** REVIEW_CODE: how the child took part in the review. */
export const reviewParticipation = {
  PN0: 'Aged under four at the time of the review',
  PN1: 'Attended and spoke for themselves',
  PN2: 'Attended and an advocate spoke for them',
  PN3: 'Attended and conveyed their views without words',
  PN4: 'Attended but did not speak, convey their views or ask an advocate to',
  PN5: 'Did not attend but briefed an advocate to speak for them',
  PN6: 'Did not attend but conveyed their views by other means',
  PN7: 'Did not attend and their views were not conveyed',
} as const;

/** SDQ_REASON: why there is no score. */
export const sdqReasons = {
  SDQ1: 'Aged under 4 or over 16 at the date of the latest assessment',
  SDQ2: 'Carers refused to complete and return the questionnaire',
  SDQ3: 'Not possible because of the severity of the child’s disability',
  SDQ4: 'Other',
  SDQ5: 'The child or young person refused',
} as const;

/** MISSING. */
export const missingKinds = {
  M: 'Missing: whereabouts not known',
  A: 'Away from placement without authorisation: whereabouts known',
} as const;

/** IN_TOUCH: contact with a care leaver. */
export const inTouch = {
  YES: 'In touch',
  NO: 'Not in touch',
  DIED: 'Died after leaving care',
  REFU: 'Refuses contact',
  NREQ: 'No longer requires services',
  RHOM: 'Returned to live with parents for six months or more',
} as const;

/** ACTIV: a care leaver’s main activity. F3 and P3 were replaced by F4, F5, P4 and P5 from 2019. */
export const activities = {
  F1: 'Full time in higher education',
  P1: 'Part time in higher education',
  F2: 'Full time in education other than higher education',
  P2: 'Part time in education other than higher education',
  F4: 'Full time in an apprenticeship',
  P4: 'Part time in an apprenticeship',
  F5: 'Full time in training or employment',
  P5: 'Part time in training or employment',
  G4: 'Not in education, employment or training: illness or disability',
  G5: 'Not in education, employment or training: other circumstances',
  G6: 'Not in education, employment or training: pregnancy or parenting',
  F3: 'Full time in training or employment (to 2018)',
  P3: 'Part time in training or employment (to 2018)',
  '0': 'Not known or not asked',
} as const;

/** ACCOM: where a care leaver lives, and whether it is suitable. */
export const accommodations = {
  B1: 'With parents or relatives: suitable',
  B2: 'With parents or relatives: unsuitable',
  C1: 'Community home or other residential care such as an NHS establishment: suitable',
  C2: 'Community home or other residential care such as an NHS establishment: unsuitable',
  D1: 'Semi-independent, transitional accommodation: suitable',
  D2: 'Semi-independent, transitional accommodation: unsuitable',
  E1: 'Supported lodgings: suitable',
  E2: 'Supported lodgings: unsuitable',
  G1: 'Gone abroad: suitable',
  G2: 'Gone abroad: unsuitable',
  H1: 'Deported: suitable',
  H2: 'Deported: unsuitable',
  K1: 'Ordinary lodgings, without formal support: suitable',
  K2: 'Ordinary lodgings, without formal support: unsuitable',
  R1: 'Residence not known: suitable',
  R2: 'Residence not known: unsuitable',
  S1: 'No fixed abode or homeless: suitable',
  S2: 'No fixed abode or homeless: unsuitable',
  T1: 'Foyer or similar supported accommodation: suitable',
  T2: 'Foyer or similar supported accommodation: unsuitable',
  U1: 'Independent living: suitable',
  U2: 'Independent living: unsuitable',
  V1: 'Emergency accommodation: suitable',
  V2: 'Emergency accommodation: unsuitable',
  W1: 'Bed and breakfast: suitable',
  W2: 'Bed and breakfast: unsuitable',
  X1: 'In custody: suitable',
  X2: 'In custody: unsuitable',
  Y1: 'Other accommodation: suitable',
  Y2: 'Other accommodation: unsuitable',
  Z1: 'With former foster carers: suitable',
  Z2: 'With former foster carers: unsuitable',
  '0': 'Not known or not asked',
} as const;

/** SEX_ADOPTR. */
export const sexOfAdopters = {
  M1: 'Single man',
  F1: 'Single woman',
  MM: 'Two men',
  FF: 'Two women',
  MF: 'A man and a woman',
} as const;

/** LS_ADOPTR. */
export const legalStatusOfAdopters = {
  L0: 'Single adopter',
  L11: 'Married couple of different sexes',
  L12: 'Married couple of the same sex',
  L2: 'Civil partnership',
  L3: 'Unmarried couple of different sexes',
  L4: 'Couple of the same sex, neither married nor in a civil partnership',
} as const;

/** REASON_PLACED_CEASED: why the child should no longer be placed for adoption. */
export const reasonsAdoptionCeasedToBePlan = {
  RD1: 'The child’s needs changed after the decision',
  RD2: 'The court did not make a placement order',
  RD3: 'Prospective adopters could not be found',
  RD4: 'Any other reason',
} as const;

/** PREV_PERM: how the child left care before, if by a permanence order. */
export const previousPermanenceOptions = {
  P1: 'Adoption',
  P2: 'Special guardianship order',
  P3: 'Residence order or child arrangements order',
  P4: 'Not known',
  Z1: 'No permanence order before',
} as const;

/** SW_REASON: why the social worker changed. */
export const reasonsForSocialWorkerChange = {
  MANAGE: 'Managing caseloads',
  FCONTA: 'First contact or re-referral',
  LEFTRL: 'Previous social worker left the role',
  ORGRST: 'Organisational restructure',
  TSPROC: 'Standard transfer process',
  ABSENC: 'Absence cover or return from absence',
  CHCHAN: 'The child asked for a change',
  PCCHAN: 'A parent or carer asked for a change',
  SWDIED: 'Previous social worker died',
  OTHERS: 'Other reason',
} as const;
