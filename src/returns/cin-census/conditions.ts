import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { before, isMissing, oneOf } from '../rule/compare.ts';
import type { Row } from '../rule/rows.ts';
import { isFalse, isTrue, type CensusTables } from './census.ts';

type Details = Row<CensusTables, 'CINdetails'>;
type Enquiry = Row<CensusTables, 'Section47'>;

/** An episode that is open (no CINclosureDate), and is no referral with no further action. */
export const isOpenEpisode = ({ CINclosureDate, ReferralNFA }: Details): boolean => isMissing(CINclosureDate) && isFalse(ReferralNFA);

/** An episode that was closed before one of these days. */
export const isClosedBefore = ({ CINclosureDate }: Details, ...days: readonly (LocalDate | undefined)[]): boolean =>
  days.some((day) => before(CINclosureDate, day));

/** RC8, case closed after assessment, no further action, or RC9, case closed after assessment, referred to early help. */
export const isClosedAfterAssessment = ({ ReasonForClosure }: Details): boolean => oneOf(ReasonForClosure, ['RC8', 'RC9']);

/** An enquiry of which there was no initial child protection conference, while it is not said that none is required. */
export const isOpenEnquiry = ({ DateOfInitialCPC, ICPCnotRequired }: Enquiry): boolean =>
  isMissing(DateOfInitialCPC) && !isTrue(ICPCnotRequired);

/** An enquiry of which there was no initial child protection conference, though one is required. */
export const awaitsConference = ({ DateOfInitialCPC, ICPCnotRequired }: Enquiry): boolean =>
  isMissing(DateOfInitialCPC) && isFalse(ICPCnotRequired);

/** Rows of which there may be one only: more of them are wrong together. */
export const moreThanOne = <A>(rows: readonly A[]): readonly (readonly A[])[] => (rows.length > 1 ? [rows] : []);
