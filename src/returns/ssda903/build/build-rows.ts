import { addMonths, ageAt, birthday, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { episodesOf, isBefore, lifeOf, periodAt, socialWorkerEpisodesOf, statementsOf } from '../../../practice/pathway.ts';
import { detailIn } from '../../details.ts';
import { isIn, isRunningIn, type Period } from '../../rule/period.ts';
import { answeredBy, cells, type BuiltRow, type TableName } from './built-row.ts';
import { outcomesIn } from './outcomes.ts';

/**
 * The rows of one child in the children looked after return of a year, from what stands in the record: of whoever was looked after on a day of it, and of
 * care leavers whose birthday was in it. Pure. What happened after the year is not looked at.
 */
export function buildRows(history: History, period: Period): readonly BuiltRow[] {
  const told = history.filter((one) => one.happenedOn <= period.to);
  const who = identityOf(history);
  const episodes = episodeRows(told, period);
  const isLookedAfter = episodes.length > 0;
  const others = [...(isLookedAfter ? whileLookedAfter(told, period) : []), ...leaverRows(told, lifeOf(history).bornOn, period)];
  if (!isLookedAfter && others.length === 0) return [];
  const header: BuiltRow = { table: 'header', cells: who.header };
  return [header, ...episodes, ...others].map((row) => ({ ...row, cells: { ...who.of(row.table), ...row.cells } }));
}

/** Details as last recorded; where there is no pupil number, its column gives the reason. */
function identityOf(history: History) {
  const detail = detailIn(history);
  const last = (name: string): unknown => detail(name)?.answers[name];
  const header = cells({
    CHILD: last('laChildId'),
    SEX: last('sex'),
    DOB: last('bornOn'),
    ETHNIC: last('ethnicity'),
    UPN: last('upn') ?? last('upnUnknown'),
    // Asked of girls alone: of whom nobody recorded that she is a mother, she is none.
    MOTHER: last('sex') === 'F' ? (last('mother') ?? false) : undefined,
    MC_DOB: last('ownChildBornOn'),
  });
  const { CHILD = '', SEX = '', DOB = '' } = header;
  return {
    header,
    of: (table: TableName) =>
      table === 'episodes' ? { CHILD } : table === 'uasc' || table === 'header' ? { CHILD, SEX, DOB } : { CHILD, DOB },
  };
}

const episodeRows = (told: History, period: Period): readonly BuiltRow[] =>
  episodesOf(told)
    .filter(({ startedOn, endedOn }) => isRunningIn(startedOn, endedOn, period))
    .map((one) => ({
      table: 'episodes',
      cells: cells({
        DECOM: one.startedOn,
        RNE: one.whyNew,
        LS: one.legalStatus,
        CIN: one.categoryOfNeed,
        PLACE: one.type,
        PLACE_PROVIDER: one.provider,
        DEC: one.endedOn,
        REC: one.whyEnded,
        REASON_PLACE_CHANGE: one.reasonForMove,
        HOME_POST: one.homePostcode,
        PL_POST: one.postcode,
        URN: one.urn,
      }),
    }));

const row = (table: TableName, ...statements: readonly (Statement | undefined)[]): BuiltRow => ({
  table,
  cells: Object.fromEntries(statements.flatMap((one) => Object.entries(answeredBy(one, table)))),
});

const whileLookedAfter = (told: History, period: Period): readonly BuiltRow[] => [
  ...reviews(told, period),
  ...unaccompanied(told, period),
  ...outcomesIn(told, period),
  ...adopted(told, period),
  ...pairs(told, { begins: 'adoptionDecision', ends: 'adoptionDecisionEnd', names: 'decision', table: 'placed_adoption' }, period),
  ...statementsOf('previousPermanence', told)
    .slice(-1)
    .map((one) => row('prev_perm', one)),
  ...pairs(told, { begins: 'missingEpisode', ends: 'returnFromMissing', names: 'episode', table: 'missing' }, period),
  ...socialWorkers(told, period),
];

/** Those that were held. One review may be of brothers and sisters: whoever was under four was so young (PN0), however the others took part. */
function reviews(told: History, period: Period): readonly BuiltRow[] {
  const { bornOn } = lifeOf(told);
  const isYoung = ({ source, happenedOn }: Statement): boolean =>
    source === undefined && bornOn !== undefined && happenedOn < birthday(bornOn, 4);
  return statementsOf('lookedAfterReview', told)
    .filter(({ happenedOn, answers }) => isIn(happenedOn, period) && answers['held'] !== false)
    .map((one) => {
      const held = row('reviews', one);
      return isYoung(one) ? { ...held, cells: { ...held.cells, REVIEW_CODE: 'PN0' } } : held;
    });
}

/** Of a child who is unaccompanied, or ceased to be in the year. */
const unaccompanied = (told: History, period: Period): readonly BuiltRow[] =>
  statementsOf('unaccompaniedChild', told)
    .slice(-1)
    .filter(({ answers }) => typeof answers['ceasedOn'] !== 'string' || answers['ceasedOn'] >= period.from)
    .map((one) => row('uasc', one));

/** Care that ended in an adoption in the year, with the match that led to it. */
const adopted = (told: History, period: Period): readonly BuiltRow[] =>
  told.some((one) => one.step === 'periodOfCareEnd' && isIn(one.happenedOn, period) && /^E1[12]$/.test(String(one.answers['reason'])))
    ? statementsOf('adoptionMatch', told)
        .slice(-1)
        .map((one) => row('ad1', one))
    : [];

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
    return isRunningIn(one.happenedOn, end?.happenedOn, period) ? [row(table, one, end)] : [];
  });
}

/** Asked since 2023-24. A worker of ours has no number here: the row says so by leaving it out. */
const socialWorkers = (told: History, period: Period): readonly BuiltRow[] =>
  period.to < '2024'
    ? []
    : socialWorkerEpisodesOf(told)
        .filter(({ startedOn, endedOn }) => isRunningIn(startedOn, endedOn, period) && periodAt(told, endedOn ?? period.to) !== undefined)
        .map((one) => ({
          table: 'social_worker',
          cells: cells({ SW_ID: one.socialWorker, SW_DECOM: one.startedOn, SW_DEC: one.endedOn, SW_REASON: one.reason }),
        }));

/** The ages at whose birthday a care leaver is told of. */
const [youngest, oldest] = [17, 21];

/** OC3: the contact nearest to the birthday in the year, from three months before it to one month after it. */
function leaverRows(told: History, bornOn: LocalDate | undefined, period: Period): readonly BuiltRow[] {
  if (bornOn === undefined) return [];
  const age = ageAt(bornOn, period.to);
  const on = birthday(bornOn, age);
  if (age < youngest || age > oldest || !isIn(on, period) || periodAt(told, on) !== undefined) return [];
  const near = { from: addMonths(on, -3), to: addMonths(on, 1) };
  const contacts = statementsOf('careLeaverContact', told).filter(({ happenedOn }) => isIn(happenedOn, near));
  const last = contacts.find(({ happenedOn }) => happenedOn >= on) ?? contacts.at(-1);
  return last === undefined ? [] : [row('oc3', last)];
}
