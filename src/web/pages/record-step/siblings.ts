import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord, Session } from '../../../record/contract.ts';
import type { Subject } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';

/** The child, and the brothers and sisters of the same family that lists may show, when the step has a line for each. */
export async function subjectsOf(
  parts: WebParts,
  session: Session,
  step: AnyStep,
  record: ChildRecord,
): Promise<{ readonly child: Subject; readonly siblings: readonly Subject[] }> {
  const { person, standing } = record;
  const child = { person, name: standing.name };
  if (Object.keys(step.each).length === 0 || standing.family === undefined) return { child, siblings: [] };
  const listed = await parts.record.list(session, standing.team === undefined ? { onPlan: true } : { teams: [standing.team] });
  const siblings = listed.filter((other) => other.standing.family === standing.family && other.person !== person);
  return { child, siblings: siblings.map((other) => ({ person: other.person, name: other.standing.name })) };
}
