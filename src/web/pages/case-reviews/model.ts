import type { FastifyRequest } from 'fastify';
import { childrenOf } from '../../../governance/case-review/integrated-chronology.ts';
import { reviewMaterial, type OwnRecord, type ReviewMaterial } from '../../../governance/case-review/review-material.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import type { Frame } from '../../components/layout.tsx';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { givenForm } from '../../request.ts';
import { asKnown, type AsKnown } from '../../said-dates.ts';
import { Refusal, signedIn } from '../../session.ts';
import { openedRecord } from '../child/opening.ts';
import { nameWords } from '../family/people-linked.ts';

/** What our own column is called in a chronology of several agencies; an agency that told us says so by this name. */
export const ourName = 'Children’s social care';

export type Review = { readonly file: ChildRecord; readonly known: AsKnown; readonly material: ReviewMaterial };

/** What the page of a chronology shows; after a refusal with what was given. */
export type ChronologyProps = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly review: Review;
  readonly mayRecord: boolean;
  readonly given?: GivenForm;
  readonly problems?: readonly Problem[];
};

/** The file of a review, and of the children that it names the records that are open to the reader: no other door is opened for a chronology. */
export async function reviewOf(request: FastifyRequest, parts: WebParts, opened: Opened): Promise<Review> {
  const known = asKnown(givenForm(request.query), parts.now());
  const file = await parts.record.read(opened, known.instant);
  if (file.standing.file?.kind !== 'caseReview') throw new Refusal(404, 'There is no such review, or it is not yours to open.');
  const own = await ownRecords(request, parts, childrenOf(file.history), known.instant);
  return { file, known, material: reviewMaterial({ title: file.standing.name, file: file.history, own, ourName }) };
}

async function ownRecords(
  request: FastifyRequest,
  parts: WebParts,
  children: readonly string[],
  knownAt: string | undefined,
): Promise<readonly OwnRecord[]> {
  if (children.length === 0) return [];
  const names = await parts.record.named(signedIn(request).session, children, knownAt);
  return Promise.all(
    children.map(async (person) => {
      const named = names.get(person);
      const name = named === undefined ? 'a child of another record' : nameWords(named);
      const opened = await openedRecord(request, parts, person);
      if (opened === undefined) return { person, name };
      const { history, unread = [] } = await parts.record.read(opened, knownAt);
      return { person, name, history, unread: unread.filter(({ isStruck }) => isStruck !== true).length };
    }),
  );
}
