import { dayInEngland, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { dueTimeOf, stateOf, type Clock } from '../../kernel/step/clock.ts';
import { warningsOn } from '../../practice/pathway.ts';
import type { Standing } from '../../kernel/derivation/derivation.ts';
import type { NumberedChild } from '../../record/emergency-copies.ts';
import { categoriesOfAbuse, sexes } from '../../vocabulary/cin.ts';
import { legalStatuses, placementTypes } from '../../vocabulary/ssda903.ts';

/** What somebody who must act tonight needs to know of a child. Dates are days in England; words are as they were recorded. */
export type CopiedChild = {
  readonly name: string;
  readonly bornOn?: LocalDate;
  readonly expectedOn?: LocalDate;
  readonly diedOn?: LocalDate;
  readonly sex?: string;
  readonly onPlanSince?: LocalDate;
  readonly category?: string;
  readonly lookedAfterSince?: LocalDate;
  readonly legalStatus?: string;
  /** The day from which a child is missing: nothing about them is more urgent. */
  readonly missingSince?: LocalDate;
  readonly where: string;
  readonly worker?: string;
  readonly team?: string;
  readonly warnings: readonly { readonly title: string; readonly words: string; readonly from: LocalDate; readonly source?: string }[];
  readonly lastSeenOn?: LocalDate;
  readonly seenNotInSource?: true;
  /** Limits that run, the first due first. */
  readonly due: readonly { readonly title: string; readonly on: LocalDate }[];
};

/** The names by which a list's ids are read. */
export type CopyNames = {
  readonly members: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  /** Title by rule and version. */
  readonly rules: ReadonlyMap<string, string>;
};

const given = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value });
const coded = (codes: Readonly<Record<string, string>>, value: string | undefined): string | undefined =>
  value === undefined ? undefined : (codes[value] ?? value);

/** What whoever made the copy may not read is not in it, and that is said: what is not there would be taken for not so. */
const unread = {
  title: 'Not everything is in this copy',
  words: 'Some of what is recorded of this child could not be read by whoever made the copy: ask the worker.',
};

/** A child of a list as a copy shows it at the instant at which it is made. */
export function copiedChild({ standing, clocks }: NumberedChild, names: CopyNames, at: Date): CopiedChild {
  const { name, bornOn, expectedOn, diedOn, onPlanSince, lastSeenOn } = standing;
  const today = dayInEngland(at);
  return {
    name,
    where: whereOf(standing, today),
    warnings: [
      ...warningsOn(standing, today).map(({ title, words, from, source }) => ({ title, words, from, ...given('source', source) })),
      ...(standing.unread === true ? [{ ...unread, from: today }] : []),
    ],
    due: clocks
      .filter((clock) => ['late', 'dueSoon', 'inTime'].includes(stateOf(clock, today, at)))
      .map((clock) => ({ title: `${names.rules.get(`${clock.rule} ${clock.version}`) ?? clock.rule}${byTime(clock)}`, on: clock.dueOn }))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    ...given('bornOn', bornOn),
    ...given('expectedOn', bornOn === undefined ? expectedOn : undefined),
    ...given('diedOn', diedOn),
    ...given('sex', coded(sexes, standing.sex)),
    ...given('onPlanSince', onPlanSince),
    ...given('category', coded(categoriesOfAbuse, standing.category)),
    ...given('lookedAfterSince', standing.lookedAfterSince),
    ...given('legalStatus', coded(legalStatuses, standing.legalStatus)),
    ...given('missingSince', standing.missingSince),
    ...given('worker', standing.worker === undefined ? undefined : names.members.get(standing.worker)),
    ...given('team', standing.team === undefined ? undefined : names.teams.get(standing.team)),
    ...(standing.visitsNotInSource === true ? { seenNotInSource: true } : given('lastSeenOn', lastSeenOn)),
  };
}

/** " (by 09:00)" of a limit in hours that passes within its day. */
function byTime(clock: Clock): string {
  const time = dueTimeOf(clock);
  return time === undefined ? '' : ` (by ${time})`;
}

/** Where the child lives, as far as the record says: in a placement, else at home. */
function whereOf(standing: Standing, today: LocalDate): string {
  const { lookedAfterSince, placementType, placementSince, placedWith, placementPostcode } = standing;
  if (lookedAfterSince === undefined) return homeOf(standing, today);
  const kind = coded(placementTypes, placementType) ?? 'No placement recorded';
  const since = placementSince === undefined ? '' : `, since ${formatDate(placementSince)}`;
  const what = placedWith === undefined ? `${kind}${since}` : `${placedWith} (${kind}${since})`;
  return placementPostcode === undefined ? what : `${what}\n${placementPostcode}`;
}

function homeOf({ livesAt, livesThereUntil, addressIsConfidential, unread: isUnread }: Standing, today: LocalDate): string {
  if (livesThereUntil !== undefined && livesThereUntil < today) return `Not recorded since ${formatDate(livesThereUntil)}`;
  if (addressIsConfidential === true) return 'A confidential address, which is not copied: ask the worker';
  return livesAt ?? (isUnread === true ? 'Not in this copy' : 'Not recorded');
}
