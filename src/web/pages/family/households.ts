import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { oneLine } from '../../../practice/people/household.ts';
import type { Relative } from '../../../record/contract.ts';

export type ShownHousehold = {
  readonly entry: string;
  readonly from: LocalDate;
  /** The day on which they left, or the next household began. */
  readonly until: LocalDate | undefined;
  readonly isNow: boolean;
  /** Absent: withheld, because it is shared with somebody whose record is restricted. */
  readonly address: string | undefined;
  readonly uprn: string | undefined;
  readonly isConfidential: boolean;
  /** Who is stated to live there too in the same entry, as far as their names may be known. */
  readonly together: readonly string[];
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const day = (value: unknown): LocalDate | undefined => text(value) as LocalDate | undefined;

/** Where the person lives and lived, the latest first. */
export function householdsOf(
  statements: readonly Statement[],
  relatives: readonly Relative[],
  person: string,
  today: LocalDate,
): readonly ShownHousehold[] {
  const begun = statements.filter(({ happenedOn }) => happenedOn <= today);
  return begun
    .map((statement, n): ShownHousehold => {
      const { answers, happenedOn, entry } = statement;
      const until = day(answers['until']) ?? begun[n + 1]?.happenedOn;
      const address = text(answers['address']);
      return {
        entry,
        from: happenedOn,
        until,
        isNow: until === undefined || until > today,
        address:
          address === undefined
            ? undefined
            : [oneLine(address), text(answers['postcode'])?.toUpperCase()].filter((part) => part !== undefined).join(', '),
        uprn: text(answers['uprn']),
        isConfidential: answers['isConfidential'] === true,
        together: relatives
          .filter((one) => one.person !== person && !one.restricted && one.stated.some((each) => each.entry === entry))
          .map(({ standing }) => standing?.name ?? ''),
      };
    })
    .reverse();
}
