import type { DeskChild } from '../../../oversight/reviewing-officer/desk.ts';
import { reviewing } from '../../../practice/pathway.ts';
import { reviewParticipation } from '../../../vocabulary/ssda903.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import type { OfficerProps } from './desk-props.ts';

/** Whose review is next, under its own limit, and what is still missing for it. */
export const ReviewsDue = ({ children, known, titles }: OfficerProps) => (
  <CardTable
    caption="Reviews, in the order of their own limits"
    heads={['Child', 'Review', 'Ready', 'Midway check', 'Stands by the child']}
    rows={children.map((child) => [
      <ChildCell child={child} />,
      child.review === undefined ? (
        'none is owed'
      ) : (
        <>
          {titles.get(child.review.rule) ?? child.review.rule}
          <span class="sl-line">
            <ClockWords clock={child.review} known={known} />
          </span>
        </>
      ),
      <Readiness child={child} />,
      child.midway === undefined ? 'none is owed' : <ClockWords clock={child.midway} known={known} />,
      <StandBys child={child} />,
    ])}
  />
);

const ChildCell = ({ child: { person, name, participation, isTied } }: { readonly child: DeskChild }) => (
  <>
    <a class="govuk-link" href={`/children/${person}`}>
      {name}
    </a>
    {isTied ? (
      <span class="sl-line">
        <strong class="govuk-tag govuk-tag--red sl-tag">Officer tied to the case</strong>
      </span>
    ) : null}
    <span class="sl-due sl-line">
      {participation === undefined ? 'not reviewed here yet' : `Last time: ${participationWords(participation).toLowerCase()}`}
    </span>
  </>
);

const participationWords = (code: string): string => Object.entries(reviewParticipation).find(([one]) => one === code)?.[1] ?? code;

/** What is in, who was asked, and whom nobody has asked yet. */
function Readiness({ child: { person, papers, isReady, isPressing } }: { readonly child: DeskChild }) {
  const of = (state: 'in' | 'asked' | 'notAsked'): string =>
    papers
      .filter((one) => one.state === state)
      .map(({ paper }) => paper)
      .join(', ');
  const [has, asked, missing] = [of('in'), of('asked'), of('notAsked')];
  return (
    <>
      {isReady ? 'everything is in' : `${papers.filter(({ state }) => state === 'in').length} of ${papers.length} in`}
      {isPressing ? (
        <span class="sl-line">
          <strong class="govuk-tag govuk-tag--yellow sl-tag">Not ready, and close</strong>
        </span>
      ) : null}
      {has === '' || isReady ? null : <span class="sl-due sl-line">in: {has}</span>}
      {asked === '' ? null : <span class="sl-due sl-line">asked: {asked}</span>}
      {missing === '' ? null : <span class="sl-due sl-line">not asked: {missing}</span>}
      {isReady ? null : (
        <a class="govuk-link sl-line" href={`/children/${person}/record/reviewConsultation`}>
          Papers<span class="govuk-visually-hidden"> of this child’s review</span>
        </a>
      )}
    </>
  );
}

const answerWords = (code: string | undefined): string =>
  code === undefined
    ? 'not offered'
    : (Object.entries(reviewing.standByAnswers).find(([one]) => one === code)?.[1] ?? code).replace(/:.*$/, '').toLowerCase();

const StandBys = ({ child: { person, advocate, visitor } }: { readonly child: DeskChild }) => (
  <>
    <span class="sl-line">Advocate: {answerWords(advocate)}</span>
    <span class="sl-line">Visitor: {answerWords(visitor)}</span>
    {advocate === undefined || visitor === undefined ? (
      <a class="govuk-link sl-line" href={`/children/${person}/record/advocacyOffer`}>
        Offer<span class="govuk-visually-hidden"> this child an advocate or visitor</span>
      </a>
    ) : null}
  </>
);
