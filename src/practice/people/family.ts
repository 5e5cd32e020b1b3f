import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { bondsTold, isBond, type Bond } from './bonds.ts';
import { weave, type CoupleTie, type OtherTie, type ParentTie, type Tie } from './family-ties.ts';

/** Somebody of a family as the record gives them, with what is stated of them: see `record.relatives`. */
export type Known = {
  readonly person: string;
  readonly restricted: boolean;
  readonly ring?: string;
  readonly standing?: {
    readonly name: string;
    readonly bornOn?: LocalDate;
    readonly expectedOn?: LocalDate;
    readonly diedOn?: LocalDate;
    readonly sex?: string;
    readonly family?: string;
    readonly adult?: true;
  };
  readonly stated: readonly { readonly entry: string; readonly step: string; readonly answers: Readonly<Record<string, unknown>> }[];
};

export type Member = {
  /** The person's id; of somebody without a record, an id of this picture alone. */
  readonly id: string;
  readonly name: string;
  readonly isOnRecord: boolean;
  readonly isRestricted: boolean;
  readonly ring?: string;
  readonly isAdult: boolean;
  readonly sex: 'F' | 'M' | 'U';
  readonly bornOn?: LocalDate;
  readonly expectedOn?: LocalDate;
  readonly diedOn?: LocalDate;
};

/** A statement as it stands on the day: what `who` is to `whose`. */
export type StatedBond = {
  readonly whose: string;
  readonly who: string;
  readonly bond: Bond;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly source?: string;
};

/** A family on a day: everybody in it, and how each is tied to others. */
export type Family = {
  readonly root: string;
  readonly members: readonly Member[];
  readonly parents: readonly ParentTie[];
  readonly couples: readonly CoupleTie[];
  /** Of whom no common parent is known. */
  readonly siblings: readonly Tie[];
  readonly twins: readonly Tie[];
  readonly others: readonly OtherTie[];
  /** Who lives with the root, and the root; nobody when no household is known. */
  readonly household: readonly string[];
  readonly bonds: readonly StatedBond[];
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const day = (value: unknown): LocalDate | undefined => text(value) as LocalDate | undefined;

/** The family of `root` on a day, from what is stated of everybody in it. Pure. */
export function familyOn(root: string, known: readonly Known[], today: LocalDate): Family {
  const bonds = bondsOn(known, today);
  const members = membersOf(known, bonds);
  const holding = bonds.filter(({ until }) => until === undefined || until >= today);
  const { unknown, ...ties } = weave(holding, sameReference(root, known));
  const sides = unknown.map(({ id, side }): Member => ({
    id,
    name: side === 'mother' ? 'Mother, not known' : 'Father, not known',
    isOnRecord: false,
    isRestricted: false,
    isAdult: true,
    sex: side === 'mother' ? 'F' : 'M',
  }));
  return { root, members: [...members, ...sides], ...ties, household: householdOn(root, known, today), bonds };
}

/** What is stated of each pair, in one way: the latest statement of each kind of bond, where it has begun. */
function bondsOn(known: readonly Known[], today: LocalDate): readonly StatedBond[] {
  const persons = new Set(known.map(({ person }) => person));
  const siblings = siblingSets(known);
  const latest = new Map<string, StatedBond>();
  for (const { person, stated } of known)
    for (const { step, answers } of stated) {
      if (step !== 'relationship') continue;
      const one = bondIn(person, answers, siblings(person));
      if (one === undefined || (one.from !== undefined && one.from > today) || (answers['relative'] !== undefined && !persons.has(one.who)))
        continue;
      latest.set(`${person} ${one.who} ${kindOf(one.bond)}`, one);
    }
  return [...latest.values()];
}

/** `siblings`: with whom this person shares whoever is named and has no record. */
function bondIn(person: string, answers: Readonly<Record<string, unknown>>, siblings: string): StatedBond | undefined {
  const { bond } = answers;
  if (!isBond(bond)) return undefined;
  const [from, until, source] = [day(answers['from']), day(answers['until']), text(answers['source'])];
  return {
    whose: person,
    who: text(answers['relative']) ?? unrecordedId(siblings, bond, text(answers['name']) ?? ''),
    bond,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(source === undefined ? {} : { source }),
  };
}

const unrecordedId = (siblings: string, bond: Bond, name: string): string => `${siblings}: ${bond} ${name.toLowerCase()}`;

/** A later statement of one kind replaces the earlier: a couple that was married is separated now. */
function kindOf(bond: Bond): string {
  const { meaning } = bondsTold[bond];
  return meaning.kind === 'parent' || meaning.kind === 'child' ? `${meaning.kind} ${meaning.parentage}` : meaning.kind;
}

/** Brothers and sisters who name somebody without a record alike name one person. */
function siblingSets(known: readonly Known[]): (person: string) => string {
  const set = new Map(known.map(({ person, standing }) => [person, standing?.family ?? person]));
  for (const { person, stated } of known)
    for (const { answers } of stated) {
      const [bond, relative] = [answers['bond'], text(answers['relative'])];
      if (!isBond(bond) || bondsTold[bond].meaning.kind !== 'sibling' || relative === undefined) continue;
      const [from, to] = [set.get(relative) ?? relative, set.get(person) ?? person];
      for (const [one, of] of set) if (of === from) set.set(one, to);
    }
  return (person) => set.get(person) ?? person;
}

function membersOf(known: readonly Known[], bonds: readonly StatedBond[]): readonly Member[] {
  const told = new Map(bonds.flatMap(({ who, bond }) => (bondsTold[bond].sex === undefined ? [] : [[who, bondsTold[bond].sex]])));
  const persons = new Set(known.map(({ person }) => person));
  const named = new Map(bonds.filter(({ who }) => !persons.has(who)).map((one) => [one.who, one]));
  const unrecorded = [...named.values()].map(({ who, bond }): Member => ({
    id: who,
    name: nameIn(known, who),
    isOnRecord: false,
    isRestricted: false,
    isAdult: true,
    sex: bondsTold[bond].sex ?? 'U',
  }));
  return [...known.map((one) => onRecord(one, told.get(one.person))), ...unrecorded];
}

function onRecord({ person, restricted, ring, standing }: Known, told: 'F' | 'M' | undefined): Member {
  const one = { id: person, isOnRecord: true } as const;
  if (restricted || standing === undefined)
    return { ...one, name: 'Restricted', isRestricted: true, isAdult: false, sex: 'U', ...(ring === undefined ? {} : { ring }) };
  const { name, bornOn, expectedOn, diedOn, sex } = standing;
  return {
    ...one,
    name,
    isRestricted: false,
    isAdult: standing.adult === true,
    sex: sex === 'F' || sex === 'M' ? sex : (told ?? 'U'),
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(expectedOn === undefined ? {} : { expectedOn }),
    ...(diedOn === undefined ? {} : { diedOn }),
  };
}

/** As it was first written. */
function nameIn(known: readonly Known[], who: string): string {
  for (const { stated } of known)
    for (const { answers } of stated) {
      const name = text(answers['name']);
      if (name !== undefined && isBond(answers['bond']) && who.endsWith(unrecordedId('', answers['bond'], name))) return name;
    }
  return who;
}

/** Brothers and sisters of the root, by a parent whom they share or as stated, also through one another: halves and steps too. */
export function siblingsOf({ root, members, parents, siblings }: Family): readonly Member[] {
  const mine = new Set(parents.filter(({ child }) => child === root).map(({ parent }) => parent));
  const found = new Set([root, ...parents.filter(({ parent }) => mine.has(parent)).map(({ child }) => child)]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { a, b } of siblings) if (found.has(a) || found.has(b)) found.add(a).add(b);
  }
  return members.filter(({ id }) => id !== root && found.has(id));
}

/**
 * Children of one reference, each beside the first. Whoever is restricted gives no reference; they are in the family of the root all the
 * same, and where nobody says why, it is by the root's reference.
 */
function sameReference(root: string, known: readonly Known[]): readonly Tie[] {
  const children = known.filter(({ standing }) => standing?.family !== undefined && standing.adult !== true);
  const families = Map.groupBy(children, ({ standing }) => standing?.family);
  const byReference = [...families.values()].flatMap(([first, ...rest]) =>
    rest.map((one): Tie => ({ a: first?.person ?? '', b: one.person })),
  );
  const mentioned = new Set(known.flatMap(({ stated }) => stated.map(({ answers }) => answers['relative'])));
  const hidden = known.filter(({ person, restricted }) => restricted && person !== root && !mentioned.has(person));
  return [...byReference, ...hidden.map(({ person }): Tie => ({ a: root, b: person }))];
}

/** Who shares the home of the root on a day: one household entry, or the same address. */
function householdOn(root: string, known: readonly Known[], today: LocalDate): readonly string[] {
  const homes = new Map(known.map(({ person, stated }) => [person, homeOn(stated, today)]));
  const home = homes.get(root);
  if (home === undefined) return [];
  return known.filter(({ person }) => homes.get(person)?.some((one) => home.includes(one)) === true).map(({ person }) => person);
}

/** The entry and the home where somebody lives on a day: the last that they moved to. */
function homeOn(stated: Known['stated'], today: LocalDate): readonly string[] | undefined {
  const begun = stated.filter(({ step, answers }) => step === 'household' && (day(answers['from']) ?? today) <= today);
  const last = begun.toSorted((a, b) => (text(a.answers['from']) ?? '').localeCompare(text(b.answers['from']) ?? '')).at(-1);
  const until = day(last?.answers['until']);
  if (last === undefined || (until !== undefined && until < today)) return undefined;
  return [last.entry, text(last.answers['home']) ?? last.entry];
}
