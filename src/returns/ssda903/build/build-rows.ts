import type { History, Statement } from '../../../kernel/step/history.ts';
import { birthday, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { isBefore, lifeOf, statementsOf } from '../../../practice/pathway.ts';
import { detailIn } from '../../details.ts';
import { isIn, isRunningIn, type Period } from '../../rule/period.ts';
import { builtRow, hasOrders, joined, rowFrom, type BuiltRow, type TableName } from './built-row.ts';
import { episodeRows } from './episode-rows.ts';
import { leaverRows } from './leaver-rows.ts';
import { isOfReturn } from './of-return.ts';
import { outcomesIn } from './outcomes.ts';
import { socialWorkerRows, type Registrations } from './social-worker-rows.ts';

/**
 * The rows of one child in the children looked after return of a year, from what stands in the record: of whoever was looked after on a day of it, and of
 * care leavers whose birthday was in it. Pure. What happened after the year is not looked at.
 */
export function buildRows(history: History, period: Period, registrations: Registrations): readonly BuiltRow[] {
  const told = history.filter((one) => one.happenedOn <= period.to);
  const episodes = episodeRows(told, period);
  const isLookedAfter = episodes.length > 0 || isInReturnOf(told, period);
  const others = [
    ...(isLookedAfter ? whileLookedAfter(told, period, registrations) : []),
    ...leaverRows(
      history.filter((one) => one.happenedOn <= period.to || one.step === 'personDetails'),
      lifeOf(history).bornOn,
      period,
    ),
  ];
  if (!isLookedAfter && others.length === 0) return [];
  const who = identityOf(history, period, isLookedAfter);
  return [who.header, ...[...episodes, ...others].map((row) => joined(who.of(row.table), row))];
}

/** A return of this very year told of the child, without an episode, as looked after for all of it (OC2): so it is written again, for the rules to find. */
const isInReturnOf = (told: History, period: Period): boolean =>
  told.some((one) => one.step === 'outcomesOfTheYear' && isOfReturn(one, period));

/** Details as last recorded; where there is no pupil number, its column gives the reason. */
function identityOf(history: History, period: Period, isLookedAfter: boolean) {
  const detail = detailIn(history);
  const last = (name: string) => [detail(name)?.answers[name], detail(name)] as const;
  const isAsked = isLookedAfter && last('sex')[0] === 'F';
  const isBlankInReturn = isOfReturn(statementsOf('personDetails', history).at(-1), period);
  const header = builtRow('header', {
    CHILD: last('laChildId'),
    SEX: last('sex'),
    DOB: last('bornOn'),
    ETHNIC: last('ethnicity'),
    UPN: detail('upn') === undefined ? last('upnUnknown') : last('upn'),
    // Asked of girls in care alone: of whom nobody recorded that she is a mother, she is none. A return of this year that left it blank is written as it is.
    ...(isAsked ? { MOTHER: [detail('mother')?.answers['mother'] ?? (isBlankInReturn ? undefined : false), detail('mother')] } : {}),
    ...(isAsked ? { MC_DOB: last('ownChildBornOn') } : {}),
  });
  return { header, of: (table: TableName) => only(header, identifying[table] ?? ['CHILD', 'DOB']) };
}

const identifying: Partial<Record<TableName, readonly string[]>> = { episodes: ['CHILD'], uasc: ['CHILD', 'SEX', 'DOB'] };

const only = ({ cells, from }: BuiltRow, columns: readonly string[]) => ({
  cells: Object.fromEntries(Object.entries(cells).filter(([column]) => columns.includes(column))),
  from: Object.fromEntries(Object.entries(from).filter(([column]) => columns.includes(column))),
});

const whileLookedAfter = (told: History, period: Period, registrations: Registrations): readonly BuiltRow[] => [
  ...reviews(told, period),
  ...unaccompanied(told, period),
  ...outcomesIn(told, period),
  ...adopted(told, period),
  ...pairs(told, { begins: 'adoptionDecision', ends: 'adoptionDecisionEnd', names: 'decision', table: 'placed_adoption' }, period),
  ...statementsOf('previousPermanence', told)
    .slice(-1)
    .map((one) => rowFrom('prev_perm', one)),
  ...pairs(told, { begins: 'missingEpisode', ends: 'returnFromMissing', names: 'episode', table: 'missing' }, period),
  ...socialWorkerRows(told, period, registrations),
  ...(hasOrders(period) ? ordersIn(told, period) : []),
];

/** Orders that let the child be deprived of liberty on a day of the year: until the day on which each ended, else as the court named it. */
const ordersIn = (told: History, period: Period): readonly BuiltRow[] =>
  statementsOf('deprivationOfLibertyOrder', told)
    .filter(({ happenedOn, answers }) => isRunningIn(happenedOn, dayIn(answers['endedOn']) ?? dayIn(answers['until']), period))
    .map((one) => rowFrom('deprivation_of_liberty_order', one));

const dayIn = (value: unknown): LocalDate | undefined => (typeof value === 'string' && isDate(value) ? value : undefined);

/** Those that were held. One review may be of brothers and sisters: whoever was under four was so young (PN0), however the others took part. */
function reviews(told: History, period: Period): readonly BuiltRow[] {
  const { bornOn } = lifeOf(told);
  const isYoung = ({ source, happenedOn }: Statement): boolean =>
    source === undefined && bornOn !== undefined && happenedOn < birthday(bornOn, 4);
  return statementsOf('lookedAfterReview', told)
    .filter(({ happenedOn, answers }) => isIn(happenedOn, period) && answers['held'] !== false)
    .map((one) => {
      const held = rowFrom('reviews', one);
      return isYoung(one) ? joined(held, builtRow('reviews', { REVIEW_CODE: ['PN0', one, detailIn(told)('bornOn')] })) : held;
    });
}

/** Of a child who is unaccompanied, or ceased to be in the year. */
const unaccompanied = (told: History, period: Period): readonly BuiltRow[] =>
  statementsOf('unaccompaniedChild', told)
    .slice(-1)
    .filter(({ answers }) => typeof answers['ceasedOn'] !== 'string' || answers['ceasedOn'] >= period.from)
    .map((one) => rowFrom('uasc', one));

/** Care that ended in an adoption in the year, with the match that led to it. */
const adopted = (told: History, period: Period): readonly BuiltRow[] =>
  told.some((one) => one.step === 'periodOfCareEnd' && isIn(one.happenedOn, period) && /^E1[12]$/.test(String(one.answers['reason'])))
    ? statementsOf('adoptionMatch', told)
        .slice(-1)
        .map((one) => matched(one, told))
    : [];

/** When it was decided that the child should be placed is said by that decision, unless the match says it. A match that a return told is written as it is. */
function matched(match: Statement, told: History): BuiltRow {
  const row = rowFrom('ad1', match);
  const decided = statementsOf('adoptionDecision', told).findLast(({ happenedOn }) => happenedOn <= match.happenedOn);
  const isSaid = match.source !== undefined || match.answers['adoptionDecidedOn'] !== undefined;
  return isSaid || decided === undefined ? row : joined(row, builtRow('ad1', { DATE_INT: [decided.answers['decidedOn'], decided] }));
}

type Pair = { readonly begins: string; readonly ends: string; readonly names: string; readonly table: TableName };

/** What began and its end, which may name it, in one row. */
function pairs(told: History, { begins, ends, names, table }: Pair, period: Period): readonly BuiltRow[] {
  const begun = statementsOf(begins, told);
  return begun.flatMap((one, n) => {
    const next = begun[n + 1];
    const end = statementsOf(ends, told).find((last) =>
      last.answers[names] === undefined
        ? isBefore(one, last) && (next === undefined || last.happenedOn <= next.happenedOn)
        : last.answers[names] === one.entry,
    );
    return isRunningIn(one.happenedOn, end?.happenedOn, period) ? [rowFrom(table, one, end)] : [];
  });
}
