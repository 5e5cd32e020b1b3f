/*
 * Code sets of the children in need census, from the DfE's CIN_schema_2026.xsd as kept in liia-tools-pipeline
 * (liiatools/cin_census_pipeline/spec, MIT licence); the values are Crown copyright, Open Government Licence v3.0.
 * Labels are the DfE's, put in sentence case. Keys are the DfE's codes and are never renamed.
 */

/** Why the unique pupil number is not known. The schema lists UN6 and UN7 without words. */
export const unknownUpn = {
  UN1: 'Not of school age and not yet assigned a number',
  UN2: 'Has never attended a maintained school in England',
  UN3: 'Educated outside England',
  UN4: 'Number not yet known at the time of the return',
  UN5: 'Sources of the number disagree about the child’s name or date of birth',
  UN6: 'Other reason in the census guidance (UN6)',
  UN7: 'Other reason in the census guidance (UN7)',
} as const;

/** Sex. */
export const sexes = {
  M: 'Male',
  F: 'Female',
  U: 'Unknown',
} as const;

/** Ethnicity. */
export const ethnicities = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WOTH: 'Any other White background',
  WROM: 'Gypsy or Roma',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  BCRB: 'Caribbean',
  BAFR: 'African',
  BOTH: 'Any other black background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused',
  NOBT: 'Information not yet obtained',
} as const;

/** Disability. */
export const disabilities = {
  NONE: 'No disability',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism',
  DDA: 'Other',
} as const;

/** Source of the referral. */
export const referralSources = {
  '1A': 'Individual – family member, relative or carer',
  '1B': 'Individual – acquaintance (including neighbours and child minders)',
  '1C': 'Individual – self',
  '1D': 'Individual – other (including strangers)',
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'Health services – general practitioner (GP)',
  '3B': 'Health services – health visitor',
  '3C': 'Health services – school nurse',
  '3D': 'Health services – other primary health services',
  '3E': 'Health services – A&E (accident and emergency department)',
  '3F': 'Health services – other (for example hospice)',
  '4': 'Housing – local authority housing or housing association',
  '5A': 'Local authority services – social care for example adults social care services',
  '5B': 'Local authority services – other internal (department other than social care in local authorities, for example, youth offending (excluding housing))',
  '5C': 'Local authority services – external, for example, from another local authority’s adults social care services',
  '5D': 'Local authority services – early help',
  '6': 'Police',
  '7': 'Other legal agency – including courts, probation, immigration, Cafcass (Children and Family Court Advisory and Support Service) or prison',
  '8': 'Other – including children’s centres, independent agency providers or voluntary organisations',
  '9': 'Anonymous',
  '10': 'Unknown',
} as const;

/** Category of abuse of a child protection plan. */
export const categoriesOfAbuse = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'Multiple/not recommended',
} as const;

/** Primary need. */
export const primaryNeeds = {
  N1: 'Abuse, neglect and exploitation',
  N2: 'Child’s disability',
  N3: 'Parental disability or illness',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Cases other than children in need',
  N0: 'Not stated',
} as const;

/** Reason for closure. */
export const reasonsForClosure = {
  RC1: 'Adopted',
  RC2: 'Died',
  RC3: 'Child arrangements order',
  RC4: 'Special guardianship order',
  RC5: 'Transferred to services of another local authority',
  RC6: 'Transferred to adult social care services',
  RC7: 'Services ceased for any other reason, including child no longer in need',
  RC8: 'Case closed after assessment, no further action',
  RC9: 'Case closed after assessment, referred to early help',
} as const;

/** Factors identified at the end of an assessment. */
export const assessmentFactors = {
  '1A': 'Alcohol misuse: concerns about alcohol misuse by the child',
  '1B': 'Alcohol misuse: concerns about alcohol misuse by the parent(s)/carer(s)',
  '1C': 'Alcohol misuse: concerns about alcohol misuse by another person living in the household',
  '2A': 'Drug misuse: concerns about drug misuse by the child',
  '2B': 'Drug misuse: concerns about drug misuse by the parent(s)/carer(s)',
  '2C': 'Drug misuse: concerns about drug misuse by another person living in the household',
  '3A': 'Domestic violence: concerns about the child being the subject of domestic violence',
  '3B': 'Domestic violence: concerns about the child’s parent(s)/carer(s) being the subject of domestic violence',
  '3C': 'Domestic violence: concerns about another person living in the household being the subject of domestic violence',
  '4A': 'Mental health: concerns about the mental health of the child',
  '4B': 'Mental health: concerns about the mental health of the parent(s)/carer(s)',
  '4C': 'Mental health: concerns about the mental health of another person in the family/household',
  '5A': 'Learning disability: concerns about the child’s learning disability',
  '5B': 'Learning disability: concerns about the parent(s)/carer(s) learning disability',
  '5C': 'Learning disability: concerns about another person in the family/household’s learning disability',
  '6A': 'Physical disability or illness: concerns about a physical disability or illness of the child',
  '6B': 'Physical disability or illness: concerns about a physical disability or illness of the parent(s)/carer(s)',
  '6C': 'Physical disability or illness: concerns about a physical disability or illness of another person in the family/household',
  '7A': 'Young carer: concerns that services may be required or the child’s health or development may be impaired due to their caring responsibilities',
  '8B': 'Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child – overseas children who intend to return',
  '8C': 'Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child – overseas children who intend to stay',
  '8D': 'Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child – UK children in educational placements',
  '8E': 'Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child – UK children making alternative family arrangements',
  '8F': 'Privately fostered: concerns that services may be required or the child may be at risk as a privately fostered child – other',
  '9A': 'UASC: concerns that services may be required or the child may be at risk of harm as an unaccompanied asylum-seeking child',
  '10A': 'Missing: concerns that services may be required or the child may be at risk of harm due to going/being missing',
  '11A':
    'Child sexual exploitation: concerns that services may be required or the child may be at risk of harm due to child sexual exploitation',
  '12A': 'Trafficking: concerns that services may be required or the child may be at risk of harm due to trafficking',
  '13A': 'Gangs: concerns that services may be required or the child may be at risk of harm because of involvement in/with gangs',
  '14A':
    'Socially unacceptable behaviour: concerns that services may be required or the child may be at risk due to their socially unacceptable behaviour',
  '15A': 'Self-harm: concerns that services may be required or due to suspected/actual self-harming child may be at risk of harm',
  '16A':
    'Abuse or neglect – neglect: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect',
  '17A':
    'Abuse or neglect – emotional abuse: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect',
  '18A':
    'Abuse or neglect – physical abuse: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect',
  '18B':
    'Abuse or neglect – physical abuse (child on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by another child',
  '18C':
    'Abuse or neglect – physical abuse (adult on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by an adult',
  '19A':
    'Abuse or neglect – sexual abuse: concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect',
  '19B':
    'Abuse or neglect – sexual abuse (child on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by another child',
  '19C':
    'Abuse or neglect – sexual abuse (adult on child): concerns that services may be required or the child may be suffering or likely to suffer significant harm due to abuse or neglect by an adult',
  '20': 'Other',
  '21': 'No factors identified – only use this if there is no evidence of any of the factors above and no further action is being taken',
  '22A':
    'Female genital mutilation (FGM) – concerns that services may be required or the child may be at risk due to female genital mutilation',
  '23A':
    'Abuse linked to faith or belief – concerns that services may be required or the child may be at risk due to abuse linked to faith or belief',
  '24A':
    'Child criminal exploitation: concerns that services may be required or the child may be at risk of harm due to child criminal exploitation',
} as const;
