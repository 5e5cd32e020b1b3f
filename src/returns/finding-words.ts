import { inSentence } from '../kernel/field/in-sentence.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { stepNamed, steps } from '../practice/pathway.ts';
import type { KeptFinding } from '../record/returns.ts';
import type { ReturnName } from './child-finding.ts';
import { censusRules } from './cin-census/collection.ts';
import { rightAsItIs } from './ssda903/build/right-as-it-is.ts';
import { lookedAfterRules } from './ssda903/collection.ts';

export type FindingWords = {
  /** The questions of which the answers do not do, as the forms ask them. */
  readonly where: string;
  /** The DfE's words. */
  readonly why: string;
  /** What comes of it in spring, if nobody mends it. */
  readonly consequence: string;
  readonly level: 'error' | 'query' | 'draft';
};

/** By column of a return: the question that asks for it. */
export const questionsOf = (asking: readonly AnyStep[], of: ReturnName): ReadonlyMap<string, string> =>
  new Map(
    asking.flatMap((step) =>
      Object.values({ ...step.fields, ...step.each }).flatMap(({ label, returns }) => {
        const column = returns?.[of]?.split(/[/.]/).at(-1);
        return column === undefined ? [] : [[column, `${step.title}, ${inSentence(label)}`] as const];
      }),
    ),
  );

/** Columns that follow from a step without being answered in it alone: its question. */
const followsFrom = {
  SDQ_SCORE: ['strengthsAndDifficulties', 'score'],
  SDQ_REASON: ['strengthsAndDifficulties', 'noScoreBecause'],
  CONVICTED: ['conviction', 'outcome'],
  HEALTH_CHECK: ['immunisations', 'healthChecks'],
  IMMUNISATIONS: ['immunisations', 'upToDate'],
  TEETH_CHECK: ['dentalCheck', 'attended'],
  HEALTH_ASSESSMENT: ['healthAssessment', 'done'],
  SUBSTANCE_MISUSE: ['substanceUse', 'problem'],
  INTERVENTION_RECEIVED: ['substanceUse', 'received'],
  INTERVENTION_OFFERED: ['substanceUse', 'offered'],
  SW_REASON: ['allocation', 'reasonForChange'],
  RNE: ['placement', 'sameCarers'],
  PL_LA: ['placement', 'postcode'],
  PL_LOCATION: ['placement', 'postcode'],
  PL_DISTANCE: ['placement', 'postcode'],
} as const satisfies Readonly<Record<string, readonly [step: string, field: string]>>;

const askedElsewhere: readonly (readonly [string, string])[] = Object.entries(followsFrom).flatMap(([column, [name, field]]) => {
  const step = stepNamed(name);
  const label = step?.fields[field]?.label ?? step?.each[field]?.label;
  return step === undefined || label === undefined ? [] : [[column, `${step.title}, ${inSentence(label)}`] as const];
});

const returns = {
  cin: { rules: censusRules, questions: questionsOf(steps, 'cin'), name: 'The census' },
  ssda903: {
    rules: lookedAfterRules,
    questions: new Map([...questionsOf(steps, 'ssda903'), ...askedElsewhere]),
    name: 'The looked-after return',
  },
} as const;

const consequences = {
  error: 'is not taken with it',
  query: 'Somebody will have to explain it in spring',
  draft: 'A rule of 2026-27 that is still a draft',
} as const;

/** What the DfE's queries begin with: said here in other words, once. */
const please = /^please check(?: and either (?:amend|amend data) or provide a reason)?: */i;

/** A finding in words that a practitioner understands. */
export function wordsOfFinding({ return: of, code, fields }: Pick<KeptFinding, 'return' | 'code' | 'fields'>): FindingWords {
  const { rules, questions, name } = returns[of];
  const rule = rules.get(code);
  const level = rule?.isDraft === true ? 'draft' : (rule?.level ?? 'error');
  const where = [...new Set(fields.flatMap((field) => questions.get(field) ?? []))];
  return {
    where: where.length === 0 ? 'The record as a whole' : where.join('; '),
    why: `${(rule?.message ?? '').trim().replace(please, '')} (${code})`,
    consequence: level === 'error' ? `${name} ${consequences.error}` : consequences[level],
    level,
  };
}

/** Why what a rule finds is right, where that is known of the rule itself: for a person to look at, and to sign. */
export const suggestedReason = (of: ReturnName, code: string): string | undefined => (of === 'ssda903' ? rightAsItIs.get(code) : undefined);
