import { addDays, ageAt, birthday, daysBetween, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import type { CarePlot } from '../care-plots.ts';
import { chanceFrom, idFrom } from '../chance.ts';
import { drifts, managerOn, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { carers, homes, kin, supported } from '../words/care.ts';
import type { Stay } from './care-visits.ts';

/** One placement as it is to be stated, and the visits that follow from it. */
export type Placed = Stay & { readonly isTemporary: boolean; readonly answers: Readonly<Record<string, unknown>> };

/** Under which power they are looked after when it begins. */
export function statusOf({ n }: Pick<Telling, 'n'>, { isUnaccompanied, isEarlier, setting, ended }: CarePlot): 'V2' | 'C1' | 'C2' | 'L2' {
  if (isUnaccompanied) return 'V2';
  if (isEarlier || setting === 'atHome') return n % 7 === 3 && setting !== 'atHome' ? 'V2' : 'C2';
  if (ended?.how === 'home' || n % 3 === 1) return 'V2';
  return n % 11 === 2 ? 'L2' : 'C1';
}

const moveReasons = ['CARPL', 'CREQB', 'CREQO', 'CHILD', 'CLOSE', 'STAND', 'CARPL'] as const;

/** Where they lived, from the first day until the last. */
export function placements(telling: Telling, plot: CarePlot, startedOn: LocalDate, until: LocalDate): readonly Placed[] {
  const { chance } = telling;
  const whole = daysBetween(startedOn, until);
  const room = Math.floor(whole / (plot.moves + 1));
  const grown = plot.setting === 'supported' ? sixteenth(telling, startedOn, until) : undefined;
  const moves =
    grown !== undefined
      ? [grown]
      : Array.from({ length: room < 25 ? 0 : plot.moves }, (_, move) =>
          workingDayBefore(addDays(startedOn, (move + 1) * room - chance.between(0, 12))),
        );
  const begins = [startedOn, ...moves];
  return begins.map((from, turn): Placed => {
    const isFirst = turn === 0;
    const setting = lawfulFor(telling, isFirst || turn === begins.length - 1 ? plot.setting : 'fostering', from);
    const beganEarlier = isFirst && plot.isEarlier;
    const isTemporary = setting === 'kinship' && isFirst && !plot.isEarlier && plot.beganAgo < 110;
    const answers = {
      startedOn: from,
      ...homeOf(telling, setting, { isTemporary, turn }),
      ...(isFirst ? {} : { reasonForMove: chance.oneOf(moveReasons) }),
      ...(beganEarlier ? { beganEarlier: true } : {}),
    };
    return { from, until: begins[turn + 1] ?? until, beganEarlier, isLongTerm: setting === 'longTerm', isTemporary, answers };
  });
}

const birthOf = ({ children }: Telling): LocalDate | undefined => children[0]?.bornOn;

/** Nobody under 16 lives in supported accommodation (regulation 27A): until then they are fostered. */
function lawfulFor(telling: Telling, setting: CarePlot['setting'], on: LocalDate): CarePlot['setting'] {
  const bornOn = birthOf(telling);
  return setting === 'supported' && (bornOn === undefined || ageAt(bornOn, on) < 16) ? 'fostering' : setting;
}

/** The working day on or after the sixteenth birthday, if it is in this time: they move then. */
function sixteenth(telling: Telling, from: LocalDate, until: LocalDate): LocalDate | undefined {
  const bornOn = birthOf(telling);
  const day = bornOn === undefined ? from : workingDayAfter(birthday(bornOn, 16));
  return day > from && day < until ? day : undefined;
}

type Home = { readonly isTemporary: boolean; readonly turn: number };

/** No two of their homes have one postcode. */
function homeOf(telling: Telling, setting: CarePlot['setting'], { isTemporary, turn: move }: Home): Readonly<Record<string, unknown>> {
  const { chance, n, turn } = telling;
  const near = { postcode: `NR${1 + ((n * 5) % 20)} ${1 + ((n + move) % 9)}QD`, distanceMiles: chance.between(1, 190) / 10, area: 'here' };
  const agency = chance.happens(0.3);
  const fostered = {
    carers: turn(carers),
    provider: agency ? 'PR4' : 'PR1',
    ...near,
    ...(agency || n % 3 !== 0 ? {} : { carersFile: idFrom('foster carers', n, move) }),
  };
  switch (setting) {
    case 'longTerm':
      return { type: 'U4', expectation: 'untilEighteen', ...fostered };
    case 'kinship':
      return isTemporary
        ? { type: 'U3', carers: turn(kin), provider: 'PR1', footing: 'temporarilyApproved', expectation: 'shortTerm', ...near }
        : { type: 'U3', carers: turn(kin), provider: 'PR1', footing: 'approved', expectation: 'shortTerm', ...near };
    case 'residential':
      return {
        type: 'K2',
        carers: turn(homes),
        provider: 'PR4',
        urn: `SC${400_100 + (n % 40)}`,
        ...near,
        distanceMiles: chance.between(40, 900) / 10,
        area: 'atDistance',
      };
    case 'supported':
      return { type: 'K3', carers: turn(supported), provider: 'PR5', ...near };
    case 'atHome':
      return { type: 'P1', carers: 'Mother, under the care order', provider: 'PR0', footing: 'approved', ...near, distanceMiles: 0 };
    case 'fostering':
      return { type: 'U6', expectation: 'shortTerm', ...fostered };
  }
}

/** The placement, and the plan for it. */
export function place(telling: Telling, { from, beganEarlier, answers }: Placed): void {
  const { chance } = telling;
  const placement = say(telling, { step: 'placement', on: from, shared: answers });
  if (answers['area'] === 'atDistance' && !beganEarlier) approveDistance(telling, from, placement);
  if (beganEarlier || placement === undefined) return;
  const isLate = drifts(telling, from, 0.08, 0.28);
  const madeOn = addWorkingDays(from, isLate ? chance.between(6, 13) : chance.between(0, 5));
  const shared = { madeOn, placement, delegatedAuthority: 'Haircuts, day trips, sleepovers with friends of school.' };
  say(telling, { step: 'placementPlan', on: madeOn, shared });
}

/** Approved by the director before it; of some the authority there is told late. By a chance of its own. */
function approveDistance(telling: Telling, from: LocalDate, placement: string | undefined): void {
  const chance = chanceFrom(telling.n * 6_367 + 29);
  const isLate = chance.happens(0.15);
  const state = (doneOn: LocalDate, done: readonly string[], named: object): void => {
    const shared = { doneOn, done, ...named };
    say(telling, { step: 'outOfAreaPlacement', on: doneOn, by: managerOn(telling, doneOn), shared });
  };
  state(workingDayBefore(addDays(from, -1)), isLate ? ['approvedByDirector'] : ['approvedByDirector', 'areaAuthorityTold'], {});
  if (isLate && placement !== undefined) state(addWorkingDays(from, chance.between(3, 12)), ['areaAuthorityTold'], { placement });
}
