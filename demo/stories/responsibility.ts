import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { say } from '../telling.ts';
import { writtenOn, type Adult, type Kin } from './relatives.ts';

type Parents = {
  readonly mother: Adult;
  readonly father: { readonly adult?: Adult; readonly name?: string; readonly couple: string } | undefined;
};

/** Who holds parental responsibility for each child who is born, and what was seen of it. */
export function tellResponsibility(kin: Kin, parents: ReadonlyMap<string, Parents>): void {
  const { chance, telling } = kin;
  for (const child of telling.children) {
    const { bornOn, person } = child;
    const both = parents.get(person);
    if (bornOn === undefined || both === undefined) continue;
    const hold = (holder: object, acquired: string, from: LocalDate, evidence: readonly string[]): void => {
      const shared = { ...holder, acquired, from, evidence };
      say(telling, {
        step: 'parentalResponsibility',
        on: from,
        recordedOn: writtenOn(kin, child),
        shared,
        about: [{ person, answers: {} }],
      });
    };
    hold({ holder: both.mother.person }, 'motherAtBirth', bornOn, chance.happens(0.75) ? ['birthCertificate'] : ['saidOnly']);
    const { father } = both;
    if (father === undefined || !chance.happens(0.8)) continue;
    const who = father.adult === undefined ? { name: father.name ?? '' } : { holder: father.adult.person };
    if (father.couple === 'married' || father.couple === 'divorced')
      hold(who, 'marriedAtBirth', bornOn, chance.happens(0.5) ? ['birthCertificate', 'marriageCertificate'] : ['saidOnly']);
    else if (chance.happens(0.7) && writtenOn(kin, child) > addDays(bornOn, 20))
      hold(who, 'birthRegistration', addDays(bornOn, 20), chance.happens(0.7) ? ['birthCertificate'] : ['saidOnly']);
  }
}
