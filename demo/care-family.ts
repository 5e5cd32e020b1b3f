import { addDays, addMonths, eighteenthBirthday, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { carePlot, endedPlot, type CarePlot } from './care-plots.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { asFamily, begin, tellingOf, type Setting } from './family.ts';
import { introduce } from './stories/front-door.ts';
import { tellGuardianship } from './stories/guardianship.ts';
import { careDay, tellInCare } from './stories/in-care.ts';
import { tellLeftEarlier } from './stories/leaving-care.ts';
import { askForRecord } from './stories/subject-access.ts';
import { warn } from './stories/warnings.ts';
import { daysAgo, managerOn, say, workingDayBefore, type DemoFamily, type Telling } from './telling.ts';
import { arrivals } from './words/names.ts';
import { themes, themesOfTeam, type Theme } from './words/themes.ts';

/** Somebody who arrived alone: the police, a port or a court tells of them, and there is no parent to assess. */
const arrival: Theme = {
  ...themesOfTeam.exploitation,
  sources: ['6', '6', '7', '8'],
  primaryNeed: 'N8',
};

type Ages = readonly [number, number];

function agesOf({ isUnaccompanied, isAdolescent, isEarlier, setting, beganAgo }: CarePlot, size: number): Ages {
  // Supported accommodation is for those who are 16 or 17 today.
  if (setting === 'supported') return [16.1 - beganAgo / 365, 17.2 - beganAgo / 365];
  // At the beginning of the record: whoever has been in care since is two years older today.
  if (isUnaccompanied) return isEarlier ? [13.4, 15.2] : [14.2, 15.6];
  if (isAdolescent) return isEarlier ? [11, 15.2] : [12, 15.6];
  const oldest = size > 3 ? 5 : size > 1 ? 8 : isEarlier ? 13 : 12;
  return [0.1, oldest];
}

type Told = { readonly n: number; readonly plot: CarePlot; readonly size: number; readonly chance: Chance };

function careTelling(setting: Setting, { n, plot, size, chance }: Told, ages: Ages, oldest?: number): Telling {
  const { front } = begin(setting, n, plot.area);
  const { isUnaccompanied, isDisabled } = plot;
  const theme = isUnaccompanied ? arrival : isDisabled ? themesOfTeam.disability : chance.oneOf(themes);
  const who = {
    size,
    isDisabled,
    referredOn: careDay(setting.today, plot),
    youngest: ages,
    ...(oldest === undefined ? {} : { oldest }),
    ...(isUnaccompanied ? { names: chance.oneOf(arrivals), sex: chance.happens(0.9) ? ('M' as const) : ('F' as const) } : {}),
  };
  const { reviewingOfficers, administrator } = setting.staff;
  const reviewer = reviewingOfficers[n % reviewingOfficers.length] ?? administrator;
  return { ...tellingOf(setting, n, { chance, front, theme }, who), reviewer };
}

/** The k-th family in care today: `size` children at most; those who arrived alone, and those in a children's home, are alone. */
export function tellInCareToday(setting: Setting, n: number, k: number, most: number): DemoFamily {
  const chance = chanceFrom(n * 15_485_863 + 3);
  const plot = carePlot(k, chance);
  const isAlone = plot.isUnaccompanied || plot.isAdolescent || plot.setting === 'residential' || plot.setting === 'supported';
  const size = isAlone ? 1 : most;
  const telling = careTelling(setting, { n, plot, size, chance }, agesOf(plot, size));
  tellInCare(telling, plot);
  decideAdoption(telling, k);
  warn(telling, careDay(setting.today, plot));
  return asFamily(telling, 0, size);
}

/** Of a few of the youngest it is decided that they should be placed for adoption; the court has not yet said that they may be. */
function decideAdoption(telling: Telling, k: number): void {
  const [child] = telling.children;
  const decidedOn = workingDayBefore(daysAgo(telling.today, 30 + (k % 50)));
  const began = telling.entries.find(({ step }) => step === 'periodOfCare')?.happenedOn;
  const isYoung = child?.bornOn !== undefined && child.bornOn > addMonths(telling.today, -60);
  if (telling.children.length > 1 || !isYoung || k % 3 !== 0 || began === undefined || began > addDays(decidedOn, -90)) return;
  const reasons = 'No safe carer within the family after every relative was looked at; the child is young.';
  say(telling, { step: 'adoptionDecision', on: decidedOn, by: managerOn(telling, decidedOn), shared: { decidedOn, reasons } });
}

/** Looked after for some months of these two years, and now at home or with guardians. */
export function tellEndedCare(setting: Setting, n: number, k: number): DemoFamily {
  const chance = chanceFrom(n * 15_485_863 + 3);
  const plot = endedPlot(k, chance);
  const size = 1 + (k % 3 === 2 ? 1 : 0);
  const telling = careTelling(setting, { n, plot, size, chance }, agesOf(plot, size));
  tellInCare(telling, plot);
  if (plot.ended?.how === 'guardianship') tellGuardianship(telling);
  return asFamily(telling, 0, 0);
}

/** In care when this record began, and eighteen since. */
export function tellCareLeaver(setting: Setting, n: number, k: number): DemoFamily {
  const chance = chanceFrom(n * 15_485_863 + 3);
  const { unreviewedFor, unseenFor, unallocatedSince, area, ...usual } = carePlot(k * 3, chance);
  void [unreviewedFor, unseenFor, unallocatedSince, area];
  const plot: CarePlot = { ...usual, beganAgo: 722, isEarlier: true, isMissing: false, hasNoOfficer: false, moves: 0 };
  const telling = careTelling(setting, { n, plot, size: 1, chance }, [16.15, 17.8], 24);
  const bornOn = telling.children[0]?.bornOn;
  tellInCare(telling, plot, bornOn === undefined ? undefined : eighteenthBirthday(bornOn));
  askForRecord(telling, k);
  return asFamily(telling, 0, 0);
}

/** Came of age before this record began, and has a personal adviser still. */
export function tellLeftEarlierFamily(setting: Setting, n: number, k: number): DemoFamily {
  const chance = chanceFrom(n * 15_485_863 + 3);
  const plot = { ...carePlot(k * 3 + 1, chance), beganAgo: 722, isEarlier: true };
  const takenOverOn: LocalDate = workingDayBefore(daysAgo(setting.today, 722));
  const telling = careTelling(setting, { n, plot, size: 1, chance }, [18.2, 22.6], 25);
  introduce(telling, takenOverOn);
  tellLeftEarlier(telling, takenOverOn);
  return asFamily(telling, 0, 0);
}
