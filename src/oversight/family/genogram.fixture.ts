import type { FamilyPicture } from './family-picture.ts';

type Person = { readonly id: string; readonly sex?: 'F' | 'M'; readonly bornOn?: string };
type Draft = {
  members: Person[];
  parents: { parent: string; child: string; parentage: string }[];
  couples: { a: string; b: string; couple: string; since?: string }[];
};

const births = (family: Draft, parents: readonly string[], from: number, ...names: readonly string[]): void =>
  names.forEach((id, n) => {
    family.members.push({ id, sex: id.endsWith('a') ? 'F' : 'M', bornOn: `${from + n * 2}-05-14` });
    for (const parent of parents) family.parents.push({ parent, child: id, parentage: 'birth' });
  });
const couple = (family: Draft, a: string, b: string, status: string, since: string): void =>
  void family.couples.push({ a, b, couple: status, since });

/** A family of forty in four generations: half-brothers and half-sisters, several partners, cousins, twins, a foster carer. */
export function familyOfForty(): FamilyPicture {
  const family: Draft = { members: [], parents: [], couples: [] };
  births(family, [], 1930, 'Albert', 'Agatha', 'Bernard', 'Bertha');
  couple(family, 'Albert', 'Agatha', 'married', '1952');
  couple(family, 'Bernard', 'Bertha', 'married', '1955');
  births(family, ['Albert', 'Agatha'], 1954, 'Colin', 'Clara', 'Conrad');
  births(family, ['Bernard', 'Bertha'], 1957, 'Donna', 'Derek');
  births(family, [], 1956, 'Edna', 'Ewan', 'Freda');
  couple(family, 'Colin', 'Donna', 'divorced', '1978');
  couple(family, 'Clara', 'Ewan', 'married', '1980');
  couple(family, 'Derek', 'Edna', 'separated', '1983');
  couple(family, 'Conrad', 'Freda', 'cohabiting', '1990');
  births(family, ['Colin', 'Donna'], 1980, 'Gareth', 'Greta', 'Gordon');
  births(family, ['Clara', 'Ewan'], 1982, 'Hanna', 'Howard');
  births(family, ['Derek', 'Edna'], 1984, 'Ingrida', 'Ivan');
  births(family, [], 1983, 'Jessica', 'Julian', 'Kevin', 'Kiera', 'Liam');
  couple(family, 'Gareth', 'Jessica', 'separated', '2006');
  couple(family, 'Greta', 'Julian', 'divorced', '2004');
  couple(family, 'Greta', 'Kevin', 'separated', '2011');
  couple(family, 'Greta', 'Liam', 'cohabiting', '2019');
  couple(family, 'Howard', 'Kiera', 'married', '2010');
  births(family, ['Gareth', 'Jessica'], 2007, 'Mia', 'Mason');
  births(family, ['Greta', 'Julian'], 2005, 'Nina', 'Noah');
  births(family, ['Greta', 'Kevin'], 2012, 'Olivia', 'Oscar');
  births(family, ['Greta', 'Liam'], 2020, 'Petra', 'Pablo', 'Poppya');
  births(family, ['Howard', 'Kiera'], 2011, 'Quentin', 'Quiana');
  births(family, [], 1975, 'Rosa', 'Robert');
  couple(family, 'Robert', 'Rosa', 'married', '2001');
  for (const parent of ['Rosa', 'Robert']) family.parents.push({ parent, child: 'Oscar', parentage: 'foster' });
  births(family, ['Conrad', 'Freda'], 1992, 'Theodora', 'Thomas');
  births(family, [], 2013, 'Stefan');
  return {
    root: 'Oscar',
    ...family,
    siblings: [],
    twins: [],
    others: [{ a: 'Oscar', b: 'Stefan', generation: 0 }],
    household: ['Greta', 'Liam', 'Olivia', 'Petra', 'Pablo', 'Poppya'],
  };
}
