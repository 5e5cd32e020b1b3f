/** Who sits on a board, as attendance, data and challenges are told: agency by agency. Those that are no more are of records of their time. */
export const agencies = {
  council: 'Local authority: children’s services',
  integratedCareBoard: 'Integrated care board',
  police: 'Police',
  schools: 'Schools and colleges',
  earlyYears: 'Early years',
  healthProvider: 'NHS trust: hospital, community or mental health',
  generalPractice: 'General practice',
  probation: 'Probation',
  youthJustice: 'Youth justice service',
  adultServices: 'Local authority: adults’ services',
  housing: 'Housing and district councils',
  cafcass: 'Cafcass',
  voluntary: 'Voluntary and faith organisations',
  fireAndRescue: 'Fire and rescue',
  lay: 'Lay member',
  independent: 'Of no agency',
  other: 'Another agency',
  primaryCareTrust: 'Primary care trust (until March 2013)',
  strategicHealthAuthority: 'Strategic health authority (until March 2013)',
  clinicalCommissioningGroup: 'Clinical commissioning group (April 2013 to June 2022)',
  connexions: 'Connexions (until 2012)',
} as const;

export type Agency = keyof typeof agencies;

const known: Readonly<Record<string, string>> = agencies;

export const agencyWords = (agency: unknown): string => known[String(agency)] ?? 'Another agency';

/** Which answer of a step says in whose name it is stated: whoever sits for an agency states nothing in another’s. The database says the same (`record.agency_said`). */
const inWhoseName: Readonly<Record<string, string>> = {
  agencyData: 'agency',
  agencyAssessment: 'agency',
  agencyAssessmentChallenge: 'by',
  bodyChallenge: 'by',
  agencyPlaces: 'agency',
};
export const agencyAskedBy = (step: string): string | undefined => inWhoseName[step];
