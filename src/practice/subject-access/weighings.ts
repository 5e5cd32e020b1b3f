import type { Ground } from './grounds.ts';

/**
 * How it was weighed that something is withheld. What somebody else agreed to, or what can reasonably be told without their agreeing, is not withheld (Data
 * Protection Act 2018 Sch 2 para 16): so each answer about a third party says that it cannot.
 */
export const weighings = {
  refused: 'Third party was asked and refused; not reasonable without',
  unanswered: 'Third party was asked and has not answered; not reasonable without',
  unaskable: 'Third party cannot be found or cannot agree; not reasonable without',
  notAsked: 'Third party was not asked, as the reason says; not reasonable without',
  notHealth: 'Serious harm: not data about health',
  opinion: 'Serious harm: a health professional’s opinion, named in the reason',
} as const;

export type Weighing = keyof typeof weighings;

const isWeighing = (name: unknown): name is Weighing => typeof name === 'string' && Object.hasOwn(weighings, name);

/** A stored answer as a weighing, if it is one. */
export const weighingOf = (name: unknown): Weighing | undefined => (isWeighing(name) ? name : undefined);

type Weighed = { readonly ground: Ground; readonly weighed?: Weighing; readonly why?: string };

const consents: ReadonlySet<Weighing | undefined> = new Set(['refused', 'unanswered', 'unaskable', 'notAsked'] as const);
const reasoned: ReadonlySet<Weighing | undefined> = new Set(['notAsked', 'opinion'] as const);

/** What the law wants said before this is withheld from anybody; undefined: nothing more. It may be kept without, and is not released so. */
export function unsaidOf({ ground, weighed, why = '' }: Weighed): string | undefined {
  const isReasoned = !reasoned.has(weighed) || why.trim() !== '';
  if (ground === 'thirdParty')
    return consents.has(weighed) && isReasoned
      ? undefined
      : 'say whether the third party was asked and what they answered, or why they were not (Data Protection Act 2018 Sch 2 para 16)';
  if (ground === 'seriousHarm')
    return (weighed === 'notHealth' || weighed === 'opinion') && isReasoned
      ? undefined
      : 'say that it is not data about health, or which health professional is of the opinion that serious harm is likely (Data Protection Act 2018 Sch 3 paras 5, 6 and 11)';
  if (ground === 'seriousHarmHealth')
    return weighed === 'opinion' && isReasoned
      ? undefined
      : 'say which health professional is of the opinion that serious harm is likely (Data Protection Act 2018 Sch 3 paras 5 and 6)';
  return undefined;
}
