import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import type { DayTable } from '../of-a-day.ts';
import { cpIsHeads, flaggedChild, type About, type Flag, type FlaggedChild } from './extract.ts';

/** Who is flagged on a day, each with the number under which the NHS knows them: of an unborn child, the mother's. */
export async function flaggedOn(on: LocalDate, told: AsyncIterable<About>): Promise<readonly FlaggedChild[]> {
  const numbers = new Map<string, string>();
  const children: FlaggedChild[] = [];
  for await (const about of told) {
    const number = numberIn(about.history);
    if (number !== undefined) numbers.set(about.person, number);
    const child = flaggedChild(about, on);
    if (child !== undefined) children.push(child);
  }
  return children.map((child) => {
    const number = child.nhsNumber ?? (child.mother === undefined ? undefined : numbers.get(child.mother));
    return number === undefined ? child : { ...child, nhsNumber: number };
  });
}

const numberIn = (history: History): string | undefined => {
  const one = history.findLast(({ answers }) => typeof answers['nhsNumber'] === 'string')?.answers['nhsNumber'];
  return typeof one === 'string' ? one : undefined;
};

type Row = readonly (string | undefined)[];

const rowOf = (child: FlaggedChild, flag: Flag, authority: number): Row => [
  child.nhsNumber,
  child.localId,
  child.familyName,
  child.givenName,
  child.bornOn,
  child.expectedOn,
  flag.type,
  flag.startedOn,
  flag.endedOn,
  String(authority).padStart(3, '0'),
];

/** What is shared of one child, flag by flag, each column with the entries that say it. The number of the mother of an unborn child stands in her own record. */
export const cpIsSaid = (
  child: FlaggedChild,
  authority: number,
): readonly (readonly [column: string, value: string, from: readonly string[]])[][] =>
  child.flags.map((flag) => {
    const { from } = child;
    const because: Readonly<Record<string, readonly string[] | undefined>> = {
      NHS_NUMBER: from['nhsNumber'],
      LOCAL_ID: from['localId'],
      FAMILY_NAME: from['familyName'],
      GIVEN_NAME: from['givenName'],
      DATE_OF_BIRTH: from['bornOn'],
      EXPECTED_DATE_OF_BIRTH: from['expectedOn'],
      PLAN_TYPE: [...flag.from.slice(0, 1), ...(flag.type === 'LAC' ? [] : (from['bornOn'] ?? []))],
      PLAN_START_DATE: flag.from.slice(0, 1),
      PLAN_END_DATE: flag.from.slice(1),
    };
    const isHers = child.nhsNumber === undefined && child.mother !== undefined;
    const row = rowOf(isHers ? { ...child, nhsNumber: 'The mother’s, as in her record' } : child, flag, authority);
    return cpIsHeads.flatMap((column, n) => {
      const value = row[n];
      return value === undefined ? [] : [[column, value, (isHers && n === 0 ? from['mother'] : because[column]) ?? []] as const];
    });
  });

type Flagged = { readonly child: FlaggedChild; readonly flag: Flag };

const each = (children: readonly FlaggedChild[]): readonly Flagged[] =>
  children.flatMap((child) => child.flags.map((flag) => ({ child, flag })));

/** Known to the NHS by a number, and to the authority by its own: without either a child is told of nobody. */
const canBeSent = ({ nhsNumber, localId }: FlaggedChild): boolean => nhsNumber !== undefined && localId !== undefined;

/** What is shared, and whom it cannot be shared of: without a number nobody in a hospital finds the child. */
export function cpIsTables(children: readonly FlaggedChild[], authority: number): readonly DayTable[] {
  const [known, unknown] = [children.filter(canBeSent), children.filter((one) => !canBeSent(one))];
  return [
    { name: 'cp-is', heads: cpIsHeads, rows: each(known).map(({ child, flag }) => rowOf(child, flag, authority)) },
    {
      name: 'cp-is-without-nhs-number',
      heads: [...cpIsHeads, 'WHAT_IS_MISSING'],
      rows: each(unknown).map(({ child, flag }) => [...rowOf(child, flag, authority), missing(child)]),
    },
  ];
}

const missing = (child: FlaggedChild): string =>
  [
    ...(child.localId === undefined ? ['The number under which the authority returns the child: record it in the personal details'] : []),
    ...(child.nhsNumber === undefined ? [missingNumber(child)] : []),
  ].join('. ');

const missingNumber = ({ bornOn }: FlaggedChild): string =>
  bornOn === undefined
    ? 'The NHS number of the mother: record her as the mother, and her number in her details'
    : 'The NHS number of the child: record it in the personal details';

/**
 * What has changed from what was known before: NEW, CHANGED, or REMOVED where it was recorded by mistake. What ended is CHANGED, with its end; what ended
 * more than a year ago leaves without a word.
 */
export function cpIsChanges(before: readonly FlaggedChild[], now: readonly FlaggedChild[], authority: number): DayTable {
  const [old, current] = [keyed(before), keyed(now)];
  const rows: (readonly (string | undefined)[])[] = [];
  for (const [key, { child, flag }] of current) {
    const was = old.get(key);
    const row = rowOf(child, flag, authority);
    if (!canBeSent(child)) continue;
    if (was === undefined || !canBeSent(was.child)) rows.push(['NEW', ...row]);
    else if (JSON.stringify(rowOf(was.child, was.flag, authority)) !== JSON.stringify(row)) rows.push(['CHANGED', ...row]);
  }
  for (const [key, { child, flag }] of old) {
    const still = current.get(key);
    if (canBeSent(child) && flag.endedOn === undefined && (still === undefined || !canBeSent(still.child)))
      rows.push(['REMOVED', ...rowOf(child, flag, authority)]);
  }
  return { name: 'cp-is-changes', heads: ['ACTION', ...cpIsHeads], rows };
}

const keyed = (children: readonly FlaggedChild[]): ReadonlyMap<string, Flagged> =>
  new Map(each(children).map((one) => [`${one.child.person} ${one.flag.key}`, one]));
