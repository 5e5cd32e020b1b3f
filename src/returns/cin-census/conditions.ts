import { isMissing, oneOf } from '../rule/compare.ts';
import type { Row } from '../rule/rows.ts';
import { isFalse, isTrue, type CensusTables } from './census.ts';

type Details = Row<CensusTables, 'CINdetails'>;
type Enquiry = Row<CensusTables, 'Section47'>;

/** The modules of an episode; where neither says which episode it is, those of the child. */
export const ofEpisode = <R extends { readonly CINdetailsID: string | undefined }>(
  { CINdetailsID }: Details,
  rows: readonly R[],
): readonly R[] => rows.filter((row) => row.CINdetailsID === CINdetailsID);

/** A module with what it should not have, together, if it has any. Among that it may itself be. */
export const withAny = <A, B>(one: A, others: readonly B[]): readonly (readonly (A | B)[])[] =>
  others.length > 0 ? [[...new Set<A | B>([one, ...others])]] : [];

/** An episode that is open (no CINclosureDate), and is no referral with no further action. */
export const isOpenEpisode = ({ CINclosureDate, ReferralNFA }: Details): boolean => isMissing(CINclosureDate) && isFalse(ReferralNFA);

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
