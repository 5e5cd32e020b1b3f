import type { Family, Member } from './family.ts';

/** What everybody of a family is to its root, as one says it: by descent, through a partner, or as stated; nobody's words for the root. */
export function kinshipWords(family: Family): ReadonlyMap<string, string> {
  const members = new Map(family.members.map((member) => [member.id, member]));
  const words = new Map<string, string>();
  const said = (id: string, word: string | undefined): void => {
    if (word !== undefined && id !== family.root && !words.has(id)) words.set(id, word);
  };
  for (const { id } of family.members) said(id, byDescent(family, id, members.get(id)));
  for (const { a, b } of family.siblings)
    if (a === family.root || b === family.root)
      said(a === family.root ? b : a, sexed(members.get(a === family.root ? b : a), 'sister', 'brother', 'brother or sister'));
  for (const { a, b, bond } of family.others) if (a === family.root) said(b, distantWords[bond] ?? 'relative');
  for (const { a, b, bond } of family.others) if (b === family.root) said(a, distantWords[bond] === 'cousin' ? 'cousin' : 'relative');
  for (const { a, b, couple } of family.couples) {
    const past = couple === 'separated' || couple === 'divorced' ? 'former partner' : 'partner';
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (one === family.root) said(other, past);
      const through = words.get(one);
      if (through !== undefined && !through.includes('partner')) said(other, `${through}’s ${past}`);
    }
  }
  return words;
}

const distantWords: Readonly<Partial<Record<string, string>>> = {
  grandparent: 'grandparent',
  auntOrUncle: 'aunt or uncle',
  cousin: 'cousin',
  grandchild: 'grandchild',
  nephewOrNiece: 'nephew or niece',
  familyFriend: 'family friend',
};

function sexed(member: Member | undefined, woman: string, man: string, either: string): string {
  if (member?.sex === 'F') return woman;
  return member?.sex === 'M' ? man : either;
}

const nearest = { birth: '', adoptive: 'adoptive ', step: 'step', foster: 'foster ', guardian: '' } as const;

/** Forebears by how many generations up, along descent by birth or adoption. */
function forebears({ parents }: Family, of: string): ReadonlyMap<string, number> {
  const found = new Map([[of, 0]]);
  for (const [one, up] of found)
    for (const { parent, child, parentage } of parents)
      if (child === one && (parentage === 'birth' || parentage === 'adoptive') && !found.has(parent)) found.set(parent, up + 1);
  return found;
}

function byDescent(family: Family, id: string, member: Member | undefined): string | undefined {
  const near = family.parents.find(
    ({ parent, child }) => (parent === id && child === family.root) || (child === id && parent === family.root),
  );
  if (near !== undefined) {
    const isParent = near.parent === id;
    if (near.parentage === 'guardian') return isParent ? 'guardian' : 'ward';
    if (near.parentage === 'foster') return isParent ? 'foster carer' : 'fostered child';
    return `${nearest[near.parentage]}${isParent ? sexed(member, 'mother', 'father', 'parent') : sexed(member, 'daughter', 'son', 'child')}`;
  }
  const [mine, theirs] = [forebears(family, family.root), forebears(family, id)];
  const common = [...mine].filter(([one]) => theirs.has(one));
  const [up, down] = common.reduce(
    (best, [one, a]) => (a + (theirs.get(one) ?? 0) < best[0] + best[1] ? [a, theirs.get(one) ?? 0] : best),
    [99, 99],
  );
  return up > 90 ? undefined : wordOf(up, down, common.filter(([, a]) => a === 1).length, member);
}

/** So many generations up from the root and down again. */
function wordOf(up: number, down: number, parentsInCommon: number, member: Member | undefined): string {
  const great = (count: number): string => 'great-'.repeat(Math.max(0, count));
  if (down === 0) return `${great(up - 2)}${up > 1 ? 'grand' : ''}${sexed(member, 'mother', 'father', 'parent')}`;
  if (up === 0) return `${great(down - 2)}${down > 1 ? 'grand' : ''}${sexed(member, 'daughter', 'son', 'child')}`;
  if (up === 1 && down === 1) return `${parentsInCommon > 1 ? '' : 'half-'}${sexed(member, 'sister', 'brother', 'brother or sister')}`;
  if (up === 1) return `${great(down - 2)}${sexed(member, 'niece', 'nephew', 'nephew or niece')}`;
  if (down === 1) return `${great(up - 2)}${sexed(member, 'aunt', 'uncle', 'aunt or uncle')}`;
  return 'cousin';
}
