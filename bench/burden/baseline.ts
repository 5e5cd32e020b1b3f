import type { AnyField, Fields } from '../../src/kernel/field/field.ts';
import type { AnyStep } from '../../src/kernel/step/step.ts';
import { costs } from '../../test/journeys/keystroke-level.ts';
import { isFact } from './facts.ts';

/** What the same costs where each child has forms of their own and nothing is filled in: counted with the prices of the same model. */
export type Effort = { readonly keys: number; readonly clicks: number; readonly thoughts: number };
export const none: Effort = { keys: 0, clicks: 0, thoughts: 0 };

export const sum = (efforts: Iterable<Effort>): Effort =>
  [...efforts].reduce(
    (all, one) => ({ keys: all.keys + one.keys, clicks: all.clicks + one.clicks, thoughts: all.thoughts + one.thoughts }),
    none,
  );
export const times = (count: number, { keys, clicks, thoughts }: Effort): Effort => ({
  keys: count * keys,
  clicks: count * clicks,
  thoughts: count * thoughts,
});

/** A click is a point, a press and the hand there and back. */
export const secondsOf = ({ keys, clicks, thoughts }: Effort): number =>
  (keys + clicks) * costs.key + clicks * (costs.point + 2 * costs.home) + thoughts * costs.think;

/** Past a question that is not answered: a Tab. */
export const past: Effort = { keys: 1, clicks: 0, thoughts: 0 };
/** The cheapest answer that there is: a Tab to it, a thought, a key. */
const cheapest: Effort = { keys: 2, clicks: 0, thoughts: 1 };

/** One answer, typed or chosen: the Tab that leads to it, a thought unless it is told, and its keys. */
export function effortOf(name: string, field: AnyField, value: unknown): Effort {
  if (value === undefined || value === null) return past;
  const { control } = field;
  switch (control.kind) {
    case 'date':
      return { keys: 1 + 8 + 2, clicks: 0, thoughts: 1 };
    case 'link':
      return { keys: 1 + 3, clicks: 0, thoughts: 1 };
    case 'number':
      return { keys: 1 + String(value).length, clicks: 0, thoughts: 1 };
    case 'text':
      return isFact(name, field) ? { keys: 1 + String(value).length, clicks: 0, thoughts: 1 } : past;
    case 'choice': {
      const chosen = Array.isArray(value) ? value.length : 1;
      return times(chosen, cheapest);
    }
    case 'rows':
      return sum(linesOf(value).map((line) => effortOfAll(control.columns, line)));
  }
}

type Answers = Readonly<Record<string, unknown>>;
const linesOf = (value: unknown): readonly Answers[] =>
  (Array.isArray(value) ? value : []).filter((line): line is Answers => typeof line === 'object' && line !== null);

const effortOfAll = (fields: Fields, answers: Answers): Effort =>
  sum(Object.entries(fields).map(([name, field]) => effortOf(name, field, answers[name])));

/** A form: its link is looked for and clicked, each of its pages but the last goes on with Enter, and it is looked over and saved. */
const around = (pages: number): Effort => ({ keys: pages, clicks: 1, thoughts: 2 });

/** Counted from the forms of LB Hackney: questions, those that must be answered, those of free text, and pages. */
type Form = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly counted?: { readonly shown: number; readonly mandatory: number; readonly told: number; readonly pages: number };
};

export const forms: readonly Form[] = [
  { title: 'Initial contact assessment', steps: ['contact', 'household'], counted: { shown: 103, mandatory: 36, told: 26, pages: 18 } },
  {
    title: 'Child referral',
    steps: ['contactDecision', 'referral', 'referralDecision'],
    counted: { shown: 63, mandatory: 17, told: 0, pages: 16 },
  },
  {
    title: 'Assessment',
    steps: ['childAndFamilyAssessment', 'assessmentReport', 'explanations', 'assessmentAuthorisation'],
    counted: { shown: 197, mandatory: 57, told: 69, pages: 23 },
  },
  { title: 'Child visit', steps: ['visit'], counted: { shown: 8, mandatory: 7, told: 1, pages: 1 } },
  { title: 'Strategy discussion', steps: ['strategyDiscussion'] },
  { title: 'Section 47 enquiry', steps: ['section47Enquiry', 'section47Outcome'] },
  { title: 'Conference invitation', steps: ['conferenceInvitation'] },
  { title: 'Initial conference', steps: ['initialConference'] },
  { title: 'Plan', steps: ['childProtectionPlan'] },
  { title: 'Core group', steps: ['coreGroupMeeting'] },
  { title: 'Review conference', steps: ['reviewConference'] },
];

/** One step as it was told: what holds for all, and of each child. */
export type Stated = { readonly step: AnyStep; readonly shared: Answers; readonly each: readonly Answers[] };

/** The questions that somebody is asked who gives these answers. */
export const asked = (fields: Fields, answers: Answers): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, { until, inFilesAlone, askedWhen }]) => until === undefined && inFilesAlone !== true && askedWhen?.(answers) !== false,
    ),
  );

const ofChild = ({ step, shared, each }: Stated, child: number): { readonly fields: Fields; readonly answers: Answers } => {
  const answers = { ...shared, ...each[child] };
  return { fields: { ...asked(step.fields, shared), ...asked(step.each, each[child] ?? {}) }, answers };
};

/** One child’s own form. What a counted form must have answered besides is taken as the cheapest answer; its share of free text as a Tab. */
function effortOfForm({ counted }: Form, told: readonly Stated[], child: number): Effort {
  const parts = told.map((one) => ofChild(one, child));
  const answers = sum(parts.map(({ fields, answers: given }) => effortOfAll(fields, given)));
  if (counted === undefined) return sum([answers, around(1)]);
  const shown = parts.reduce((all, { fields }) => all + Object.keys(fields).length, 0);
  const given = parts.reduce((all, part) => all + Object.keys(part.fields).filter((name) => part.answers[name] !== undefined).length, 0);
  const isTold = Math.round((counted.mandatory * counted.told) / counted.shown);
  const more = Math.max(0, counted.mandatory - isTold - given);
  return sum([answers, times(more, cheapest), times(Math.max(0, counted.shown - shown - more), past), around(counted.pages)]);
}

/** Everything that was told, told again of each of the children. */
export function baselineOf(
  told: readonly Stated[],
  children: number,
): readonly { readonly title: string; readonly forms: number; readonly effort: Effort }[] {
  return forms.map((form) => {
    const ofIt = told.filter(({ step }) => form.steps.includes(step.name));
    const rounds = Math.max(0, ...form.steps.map((name) => ofIt.filter(({ step }) => step.name === name).length));
    const eachRound = Array.from({ length: rounds }, (_, n) =>
      form.steps.flatMap((name) => ofIt.filter(({ step }) => step.name === name).slice(n, n + 1)),
    );
    const efforts = eachRound.flatMap((round) => Array.from({ length: children }, (_, child) => effortOfForm(form, round, child)));
    return { title: form.title, forms: efforts.length, effort: sum(efforts) };
  });
}
