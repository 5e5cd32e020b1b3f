import { formatDate } from '../../../kernel/calendar/dates.ts';
import { inSentence } from '../../../kernel/field/in-sentence.ts';
import { bonds } from '../../../practice/people/bonds.ts';
import type { Family, Member } from '../../../practice/people/family.ts';
import { waysOfKnowing } from '../../../practice/people/relationship.ts';

const couples = {
  married: 'Married to',
  cohabiting: 'Lives with partner',
  partner: 'Partner of',
  separated: 'Separated from',
  divorced: 'Divorced from',
} as const;
const parentages = {
  birth: 'Parent of',
  adoptive: 'Adoptive parent of',
  step: 'Step-parent of',
  foster: 'Foster carer of',
  guardian: 'Guardian of',
} as const;

/** Every line of the drawing that ends at somebody, in words; and every bond stated of them to the root, with how it is known. */
export function tieWords(family: Family, { id }: Member): readonly string[] {
  const names = new Map(family.members.map((member) => [member.id, member.name]));
  const nameOf = (one: string): string => names.get(one) ?? '';
  const children = Object.entries(parentages).flatMap(([parentage, words]) => {
    const theirs = family.parents.filter((tie) => tie.parent === id && tie.parentage === parentage);
    return theirs.length === 0 ? [] : [`${words} ${theirs.map(({ child }) => nameOf(child)).join(', ')}`];
  });
  const parents = family.parents.filter(({ child }) => child === id).map(({ parent }) => nameOf(parent));
  const childOf = parents.length === 0 ? [] : [`Child of ${[...new Set(parents)].join(', ')}`];
  const partners = family.couples
    .filter(({ a, b }) => a === id || b === id)
    .map(
      ({ a, b, couple, since }) =>
        `${couples[couple]} ${nameOf(a === id ? b : a)}${since === undefined ? '' : ` since ${formatDate(since)}`}`,
    );
  const siblings = family.siblings
    .filter(({ a, b }) => a === id || b === id)
    .map(({ a, b }) => `Brother or sister of ${nameOf(a === id ? b : a)}`);
  const twins = family.twins.filter(({ a, b }) => a === id || b === id).map(({ a, b }) => `Twin of ${nameOf(a === id ? b : a)}`);
  const others = family.others.filter(({ b }) => b === id).map(({ a, bond }) => `${bonds[bond]} of ${nameOf(a)}`);
  return [...childOf, ...partners, ...children, ...twins, ...siblings, ...others, ...statedToRoot(family, id)];
}

/** What is stated of somebody to the root that has ended, or how it is known. */
function statedToRoot(family: Family, id: string): readonly string[] {
  return family.bonds
    .filter(({ whose, who }) => whose === family.root && who === id)
    .flatMap(({ bond, from, until, source }) => {
      const days = [from === undefined ? '' : `from ${formatDate(from)}`, until === undefined ? '' : `until ${formatDate(until)}`].filter(
        (part) => part !== '',
      );
      const how = Object.entries(waysOfKnowing).find(([key]) => key === source)?.[1];
      const words = [...days, ...(how === undefined ? [] : [inSentence(how)])];
      return words.length === 0 ? [] : [`${bonds[bond]}: ${words.join(', ')}`];
    });
}
