import { oneOf } from '../rule/compare.ts';
import { codes } from './codes.ts';
import type { ReturnChild } from './looked-after-return.ts';

/** Adopters of this legal status whose sexes are not among these. */
export const adoptersOtherThan =
  (legalStatus: string, sexes: readonly string[]) =>
  ({ AD1 }: ReturnChild) =>
    AD1.filter(({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === legalStatus && !oneOf(SEX_ADOPTR, sexes));

/** Placed for adoption, by the placement. */
export const isPlacedForAdoption = ({ PLACE }: { readonly PLACE: string | undefined }): boolean => oneOf(PLACE, codes.placedForAdoption);

export const singleAdopters = ['M1', 'F1'];
export const sameSexCouples = ['MM', 'FF'];
export const couples = ['MM', 'FF', 'MF'];
