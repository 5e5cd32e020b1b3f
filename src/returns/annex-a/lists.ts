/*
 * The lists that Ofsted asks for before it inspects (Annex A), by their columns: Annex_A_schema.yml of liia-tools-pipeline (MIT licence). Lists 1 to 10 are of children, list 11
 * of adopters, by their files. A column in brackets may be empty.
 */
const who = ['Child Unique ID', 'Gender', 'Ethnicity', ['Date of Birth'], ['Age of Child (Years)']];
const disability = 'Does the Child have a Disability';
const held = ['Allocated Team', 'Allocated Worker'];

const spelled = [
  { name: 'List 1', of: 'Contacts of three months', columns: [...who, 'Date of Contact', 'Contact Source'] },
  {
    name: 'List 2',
    of: 'Early help assessments of six months',
    columns: [...who, 'Assessment start date', ['Assessment completion date'], 'Organisation completing assessment'],
  },
  {
    name: 'List 3',
    of: 'Referrals of six months',
    columns: [...who, 'Date of referral', 'Referral Source', 'Referral NFA?', 'Number of Referrals in Last 12 Months', ...held],
  },
  {
    name: 'List 4',
    of: 'Assessments that run, or ended in six months',
    columns: [
      ...who,
      disability,
      'Continuous Assessment Start Date',
      'Child Seen During Continuous Assessment',
      ['Continuous Assessment Date of Authorisation'],
      ["Was the child assessed as requiring LA children's social care support?"],
      ...held,
    ],
  },
  {
    name: 'List 5',
    of: 'Section 47 enquiries of six months',
    columns: [
      ...who,
      disability,
      'Strategy discussion initiating Section 47 Enquiry Start Date',
      ['Was an Initial Child Protection Conference deemed unnecessary?'],
      ['Date of Initial Child Protection Conference'],
      ['Did the Initial Child Protection Conference Result in a Child Protection Plan'],
      'Number of Section 47 Enquiries in the last 12 months',
      'Number of ICPCs in the last 12 months',
      ...held,
    ],
  },
  {
    name: 'List 6',
    of: 'Children in need, or until six months ago',
    columns: [
      ...who,
      disability,
      ['CIN Start Date'],
      'Primary Need Code',
      ['Date Child Was Last Seen'],
      ['CIN Closure Date'],
      ['Reason for Closure'],
      'Case Status',
      ...held,
    ],
  },
  {
    name: 'List 7',
    of: 'Child protection plans that run, or ended in six months',
    columns: [
      ...who,
      disability,
      'Child Protection Plan Start Date',
      'Initial Category of Abuse',
      'Latest Category of Abuse',
      ['Date of the Last Statutory Visit'],
      ['Was the Child Seen Alone?'],
      ['Date of latest review conference'],
      ['Child Protection Plan End Date'],
      'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
      'Number of Previous Child Protection Plans',
      ...held,
    ],
  },
  {
    name: 'List 8',
    of: 'Children looked after, or until six months ago',
    columns: [
      ...who,
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
      disability,
      'Date Started to be Looked After',
      "Child's Category of Need",
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
      'Start date of current legal status',
      "Child's Legal Status",
      ['Date of Latest Statutory Review'],
      ['Date of Last Social Work Visit'],
      ['What is the permanence plan for this child?'],
      ['Date of Last IRO Visit / Contact to the Child'],
      ['Date of Last Health Assessment'],
      ['Date of Last Dental Check'],
      'Number of Placements in the Last 12 months',
      ['Date Ceased to be Looked After'],
      ['Reason Ceased to be Looked After'],
      'Start Date of Most Recent Placement',
      'Placement Type',
      'Placement Provider',
      'Placement postcode',
      ['URN of Placement'],
      'Placement Location',
      'LA of Placement',
      "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
      "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
      ['Was the child offered a Return Interview after their last missing episode (Y/N)?'],
      ['Did the child accept a Return Interview after their last missing episode (Y/N)?'],
      ...held,
    ],
  },
  {
    name: 'List 9',
    of: 'Care leavers',
    columns: [
      ...who,
      'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)',
      disability,
      ...held,
      'Allocated Personal Advisor',
      'Eligibility Category',
      ['Latest Pathway Plan Review Date'],
      'LA in Touch',
      ['Latest Date of Contact'],
      ['Type of Accommodation'],
      ['Suitability of Accommodation'],
      ['Activity Status'],
    ],
  },
  {
    name: 'List 10',
    of: 'Adoption: decisions of twelve months, and those that wait',
    columns: [
      'Child Unique ID',
      ['Family identifier'],
      ...who.slice(1),
      disability,
      'Date the Child Entered Care',
      'Date of Decision that Child Should be Placed for Adoption',
      ['Date of Placement Order'],
      ['Date of Matching Child and Prospective Adopters'],
      ['Date Placed for Adoption'],
      ['Date of Adoption Order'],
      ['Date of Decision that Child Should No Longer be Placed for Adoption'],
      ['Reason Why Child No Longer Placed for Adoption'],
      ['Date the child was placed for fostering in FFA or concurrent planning placement'],
    ],
  },
  {
    name: 'List 11',
    of: 'Adopters: whoever asks or is approved, or left in twelve months',
    columns: [
      'Individual adopter identifier',
      ['Family identifier'],
      'Gender',
      'Ethnicity',
      'Disability',
      'Is the (prospective) adopter fostering for adoption?',
      'Date enquiry received',
      ['Date Stage 1 started'],
      ['Date Stage 1 ended'],
      ['Date Stage 2 started'],
      ['Date Stage 2 ended'],
      ['Date application submitted'],
      ['Date application approved'],
      ['Date adopter matched with child(ren)'],
      ['Date child/children placed with adopter(s)'],
      ['No. of children placed'],
      ['Date of Adoption Order'],
      ['Date of leaving adoption process'],
      ['Reason for leaving adoption process'],
    ],
  },
] as const;

export type AnnexListName = (typeof spelled)[number]['name'];

/** The columns of a list in their order, and which of them may be empty. */
export const annexLists: readonly {
  readonly name: AnnexListName;
  readonly of: string;
  readonly heads: readonly string[];
  readonly mayBeEmpty: ReadonlySet<string>;
}[] = spelled.map(({ name, of, columns }) => ({
  name,
  of,
  heads: columns.flat(),
  mayBeEmpty: new Set(columns.flatMap((column) => (typeof column === 'string' ? [] : column))),
}));

export type AnnexCell = string | number | undefined;
/** A row of a list, under the names of its columns; of what nothing is known, nothing. */
export type AnnexRow = { readonly list: AnnexListName; readonly cells: Readonly<Record<string, AnnexCell>> };
