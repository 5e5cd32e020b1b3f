import type { FastifyRequest } from 'fastify';
import type { ChildRecord } from '../../../record/contract.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { Understood } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { signedIn } from '../../session.ts';
import { mustBeOpen, openAndRead } from '../child/opening.ts';
import { elsewhereOf, othersToldOf } from './recording.ts';

/** Each child’s record, the others opened for the reason given for the first. Undefined: one of them is closed to whoever writes. */
export async function recordsOfAll(
  request: FastifyRequest,
  parts: WebParts,
  { step, child, chosen }: Pick<StepFormProps, 'step' | 'child' | 'chosen'>,
  answers: Understood,
): Promise<ReadonlyMap<string, ChildRecord> | undefined> {
  const { session, memory: remembered } = signedIn(request);
  const opened = await mustBeOpen(request, parts);
  const told = [...chosen, ...othersToldOf(step, chosen, answers), ...elsewhereOf(step, chosen, answers)].map((one) => one.person);
  const others = [...new Set(told)].filter((one) => one !== child.person);
  const reason = remembered.opened.get(child.person)?.reason ?? 'Recording for the family';
  const records = await openAndRead(parts, session, others, reason, [opened]);
  return records.size <= others.length ? undefined : records;
}
