import { addDays, addMonths, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { relationship } from '../../src/practice/people/relationship.ts';
import type { Bond } from '../../src/practice/people/bonds.ts';
import { chanceFrom, idFrom, type Chance } from '../chance.ts';
import type { DemoChild } from '../household.ts';
import { say, workingDayAfter, type Telling } from '../telling.ts';
import { adultNames, otherLastName } from '../words/adults.ts';
import { tellHomes } from './homes.ts';
import { tellProfessionals } from './professionals.ts';
import { tellResponsibility } from './responsibility.ts';
import { tellWiderFamily } from './wider-family.ts';

/** An adult of the family who has a record of their own. */
export type Adult = { readonly person: string; readonly name: string; readonly bornOn: LocalDate };

/** What is being told of a family, beside its story: by a chance of its own, so that the story is what it was before. */
export type Kin = {
  readonly telling: Telling;
  readonly chance: Chance;
  /** The day on which the worker wrote down who belongs to the family. */
  readonly on: LocalDate;
  readonly lastName: string;
  readonly taken: Set<string>;
};

/**
 * Who belongs to the children: parents, partners; where they live, who is responsible. `isWhole`, of children on plans: grandparents, and
 * who works with them, too.
 */
export function tellRelatives(telling: Telling, { isWhole }: { readonly isWhole: boolean }): void {
  const kin = kinOf(telling);
  if (kin === undefined) return;
  const { mother, fathers, parents, partner } = tellParentage(kin);
  if (isWhole) tellGrandparents(kin, mother, fathers[0]?.adult);
  tellWiderFamily(kin, mother, fathers.find(({ adult }) => adult !== undefined)?.adult);
  tellHomes(kin, mother, partner ?? (livesWith(fathers.at(-1)) ? fathers.at(-1)?.adult : undefined));
  tellResponsibility(kin, parents);
  if (isWhole) tellProfessionals(kin);
}

/** Undefined: so new that nobody has written the family down. */
export function kinOf(telling: Telling): Kin | undefined {
  const [begun] = telling.entries;
  const [child] = telling.children;
  if (begun === undefined || child === undefined) return undefined;
  const chance = chanceFrom(telling.n * 31_337 + 11);
  const on = addWorkingDays(begun.recordedOn, chance.between(4, 9));
  return on > telling.until ? undefined : { telling, chance, on, lastName: String(child.answers['lastName']), taken: new Set() };
}

export type Parentages = {
  readonly mother: Adult;
  readonly fathers: readonly Father[];
  readonly parents: ReadonlyMap<string, Parentage>;
  readonly partner: Adult | undefined;
};

/** The parents of each child, and what they are to one another. */
export function tellParentage(kin: Kin): Parentages {
  const mother = tellMother(kin);
  const fathers = fathersOf(kin);
  const parents = new Map(kin.telling.children.map((one, n) => [one.person, parentsOf(kin, mother, fathers, n)]));
  for (const one of kin.telling.children) tellParents(kin, one, parents.get(one.person));
  return { mother, fathers, parents, partner: tellPartner(kin, mother, fathers) };
}

const eldestBirth = ({ children, today }: Telling): LocalDate =>
  children.map(({ bornOn, expectedOn }) => bornOn ?? expectedOn ?? today).sort()[0] ?? today;

/** One that nobody of the family has yet, while there is one. */
export function firstName({ chance, taken }: Kin, names: readonly [string, ...string[]]): string {
  const drawn = chance.oneOf(names);
  const name = taken.has(drawn) ? (names.find((one) => !taken.has(one)) ?? drawn) : drawn;
  taken.add(name);
  return name;
}

/** States who an adult is, and gives them. */
export function tellAdult(
  { telling, chance, on }: Kin,
  who: {
    readonly key: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly sex: 'F' | 'M';
    readonly bornOn: LocalDate;
    readonly diedOn?: LocalDate;
  },
): Adult {
  const { key, bornOn, ...answers } = who;
  const person = idFrom('adult', telling.n, key);
  const contact = chance.happens(0.6) && who.diedOn === undefined ? { contact: `01632 960${String(chance.between(100, 999))}` } : {};
  say(telling, {
    step: 'adultDetails',
    on: bornOn,
    recordedOn: on,
    shared: { ...answers, bornOn, ...contact },
    about: [{ person, answers: {} }],
  });
  return { person, name: `${who.firstName} ${who.lastName}`, bornOn };
}

/** `who` is `whose`'s `bond`: stated once, about both. */
export function relate(
  { telling, on }: Kin,
  whose: string,
  bond: Bond,
  who: { readonly person: string } | { readonly name: string },
  source: string,
  from?: LocalDate,
): void {
  const own = { ...('person' in who ? { relative: who.person } : { name: who.name }), bond, ...(from === undefined ? {} : { from }) };
  const other = relationship.alsoAbout?.(whose, { learntOn: on, ...own });
  say(telling, {
    step: 'relationship',
    on,
    shared: { learntOn: on, source },
    about: [{ person: whose, answers: own }, ...(other === undefined ? [] : [other])],
  });
}

function tellMother(kin: Kin): Adult {
  const { chance, telling, lastName } = kin;
  const bornOn = addDays(addMonths(eldestBirth(telling), -12 * chance.between(18, 33)), -chance.between(1, 300));
  const own = chance.happens(0.45) ? otherLastName(lastName, chance.oneOf) : lastName;
  return tellAdult(kin, { key: 'mother', firstName: firstName(kin, adultNames(lastName).mothers), lastName: own, sex: 'F', bornOn });
}

type Father = {
  readonly lastName: string;
  readonly adult?: Adult;
  readonly name?: string;
  readonly couple: Bond;
  readonly since: LocalDate;
};
const couples: readonly [Bond, ...Bond[]] = ['married', 'cohabiting', 'separated', 'separated', 'divorced', 'partner'];
const apart: readonly [Bond, ...Bond[]] = ['separated', 'divorced', 'separated'];
const livesWith = (father: Father | undefined): boolean => father?.couple === 'married' || father?.couple === 'cohabiting';

/** A father for each last name among the children, the latest last; of some only a name is known. */
function fathersOf(kin: Kin): readonly Father[] {
  const { telling, chance, lastName } = kin;
  const names = [...new Set(telling.children.map(({ answers }) => String(answers['lastName'])))];
  if (telling.children.length > 3) names.unshift(otherLastName(lastName, chance.oneOf));
  return names.map((name, n): Father => {
    const isLast = n === names.length - 1;
    const couple = chance.oneOf(isLast ? couples : apart);
    const since = addMonths(kin.on, -chance.between(isLast ? 3 : 40, isLast ? 90 : 120));
    const first = firstName(kin, adultNames(lastName).fathers);
    if (chance.happens(0.2)) return { lastName: name, name: `${first} ${name}`, couple, since };
    const bornOn = addDays(addMonths(eldestBirth(telling), -12 * chance.between(19, 38)), -chance.between(1, 300));
    return {
      lastName: name,
      adult: tellAdult(kin, { key: `father ${n}`, firstName: first, lastName: name, sex: 'M', bornOn }),
      couple,
      since,
    };
  });
}

type Parentage = { readonly mother: Adult; readonly father: Father | undefined };
const parentsOf = ({ telling }: Kin, mother: Adult, fathers: readonly Father[], n: number): Parentage => {
  const own = String(telling.children[n]?.answers['lastName']);
  const isOfFirst = telling.children.length > 3 && n < 2;
  return { mother, father: isOfFirst ? fathers[0] : (fathers.find(({ lastName }) => lastName === own) ?? fathers.at(-1)) };
};

function tellParents(kin: Kin, { person }: DemoChild, parents: Parentage | undefined): void {
  if (parents === undefined) return;
  relate(kin, person, 'mother', parents.mother, kin.chance.happens(0.7) ? 'birthCertificate' : 'saidByThem');
  const { father } = parents;
  if (father?.adult !== undefined)
    relate(kin, person, 'father', father.adult, kin.chance.happens(0.5) ? 'birthCertificate' : 'saidByFamily');
  else if (father?.name !== undefined) relate(kin, person, 'father', { name: father.name }, 'notChecked');
}

/** What mother and fathers are to one another; and another partner of hers, where the last father is gone. @returns who lives with her */
function tellPartner(kin: Kin, mother: Adult, fathers: readonly Father[]): Adult | undefined {
  const { chance, telling, lastName } = kin;
  for (const { adult, couple, since } of fathers)
    if (adult !== undefined) relate(kin, mother.person, couple, adult, couple === 'married' ? 'marriageCertificate' : 'saidByThem', since);
  const last = fathers.at(-1);
  if (last === undefined || livesWith(last) || last.couple === 'partner' || !chance.happens(0.45)) return undefined;
  const bornOn = addMonths(mother.bornOn, chance.between(-60, 90));
  const partner = tellAdult(kin, {
    key: 'partner',
    firstName: firstName(kin, adultNames(lastName).fathers),
    lastName: otherLastName(lastName, chance.oneOf),
    sex: 'M',
    bornOn,
  });
  const since = addMonths(kin.on, -2);
  relate(kin, mother.person, 'cohabiting', partner, 'saidByThem', since);
  for (const { person } of telling.children) if (chance.happens(0.6)) relate(kin, person, 'stepparent', partner, 'saidByFamily', since);
  return partner;
}

function tellGrandparents(kin: Kin, mother: Adult, father: Adult | undefined): void {
  const { chance, telling, lastName } = kin;
  const names = adultNames(lastName);
  const elder = (of: Adult): LocalDate => addMonths(of.bornOn, -12 * chance.between(18, 34));
  const [child] = telling.children;
  if (chance.happens(0.55)) {
    const of = mother.name.split(' ').slice(1).join(' ');
    const grandmother = tellAdult(kin, {
      key: 'grandmother',
      firstName: firstName(kin, names.grandmothers),
      lastName: of,
      sex: 'F',
      bornOn: elder(mother),
    });
    relate(kin, mother.person, 'mother', grandmother, 'saidByThem');
    if (chance.happens(0.5)) {
      const diedOn = addMonths(kin.on, -chance.between(5, 100));
      const grandfather = tellAdult(kin, {
        key: 'grandfather',
        firstName: firstName(kin, names.grandfathers),
        lastName: of,
        sex: 'M',
        bornOn: elder(mother),
        ...(chance.happens(0.5) ? { diedOn } : {}),
      });
      relate(kin, mother.person, 'father', grandfather, 'saidByThem');
      relate(kin, grandmother.person, 'married', grandfather, 'saidByFamily', addMonths(mother.bornOn, -14));
    }
  } else if (child !== undefined && chance.happens(0.5))
    relate(kin, child.person, 'maternalGrandmother', { name: `${firstName(kin, names.grandmothers)} ${lastName}` }, 'saidByFamily');
  if (father !== undefined && chance.happens(0.4)) {
    const of = father.name.split(' ').slice(1).join(' ');
    const paternal = tellAdult(kin, {
      key: 'father’s mother',
      firstName: firstName(kin, names.grandmothers),
      lastName: of,
      sex: 'F',
      bornOn: elder(father),
    });
    relate(kin, father.person, 'mother', paternal, 'saidByFamily');
  }
}

/** The first working day on which something of a child may be written down: once it is born, and once the family is known. */
export const writtenOn = ({ on }: Kin, { bornOn }: DemoChild): LocalDate =>
  bornOn === undefined || bornOn <= on ? on : workingDayAfter(addDays(bornOn, 12));
