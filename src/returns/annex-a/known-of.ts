import { addMonths, ageAt, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { lifeOf, statementsOf } from '../../practice/pathway.ts';
import type { BuiltElement } from '../cin-census/build/element.ts';
import { detailIn } from '../details.ts';
import { isIn, type Period } from '../rule/period.ts';
import { categoryOf } from './categories.ts';
import type { AnnexCell } from './lists.ts';

/** Names of staff and of teams, by their ids, and of the authority. */
export type Names = {
  readonly members: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly authority?: string | undefined;
};
type Cells = Readonly<Record<string, AnnexCell>>;

export const yesOrNo = (isSo: boolean | undefined): string => (isSo === undefined ? 'c) Unknown' : isSo ? 'a) Yes' : 'b) No');

/** What is asked of a child again and again, as known on a day. */
export function knownOf(history: History, on: LocalDate, names: Names) {
  const told = history.filter(({ happenedOn }) => happenedOn <= on);
  const back = (months: number): Period => ({ from: addMonths(on, -months), to: on });
  const all = (step: string): readonly Statement[] => statementsOf(step, told);
  const last = (step: string, isIt: (one: Statement) => boolean = () => true) => all(step).findLast(isIt);
  return {
    told,
    on,
    back,
    all,
    last,
    day: (step: string, isIt?: (one: Statement) => boolean) => last(step, isIt)?.happenedOn,
    count: (step: string, months: number, isIt: (one: Statement) => boolean = () => true): number =>
      all(step).filter((one) => isIn(one.happenedOn, back(months)) && isIt(one)).length,
    ...whoIs(history, on),
    held: heldBy(all('allocation'), names),
    authority: names.authority,
    name: (id: unknown): string | undefined => names.members.get(String(id)),
  };
}
export type Known = ReturnType<typeof knownOf>;

function whoIs(history: History, on: LocalDate): { readonly who: Cells; readonly disability: Cells; readonly family: AnnexCell } {
  const detail = detailIn(history);
  const said = (name: string): unknown => detail(name)?.answers[name];
  const { bornOn } = lifeOf(history);
  const disabilities = said('disabilities');
  return {
    who: {
      'Child Unique ID': text(said('laChildId')),
      Gender: genderOf(said('sex')),
      Ethnicity: categoryOf('ethnicity', said('ethnicity'), true),
      'Date of Birth': bornOn,
      'Age of Child (Years)': bornOn === undefined || bornOn > on ? undefined : ageAt(bornOn, on),
    },
    disability: { 'Does the Child have a Disability': yesOrNo(Array.isArray(disabilities) ? !disabilities.includes('NONE') : undefined) },
    family: text(said('family')),
  };
}

export const genderOf = (sex: unknown): string => (sex === 'M' ? 'a) Male' : sex === 'F' ? 'b) Female' : 'c) Not stated/recorded');

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Who has the case: the last team and lead worker; nobody, where the team waits for one. */
function heldBy(allocations: readonly Statement[], { members, teams }: Names): Cells {
  const last = allocations.findLast(({ answers }) => (answers['role'] ?? 'lead') === 'lead');
  return {
    'Allocated Team': teams.get(String(last?.answers['team'])),
    'Allocated Worker': members.get(String(last?.answers['worker'])),
  };
}

/** What stands under a name in an element of the census. */
export const valueIn = ({ children }: BuiltElement, name: string): string | undefined => children.find((one) => one.name === name)?.text;
