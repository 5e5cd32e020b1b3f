import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { Line } from '../../../kernel/step/history.ts';
import { agreedIn } from '../../../practice/pathway.ts';
import type { Appended, ChildRecord, Session } from '../../../record/contract.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import { placed, type Subject, type Understood } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';

const merged = (answers: Understood, person: string): Readonly<Record<string, unknown>> => ({
  ...answers.shared,
  ...answers.each.get(person),
});

/** What each child's whole history raises against the answers: also what this person may not read of it. */
export async function verdicts(
  parts: WebParts,
  session: Session,
  step: AnyStep,
  chosen: readonly Subject[],
  records: ReadonlyMap<string, ChildRecord>,
  answers: Understood,
): Promise<readonly Problem[]> {
  const today = dayInEngland(parts.now());
  const judged = await Promise.all(
    chosen.map(async (subject) => {
      const decide = (history: History) => step.decide(history, merged(answers, subject.person) as never, today);
      const record = records.get(subject.person);
      const problems = record === undefined ? decide([]) : await parts.record.judge(session, record, decide);
      return problems.map((problem) => placed(step, subject, chosen.length > 1, problem));
    }),
  );
  return judged.flat();
}

/** Whom the entry is about besides those chosen, with their own line of it. */
export const othersToldOf = (step: AnyStep, chosen: readonly Subject[], answers: Understood) =>
  chosen.flatMap(({ person }) => step.alsoAbout?.(person, merged(answers, person) as never) ?? []);

/** One entry about every child chosen, and each action agreed in it as one of its own; sent twice, they are recorded once. */
export function recordEntry(
  parts: WebParts,
  session: Session,
  { step, entry, chosen, child, draft }: StepFormProps,
  answers: Understood,
  records: ReadonlyMap<string, ChildRecord>,
): Promise<Appended> {
  const happenedOn = step.happenedOn(merged(answers, child.person) as never);
  const actionStep = parts.steps.find(({ name }) => name === 'action');
  const agreed = agreedIn(step, { entry, agreedOn: happenedOn, shared: answers.shared, history: records.get(child.person)?.history ?? [] });
  return parts.record.append(
    session,
    [
      {
        entry,
        step: step.name,
        ...(draft === undefined || draft.version === 0 ? {} : { draft: draft.version }),
        wording: parts.wordingOf(step),
        happenedOn,
        shared: answers.shared,
        about: [
          ...chosen.map(({ person }) => ({ person, answers: answers.each.get(person) ?? {} })),
          ...othersToldOf(step, chosen, answers),
        ],
      },
      ...agreed.map((one) => ({
        entry: one.entry,
        step: 'action',
        wording: actionStep === undefined ? '' : parts.wordingOf(actionStep),
        happenedOn,
        shared: one.answers,
        about: chosen.map(({ person }) => ({ person, answers: {} })),
      })),
    ],
    records,
  );
}

/** What somebody else wrote about one of these children after the form was first shown. */
export type WrittenSince = { readonly name: string; readonly line: Line };

export function writtenSince(
  { chosen, entry, readAt }: Pick<StepFormProps, 'chosen' | 'entry' | 'readAt'>,
  records: ReadonlyMap<string, ChildRecord>,
): readonly WrittenSince[] {
  const shown = Date.parse(readAt);
  return chosen.flatMap(({ person, name }) =>
    (records.get(person)?.chain ?? [])
      .filter((line) => line.entry !== entry && Date.parse(line.recordedAt) > shown)
      .map((line) => ({ name, line })),
  );
}

/** Only the same step, or one that its decision rests upon, may have changed what the writer would say. */
export const mayChange = (step: AnyStep, { line }: WrittenSince): boolean => line.step === step.name || step.dependsOn.includes(line.step);
