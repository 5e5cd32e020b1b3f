import type { Option } from '../../../kernel/field/field.ts';
import { summaryLine } from '../../../kernel/step/said.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord, Session } from '../../../record/contract.ts';
import type { Before } from '../../form/last-time.tsx';
import type { WebParts } from '../../parts.ts';
import type { GivenForm } from '../../memory.ts';
import { shortDate } from '../child/child.ts';

const longest = 110;
const cut = (words: string): string => (words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/, '')} …`);

type Asked = {
  readonly step: AnyStep;
  readonly record: ChildRecord;
  /** The entry that is being made: sent twice, what it has answered by then may still be chosen. */
  readonly entry: string;
  /** What a link or a draft has chosen of a child's record stays to be seen, though it is open no more; in a file whose it is to answer decides alone. */
  readonly given: GivenForm;
};

/** The entries among which the form of a step lets choose, each by its words; what it lets choose is nobody else’s to answer. Undefined: every entry of the record. */
export async function amongWhich(
  parts: WebParts,
  session: Session,
  { step, record, entry: own, given }: Asked,
): Promise<readonly Option[] | undefined> {
  if (step.among === undefined) return undefined;
  const speaksFor = step.file === 'body' ? await parts.record.speaksFor(session, record.person) : undefined;
  const before = record.history.filter(({ entry }) => entry !== own);
  const among = new Set(step.among(before, speaksFor).map(({ entry }) => entry));
  const chosen = new Set(step.file === undefined ? Object.values(given).flat() : []);
  return before
    .filter(({ entry }) => among.has(entry) || chosen.has(entry))
    .toReversed()
    .map(({ entry, happenedOn, step: name, answers }) => {
      const of = parts.steps.find((one) => one.name === name);
      return { value: entry, label: `${shortDate(happenedOn)}: ${of === undefined ? name : cut(summaryLine(of, answers))}` };
    });
}

/** What was chosen the last time is open no more, and helps nobody: the rest of the last answers does. */
export function beforeAmong(step: AnyStep, before: Before | undefined): Before | undefined {
  if (before === undefined || step.among === undefined) return before;
  const isChosen = (name: string): boolean => {
    const control = step.fields[name]?.control;
    return control?.kind === 'link' && control.to === 'entry';
  };
  return { ...before, answers: Object.fromEntries(Object.entries(before.answers).filter(([name]) => !isChosen(name))) };
}
