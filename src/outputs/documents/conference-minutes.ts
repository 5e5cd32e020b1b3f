import { lastOf } from '../material.ts';
import { planSection, sectionOf, type DocumentKind } from './section.ts';

/** What the last conference heard and decided, with the outline plan: given to the family and to those who came. */
export const conferenceMinutes: DocumentKind = {
  sections: (material, left) => [
    sectionOf(material, left, {
      name: 'conference',
      heading: 'The conference',
      of: lastOf(material, 'initialConference', 'reviewConference'),
    }),
    sectionOf(material, left, { name: 'outline', heading: 'The child protection plan', of: lastOf(material, 'childProtectionPlan') }),
    planSection(material),
  ],
};
