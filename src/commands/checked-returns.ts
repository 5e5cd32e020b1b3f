import { setTimeout as wait } from 'node:timers/promises';
import { addDays, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { beforeEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import { derivation } from '../practice/pathway.ts';
import { authorities } from '../record/members.ts';
import { checkReturnsOf, checkSomeReturns, signedReturns, type ReturnCheck } from '../record/returns.ts';
import { censusSteps } from '../returns/cin-census/build/census-return.ts';
import { checkChild, checkingOn } from '../returns/cin-census/build/check-child.ts';
import { checkingLookedAfterOn, checkLookedAfter } from '../returns/ssda903/build/check-looked-after.ts';
import { lookedAfterSteps } from '../returns/ssda903/build/return-set.ts';
import type { KnownPlaces } from '../returns/ssda903/build/check-looked-after.ts';
import { keptFindings, rulesVersion, type ReturnRules } from '../returns/kept-findings.ts';
import { namedIn, namingSteps } from '../returns/who-mends.ts';
import { whichYear, type WhichYear } from '../returns/rule/period.ts';
import type { Change, WebParts } from '../web/parts.ts';
import { everyMinute } from './every-minute.ts';
import { noPlaces, placesIn, type Places } from './known-places.ts';
import type { Opened } from './open.ts';

/** Twice as long nothing as was looked: the pages come first. */
const restFor = 2;
const together = 1_000;

/** Until 31 July both collections of the year just over are open: what is late is put right then. */
const lastDayOpen = '07-31';

/** What the rules of this year's returns find in each record as it stands today; and those of the year just over, until it is signed or its collection is closed. */
function checkOf(now: Date, known: KnownPlaces | undefined, version: string): (signed: ReadonlySet<string>) => ReturnCheck {
  const today = dayInEngland(now);
  const which = whichYear(today);
  const over = yearJustOver(which, today);
  const current = [censusIn(which), lookedAfterIn(which, known)];
  const late =
    over === undefined
      ? []
      : ([
          ['cin', ofYear(over, censusIn(over))],
          ['ssda903', ofYear(over, lookedAfterIn(over, known))],
        ] as const);
  return (signed) => {
    const open = late.filter(([of]) => !signed.has(`${of} ${over?.year}`));
    const returns = [...current, ...open.map(([, rules]) => rules)];
    return {
      derivation,
      steps: [...new Set([...censusSteps, ...lookedAfterSteps, ...namingSteps])],
      named: namedIn,
      asked: [
        which.year,
        today,
        rulesVersion,
        ...(known === undefined ? [] : [version]),
        ...open.map(([of]) => `${of} ${over?.year}`),
      ].join(' '),
      find: (record, before) => keptFindings(record, returns, { before, today }),
    };
  };
}

function yearJustOver({ period: { from } }: WhichYear, today: LocalDate): WhichYear | undefined {
  if (today.slice(5) > lastDayOpen || today.slice(5) < from.slice(5)) return undefined;
  const before = whichYear(addDays(from, -1));
  return before.period.to < from ? before : undefined;
}

function censusIn(which: WhichYear): ReturnRules {
  const on = checkingOn(which);
  return { from: which.period.from, findOn: (day) => (history) => checkChild(history, on(day)) };
}

function lookedAfterIn(which: WhichYear, known: KnownPlaces | undefined): ReturnRules {
  const on = checkingLookedAfterOn(which, known);
  return { from: which.period.from, findOn: (day) => (history) => checkLookedAfter(history, on(day)) };
}

const ofYear = ({ year }: WhichYear, rules: ReturnRules): ReturnRules => ({ ...rules, year });

type Manner = {
  readonly rest?: (took: number) => Promise<void>;
  readonly isStopping?: () => boolean;
  /** The reference data, if there are some. */
  readonly places?: Places;
};
type CheckFor = (signed: ReadonlySet<string>) => ReturnCheck;

/** What is asked of each authority on a day; where nothing is known of its place, the same of all. */
function checksOn(now: Date, { of, version }: Places): (authority: number) => CheckFor {
  const made = new Map<string, CheckFor>();
  return (authority) => {
    const known = of(authority);
    const key = known?.authority ?? '';
    const check = made.get(key) ?? checkOf(now, known, version);
    made.set(key, check);
    return check;
  };
}
type Looking = Pick<Opened, 'app' | 'owner'>;

/** Looks at every record that has grown since it was looked at, or was looked at on another day. */
export async function lookAtReturns(
  { app, owner }: Looking,
  now: Date,
  { rest = () => Promise.resolve(), isStopping = () => false, places = noPlaces }: Manner = {},
): Promise<void> {
  const checkFor = checksOn(now, places);
  for (const { authority } of await authorities(app)) {
    const check = checkFor(authority)(await signedReturns(owner, authority));
    for (let looked = 1; looked > 0 && !isStopping();) {
      const begun = performance.now();
      looked = await checkSomeReturns(owner, authority, check);
      if (looked > 0) await rest(performance.now() - begun);
    }
  }
}

/** The same of these alone: by authority, those of whom changes told. */
export async function lookAtThose(
  { owner }: Looking,
  now: Date,
  people: Told['people'],
  { rest = () => Promise.resolve(), places = noPlaces }: Pick<Manner, 'rest' | 'places'> = {},
): Promise<void> {
  const [checkFor, begun] = [checksOn(now, places), performance.now()];
  for (const [authority, some] of people)
    await checkReturnsOf(owner, authority, checkFor(authority)(await signedReturns(owner, authority)), [...some]);
  await rest(performance.now() - begun);
}

type Told = { readonly people: ReadonlyMap<number, ReadonlySet<string>>; readonly isOfAnybody: boolean };

/** Of whom changes told since it was last asked, by authority; or that one does not say of whom. */
function toldBy(changes: WebParts['changes'], heard: () => void): { readonly leave: () => void; readonly take: () => Told } {
  let people = new Map<number, Set<string>>();
  let isOfAnybody = false;
  const hear = ({ authority, people: some = null, staff }: Change): void => {
    if (staff === true) return;
    if (authority === null || some === null) isOfAnybody = true;
    else people.set(authority, new Set([...(people.get(authority) ?? []), ...some]));
    heard();
  };
  const take = (): Told => {
    const told = { people, isOfAnybody };
    [people, isOfAnybody] = [new Map(), false];
    return told;
  };
  return { leave: changes.subscribe(hear), take };
}

/**
 * While pages are served: a record that grows is looked at by the rules of the return, a moment after it was saved and never before; all of them at the
 * start, on a new day, and where a change does not say of whom it is. Nobody waits for it, and it stops nobody from recording anything.
 */
export function keepReturnsChecked(
  opened: Looking,
  changes: WebParts['changes'],
  log: Log,
  reference?: string,
): { readonly stop: () => Promise<void> } {
  let isStopping = false;
  const stopping = new AbortController();
  const rest = async (took: number): Promise<void> => void (await wait(isStopping ? 0 : took * restFor));
  let lookedOn: LocalDate | undefined;
  let askedWith = '';
  const look = async (): Promise<void> => {
    // Many save at once: they are looked at together, a second later.
    await wait(together, undefined, { signal: stopping.signal }).catch(() => {});
    if (isStopping) return;
    const [now, { people, isOfAnybody }] = [new Date(), told.take()];
    const places = await placesIn(reference);
    const isOfAll = isOfAnybody || lookedOn !== dayInEngland(now) || askedWith !== places.version;
    if (askedWith !== places.version && places.problem !== undefined) log.warning('reference-not-read', places.problem);
    askedWith = places.version;
    // If this fails, some are not looked at: next time all are.
    lookedOn = undefined;
    if (isOfAll) await lookAtReturns(opened, now, { rest, isStopping: () => isStopping, places });
    else if (people.size > 0) await lookAtThose(opened, now, people, { rest, places });
    lookedOn = dayInEngland(now);
  };
  const told = toldBy(changes, () => kept.now());
  const kept = everyMinute(look, (error) =>
    log.fault('returns-not-checked', 'Records could not be looked at by the rules of the returns; trying again in a minute.', error),
  );
  const hurry = async (): Promise<void> => {
    isStopping = true;
    stopping.abort();
    told.leave();
  };
  const takeBack = beforeEnding(hurry);
  return { stop: () => hurry().then(kept.stop).finally(takeBack) };
}
