import { dayInEngland, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { PlaceInLine } from '../../../kernel/derivation/line-of-a-case.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { Line } from '../../../kernel/step/history.ts';
import { agreedIn, idWithin } from '../../../practice/pathway.ts';
import type { Appended, ChildRecord, NewEntry, Session } from '../../../record/contract.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import { placed, type Subject, type Understood } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { linkedElsewhere } from './siblings.ts';

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
      const given = merged(answers, subject.person) as never;
      const place = await placeInLine(parts, session, step, { person: subject.person, on: step.happenedOn(given), given });
      const decide = (history: History): readonly Problem[] => {
        const raised = step.decide(history, given, today, session.actor);
        return raised.length > 0 || place === undefined ? raised : (step.outsideTheLine?.against(history, given, place) ?? []);
      };
      const record = records.get(subject.person);
      const elsewhere = record === undefined || subject === chosen[0] ? [] : linkedElsewhere(step, answers.shared, record, chosen[0]);
      if (elsewhere.length > 0) return elsewhere.map((problem) => placed(step, subject, true, problem));
      const problems = record === undefined ? decide([]) : await parts.record.judge(session, record, decide);
      return problems.map((problem) => placed(step, subject, chosen.length > 1, problem));
    }),
  );
  return judged.flat();
}

/** Where the database has whoever must stand outside the line of the case; undefined: outside it, or nobody must. */
async function placeInLine(
  { record }: WebParts,
  session: Session,
  step: AnyStep,
  { person, on, given }: { readonly person: string; readonly on: LocalDate; readonly given: never },
): Promise<PlaceInLine | undefined> {
  const member = step.outsideTheLine?.who(given);
  if (member === undefined) return undefined;
  const [found] = await record.placesInLine(session, [{ person, member, on }]);
  return found?.place;
}

/** Whom the entry is about besides those chosen, with their own line of it. */
export const othersToldOf = (step: AnyStep, chosen: readonly Subject[], answers: Understood) =>
  chosen.flatMap(({ person }) => step.alsoAbout?.(person, merged(answers, person) as never) ?? []);

/** What is stated of others in their own records, by steps of their own. */
export const elsewhereOf = (step: AnyStep, chosen: readonly Subject[], answers: Understood) =>
  chosen.flatMap(({ person }) => step.elsewhere?.(merged(answers, person) as never).there ?? []);

type Stating = {
  readonly step: AnyStep;
  readonly entry: string;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly about: NewEntry['about'];
  readonly happenedOn: NewEntry['happenedOn'];
  readonly history: History;
};

/** An entry, and each action agreed in it as one of its own. */
function withAgreed(parts: WebParts, { step, entry, shared, about, happenedOn, history }: Stating): readonly NewEntry[] {
  const actionStep = parts.steps.find(({ name }) => name === 'action');
  return [
    { entry, step: step.name, wording: parts.wordingOf(step), happenedOn, shared, about },
    ...agreedIn(step, { entry, agreedOn: happenedOn, shared, history }).map((one) => ({
      entry: one.entry,
      step: 'action',
      wording: actionStep === undefined ? '' : parts.wordingOf(actionStep),
      happenedOn,
      shared: one.answers,
      about: about.map(({ person }) => ({ person, answers: {} })),
    })),
  ];
}

/** One entry about every child chosen, and what is stated with it; sent twice, they are recorded once. */
export function recordEntry(
  parts: WebParts,
  session: Session,
  { step, entry, chosen, child, draft }: StepFormProps,
  answers: Understood,
  records: ReadonlyMap<string, ChildRecord>,
): Promise<Appended> {
  const happenedOn = step.happenedOn(merged(answers, child.person) as never);
  const historyOf = (person: string): History => records.get(person)?.history ?? [];
  const about = [
    ...chosen.map(({ person }) => ({ person, answers: answers.each.get(person) ?? {} })),
    ...othersToldOf(step, chosen, answers),
  ];
  const shared = step.elsewhere?.(merged(answers, child.person) as never).here ?? answers.shared;
  const [own, ...agreed] = withAgreed(parts, { step, entry, shared, about, happenedOn, history: historyOf(child.person) });
  const elsewhere = elsewhereOf(step, chosen, answers).flatMap(({ person, step: name, answers: said }, n) => {
    const theirs = parts.steps.find((one) => one.name === name);
    const id = idWithin(entry, 'elsewhere', n);
    const stated = { entry: id, shared: said, about: [{ person, answers: {} }], happenedOn, history: historyOf(person) };
    return theirs === undefined ? [] : withAgreed(parts, { step: theirs, ...stated });
  });
  const drafted = own === undefined || draft === undefined || draft.version === 0 ? own : { ...own, draft: draft.version };
  return parts.record.append(session, [...(drafted === undefined ? [] : [drafted]), ...agreed, ...elsewhere], records);
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
