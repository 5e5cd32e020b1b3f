import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { idWithin } from '../../../practice/pathway.ts';
import type { ReadEvent } from '../../../import/agency-chronology/reading.ts';
import type { NewEntry } from '../../../record/contract.ts';

type Taken = {
  readonly file: string;
  readonly agency: string;
  readonly digest: string;
  readonly events: readonly ReadEvent[];
  readonly today: LocalDate;
};

/** A chronology and its lines, each an entry of its own. The same file of the same agency is the same entries: sent twice, it is taken once. */
export function entriesOf({ file, agency, digest, events, today }: Taken, wordingOf: (step: string) => string): readonly NewEntry[] {
  const about = [{ person: file, answers: {} }];
  const name = `${agency.toLowerCase()} ${digest}`;
  const chronology = idWithin(file, name, 0);
  return [
    {
      entry: chronology,
      step: 'agencyChronology',
      wording: wordingOf('agencyChronology'),
      happenedOn: today,
      shared: { receivedOn: today, agency, events: events.length, digest },
      about,
    },
    ...events.map((event, n) => ({
      entry: idWithin(file, name, n + 1),
      step: 'agencyEvent',
      wording: wordingOf('agencyEvent'),
      happenedOn: event.on,
      shared: { ...event, agency, chronology },
      about,
    })),
  ];
}
