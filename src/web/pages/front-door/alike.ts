import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { likeness } from '../../../kernel/names/likeness.ts';
import { nameWords } from '../../../kernel/names/words.ts';
import type { Session } from '../../../record/contract.ts';
import type { Found } from '../../../record/search/search.ts';
import type { NewChild } from './new-child.ts';

type Search = (session: Session, words: string) => Promise<readonly Found[]>;

/** No more are shown: whoever is none of ten is looked for by hand. */
const mostShown = 10;

/** Less like is another name. Of those born on one day nearly all are somebody else. */
const leastLike = 0.6;

const nameOf = ({ answers: { firstName, lastName } }: NewChild): string =>
  [firstName, lastName].filter((part) => part !== undefined).join(' ');

/** Born on that day, and one word of a name is like a word of the name that was told; where none was told the day is enough. */
function isAlike(name: string, bornOn: LocalDate, { standing, formerly }: Found): boolean {
  if ((standing.bornOn ?? standing.expectedOn) !== bornOn) return false;
  const [told, known] = [nameWords(name), [standing.name, ...formerly].flatMap(nameWords)];
  return told.length === 0 || told.some((one) => known.some((word) => likeness(one, word) >= leastLike));
}

async function alikeToOne(search: Search, session: Session, child: NewChild): Promise<readonly Found[]> {
  const [name, { bornOn }] = [nameOf(child), child.answers];
  const [byBirth, byName] = await Promise.all([
    bornOn === undefined ? [] : search(session, `${name} ${bornOn}`.trim()),
    name === '' ? [] : search(session, name),
  ]);
  return [...byBirth.filter((found) => bornOn !== undefined && isAlike(name, bornOn, found)), ...byName];
}

/** Whoever is on record already and may be one of them, by name, or by date of birth and a part of the name: nobody is written down twice without being asked. */
export async function alikeTo(search: Search, session: Session, children: readonly NewChild[]): Promise<readonly Found[]> {
  const found = await Promise.all(children.map((child) => alikeToOne(search, session, child)));
  return [...new Map(found.flat().map((one) => [one.person, one])).values()].slice(0, mostShown);
}
