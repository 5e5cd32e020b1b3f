import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Problem } from '../../kernel/step/outcome.ts';

/** No part of a name is longer; what is longer is something else that came to stand there. */
export const longestName = 200;

/** Somebody is chosen from the record or, having none, named; not both, or two names for one person would drift apart. */
export function oneOfBoth({
  field,
  person,
  name,
}: {
  readonly field: string;
  readonly person: string | undefined;
  readonly name: string | undefined;
}): readonly Problem[] {
  return person === undefined && name === undefined
    ? [{ field, message: 'Choose who it is, or enter the name of somebody who has no record' }]
    : notTwoNames({ person, name });
}

/** Where it may be left open who it is, there are still not two names for one person. */
export const notTwoNames = ({
  person,
  name,
}: {
  readonly person: string | undefined;
  readonly name: string | undefined;
}): readonly Problem[] =>
  person !== undefined && name !== undefined
    ? [{ field: 'name', message: 'Leave the name empty: the person chosen from the record is named there' }]
    : [];

export const notUntilBefore = (from: LocalDate | undefined, until: LocalDate | undefined): readonly Problem[] =>
  from !== undefined && until !== undefined && until < from
    ? [{ field: 'until', message: `Until when is ${formatDate(until)}, before it began on ${formatDate(from)}` }]
    : [];
