import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../intake/problem.ts';
import type { ReadRow } from './cells.ts';
import { problemAt } from './return-row.ts';

/** RNE: what began with an episode. */
const changes: Readonly<Record<string, readonly string[]>> = {
  S: ['periodOfCare', 'placement'],
  L: ['legalStatus'],
  P: ['placement'],
  T: ['placement'],
  B: ['legalStatus', 'placement'],
  U: ['legalStatus', 'placement'],
};
const sameCarers: Readonly<Record<string, boolean>> = { P: false, B: false, T: true, U: true };
/** REC: another episode follows on the same day. */
const follows = 'X1';

/** One episode of care as the steps of practice: what it began, and whether care ended with it. */
export type Episode = {
  readonly read: ReadRow;
  /** What the steps read: its own columns, but the reason for a move from the episode that it ended. */
  readonly values: Readonly<Record<string, string>>;
  readonly begunOn: LocalDate;
  readonly endedOn?: LocalDate;
  readonly steps: ReadonlySet<string>;
  /** Answers that stand in no column. */
  readonly derived: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** By step and column: what another episode of the child answers, or nobody; left as it is when the file does not hold that episode. */
  readonly unread: ReadonlySet<string>;
  /** For steps that depend on whether the record knows the period of care already. */
  readonly unless: Readonly<Record<string, (history: History) => boolean>>;
};

/** The episodes of one child in order, with every way in which they contradict each other told. */
export function episodesOf(rows: readonly ReadRow[], problems: Problem[]): readonly Episode[] {
  const dated = rows.flatMap((read) => (read.days['DECOM'] === undefined ? [] : [{ read, begunOn: read.days['DECOM'] }]));
  const ordered = dated.toSorted((a, b) => (a.begunOn < b.begunOn ? -1 : a.begunOn > b.begunOn ? 1 : a.read.row.line - b.read.row.line));
  const episodes: Episode[] = [];
  for (const { read, begunOn } of ordered) {
    const before = episodes.at(-1);
    if (before?.begunOn === begunOn) {
      problems.push(problemAt(read.row, 'refused', 'DECOM', twoOnOneDay(before)));
      continue;
    }
    const episode = episodeOf(read, begunOn, before, problems);
    if (episode !== undefined) episodes.push(episode);
  }
  return episodes;
}

const twoOnOneDay = ({ read: { row } }: Episode): string =>
  `another episode of the child, in line ${row.line}, begins on this day; that one is taken, this one is not. Give all that changed on a day in one row, or the day on which this one began: correct the file and load it again`;

function episodeOf(read: ReadRow, begunOn: LocalDate, before: Episode | undefined, problems: Problem[]): Episode | undefined {
  const reason = read.row.values['RNE'] ?? '';
  const begins = changes[reason];
  if (begins === undefined) {
    const why = reason === '' ? 'RNE is not given' : 'RNE must be one of S, L, P, T, B, U';
    problems.push(
      problemAt(read.row, 'refused', 'RNE', `${why}: without it nothing says what began with this episode, and it is not taken`),
    );
    return undefined;
  }
  const endedOn = endOf(read, begunOn, problems);
  tellOrder(read, begunOn, before, problems);
  const movedFrom = before !== undefined && !isLast(before) ? before : undefined;
  const isMiddle = reason !== 'S' && movedFrom === undefined;
  const ends = endedOn !== undefined && isEnd(read) ? ['periodOfCareEnd'] : [];
  return {
    read,
    values: valuesOf(read, movedFrom),
    begunOn,
    ...(endedOn === undefined ? {} : { endedOn }),
    steps: new Set([...begins, ...(isMiddle ? ['periodOfCare', 'placement'] : []), ...ends]),
    derived: {
      periodOfCare: isMiddle ? { beganEarlier: true } : {},
      placement: {
        ...(sameCarers[reason] === undefined ? {} : { sameCarers: sameCarers[reason] }),
        ...(isMiddle && reason === 'L' ? { beganEarlier: true } : {}),
      },
    },
    unread: new Set(isMiddle ? ['placement REASON_PLACE_CHANGE', 'placement HOME_POST'] : []),
    unless: isMiddle ? inTheMiddle(reason, begunOn) : {},
  };
}

/**
 * The return begins in the middle of a period of care. Where the record knows that period, only what changed on this day is new. A change of
 * legal status is stated also where the period is not known: without it nobody could tell again that this episode began with one (RNE).
 */
function inTheMiddle(reason: string, on: LocalDate): Episode['unless'] {
  const isKnown = (history: History): boolean => hasOpenPeriod(history, on);
  return { periodOfCare: isKnown, ...(reason === 'L' ? { placement: isKnown } : {}) };
}

const isEnd = ({ row }: ReadRow): boolean => row.values['REC'] !== undefined && row.values['REC'] !== follows;
const isLast = ({ read, endedOn }: Episode): boolean => endedOn !== undefined && isEnd(read);

/** The reason for a move stands with the episode that it ended; the home's postcode is said again only when it has changed. */
function valuesOf({ row }: ReadRow, movedFrom: Episode | undefined): Readonly<Record<string, string>> {
  const { REASON_PLACE_CHANGE: _whyItEnded, HOME_POST: home, ...rest } = row.values;
  const before = movedFrom?.read.row.values;
  const why = before?.['REASON_PLACE_CHANGE'];
  return {
    ...rest,
    ...(why === undefined ? {} : { REASON_PLACE_CHANGE: why }),
    ...(home === undefined || home === before?.['HOME_POST'] ? {} : { HOME_POST: home }),
  };
}

function endOf({ row, days, unreadable }: ReadRow, begunOn: LocalDate, problems: Problem[]): LocalDate | undefined {
  const { DEC: written, REC: reason } = row.values;
  const endedOn = days['DEC'];
  if (endedOn !== undefined && endedOn < begunOn) {
    problems.push(problemAt(row, 'refused', 'DEC', `DEC is before DECOM, ${formatDate(begunOn)}; the end is not taken`));
    return undefined;
  }
  if (written === undefined && reason !== undefined && reason !== follows)
    problems.push(
      problemAt(row, 'refused', 'DEC', `REC ${reason.slice(0, 20)} says that care ceased, but DEC is not given; the end is not taken`),
    );
  if (unreadable.has('DEC') && reason !== undefined && reason !== follows)
    problems.push(
      problemAt(
        row,
        'note',
        'DEC',
        'care ceased on a day that cannot be read: until it is repaired the record shows the child as looked after',
      ),
    );
  if (endedOn !== undefined && reason === undefined)
    problems.push(problemAt(row, 'refused', 'REC', 'DEC is given without REC; the end is not taken'));
  return endedOn;
}

function tellOrder({ row }: ReadRow, begunOn: LocalDate, before: Episode | undefined, problems: Problem[]): void {
  if (before === undefined) return;
  const { endedOn } = before;
  const line = `line ${before.read.row.line}`;
  const hasUnreadableEnd = before.read.unreadable.has('DEC');
  if (endedOn === undefined && !hasUnreadableEnd)
    problems.push(problemAt(row, 'note', 'DECOM', `the episode before it (${line}) has no end; the two overlap`));
  if (endedOn !== undefined && endedOn > begunOn)
    problems.push(problemAt(row, 'note', 'DECOM', `the episode before it (${line}) ends on ${formatDate(endedOn)}; the two overlap`));
  if (endedOn !== undefined && endedOn < begunOn && !isLast(before))
    problems.push(
      problemAt(
        row,
        'note',
        'DECOM',
        `the episode before it (${line}) ends on ${formatDate(endedOn)}, and REC X1 says that another follows at once`,
      ),
    );
}

/** The record holds a period of care that began before this day and had not ended before it. */
function hasOpenPeriod(history: History, on: LocalDate): boolean {
  const start = history.findLast(({ step, happenedOn }) => step === 'periodOfCare' && happenedOn < on);
  if (start === undefined) return false;
  return !history.some(({ step, happenedOn }) => step === 'periodOfCareEnd' && happenedOn >= start.happenedOn && happenedOn < on);
}
