import type { RecipientKind } from '../practice/pathway.ts';

/** Kinds of facts that not everybody may have, from the one most often let slip. `reason` is shown to the sender, and recorded with the release. */
type Rule = {
  readonly title: string;
  readonly reason: string;
  /** Who may have it without a reason given: everybody else may not. */
  readonly goesTo: readonly RecipientKind[];
};

const investigators = ['police', 'court', 'authority'] as const;
const family = ['parent', 'child'] as const;

/** The one place that says who must not have what. A new kind of fact is a line here, and in `facts.ts` the answers in which it stands. */
export const rules = {
  confidentialAddress: {
    title: 'Confidential address',
    reason: 'It was recorded as confidential: whoever has it can find those who hide (Family Procedure Rules 2010 r 29.1)',
    goesTo: ['police'],
  },
  homeAddress: {
    title: 'Home address',
    reason: 'A parent may live elsewhere, and everybody else who needs it has it already (UK GDPR article 5(1)(c))',
    goesTo: [...investigators, 'health'],
  },
  placement: {
    title: 'Placement: where the child lives or lived away from home, and with whom',
    reason: 'A placement may be disclosed only where it is safe for child and carers (Children Act 1989 s22C and Sch 2 para 15)',
    goesTo: [...investigators, 'health'],
  },
  school: {
    title: 'School or nursery',
    reason: 'A child can be waited for at school (UK GDPR article 5(1)(c))',
    goesTo: [...investigators, 'health', 'carer', 'school'],
  },
  referrer: {
    title: 'Who told us',
    reason: 'Whoever tells us of a child may stay unnamed (D v NSPCC [1978] AC 171; Data Protection Act 2018 Sch 2 para 16)',
    goesTo: ['police', 'authority'],
  },
  contactDetails: {
    title: 'How to reach somebody else',
    reason: 'Telephone and e-mail of a third party are theirs to give (Data Protection Act 2018 Sch 2 para 16)',
    goesTo: [...investigators, 'health', 'school'],
  },
  restrictedPerson: {
    title: 'Somebody whose record is restricted',
    reason: 'Their record is open to the people named for it alone',
    goesTo: [],
  },
  closeFamily: {
    title: 'Parents, brothers and sisters',
    reason: 'The recipient has no need to know the family (UK GDPR article 5(1)(c))',
    goesTo: [...investigators, ...family, 'health', 'carer', 'school'],
  },
  otherFamily: {
    title: 'Others of the family, whom the recipient may not know of',
    reason: 'A parent’s other children or partners are third parties (Data Protection Act 2018 Sch 2 para 16)',
    goesTo: [...investigators, 'health'],
  },
  warning: {
    title: 'Warnings for those who go to the child',
    reason: 'It may be about the recipient, and says who warned us (Data Protection Act 2018 Sch 2 para 16 and Sch 3 para 5)',
    goesTo: [...investigators, 'health', 'carer'],
  },
  untold: {
    title: 'What the family was not told of',
    reason: 'Knowing of it could put somebody in danger, or harm an enquiry (Data Protection Act 2018 Sch 2 para 2 and Sch 3 para 11)',
    goesTo: [...investigators, 'health', 'school', 'referrer'],
  },
  childNotTold: {
    title: 'What the child has not been told',
    reason: 'A child learns of their own life from somebody who explains it, and not from a sheet of paper (Children Act 1989 s22(4))',
    goesTo: ['parent', 'carer', 'school', 'health', ...investigators, 'referrer', 'public', 'other'],
  },
  legalAdvice: {
    title: 'Legal advice',
    reason: 'It is privileged, and stays so only while nobody outside the authority has it (Data Protection Act 2018 Sch 2 para 19)',
    goesTo: [],
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type FactKind = keyof typeof rules;

/** What is on somebody’s record and yet is not theirs to have. */
const nobodysOwn: ReadonlySet<FactKind> = new Set<FactKind>(['warning', 'referrer', 'untold', 'childNotTold', 'legalAdvice']);

/** Somebody is told nothing new by what is their own. */
export type Recipient = { readonly kind: RecipientKind; readonly person?: string };

/** Why this recipient must not have a fact; undefined: they may. `whose`: the people whose fact it is. */
export function whyLeftOut(kind: FactKind, recipient: Recipient, whose: readonly string[] = []): string | undefined {
  const rule: Rule = rules[kind];
  const isTheirOwn = recipient.person !== undefined && whose.includes(recipient.person) && !nobodysOwn.has(kind);
  return isTheirOwn || rule.goesTo.includes(recipient.kind) ? undefined : rule.reason;
}
