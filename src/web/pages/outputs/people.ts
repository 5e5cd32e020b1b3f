import type { Statement } from '../../../kernel/step/history.ts';
import { personFact, type Fact } from '../../../outputs/facts.ts';
import { isProfessional, type RecipientKind } from '../../../practice/pathway.ts';
import { siblingsOf, type Family } from '../../../practice/people/family.ts';
import { professionalRoles } from '../../../practice/people/professional.ts';
import type { ChildRecord } from '../../../record/contract.ts';

/** Somebody on the record for whom a document may be made. */
export type Offered = {
  readonly value: string;
  readonly name: string;
  readonly label: string;
  readonly kind: RecipientKind;
  readonly person?: string;
};

const kindOfRole: Readonly<Record<string, RecipientKind>> = {
  teacher: 'school',
  safeguardingLead: 'school',
  earlyYears: 'school',
  police: 'police',
  probation: 'police',
  youthJustice: 'police',
  guardian: 'court',
  solicitor: 'court',
  midwife: 'health',
  healthVisitor: 'health',
  schoolNurse: 'health',
  generalPractitioner: 'health',
  paediatrician: 'health',
  mentalHealth: 'health',
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const isRole = (value: unknown): value is keyof typeof professionalRoles =>
  typeof value === 'string' && Object.hasOwn(professionalRoles, value);

function professionals(history: readonly Statement[]): readonly Offered[] {
  const latest = new Map(history.filter(({ step }) => step === 'professional').map((one) => [text(one.answers['name']) ?? '', one]));
  return [...latest].flatMap(
    ([
      name,
      {
        entry,
        answers: { role, agency },
      },
    ]) => {
      if (name === '' || !isRole(role)) return [];
      const what = [professionalRoles[role], text(agency)].filter((part) => part !== undefined).join(', ');
      return [{ value: `professional ${entry}`, name: `${name}, ${what}`, label: `${name}: ${what}`, kind: kindOfRole[role] ?? 'other' }];
    },
  );
}

/** Who made the last contact: a professional is told the outcome, anybody else that it was received. */
function callers(history: readonly Statement[]): readonly Offered[] {
  const contact = history.findLast(({ step }) => step === 'contact');
  const name = text(contact?.answers['fromWhom']);
  if (contact === undefined || name === undefined) return [];
  const kind = isProfessional(contact.answers['source']) ? 'referrer' : 'public';
  return [{ value: `caller ${contact.entry}`, name, label: `${name}: made the last contact`, kind }];
}

export type Around = { readonly offered: readonly Offered[]; readonly family: readonly Fact[] };

const parentsOf = ({ root, parents }: Family): ReadonlySet<string> =>
  new Set(parents.filter(({ child }) => child === root).map(({ parent }) => parent));

/** The people of a record: for whom a document may be made, and whose names it may hold. */
export function peopleAround(family: Family, { person, standing, history }: ChildRecord): Around {
  const parents = parentsOf(family);
  const close = new Set([...parents, ...siblingsOf(family).map(({ id }) => id)]);
  const others = family.members.filter(({ id }) => id !== person);
  return {
    offered: [
      { value: person, name: standing.name, label: `${standing.name}: the child`, kind: 'child', person },
      ...others
        .filter(({ isRestricted, isAdult }) => !isRestricted && isAdult)
        .map(({ id, name }): Offered => {
          const isParent = parents.has(id);
          return { value: id, name, label: `${name}: ${isParent ? 'parent' : 'family'}`, kind: isParent ? 'parent' : 'other', person: id };
        }),
      ...professionals(history),
      ...callers(history),
    ],
    family: others.map(({ id, name, isRestricted }) => personFact({ person: id, name, isRestricted, isClose: close.has(id) })),
  };
}
