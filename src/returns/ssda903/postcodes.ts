export const withoutSpaces = (postcode: string | undefined): string => (postcode ?? '').replaceAll(' ', '').toUpperCase();

/** The same postcode, however its space is written; two that are missing are the same. */
export const isSamePostcode = (one: string | undefined, other: string | undefined): boolean => withoutSpaces(one) === withoutSpaces(other);

/** Is written as a postcode is; whether there is one, postcodes do not tell. */
export const isPostcode = (postcode: string): boolean => /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(withoutSpaces(postcode));
