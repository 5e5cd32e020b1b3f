import { addMonths, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { isBornOn, say } from '../telling.ts';
import { streets, towns } from '../words/adults.ts';
import { writtenOn, type Adult, type Kin } from './relatives.ts';

/** Where the family lives, and where they lived before; who was born since moves in with their birth. */
export function tellHomes(kin: Kin, mother: Adult, partner: Adult | undefined): void {
  const { chance, telling, on } = kin;
  const born = telling.children.filter((child) => isBornOn(child, on));
  const adults = [mother, ...(partner === undefined ? [] : [partner])];
  const since = addMonths(on, -chance.between(2, 60));
  const isRefuge = chance.happens(0.04);
  const home = { ...addressOf(kin), ...(isRefuge ? { isConfidential: true } : {}) };
  const move = (from: LocalDate, where: object, people: readonly { readonly person: string }[], recordedOn: LocalDate): void => {
    if (people.length > 0)
      say(telling, {
        step: 'household',
        on: from,
        recordedOn,
        shared: { from, ...where },
        about: people.map(({ person }) => ({ person, answers: {} })),
      });
  };
  if (chance.happens(0.35)) move(addMonths(since, -chance.between(5, 40)), addressOf(kin), [mother, ...born], on);
  move(since, home, [...adults, ...born], on);
  for (const child of telling.children)
    if (child.bornOn !== undefined && child.bornOn > on) move(child.bornOn, home, [child], writtenOn(kin, child));
}

export function addressOf({ chance, telling }: Kin): { readonly address: string; readonly postcode: string } {
  const [town, district] = chance.oneOf(towns);
  const place = `${chance.between(1, 140)} ${chance.oneOf(streets)}\n${town}`;
  return { address: place, postcode: `${district} ${telling.n % 10}${chance.oneOf(['AB', 'DE', 'HJ', 'LN', 'PQ'])}` };
}
