import { lastOf, type Left, type Material } from '../material.ts';
import { planSection, sectionOf, type DocumentKind, type Section } from './section.ts';

/** What was said for the review, in the papers since the one before it, and at it: everybody’s own words. */
function views(material: Material, left: Left): readonly Section[] {
  const review = lastOf(material, 'lookedAfterReview');
  const history = material.children[0]?.history ?? [];
  const before = history.findLast(
    (one) => one.step === 'lookedAfterReview' && one !== review && one.happenedOn < (review?.happenedOn ?? ''),
  );
  const papers = history.filter(
    ({ step, happenedOn }) =>
      step === 'reviewConsultation' && happenedOn > (before?.happenedOn ?? '') && happenedOn <= (review?.happenedOn ?? '9999'),
  );
  const record = history.findLast(
    ({ step, answers }) => step === 'lookedAfterReviewRecord' && Array.isArray(answers['done']) && answers['done'].includes('record'),
  );
  const said = papers.flatMap(
    (paper) => sectionOf(material, left, { name: 'papers', heading: '', of: paper, only: ['childsView', 'parentsView'] }).blocks,
  );
  const others = sectionOf(material, left, { name: 'others', heading: '', of: record, only: ['othersView'] }).blocks;
  return [{ name: 'views', heading: 'What was said for the review', blocks: [...said, ...others] }];
}

/** The full record of the last review, assembled from what was recorded before, at and after it: nobody writes it a second time. */
export const lookedAfterReviewRecord: DocumentKind = {
  sections: (material, left) => [
    sectionOf(material, left, {
      name: 'review',
      heading: 'The review',
      of: lastOf(material, 'lookedAfterReview'),
      only: ['heldOn', 'officer', 'participation', 'people'],
    }),
    sectionOf(material, left, {
      name: 'child',
      heading: 'What the child said',
      of: lastOf(material, 'lookedAfterReview'),
      only: ['childsView'],
    }),
    ...views(material, left),
    sectionOf(material, left, {
      name: 'standing',
      heading: 'How things stand',
      of: lastOf(material, 'lookedAfterReview'),
      only: ['asItStands', 'planNow'],
    }),
    sectionOf(material, left, {
      name: 'decisions',
      heading: 'What was decided, and why',
      of: lastOf(material, 'lookedAfterReview'),
      only: ['decisions'],
    }),
    planSection(material),
    sectionOf(material, left, {
      name: 'dissent',
      heading: 'What the manager could not agree to',
      of: lastOf(material, 'lookedAfterReviewRecord'),
      only: ['note'],
    }),
  ],
};
