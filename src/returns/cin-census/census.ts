import { addDays, addMonths, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { within } from '../rule/compare.ts';
import { readRow, type ChildOf, type GivenRow, type Row } from '../rule/rows.ts';
import { ruleLanguage, type Rule } from '../rule/rule.ts';
import type { CollectionYear } from '../rule/years.ts';

/*
 * The modules of the children in need census as tables, from CIN_schema_2026.xsd as kept in liia-tools-pipeline
 * (liiatools/cin_census_pipeline/spec, MIT licence). Sex took the place of GenderCurrent in 2024-25. CINdetailsID and CPPID are given to
 * each module as it is read, so that what stands inside it can be traced to it.
 */
export const censusTables = {
  Header: { Collection: 'text', Year: 'text', ReferenceDate: 'date', LEA: 'text' },
  ChildIdentifiers: {
    LAchildID: 'text',
    UPN: 'text',
    FormerUPN: 'text',
    UPNunknown: 'text',
    PersonBirthDate: 'date',
    ExpectedPersonBirthDate: 'date',
    GenderCurrent: 'text',
    Sex: 'text',
    PersonDeathDate: 'date',
  },
  ChildCharacteristics: { LAchildID: 'text', Ethnicity: 'text' },
  Disabilities: { LAchildID: 'text', Disability: 'text' },
  CINdetails: {
    LAchildID: 'text',
    CINdetailsID: 'text',
    CINreferralDate: 'date',
    ReferralSource: 'text',
    PrimaryNeedCode: 'text',
    CINclosureDate: 'date',
    ReasonForClosure: 'text',
    DateOfInitialCPC: 'date',
    ReferralNFA: 'text',
  },
  Assessments: {
    LAchildID: 'text',
    CINdetailsID: 'text',
    AssessmentActualStartDate: 'date',
    AssessmentInternalReviewDate: 'date',
    AssessmentAuthorisationDate: 'date',
    AssessmentFactors: 'list',
  },
  CINplanDates: { LAchildID: 'text', CINdetailsID: 'text', CINPlanStartDate: 'date', CINPlanEndDate: 'date' },
  Section47: {
    LAchildID: 'text',
    CINdetailsID: 'text',
    S47ActualStartDate: 'date',
    InitialCPCtarget: 'date',
    DateOfInitialCPC: 'date',
    ICPCnotRequired: 'text',
  },
  ChildProtectionPlans: {
    LAchildID: 'text',
    CINdetailsID: 'text',
    CPPID: 'text',
    CPPstartDate: 'date',
    CPPendDate: 'date',
    InitialCategoryOfAbuse: 'text',
    LatestCategoryOfAbuse: 'text',
    NumberOfPreviousCPP: 'number',
  },
  Reviews: { LAchildID: 'text', CINdetailsID: 'text', CPPID: 'text', CPPreviewDate: 'date' },
  PreProceedings: {
    LAchildID: 'text',
    CINdetailsID: 'text',
    PPStartDate: 'date',
    LBPSentDate: 'date',
    FGDMMeetingOffer: 'text',
    FGDMMeetingFac: 'text',
    InitialPPMeetingDate: 'date',
    ReviewMeetingsCount: 'number',
    StepDecisionDate: 'date',
    PPOutcome: 'text',
    CourtAppDate: 'date',
    LetterInitCPDate: 'date',
  },
} as const;

export type CensusTables = typeof censusTables;
export type CensusChild = ChildOf<CensusTables>;

/** What a rule may ask about the census itself. The period of the census runs from `start` to `referenceDate`, both included. */
export type Census = {
  readonly year: CollectionYear;
  readonly start: LocalDate;
  readonly referenceDate: LocalDate;
  readonly headers: readonly Row<CensusTables, 'Header'>[];
};

export type CensusRule = Rule<CensusTables, Census, never>;
export const { rule, at } = ruleLanguage<CensusTables, Census, never>();

// Periods are counted from the day of the census: one of the year 9999 would take them out of the calendar.
const [firstDay, lastDay] = [date('1990-01-01'), date('2099-12-31')];

/** The day that a header gives; without a readable one that a census can have, 31 March of the year. */
export function censusOf(year: CollectionYear, given: readonly GivenRow[]): Census {
  const headers = given.map((header, number) => readRow(censusTables, 'Header', number, header));
  const written = headers.find(({ ReferenceDate }) => within(ReferenceDate, firstDay, lastDay))?.ReferenceDate;
  const referenceDate = written ?? date(`20${year.slice(5)}-03-31`);
  return { year, start: addDays(addMonths(referenceDate, -12), 1), referenceDate, headers };
}

/** The census writes a yes as true or 1, a no as false or 0. */
export const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';
export const isFalse = (value: string | undefined): boolean => value === 'false' || value === '0';
