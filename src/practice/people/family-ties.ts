import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { bondsTold, type Bond, type Couple, type Meaning, type Parentage, type Side } from './bonds.ts';

export type ParentTie = { readonly parent: string; readonly child: string; readonly parentage: Parentage };
export type CoupleTie = { readonly a: string; readonly b: string; readonly couple: Couple; readonly since?: LocalDate };
export type Tie = { readonly a: string; readonly b: string };
/** `b` is so many generations below `a`; `bond`: what `b` is to `a`. */
export type OtherTie = Tie & { readonly generation: number; readonly bond: Bond };

type Stated = { readonly whose: string; readonly who: string; readonly bond: Bond; readonly from?: LocalDate };

export type Ties = {
  readonly parents: readonly ParentTie[];
  readonly couples: readonly CoupleTie[];
  readonly siblings: readonly Tie[];
  readonly twins: readonly Tie[];
  readonly others: readonly OtherTie[];
  /** Parents of whom nothing is known but that somebody is related through them. */
  readonly unknown: readonly { readonly id: string; readonly side: Side }[];
};

/** The ties while they are being gathered: each under a key of its own, whoever states it. */
type Loom = {
  readonly parents: Map<string, ParentTie>;
  readonly couples: Map<string, CoupleTie>;
  readonly full: Map<string, Tie>;
  readonly half: Map<string, Tie>;
  readonly others: Map<string, OtherTie>;
  readonly unknown: Map<string, Side>;
  /** Whose mother or father is whom. */
  readonly sides: ReadonlyMap<string, string>;
};

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** One tie for what two people say of one another; what brothers and sisters share, and where aunts and grandparents belong, follows. */
export function weave(bonds: readonly Stated[], sameReference: readonly Tie[]): Ties {
  const sides = new Map(
    bonds.flatMap(({ whose, who, bond }) => (bond === 'mother' || bond === 'father' ? [[`${whose} ${bond}`, who]] : [])),
  );
  const loom: Loom = {
    parents: new Map(),
    couples: new Map(),
    full: new Map(),
    half: new Map(),
    others: new Map(),
    unknown: new Map(),
    sides,
  };
  for (const bond of bonds) take(loom, bond, bondsTold[bond.bond].meaning);
  shareParents(loom);
  const twins = bonds.filter(({ bond }) => bond === 'twin').map(({ whose, who }): Tie => ({ a: whose, b: who }));
  return {
    parents: [...loom.parents.values()],
    couples: [...loom.couples.values()],
    siblings: siblingsOf(loom, sameReference),
    twins: [...new Map(twins.map((one) => [pairKey(one.a, one.b), one])).values()],
    others: [...loom.others.values()],
    unknown: [...loom.unknown].map(([id, side]) => ({ id, side })),
  };
}

function take(loom: Loom, { whose, who, bond, from }: Stated, meaning: Meaning): void {
  switch (meaning.kind) {
    case 'parent':
      return addParent(loom, who, whose, meaning.parentage);
    case 'child':
      return addParent(loom, whose, who, meaning.parentage);
    case 'couple':
      return addCouple(loom, { a: whose, b: who, couple: meaning.couple, ...(from === undefined ? {} : { since: from }) });
    case 'sibling':
      return void (meaning.shares === 'both' ? loom.full : loom.half).set(pairKey(whose, who), { a: whose, b: who });
    case 'grandparent':
      return addParent(loom, who, onSide(loom, whose, meaning.side), 'birth');
    case 'auntOrUncle': {
      const parent = onSide(loom, whose, meaning.side);
      return parent === who ? undefined : void loom.full.set(pairKey(parent, who), { a: parent, b: who });
    }
    case 'distant':
      if (!loom.others.has(pairKey(whose, who)))
        loom.others.set(pairKey(whose, who), { a: whose, b: who, generation: meaning.generation, bond });
  }
}

const addParent = ({ parents }: Loom, parent: string, child: string, parentage: Parentage): void =>
  void parents.set(`${parent} ${child} ${parentage}`, { parent, child, parentage });

/** Of two statements about one couple the later begun holds. */
function addCouple({ couples }: Loom, couple: CoupleTie): void {
  const before = couples.get(pairKey(couple.a, couple.b));
  if (before === undefined || (couple.since ?? '') > (before.since ?? '')) couples.set(pairKey(couple.a, couple.b), couple);
}

/** The parent on whose side somebody is related; nobody known: one who stands for them. */
function onSide(loom: Loom, of: string, side: Side): string {
  const parent = loom.sides.get(`${of} ${side}`);
  if (parent !== undefined) return parent;
  const id = `${of}: ${side}`;
  loom.unknown.set(id, side);
  addParent(loom, id, of, 'birth');
  return id;
}

/** Full brothers and sisters have the same mother and father: what is known of one is known of the other, while there are no more than two. */
function shareParents({ parents, full }: Loom): void {
  const birthParents = (child: string): readonly string[] =>
    [...parents.values()].filter((one) => one.child === child && one.parentage === 'birth').map(({ parent }) => parent);
  for (let before = -1; before < parents.size;) {
    before = parents.size;
    for (const { a, b } of full.values()) {
      const both = [...new Set([...birthParents(a), ...birthParents(b)])];
      if (both.length > 2 || both.includes(a) || both.includes(b)) continue;
      for (const child of [a, b]) for (const parent of both) parents.set(`${parent} ${child} birth`, { parent, child, parentage: 'birth' });
    }
  }
}

/** Brothers and sisters of whom the picture knows no common parent; by the family's reference, where nothing else is stated of the two. */
function siblingsOf({ parents, full, half }: Loom, sameReference: readonly Tie[]): readonly Tie[] {
  const parentsOf = Map.groupBy(parents.values(), ({ child }) => child);
  const haveOneParent = ({ a, b }: Tie): boolean =>
    parentsOf.get(a)?.some(({ parent }) => parentsOf.get(b)?.some((other) => other.parent === parent) === true) === true;
  const stated = [...full.values(), ...half.values()];
  const told = new Set([
    ...stated.map(({ a, b }) => pairKey(a, b)),
    ...[...parents.values()].map(({ parent, child }) => pairKey(parent, child)),
  ]);
  return [...stated, ...sameReference.filter(({ a, b }) => !told.has(pairKey(a, b)))].filter((pair) => !haveOneParent(pair));
}
