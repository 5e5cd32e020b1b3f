/** What a member of staff is, in the record's eyes. One person may hold several. */
export const roles = {
  socialWorker: 'Social worker',
  teamManager: 'Team manager',
  headOfService: 'Head of service',
  reviewingOfficer: 'Reviewing officer and conference chair',
  dutyWorker: 'Duty and night worker',
  leadPractitioner: 'Lead practitioner of family help',
  performanceAnalyst: 'Performance analyst',
  administrator: 'Administrator',
  dataProtectionOfficer: 'Data protection officer',
  boardManager: 'Business manager of the safeguarding partners',
  boardMember: 'Member of a safeguarding board or panel',
  designatedOfficer: 'Designated officer for allegations',
  inspector: 'Inspector, for the weeks of an inspection',
} as const;

export type Role = keyof typeof roles;

/** Every role inside children's social care that may open a child's record for a stated reason. */
export const practitioners = [
  'socialWorker',
  'teamManager',
  'headOfService',
  'reviewingOfficer',
  'dutyWorker',
] as const satisfies readonly Role[];

/** Also who leads family help, not always a social worker (Working Together 2023, chapter 3): the database closes to them whoever is protected or looked after. */
export const practitionersAndLeads = [...practitioners, 'leadPractitioner'] as const satisfies readonly Role[];

/** Everybody who works here, whatever they do: for what names no child. An inspector does not work here, and records nothing. */
export const everybodyHere: readonly Role[] = Object.keys(roles).filter((one): one is Role => one in roles && one !== 'inspector');

/** Who is let into no child’s record, but into bodies such as the Safeguarding Board: people of other agencies too. */
export const boardPeople = ['boardManager', 'boardMember'] as const satisfies readonly Role[];

/** Who may do what with a step. The database is given this table and enforces it. */
export type Permissions = { readonly record: readonly Role[]; readonly read: readonly Role[] };
