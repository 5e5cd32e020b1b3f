import { addMonths } from '../../src/kernel/calendar/dates.ts';
import { adultNames, otherLastName } from '../words/adults.ts';
import { firstName, relate, tellAdult, type Adult, type Kin } from './relatives.ts';

/** Of the largest families the worker has drawn everybody: the parents' brothers and sisters, their partners and the cousins. */
export function tellWiderFamily(kin: Kin, mother: Adult, father: Adult | undefined): void {
  if (kin.telling.children.length < 7) return;
  for (let n = 0; n < 3; n += 1) tellAunt(kin, mother, `mother’s ${n}`);
  if (father !== undefined) for (let n = 0; n < 2; n += 1) tellAunt(kin, father, `father’s ${n}`);
}

function tellAunt(kin: Kin, of: Adult, key: string): void {
  const { chance, lastName } = kin;
  const names = adultNames(lastName);
  const isWoman = chance.happens(0.5);
  const aunt = tellAdult(kin, {
    key,
    firstName: firstName(kin, isWoman ? names.mothers : names.fathers),
    lastName: of.name.split(' ').slice(1).join(' '),
    sex: isWoman ? 'F' : 'M',
    bornOn: addMonths(of.bornOn, chance.between(-70, 70)),
  });
  relate(kin, of.person, 'sibling', aunt, 'saidByThem');
  const partner = `${firstName(kin, isWoman ? names.fathers : names.mothers)} ${otherLastName(lastName, chance.oneOf)}`;
  relate(
    kin,
    aunt.person,
    chance.oneOf(['married', 'cohabiting', 'separated']),
    { name: partner },
    'saidByFamily',
    addMonths(kin.on, -120),
  );
  for (let n = chance.between(2, 4); n > 0; n -= 1)
    relate(
      kin,
      aunt.person,
      'child',
      { name: `${firstName(kin, chance.happens(0.5) ? names.mothers : names.fathers)} ${lastName}` },
      'saidByFamily',
    );
}
