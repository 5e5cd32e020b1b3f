import { lastOf } from '../material.ts';
import { planSection, sectionOf, type DocumentKind } from './section.ts';

/** What the last core group said, and the plan as it goes on. */
export const coreGroupRecord: DocumentKind = {
  sections: (material, left) => [
    sectionOf(material, left, { name: 'meeting', heading: 'The meeting', of: lastOf(material, 'coreGroupMeeting') }),
    planSection(material),
  ],
};
