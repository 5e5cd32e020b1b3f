import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Birth } from '../../../kernel/field/field.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { layOut } from '../../../oversight/family/genogram.ts';
import type { Genogram } from '../../../oversight/family/family-picture.ts';
import { familyOn, siblingsOf, type Family, type Member } from '../../../practice/people/family.ts';
import { kinshipWords } from '../../../practice/people/kinship.ts';
import type { ChildRecord, Named, Relative } from '../../../record/contract.ts';
import type { AsKnown } from '../../said-dates.ts';
import { householdsOf, type ShownHousehold } from './households.ts';
import { holdersOf, type ShownHolder } from './holders.ts';
import { professionalsOf, type ShownProfessional } from './professionals.ts';
import { tieWords } from './tie-words.ts';

/** One person of the family, in words: the same that the drawing says. */
export type FamilyRow = {
  readonly member: Member;
  readonly kinship: string;
  readonly life: string;
  readonly ties: readonly string[];
  readonly livesWithRoot: boolean;
};

export type FamilyModel = {
  readonly record: ChildRecord;
  readonly known: AsKnown;
  readonly family: Family;
  readonly drawn: Genogram;
  readonly kinship: ReadonlyMap<string, string>;
  readonly rows: readonly FamilyRow[];
  readonly siblings: readonly Member[];
  readonly households: readonly ShownHousehold[];
  readonly holders: readonly ShownHolder[];
  readonly professionals: readonly ShownProfessional[];
  readonly mayRecord: boolean;
};

type Given = {
  readonly record: ChildRecord;
  readonly relatives: readonly Relative[];
  readonly holders: ReadonlyMap<string, Named>;
  readonly known: AsKnown;
  readonly mayRecord: boolean;
  readonly mayRead: (step: string) => boolean;
};

export function familyModel({ record, relatives, holders, known, mayRecord, mayRead }: Given): FamilyModel {
  const family = familyOn(record.person, relatives, known.today);
  const kinship = kinshipWords(family);
  const of = (step: string): readonly Statement[] => (mayRead(step) ? record.history.filter((one) => one.step === step) : []);
  return {
    record,
    known,
    family,
    kinship,
    mayRecord,
    drawn: layOut({ ...family, members: family.members.map(pictured) }),
    rows: rowsOf(family, kinship, known.today),
    siblings: siblingsOf(family),
    households: householdsOf(of('household'), relatives, record.person, known.today),
    holders: holdersOf(of('parentalResponsibility'), holders, known.today),
    professionals: professionalsOf(of('professional'), known.today),
  };
}

const pictured = ({ id, sex, bornOn, expectedOn }: Member) => {
  const born = bornOn ?? expectedOn;
  return { id, sex, ...(born === undefined ? {} : { bornOn: born }) };
};

export const isUnborn = ({ bornOn, expectedOn }: Birth, today: LocalDate): boolean =>
  bornOn === undefined ? expectedOn !== undefined : bornOn > today;
export const isDead = ({ diedOn }: Member, today: LocalDate): boolean => diedOn !== undefined && diedOn <= today;

/** "born 3 Mar 2016", "born 3 Mar 1940, died 1 May 2019", "expected 2 Apr 2026". */
export function lifeWords(member: Member, today: LocalDate): string {
  const { bornOn, expectedOn, diedOn } = member;
  if (isUnborn(member, today)) return expectedOn === undefined ? 'unborn' : `expected ${formatDate(expectedOn)}`;
  const born = bornOn === undefined ? '' : `born ${formatDate(bornOn)}`;
  const died = diedOn === undefined || diedOn > today ? '' : `died ${formatDate(diedOn)}`;
  return [born, died].filter((part) => part !== '').join(', ');
}

/** The root first, then brothers and sisters, then everybody else as they are drawn: row by row. */
function rowsOf(family: Family, kinship: ReadonlyMap<string, string>, today: LocalDate): readonly FamilyRow[] {
  const siblings = new Set(siblingsOf(family).map(({ id }) => id));
  const rank = ({ id }: Member): number => (id === family.root ? 0 : siblings.has(id) ? 1 : 2);
  return family.members
    .map((member, n) => ({ member, n }))
    .sort((a, b) => rank(a.member) - rank(b.member) || a.n - b.n)
    .map(({ member }) => ({
      member,
      kinship: member.id === family.root ? '' : (kinship.get(member.id) ?? ''),
      life: lifeWords(member, today),
      ties: tieWords(family, member),
      livesWithRoot: member.id !== family.root && family.household.includes(member.id),
    }));
}
