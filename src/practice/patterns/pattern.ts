import type { Statement } from '../../kernel/step/history.ts';

/** What may repeat in a record. The order is the order of this list: never of risk, which nothing here knows. */
export const patternKinds = {
  referrals: 'Referred again',
  injuries: 'Injuries, and accounts that changed',
  notBrought: 'Not brought to appointments',
  unseen: 'Not seen at visits',
  moves: 'Moves',
  missing: 'Missing again and again',
  newAdults: 'Adults who are new in the child’s life',
  disagreement: 'Agencies that disagreed',
} as const;

export type PatternKind = keyof typeof patternKinds;

export const isPatternKind = (kind: unknown): kind is PatternKind => typeof kind === 'string' && Object.hasOwn(patternKinds, kind);

/** What repeats, why it is offered in one sentence that anybody can check, and every entry that it rests on. It carries no weight and no score. */
export type Pattern = { readonly kind: PatternKind; readonly because: string; readonly entries: readonly Statement[] };
