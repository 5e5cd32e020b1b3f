import { isDate } from '../../kernel/calendar/dates.ts';
import { whatStands, type History } from '../../kernel/step/history.ts';
import { episodesOf, type EpisodeOfCare } from '../../practice/pathway.ts';
import { longestRaw, type Problem } from '../intake/problem.ts';
import type { SourceStatement } from '../intake/statement.ts';
import type { ReadRow } from './cells.ts';
import { problemAt, rawOf } from './return-row.ts';
import { writtenOtherwise } from './years.ts';

/** What each column of an episode is in those that are derived. */
const columns: readonly (readonly [string, keyof EpisodeOfCare])[] = [
  ['RNE', 'whyNew'],
  ['LS', 'legalStatus'],
  ['CIN', 'categoryOfNeed'],
  ['PLACE', 'type'],
  ['PLACE_PROVIDER', 'provider'],
  ['DEC', 'endedOn'],
  ['REC', 'whyEnded'],
  ['REASON_PLACE_CHANGE', 'reasonForMove'],
  ['HOME_POST', 'homePostcode'],
  ['PL_POST', 'postcode'],
  ['URN', 'urn'],
];

const asHistory = (statements: readonly SourceStatement[]): History =>
  whatStands(
    statements.map(({ step, happenedOn, answers }, n) => ({
      entry: String(n),
      step: step.name,
      happenedOn,
      position: n + 1,
      recordedAt: '',
      recordedBy: '',
      tombstone: false,
      answers,
    })),
  );

/**
 * Episodes are derived from what a return says, never kept as it writes them: rows that contradict one another are not written again as they were. Each
 * value that would be written otherwise, or not at all, is told with the reason, unless it has been said already that it was not taken.
 */
export function tellWhatIsNotWrittenAgain(rows: readonly ReadRow[], statements: readonly SourceStatement[], problems: Problem[]): void {
  const told = new Set(problems.filter(({ kind }) => kind === 'refused').map(({ raw, field }) => `${raw} ${field}`));
  const derived = new Map(episodesOf(asHistory(statements)).map((one) => [one.startedOn, one]));
  for (const read of rows) {
    const raw = rawOf(read.row).slice(0, longestRaw);
    const begunOn = read.days['DECOM'];
    if (begunOn === undefined || told.has(`${raw} DECOM`) || told.has(`${raw} RNE`)) continue;
    const episode = derived.get(begunOn);
    if (episode === undefined) problems.push(problemAt(read.row, 'refused', 'RNE', nothingBegan(read)));
    else
      for (const [column, name] of columns) if (!told.has(`${raw} ${column}`)) tellColumn(read, column, writtenAs(episode[name]), problems);
  }
}

const nothingBegan = ({ row: { values } }: ReadRow): string =>
  values['RNE'] === 'L'
    ? `RNE L says that the legal status changed, and LS ${values['LS'] ?? ''} is what it was before: an order that goes on begins no episode, and none is made of this row`
    : 'neither legal status nor placement changed on this day: no episode is made of this row';

const writtenAs = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : isDate(String(value)) ? String(value).split('-').toReversed().join('/') : String(value);

function tellColumn({ row }: ReadRow, column: string, written: string | undefined, problems: Problem[]): void {
  const given = row.values[column];
  if (alike(column, given) === alike(column, written)) return;
  problems.push(problemAt(row, given === undefined ? 'note' : 'refused', column, whyOtherwise(column, given, written)));
}

/** However it is written: in small letters, with a space more. */
const alike = (column: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : writtenOtherwise(column, value).replaceAll(' ', '').toUpperCase();

function whyOtherwise(column: string, given: string | undefined, written: string | undefined): string {
  if (given === undefined) return `${column} is not given; by the other rows of the child it is ${written}`;
  if (column === 'REC' && given === 'X1') return 'REC X1 says that another episode follows, and none does in this return; it is not taken';
  if (column === 'REC' && written === undefined)
    return `REC ${given.slice(0, 20)} says why care ended, and the day on which it did is not taken: neither is this`;
  if (column === 'REASON_PLACE_CHANGE') return 'a reason for a move is given, and no move on that day ends this episode; it is not taken';
  if (column === 'DEC')
    return written === undefined
      ? 'the episode is said to end, neither does care end nor another episode begin on that day; the end is not taken'
      : `an episode ends when the next begins, on ${written}; the end that is given is not taken`;
  if (column === 'RNE')
    return `by the rows before, this episode begins otherwise (${written ?? 'not told how'}): care had not ended before it, or only one of legal status and placement changed`;
  return `the rows of the child contradict one another: by those before it is ${written ?? 'not given'}, and what is given is not taken`;
}
