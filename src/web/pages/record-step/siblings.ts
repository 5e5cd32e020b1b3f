import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { familyOn, siblingsOf } from '../../../practice/people/family.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import type { Subject } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';

/** The child, and those of the family whom the step may be stated of at once: brothers and sisters, or everybody with a record. `together`: whom a new form ticks. */
export async function subjectsOf(
  parts: WebParts,
  opened: Opened,
  step: AnyStep,
  { person, standing }: ChildRecord,
): Promise<{ readonly child: Subject; readonly siblings: readonly Subject[]; readonly together: readonly string[] }> {
  const child = { person, name: standing.name, bornOn: standing.bornOn, expectedOn: standing.expectedOn };
  const isOfOne = Object.keys(step.each).length === 0 && step.togetherWith !== 'siblings';
  if (isOfOne || step.togetherWith === 'nobody') return { child, siblings: [], together: [] };
  const family = familyOn(person, await parts.record.relatives(opened), dayInEngland(parts.now()));
  const offered = step.togetherWith === 'family' ? family.members.filter(({ id }) => id !== person) : siblingsOf(family);
  const isOffered = step.about === undefined ? ({ isAdult }: { readonly isAdult: boolean }) => !isAdult : () => true;
  const siblings = offered.filter((one) => one.isOnRecord && !one.isRestricted && isOffered(one));
  return {
    child,
    siblings: siblings.map(({ id, name, bornOn, expectedOn }) => ({ person: id, name, bornOn, expectedOn })),
    together: step.ticks === 'household' ? family.household : [],
  };
}
