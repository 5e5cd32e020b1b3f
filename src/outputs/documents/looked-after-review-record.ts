import type { Statement } from '../../kernel/step/history.ts';
import { answersSaid, lastOf, type Left, type Material } from '../material.ts';
import { planSection, sectionOf, type DocumentKind, type Section } from './section.ts';

/** What was said for the review, in the papers since the one before it, and at it: everybody’s own words. */
function views(material: Material, left: Left, review: Statement | undefined): Section {
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
  const said = papers.flatMap((paper) => answersSaid(material, paper, left, ['childsView', 'parentsView']));
  const others = record === undefined ? [] : answersSaid(material, record, left, ['othersView']);
  return { name: 'views', heading: 'What was said for the review', blocks: [...said, ...others] };
}

/** The full record of the last review, assembled from what was recorded before, at and after it: nobody writes it a second time. */
export const lookedAfterReviewRecord: DocumentKind = {
  sections: (material, left) => {
    const review = lastOf(material, 'lookedAfterReview');
    const ofReview = (name: string, heading: string, ...only: readonly string[]): Section =>
      sectionOf(material, left, { name, heading, of: review, only });
    return [
      ofReview('review', 'The review', 'heldOn', 'officer', 'participation', 'people'),
      ofReview('child', 'What the child said', 'childsView'),
      views(material, left, review),
      ofReview('standing', 'How things stand', 'asItStands', 'planNow'),
      ofReview('decisions', 'What was decided, and why', 'decisions'),
      planSection(material),
      sectionOf(material, left, {
        name: 'dissent',
        heading: 'What the manager could not agree to',
        of: lastOf(material, 'lookedAfterReviewRecord'),
        only: ['note'],
      }),
    ];
  },
};
