import { idFrom } from '../demo/chance.ts';
import { date } from '../src/kernel/calendar/dates.ts';
import { familyOfForty } from '../src/oversight/family/genogram.fixture.ts';
import type { FamilyPicture } from '../src/oversight/family/family-picture.ts';
import { bondsTold, isBond, type Bond } from '../src/practice/people/bonds.ts';
import { derivation, wordingOf } from '../src/practice/pathway.ts';
import { stepOf } from '../src/practice/step-of.fixture.ts';
import type { NewEntry, Session } from '../src/record/contract.ts';
import { nothingStated } from '../src/record/derive.ts';
import type { WholeRecord } from '../src/record/record.ts';

const idOf = (name: string): string => idFrom('forty', name);
const child = familyOfForty().root;
export const childOfForty = idOf(child);

type About = NewEntry['about'];

let entries = 0;
function entry(name: string, shared: NewEntry['shared'], about: About): NewEntry {
  entries += 1;
  return { entry: idFrom('forty', entries), step: name, wording: wordingOf(stepOf(name)), happenedOn: date('2026-01-12'), shared, about };
}

/** Stated once, about both. */
function related(whose: string, bond: Bond, who: string, since: string | undefined): NewEntry {
  const from = since === undefined ? {} : { from: `${since}-06-01` };
  return entry('relationship', { learntOn: '2026-01-12', source: 'saidByFamily' }, [
    { person: idOf(whose), answers: { relative: idOf(who), bond, ...from } },
    { person: idOf(who), answers: { relative: idOf(whose), bond: bondsTold[bond].inverse, ...from } },
  ]);
}

const bondOf = (parentage: string): Bond => (parentage === 'foster' ? 'fosterCarer' : 'parent');

function statedOf({ members, parents, couples, others, household }: FamilyPicture): readonly NewEntry[] {
  const details = members.map(({ id, sex, bornOn }) =>
    entry(id === child ? 'personDetails' : 'adultDetails', {}, [
      { person: idOf(id), answers: { firstName: id, lastName: 'Example', ...(id === child ? { laChildId: 'FORTY' } : {}), sex, bornOn } },
    ]),
  );
  return [
    ...details,
    ...parents.map((tie) => related(tie.child, bondOf(tie.parentage), tie.parent, undefined)),
    ...couples.flatMap(({ a, b, couple, since }) => (isBond(couple) ? [related(a, couple, b, since)] : [])),
    ...others.map(({ a, b }) => related(a, 'cousin', b, undefined)),
    entry(
      'household',
      { from: '2024-09-01', address: '14 Example Street' },
      [child, ...household].map((id) => ({ person: idOf(id), answers: {} })),
    ),
  ];
}

/** The family of forty of the drawing's tests, as a record: each with details of their own, each tie stated once about both. */
export async function recordFamilyOfForty(record: WholeRecord, session: Session): Promise<void> {
  for (const one of statedOf(familyOfForty())) {
    const people = one.about.map(({ person }) => person);
    const openings = await record.open(session, people, 'Bench');
    const known = await record.readMany([...openings.values()].flatMap((each) => (each.kind === 'opened' ? [each.record] : [])));
    const read = new Map(people.map((person) => [person, known.get(person) ?? nothingStated(derivation, person)]));
    const appended = await record.append(session, [one], read);
    if (appended.kind !== 'appended') throw new Error(`Not appended: ${JSON.stringify(appended)}`);
  }
}
