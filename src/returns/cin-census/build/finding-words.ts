import { inSentence } from '../../../kernel/field/in-sentence.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { steps } from '../../../practice/pathway.ts';
import type { KeptFinding } from '../../../record/returns.ts';
import { censusRules } from '../collection.ts';

export type FindingWords = {
  /** The questions of which the answers do not do, as the forms ask them. */
  readonly where: string;
  /** The DfE's words. */
  readonly why: string;
  /** What comes of it in spring, if nobody mends it. */
  readonly consequence: string;
  readonly level: 'error' | 'query' | 'draft';
};

/** By column of the census: the question that asks for it. */
export const questionsOf = (asking: readonly AnyStep[]): ReadonlyMap<string, string> =>
  new Map(
    asking.flatMap((step) =>
      Object.values({ ...step.fields, ...step.each }).flatMap(({ label, returns }) => {
        const column = returns?.cin;
        return column === undefined ? [] : [[column.slice(column.lastIndexOf('/') + 1), `${step.title}, ${inSentence(label)}`] as const];
      }),
    ),
  );
const questions = questionsOf(steps);

const consequences = {
  error: 'The census is not taken with it',
  query: 'Somebody will have to explain it in spring',
  draft: 'A rule of 2026-27 that is still a draft',
} as const;

/** What the DfE's queries begin with: said here in other words, once. */
const please = /^please check(?: and either (?:amend|amend data) or provide a reason)?: */i;

/** A finding in words that a practitioner understands. */
export function wordsOfFinding({ code, fields }: Pick<KeptFinding, 'code' | 'fields'>): FindingWords {
  const rule = censusRules.get(code);
  const level = rule?.isDraft === true ? 'draft' : (rule?.level ?? 'error');
  const where = [...new Set(fields.flatMap((field) => questions.get(field) ?? []))];
  return {
    where: where.length === 0 ? 'The record as a whole' : where.join('; '),
    why: `${(rule?.message ?? '').trim().replace(please, '')} (${code})`,
    consequence: consequences[level],
    level,
  };
}
