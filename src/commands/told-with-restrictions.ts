import type { LocalDate } from '../kernel/calendar/dates.ts';
import { derivation } from '../practice/pathway.ts';
import { toldOfEverybody, type Asking, type Told } from '../record/returns.ts';
import { restrictedForReturns } from '../record/safeguarding-dataset.ts';

type Reading = {
  readonly of: string;
  readonly steps: readonly string[];
  readonly on: LocalDate;
  readonly knownAt: string | undefined;
};

/** Everybody of whom a return of a day is told, each with whether their record is restricted today. */
export async function* toldWithRestrictions(
  asking: Asking,
  { of, steps, on, knownAt }: Reading,
): AsyncGenerator<Told & { readonly isRestricted: boolean }> {
  const restricted = await restrictedForReturns(asking);
  for await (const told of toldOfEverybody(asking, { derivation, steps, question: { return: of, on }, knownAt }))
    yield { ...told, isRestricted: restricted.has(told.person) };
}
