import type { Problem } from '../../kernel/step/outcome.ts';

/** How many direct observations in the second year of an induction of two, where nobody said another number: our default, for none is settled nationally. */
export const laterObservationsSupplied = 2;

/** More than one a month is a slip. */
export const tooManyObservations = (count = 0): readonly Problem[] =>
  count <= 12
    ? []
    : [
        {
          field: 'laterObservations',
          message: `Direct observations in the second year: ${count} is more than one a month. Enter 0 to 12, or leave it blank`,
        },
      ];
