import { addMonths, ageAt, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { professionalRoles } from '../../src/practice/people/professional.ts';
import type { DemoChild } from '../household.ts';
import { say } from '../telling.ts';
import { professionals, schools } from '../words/adults.ts';
import type { Kin } from './relatives.ts';

/** Who works with the children beside the service: one entry for all of those whom one person knows. */
export function tellProfessionals(kin: Kin): void {
  const { chance, telling, on } = kin;
  const ageOf = ({ bornOn }: DemoChild): number => (bornOn === undefined || bornOn > on ? -1 : ageAt(bornOn, on));
  const involve = (role: string, agency: string, children: readonly DemoChild[]): void => {
    const from = addMonths(on, -chance.between(1, 24));
    const begun = (child: DemoChild): LocalDate =>
      child.bornOn !== undefined && child.bornOn > from && child.bornOn <= on ? child.bornOn : from;
    if (children.length === 0) return;
    const shared = {
      name: professionals[(telling.n + Object.keys(professionalRoles).indexOf(role)) % professionals.length] ?? '',
      role,
      agency,
      contact: `01632 961${String(chance.between(100, 999))}`,
    };
    const [first] = children;
    say(telling, {
      step: 'professional',
      on: first === undefined ? from : begun(first),
      recordedOn: on,
      shared,
      about: children.map((child) => ({ person: child.person, answers: { from: begun(child) } })),
    });
  };
  const school = chance.oneOf(schools);
  involve('generalPractitioner', 'Market Square Surgery', telling.children);
  involve(
    'healthVisitor',
    'Riverside Health Centre',
    telling.children.filter((child) => ageOf(child) >= 0 && ageOf(child) < 5),
  );
  involve(
    'midwife',
    'County Hospital',
    telling.children.filter((child) => ageOf(child) < 0),
  );
  involve(
    'safeguardingLead',
    school,
    telling.children.filter((child) => ageOf(child) >= 4),
  );
  if (chance.happens(0.1)) involve('teacher', school, telling.children.filter((child) => ageOf(child) >= 5).slice(0, 1));
  if (chance.happens(0.1)) involve('domesticAbuse', 'Safer North', telling.children);
}
