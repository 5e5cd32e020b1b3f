import type { SoFar } from '../../kernel/field/field.ts';

/** Working Together 2023, chapter 1: families are told of what is shared about them, and why, unless telling would put a child at risk. */
export const familyTold = {
  agreed: 'They know, and agree',
  told: 'They know; agreement was not needed',
  notTold: 'They were not told',
  notKnown: 'Not known',
} as const;

/** The reason is asked only where the family was kept from knowing. */
export const ifNotTold = ({ familyTold: told }: SoFar): boolean => told === 'notTold';

/** UK GDPR articles 6 and 9. Agreement to a service is another thing, and is recorded apart. */
export const lawfulBases = {
  publicTask: 'Public task (UK GDPR article 6(1)(e)): the ordinary basis for safeguarding and promoting welfare',
  legalObligation: 'Legal obligation (article 6(1)(c))',
  vitalInterests: 'Vital interests (article 6(1)(d))',
  consent: 'Consent (article 6(1)(a)): only where it can be refused without consequence',
} as const;
