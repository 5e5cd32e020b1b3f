/** What somebody is to the person whose record it is. Keys are stored: never renamed. */
export const bonds = {
  mother: 'Mother',
  father: 'Father',
  parent: 'Parent',
  adoptiveParent: 'Adoptive parent',
  stepparent: 'Step-parent',
  fosterCarer: 'Foster carer',
  guardian: 'Special guardian, or guardian',
  sibling: 'Brother or sister',
  twin: 'Twin',
  halfSibling: 'Half-brother or half-sister',
  stepsibling: 'Stepbrother or stepsister',
  maternalGrandmother: 'Grandmother, mother’s side',
  maternalGrandfather: 'Grandfather, mother’s side',
  paternalGrandmother: 'Grandmother, father’s side',
  paternalGrandfather: 'Grandfather, father’s side',
  grandparent: 'Grandparent, side not known',
  maternalAunt: 'Aunt, mother’s side',
  maternalUncle: 'Uncle, mother’s side',
  paternalAunt: 'Aunt, father’s side',
  paternalUncle: 'Uncle, father’s side',
  auntOrUncle: 'Aunt or uncle, side not known',
  cousin: 'Cousin',
  married: 'Husband, wife or civil partner',
  cohabiting: 'Partner, living together',
  partner: 'Partner, not living together',
  separated: 'Separated husband, wife or partner',
  divorced: 'Divorced husband, wife or civil partner',
  child: 'Child',
  adoptedChild: 'Adopted child',
  stepchild: 'Stepchild',
  fosteredChild: 'Fostered child',
  ward: 'Child under their guardianship',
  grandchild: 'Grandchild',
  nephewOrNiece: 'Nephew or niece',
  otherRelative: 'Other relative',
  familyFriend: 'Family friend, or somebody else who matters',
} as const;

export type Bond = keyof typeof bonds;

/** How a child is a parent's. */
export type Parentage = 'birth' | 'adoptive' | 'step' | 'foster' | 'guardian';
export type Couple = 'married' | 'cohabiting' | 'partner' | 'separated' | 'divorced';
export type Side = 'mother' | 'father';

/** What a bond says about where somebody stands in a family: seen from the person whose record it is. */
export type Meaning =
  | { readonly kind: 'parent'; readonly parentage: Parentage }
  | { readonly kind: 'child'; readonly parentage: Parentage }
  | { readonly kind: 'couple'; readonly couple: Couple }
  | { readonly kind: 'sibling'; readonly shares: 'both' | 'one' | 'none' }
  | { readonly kind: 'grandparent'; readonly side: Side }
  | { readonly kind: 'auntOrUncle'; readonly side: Side }
  /** Known only to be so many generations above (negative) or below. */
  | { readonly kind: 'distant'; readonly generation: number };

type Told = { readonly inverse: Bond; readonly sex?: 'F' | 'M'; readonly meaning: Meaning };

const parent = (parentage: Parentage, inverse: Bond, sex?: 'F' | 'M'): Told => ({
  inverse,
  meaning: { kind: 'parent', parentage },
  ...(sex === undefined ? {} : { sex }),
});
const child = (parentage: Parentage, inverse: Bond): Told => ({ inverse, meaning: { kind: 'child', parentage } });
const couple = (status: Couple): Told => ({ inverse: status, meaning: { kind: 'couple', couple: status } });
const elder = (kind: 'grandparent' | 'auntOrUncle', side: Side, sex: 'F' | 'M'): Told => ({
  inverse: kind === 'grandparent' ? 'grandchild' : 'nephewOrNiece',
  sex,
  meaning: { kind, side },
});
const distant = (inverse: Bond, generation: number): Told => ({ inverse, meaning: { kind: 'distant', generation } });

/** For each bond: what the first is to the second in return, the sex that it tells, and what it means. */
export const bondsTold: Readonly<Record<Bond, Told>> = {
  mother: parent('birth', 'child', 'F'),
  father: parent('birth', 'child', 'M'),
  parent: parent('birth', 'child'),
  adoptiveParent: parent('adoptive', 'adoptedChild'),
  stepparent: parent('step', 'stepchild'),
  fosterCarer: parent('foster', 'fosteredChild'),
  guardian: parent('guardian', 'ward'),
  sibling: { inverse: 'sibling', meaning: { kind: 'sibling', shares: 'both' } },
  twin: { inverse: 'twin', meaning: { kind: 'sibling', shares: 'both' } },
  halfSibling: { inverse: 'halfSibling', meaning: { kind: 'sibling', shares: 'one' } },
  stepsibling: { inverse: 'stepsibling', meaning: { kind: 'sibling', shares: 'none' } },
  maternalGrandmother: elder('grandparent', 'mother', 'F'),
  maternalGrandfather: elder('grandparent', 'mother', 'M'),
  paternalGrandmother: elder('grandparent', 'father', 'F'),
  paternalGrandfather: elder('grandparent', 'father', 'M'),
  grandparent: distant('grandchild', -2),
  maternalAunt: elder('auntOrUncle', 'mother', 'F'),
  maternalUncle: elder('auntOrUncle', 'mother', 'M'),
  paternalAunt: elder('auntOrUncle', 'father', 'F'),
  paternalUncle: elder('auntOrUncle', 'father', 'M'),
  auntOrUncle: distant('nephewOrNiece', -1),
  cousin: distant('cousin', 0),
  married: couple('married'),
  cohabiting: couple('cohabiting'),
  partner: couple('partner'),
  separated: couple('separated'),
  divorced: couple('divorced'),
  child: child('birth', 'parent'),
  adoptedChild: child('adoptive', 'adoptiveParent'),
  stepchild: child('step', 'stepparent'),
  fosteredChild: child('foster', 'fosterCarer'),
  ward: child('guardian', 'guardian'),
  grandchild: distant('grandparent', 2),
  nephewOrNiece: distant('auntOrUncle', 1),
  otherRelative: distant('otherRelative', 0),
  familyFriend: distant('familyFriend', 0),
};

/** Bonds of blood begin with a birth and do not end: of the others it is asked since when and until when. */
export function isOfBlood(bond: Bond): boolean {
  const { meaning } = bondsTold[bond];
  if (meaning.kind === 'parent' || meaning.kind === 'child') return meaning.parentage === 'birth';
  return meaning.kind === 'sibling' ? meaning.shares !== 'none' : meaning.kind !== 'couple' && bond !== 'familyFriend';
}

export const isBond = (value: unknown): value is Bond => typeof value === 'string' && Object.hasOwn(bonds, value);
