import { expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { givenOf, understand } from '../kernel/field/understand.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { historyOf, type Told } from './history.fixture.ts';
import { gates } from './gates/gate.ts';
import { steps } from './pathway.ts';

/*
 * No return rule, no clock and no missing answer stops a save: what happened is written down as far as it is known. Only the answers that a duty, a return or a
 * decision names are asked for (`required`); what is refused is refused for what was said. A gate stands before a decision, with a way past it by name.
 */
type Answers = Readonly<Record<string, unknown>>;

const examplesOf = (step: AnyStep): readonly Answers[] => Object.values(step.examples);
const told = steps.flatMap((step): Told[] => examplesOf(step).map((answers) => [step.name, step.happenedOn(answers as never), answers]));
const histories = [historyOf(), historyOf(...told), historyOf(...told.toReversed())];
/** Ten years on, every limit that was ever begun is long past. */
const days = [date('2026-12-31'), date('2036-12-31')];

/** Each with the mandatory answers, and of the others none, each one alone, and all but each one. */
function thinnedOut(step: AnyStep, answers: Answers): readonly Answers[] {
  const fields = { ...step.fields, ...step.each };
  const isMust = (name: string): boolean => fields[name]?.required !== undefined;
  const others = Object.keys(answers).filter((name) => !isMust(name));
  const kept = [[], ...others.map((one) => [one]), ...others.map((one) => others.filter((other) => other !== one))];
  return kept.map((keep) => Object.fromEntries(Object.entries(answers).filter(([name]) => isMust(name) || keep.includes(name))));
}

/** What is said of nobody says nothing: somebody on record, or a name. */
const ofWhom = new Set(['relationship.relative', 'parentalResponsibility.holder', 'leadPractitioner.member', 'agreementToHelp.holder']);

it('no answer that is missing, and no limit that has passed, stops a save of any step', () => {
  const stopped = new Set<string>();
  const held = new Set<string>();
  for (const step of steps)
    for (const answers of examplesOf(step).flatMap((example) => thinnedOut(step, example)))
      for (const history of histories)
        for (const today of days)
          for (const { field, message } of step.decide(history, answers as never, today)) {
            if (field !== undefined && (field in answers || ofWhom.has(`${step.name}.${field}`))) continue;
            const gate = Object.values(gates).find(({ title }) => message.toLowerCase().includes(title.toLowerCase()));
            if (gate?.decision === step.name && message.includes('the head of service records')) held.add(step.name);
            else stopped.add(`${step.name}.${String(field)}: ${message}`);
          }
  expect([...stopped]).toEqual([]);
  expect([...held], 'the gates were tried').toContain('childProtectionPlanEnd');
});

it('a form that answers no more than it must is understood', () => {
  for (const step of steps)
    for (const example of examplesOf(step))
      for (const fields of [step.fields, step.each]) {
        const must = Object.entries(example).filter(([name]) => fields[name]?.required !== undefined);
        const given = givenOf(fields, Object.fromEntries(must));
        expect(understand(fields, given), step.name).toMatchObject({ kind: 'accepted' });
      }
});
