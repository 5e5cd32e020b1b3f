import { lastOf } from '../material.ts';
import { sectionOf, type DocumentKind } from './section.ts';

/** The assessment as it was last written, with the competing explanations that were weighed and what the manager authorised. */
export const assessment: DocumentKind = {
  sections: (material, left) => [
    sectionOf(material, left, { name: 'begun', heading: 'Why it was made', of: lastOf(material, 'childAndFamilyAssessment') }),
    sectionOf(material, left, { name: 'found', heading: 'What we found', of: lastOf(material, 'assessmentReport') }),
    sectionOf(material, left, { name: 'weighed', heading: 'What could explain it', of: lastOf(material, 'explanations') }),
    sectionOf(material, left, { name: 'authorised', heading: 'What was authorised', of: lastOf(material, 'assessmentAuthorisation') }),
  ],
};
