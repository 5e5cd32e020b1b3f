import type { ReturnPart } from '../why.ts';

const adopter = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[12]$/;

/** Whether a number of the lists is an adopter's: that of their enquiry, and which of the household they are. Children have a number of the authority. */
export const isAdopter = (number: string): boolean => adopter.test(number);

/** Of what the lists say of a record: of an adopter their own row of list 11, of a child all but that list. */
export const partsUnder = (number: string, parts: readonly ReturnPart[]): readonly ReturnPart[] =>
  parts.filter(({ name, cells }) =>
    isAdopter(number)
      ? cells.some(({ field, value }) => field === 'Individual adopter identifier' && value === number)
      : name !== 'List 11',
  );
