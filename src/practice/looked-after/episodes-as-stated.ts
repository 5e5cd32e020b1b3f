import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { anotherEpisodeFollows } from '../../vocabulary/ssda903.ts';
import { episodeColumns, type EpisodeOfCare, type ReasonForNewEpisode } from './episodes-of-care.ts';

/** What one row of episodes states, in steps of practice. `row`: its place among the rows given. */
export type StatedByEpisode = {
  readonly row: number;
  readonly step: 'periodOfCare' | 'legalStatus' | 'placement' | 'periodOfCareEnd';
  readonly happenedOn: LocalDate;
  readonly answers: Readonly<Record<string, unknown>>;
};

/** A value (or, without a column, a whole row) that cannot be taken, and why, in plain English. */
export type EpisodeRefused = { readonly row: number; readonly column?: string; readonly reason: string };

export type EpisodesStated = { readonly stated: readonly StatedByEpisode[]; readonly refused: readonly EpisodeRefused[] };

type Row = EpisodeOfCare & { readonly row: number };
/** The rows taken so far of one child, and what they said. */
type Work = {
  stated: StatedByEpisode[];
  refused: EpisodeRefused[];
  taken: Row | undefined;
};

/**
 * What one child’s rows of episodes state: the way back from `episodesOf`, so that rows read and written again are the same but for what is
 * refused here. Rows may come in any order. `known`: the episodes that the record already tells, so that a second year continues the first;
 * without them the rows of most children begin in the middle of a period of care (`beganEarlier`).
 */
export function statedByEpisodes(episodes: readonly EpisodeOfCare[], known: readonly EpisodeOfCare[] = []): EpisodesStated {
  const given = episodes.map((episode, row) => ({ ...episode, row }));
  const rest = known.filter((one) => !given.some((row) => row.startedOn === one.startedOn)).map((one) => ({ ...one, row: -1 }));
  const rows = [...given, ...rest].sort((a, b) => (a.startedOn === b.startedOn ? a.row - b.row : a.startedOn < b.startedOn ? -1 : 1));
  const work: Work = { stated: [], refused: [], taken: undefined };
  rows.forEach((row, index) => take(row.row < 0 ? endedByNext(row, rows[index + 1]) : row, rows[index + 1], work));
  finish(work);
  const ofGiven = ({ row }: { readonly row: number }) => row >= 0;
  return { stated: work.stated.filter(ofGiven), refused: work.refused.filter(ofGiven) };
}

/** An episode that the record has as open ended when the file says that another followed it. */
const endedByNext = (row: Row, next: Row | undefined): Row =>
  row.endedOn === undefined && next !== undefined && next.whyNew !== 'S'
    ? { ...row, endedOn: next.startedOn, whyEnded: anotherEpisodeFollows }
    : row;

function take(given: Row, next: Row | undefined, work: Work): void {
  const clash = clashOf(given, work.taken) ?? overtaken(given, next);
  if (clash !== undefined) return void work.refused.push({ row: given.row, reason: clash });
  const row = withoutUnfinishedEnd(given, work);
  const follows = work.taken?.whyEnded === anotherEpisodeFollows;
  work.taken = work.taken !== undefined && follows ? continueCare(row, work.taken, work) : beginCare(row, work);
  if (row.endedOn !== undefined && row.whyEnded !== anotherEpisodeFollows) endCare(row, work);
}

/** An open episode, or one that another follows, leaves no room for a row that does not follow it. */
function clashOf(row: Row, last: Row | undefined): string | undefined {
  if (last === undefined) return row.endedOn !== undefined && row.endedOn < row.startedOn ? endsBefore(row) : undefined;
  if (last.endedOn === undefined) return `the episode that began on ${last.startedOn} has not ended, so none can begin on ${row.startedOn}`;
  if (row.startedOn < last.endedOn)
    return `it begins on ${row.startedOn}, before the episode of ${last.startedOn} ended on ${last.endedOn}`;
  if (last.whyEnded === anotherEpisodeFollows && row.startedOn !== last.endedOn)
    return `the episode of ${last.startedOn} ended with X1 on ${last.endedOn}, so the next must begin on that day, not on ${row.startedOn}`;
  return row.endedOn !== undefined && row.endedOn < row.startedOn ? endsBefore(row) : undefined;
}

/** Of several changes on one day the last stands: the day cannot hold two episodes. */
const overtaken = (row: Row, next: Row | undefined): string | undefined =>
  next !== undefined && next.startedOn === row.startedOn && row.endedOn === row.startedOn
    ? `it began and ended on ${row.startedOn}, on which another episode begins: of several changes on one day the last stands`
    : undefined;

const endsBefore = (row: Row): string => `it ends on ${row.endedOn ?? ''}, before it begins on ${row.startedOn}`;

function withoutUnfinishedEnd(row: Row, work: Work): Row {
  if ((row.endedOn === undefined) === (row.whyEnded === undefined)) return row;
  const column = row.endedOn === undefined ? episodeColumns.whyEnded : episodeColumns.endedOn;
  const reason =
    row.endedOn === undefined
      ? `REC is ${row.whyEnded ?? ''}, but DEC is empty: an episode that has not ended has no reason for ending`
      : `DEC is ${row.endedOn}, but REC is empty: why the episode ended is not known`;
  work.refused.push({ row: row.row, column, reason });
  const { endedOn: _endedOn, whyEnded: _whyEnded, ...open } = row;
  return open;
}

const placementFacts = ['type', 'provider', 'postcode', 'urn', 'distanceMiles'] as const;
const isMove = (why: ReasonForNewEpisode | undefined): boolean => why !== undefined && 'PTBU'.includes(why);
const isStatus = (why: ReasonForNewEpisode | undefined): boolean => why !== undefined && 'LBU'.includes(why);
const only = (row: Row, names: readonly (keyof EpisodeOfCare)[]) =>
  Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
const say = (work: Work, row: Row, step: StatedByEpisode['step'], answers: StatedByEpisode['answers'], happenedOn = row.startedOn): void =>
  void work.stated.push({ row: row.row, step, happenedOn, answers });

/** The first row of a period, or of what the file tells of it. */
function beginCare(row: Row, work: Work): Row {
  const earlier = row.whyNew === 'S' ? {} : { beganEarlier: true };
  const status = isStatus(row.whyNew) ? [] : (['legalStatus'] as const);
  const facts = only(row, ['categoryOfNeed', 'homePostcode', ...status]);
  say(work, row, 'periodOfCare', { startedOn: row.startedOn, ...facts, ...earlier });
  if (isStatus(row.whyNew)) sayStatus(row, work);
  sayPlacement(row, work, row.whyNew === 'S' || isMove(row.whyNew) ? {} : { beganEarlier: true });
  return row;
}

/** A row that follows another on the day on which that one ended. @returns the row as it will be derived again */
function continueCare(row: Row, last: Row, work: Work): Row {
  const { status, move } = whatChanged(row, last, work);
  const kept = { ...last, ...(status ? only(row, ['legalStatus']) : {}), ...(move ? only(row, [...placementFacts, 'homePostcode']) : {}) };
  const placed = move ? Object.fromEntries(placementFacts.map((name) => [name, row[name]])) : {};
  const taken: Row = { ...row, ...only(kept, ['legalStatus', 'categoryOfNeed', 'homePostcode', ...placementFacts]), ...placed };
  if (status) sayStatus(row, work);
  if (move)
    sayPlacement(row, work, {
      ...only(last, ['reasonForMove']),
      ...(row.homePostcode === last.homePostcode ? {} : only(row, ['homePostcode'])),
    });
  else if (last.reasonForMove !== undefined)
    refuse(work, last, 'reasonForMove', 'a reason for a change of placement is given, but the placement did not change after this episode');
  refuseChanges(work, row, taken);
  return taken;
}

/** As RNE says; where it says nothing that can follow, as the other columns say. */
function whatChanged(row: Row, last: Row, work: Work): { readonly status: boolean; readonly move: boolean } {
  if (row.whyNew !== undefined && row.whyNew !== 'S') return { status: isStatus(row.whyNew), move: isMove(row.whyNew) };
  refuse(
    work,
    row,
    'whyNew',
    `RNE is ${row.whyNew ?? 'empty'}, but the episode follows another: what changed is taken from the other columns`,
  );
  const status = row.legalStatus !== last.legalStatus;
  return { status, move: !status || placementFacts.some((name) => row[name] !== last[name]) };
}

const sayStatus = (row: Row, work: Work): void =>
  say(work, row, 'legalStatus', { changedOn: row.startedOn, ...only(row, ['legalStatus']) });

function sayPlacement(row: Row, work: Work, more: Readonly<Record<string, unknown>>): void {
  const facts = only(row, [...placementFacts]);
  if (Object.keys(facts).length === 0) return;
  const same = row.whyNew === 'T' || row.whyNew === 'U' ? { sameCarers: true } : {};
  say(work, row, 'placement', { startedOn: row.startedOn, ...facts, ...same, ...more });
}

function endCare(row: Row, work: Work): void {
  if (row.reasonForMove !== undefined)
    refuse(work, row, 'reasonForMove', 'a reason for a change of placement is given, but the child ceased to be looked after');
  say(work, row, 'periodOfCareEnd', { endedOn: row.endedOn, reason: row.whyEnded }, row.endedOn);
}

/** What the last row promises and nothing follows. */
function finish({ taken, ...work }: Work): void {
  if (taken === undefined) return;
  const follows = taken.whyEnded === anotherEpisodeFollows;
  if (follows) {
    refuse(work, taken, 'endedOn', `REC is X1, but no episode begins on ${taken.endedOn ?? ''}`);
    refuse(work, taken, 'whyEnded', `REC is X1, but no episode begins on ${taken.endedOn ?? ''}`);
  }
  if (taken.reasonForMove !== undefined && (follows || taken.endedOn === undefined))
    refuse(work, taken, 'reasonForMove', 'a reason for a change of placement is given, but no other placement follows');
}

const refuse = (work: Pick<Work, 'refused'>, row: Row, name: keyof EpisodeOfCare, reason: string): void =>
  void work.refused.push({ row: row.row, column: episodeColumns[name], reason });

/** Values that the row gives and that its reason for a new episode says have not changed. */
function refuseChanges(work: Work, row: Row, taken: Row): void {
  for (const name of ['legalStatus', ...placementFacts, 'homePostcode', 'categoryOfNeed'] as const) {
    if (row[name] === taken[name]) continue;
    const why =
      name === 'categoryOfNeed'
        ? 'it belongs to the period of care and does not change in it'
        : `RNE is ${row.whyNew ?? 'empty'}, which leaves it as it was`;
    refuse(work, row, name, `${episodeColumns[name]} is ${row[name] ?? 'empty'}, and was ${taken[name] ?? 'empty'}: ${why}`);
  }
}
