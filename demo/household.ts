import { addDays, ageAt, daysBetween, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { idFrom, type Chance } from './chance.ts';
import { pupilNumber } from './pupil-number.ts';
import { heritages, longFamilies, longFirstNames, type Names } from './words/names.ts';

/** One child of a family, as the record will know them. */
export type DemoChild = {
  readonly person: string;
  /** Absent: unborn today. */
  readonly bornOn?: LocalDate;
  /** The child was, or is, expected when the family is first told of. */
  readonly expectedOn?: LocalDate;
  readonly answers: Readonly<Record<string, unknown>>;
  /** What was said of them before the birth. */
  readonly unbornAnswers?: Readonly<Record<string, unknown>>;
};
export type Unborn = 'none' | 'bornSince' | 'expected';
export type HouseholdOptions = {
  readonly n: number;
  readonly size: number;
  readonly referredOn: LocalDate;
  readonly today: LocalDate;
  /** The age in years, at the referral, from which and to which the youngest is drawn. */
  readonly youngest: readonly [number, number];
  readonly unborn: Unborn;
  /** `expected`: days from today to the birth; `bornSince`: days from the referral to it. */
  readonly birthIn: number;
  readonly isDisabled: boolean;
  /** Where the family comes from; absent: drawn. */
  readonly names?: Names;
  /** The oldest that anybody may be today, in years; absent: still a child for half a year. */
  readonly oldest?: number;
  readonly sex?: 'M' | 'F';
};

const year = 365.25;
const oldestAllowed = 17.4;

/** Brothers and sisters, the eldest first; whoever is not yet born comes last. */
export function household(chance: Chance, options: HouseholdOptions): readonly DemoChild[] {
  const { n, size, unborn } = options;
  const drawn = chance.oneOf(heritages);
  const names = options.names ?? drawn;
  const isLong = n % 23 === 3;
  const lastName = isLong ? (longFamilies[Math.floor(n / 23) % longFamilies.length] ?? '') : chance.oneOf(names.families);
  const taken = new Set<string>();
  const births = birthdays(chance, options, unborn === 'none' ? size : size - 1);
  return Array.from({ length: size }, (_, child): DemoChild => {
    const isLast = child === size - 1 && unborn !== 'none';
    const asked = { chance, options, names, lastName: otherName(chance, child, names) ?? lastName, child, taken };
    if (isLast) return expectedChild(asked);
    const bornOn = births[child] ?? options.referredOn;
    return { person: idFrom('child', n, child), bornOn, answers: { ...known(asked, bornOn), bornOn } };
  });
}

type Asked = {
  readonly chance: Chance;
  readonly options: HouseholdOptions;
  readonly names: Names;
  readonly lastName: string;
  readonly child: number;
  readonly taken: Set<string>;
};

/** Some brothers and sisters have another father's name. */
const otherName = (chance: Chance, child: number, { families }: Names): string | undefined =>
  child > 0 && chance.happens(0.12) ? chance.oneOf(families) : undefined;

/** The days on which the born children were born, the eldest first; some are twins. */
function birthdays(
  chance: Chance,
  { n, referredOn, today, youngest, oldest = oldestAllowed }: HouseholdOptions,
  count: number,
): readonly LocalDate[] {
  const days: number[] = [];
  const [from, to] = [Math.round(youngest[0] * year), Math.round(youngest[1] * year)];
  // The younger of two draws: more children on plans are small.
  let age = Math.max(20, Math.min(chance.between(from, to), chance.between(from, to)));
  const room = oldest * year - daysBetween(referredOn, today);
  const widest = count < 2 ? 0 : Math.max(290, Math.floor((room - age) / (count - 1)));
  for (let child = 0; child < count; child += 1) {
    days.push(Math.min(age, Math.floor(room)));
    const isTwin = n % 17 === 6 && child === 0;
    age += isTwin ? 0 : chance.between(290, Math.min(widest, 1500));
  }
  return days.map((before) => addDays(referredOn, -before)).sort();
}

function nameOf({ chance, options, names, child, taken }: Asked, sex: string): string {
  if (options.n % 23 === 3 && child === 0)
    return longFirstNames[(Math.floor(options.n / 23) + Math.floor(options.n / 92)) % longFirstNames.length] ?? 'Maximilian-Alexander';
  const from = sex === 'F' ? names.girls : names.boys;
  const first = from.find((each) => !taken.has(each)) ?? from[0];
  const drawn = chance.oneOf(from);
  const name = taken.has(drawn) ? first : drawn;
  taken.add(name);
  return name;
}

const laChildId = (n: number, child: number): string => `NC${String(n * 10 + child).padStart(6, '0')}`;
const family = (n: number): string => `F${String(n).padStart(5, '0')}`;

function known(asked: Asked, bornOn: LocalDate): Readonly<Record<string, unknown>> {
  const { chance, options, names, lastName, child } = asked;
  const drawn = chance.oneOf(['M', 'F']);
  const sex = options.sex ?? drawn;
  const isOfSchoolAge = ageAt(bornOn, options.today) >= 5;
  const upn = pupilNumber(options.n * 8 + child, bornOn);
  return {
    laChildId: laChildId(options.n, child),
    firstName: nameOf(asked, sex),
    lastName,
    family: family(options.n),
    sex,
    ethnicity: chance.oneOf(names.ethnicities),
    disabilities: disabilitiesOf(chance, options.isDisabled, ageAt(bornOn, options.today)),
    ...(isOfSchoolAge && !chance.happens(0.04) ? { upn } : { upnUnknown: isOfSchoolAge ? 'UN4' : 'UN1' }),
  };
}

function disabilitiesOf(chance: Chance, isDisabled: boolean, age: number): readonly string[] {
  if (isDisabled)
    return chance.oneOf([['LD', 'COMM'], ['AUT', 'LD'], ['MOB', 'PC'], ['AUT', 'BEH'], ['HEAR'], ['MOB', 'HAND', 'INC'], ['VIS', 'LD']]);
  if (age < 3 || !chance.happens(0.11)) return ['NONE'];
  return chance.oneOf([['AUT'], ['LD'], ['BEH'], ['AUT', 'LD'], ['COMM'], ['HEAR'], ['CON'], ['DDA']]);
}

/** Expected at the referral: born since, or still to be born. The same person all along. */
function expectedChild(asked: Asked): DemoChild {
  const { chance, options, lastName, child } = asked;
  const { n, unborn, referredOn, today, birthIn } = options;
  const numbers = { laChildId: laChildId(n, child), lastName, family: family(n) };
  const before = { ...numbers, firstName: 'Unborn', sex: 'U', ethnicity: 'NOBT', upnUnknown: 'UN1' };
  const person = idFrom('child', n, child);
  if (unborn === 'expected') {
    const expectedOn = addDays(today, birthIn);
    return { person, expectedOn, answers: { ...before, expectedOn } };
  }
  const bornOn = addDays(referredOn, birthIn);
  const expectedOn = addDays(bornOn, chance.between(-8, 12));
  return { person, bornOn, expectedOn, answers: { ...known(asked, bornOn), bornOn }, unbornAnswers: { ...before, expectedOn } };
}
