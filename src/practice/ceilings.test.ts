import { describe, expect, it, test } from 'vitest';
import type { AnyField, Fields } from '../kernel/field/field.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { stepNamed, steps } from './pathway.ts';

/*
 * What recording may cost, counted from the definitions themselves: the questions that the worst of a step’s examples shows, a table by its columns, and
 * those of them that must be answered. The ceiling bounds questions, never words.
 */
type Ceiling = { readonly of: readonly string[]; readonly shown: number; readonly mandatory: number };

const ceilings: Readonly<Record<string, Ceiling>> = {
  'contact and referral, together': { of: ['contact', 'contactDecision', 'referral'], shown: 25, mandatory: 9 },
  visit: { of: ['visit'], shown: 6, mandatory: 3 },
  'case note': { of: ['caseNote'], shown: 3, mandatory: 2 },
  'child and family assessment': {
    of: ['childAndFamilyAssessment', 'assessmentReport', 'assessmentAuthorisation'],
    shown: 45,
    mandatory: 12,
  },
  'strategy discussion': { of: ['strategyDiscussion'], shown: 12, mandatory: 6 },
  'section 47 enquiry': { of: ['section47Enquiry', 'section47Outcome'], shown: 12, mandatory: 6 },
  'initial conference, with plan': { of: ['initialConference', 'childProtectionPlan'], shown: 20, mandatory: 8 },
  'review conference': { of: ['reviewConference'], shown: 15, mandatory: 6 },
  'looked-after review': { of: ['lookedAfterReview'], shown: 15, mandatory: 6 },
};

/** Six shown and three mandatory where none is named. Those of a return alone are asked of nobody who works with children. */
const others: Readonly<Record<string, { readonly shown: number; readonly mandatory: number }>> = {
  personDetails: { shown: 15, mandatory: 3 },
  sharingOfInformation: { shown: 6, mandatory: 4 },
  placement: { shown: 14, mandatory: 3 },
  outcomesOfTheYear: { shown: 11, mandatory: 1 },
};

const fieldsOf = ({ fields, each }: AnyStep): Fields => ({ ...fields, ...each });

const columnsOf = (field: AnyField): readonly AnyField[] => {
  const control: { readonly kind: string; readonly columns?: Fields } = field.control;
  return control.columns === undefined ? [field] : Object.values(control.columns);
};

/** What a form of this step shows to whoever gives these answers. */
const shownFor = (step: AnyStep, answers: Readonly<Record<string, unknown>>): readonly AnyField[] =>
  Object.values(fieldsOf(step))
    .filter((field) => field.until === undefined && field.inFilesAlone !== true && field.askedWhen?.(answers) !== false)
    .flatMap(columnsOf);

const worst = (step: AnyStep, count: (shown: readonly AnyField[]) => number): number =>
  Math.max(...Object.values(step.examples).map((example) => count(shownFor(step, example))));

const costOf = (step: AnyStep) => ({
  shown: worst(step, (shown) => shown.length),
  mandatory: worst(step, (shown) => shown.filter((field) => field.required !== undefined).length),
});

const named = (name: string): AnyStep => {
  const step = stepNamed(name);
  if (step === undefined) throw new Error(`there is no step ${name}`);
  return step;
};

describe('the ceilings of recording', () => {
  test.each(Object.entries(ceilings))('%s', (_name, { of, shown, mandatory }) => {
    const costs = of.map((name) => costOf(named(name)));
    expect(costs.reduce((sum, cost) => sum + cost.shown, 0)).toBeLessThanOrEqual(shown);
    expect(costs.reduce((sum, cost) => sum + cost.mandatory, 0)).toBeLessThanOrEqual(mandatory);
  });

  const inCeilings = new Set(Object.values(ceilings).flatMap(({ of }) => of));
  test.each(steps.filter(({ name }) => !inCeilings.has(name)).map((step) => [step.name, step] as const))('%s', (name, step) => {
    const most = others[name] ?? { shown: 6, mandatory: 3 };
    const cost = costOf(step);
    expect(cost.shown).toBeLessThanOrEqual(most.shown);
    expect(cost.mandatory).toBeLessThanOrEqual(most.mandatory);
  });
});

/** What must be looked at, heard and judged each time: by what the question is called, or what it asks. */
const ofThisChild = /^(seen$|seenAlone|notSeenBecause|whatTheChildSaid|childsV|meaning|ofThisChild|motherSeen)/;
const judged =
  /^(danger|strengths|decision|decisions|recommendation|outcome|response|category|continues|parentsView|familyPlan|advice|progress|factors|enquiriesInitiated|tookPart|wouldChange)$/;
const isJudged = (name: string, { kind }: AnyField): boolean =>
  (judged.test(name) && kind !== 'link') || (/^reasons?$/.test(name) && kind === 'text');
/** Whose rows of a file are whose is no judgement of a child. */
const ofNoChild = new Set(['identityDecision']);

const all = steps.flatMap((step) =>
  (['fields', 'each'] as const).flatMap((part) => Object.entries(step[part]).map(([name, field]) => ({ step, part, name, field }))),
);

describe('what is never prefilled and never copied between brothers and sisters', () => {
  it('is marked so wherever it is asked', () => {
    const free = all.filter(
      ({ step, name, field }) =>
        !ofNoChild.has(step.name) && (ofThisChild.test(name) || isJudged(name, field)) && field.neverPrefilled !== true,
    );
    expect(free.map(({ step, name }) => `${step.name}.${name}`)).toEqual([]);
  });
  it('is on a line of the child’s own, where an entry may be about several', () => {
    const together = all.filter(({ step, part, name }) => part === 'fields' && ofThisChild.test(name) && Object.keys(step.each).length > 0);
    expect(together.map(({ step, name }) => `${step.name}.${name}`)).toEqual([]);
  });
});
