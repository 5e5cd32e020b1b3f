import { addDays, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { isLate, type DeskChild } from '../../../oversight/reviewing-officer/desk.ts';
import { reviewing } from '../../../practice/pathway.ts';
import { reviewParticipation } from '../../../vocabulary/ssda903.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { PersonLink, RecordLink } from '../../components/offered.tsx';
import { PhoneFold } from '../../components/phone-fold.tsx';
import type { OfficerProps } from './desk-props.ts';

const soon = 28;

/** How a child stands whose review is not pressing: in the order in which they come. */
const groups = [
  {
    summary: 'Due within four weeks, nothing pressing',
    is: (child: DeskChild, until: LocalDate) => (child.review?.dueOn ?? '9999') <= until,
  },
  { summary: 'Due later', is: (child: DeskChild, until: LocalDate) => child.review !== undefined && child.review.dueOn > until },
  { summary: 'No review is owed', is: (child: DeskChild) => child.review === undefined },
] as const;

/** Something of this child is late, or close and not ready, or cannot stay as it is. */
const needsSomething = (child: DeskChild, at: OfficerProps['known']): boolean =>
  isLate(child.review, at) || isLate(child.midway, at) || child.isPressing || child.against !== undefined;

/** What cannot wait stands before everything else: whose review or midway check is late, or close and not ready, or whose officer may not chair it. */
export function PressingReviews({ children, known, titles }: OfficerProps) {
  const pressing = children.filter((child) => needsSomething(child, known));
  return (
    <section aria-labelledby="pressing">
      <h2 class="govuk-heading-m" id="pressing">
        {`Late, or close and not ready: ${pressing.length}`}
      </h2>
      {pressing.length === 0 ? (
        <p class="govuk-body">Of no child is anything late, or close and not ready.</p>
      ) : (
        <ReviewTable caption="Late, or close and not ready" children={pressing} known={known} titles={titles} />
      )}
    </section>
  );
}

/** The others by when their reviews come, each under its own limit, and what is still missing for it. */
export function ReviewsDue({ children, known, titles }: OfficerProps) {
  const others = children.filter((child) => !needsSomething(child, known));
  const until = addDays(known.today, soon);
  return others.length === 0 ? null : (
    <section aria-labelledby="reviews">
      <h2 class="govuk-heading-m" id="reviews">
        The other reviews, in the order of their own limits
      </h2>
      {groups.map(({ summary, is }) => {
        const some = others.filter((child) => is(child, until));
        return some.length === 0 ? null : (
          <PhoneFold summary={`${summary}: ${some.length}`}>
            <ReviewTable caption={summary} children={some} known={known} titles={titles} />
          </PhoneFold>
        );
      })}
    </section>
  );
}

type TableProps = Pick<OfficerProps, 'children' | 'known' | 'titles'> & { readonly caption: string };

const ReviewTable = ({ caption, children, known, titles }: TableProps) => (
  <CardTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
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

const ChildCell = ({ child: { person, name, participation, against } }: { readonly child: DeskChild }) => (
  <>
    <PersonLink person={person}>{name}</PersonLink>
    {against === undefined ? null : (
      <span class="sl-line">
        <strong class="govuk-tag govuk-tag--red sl-tag">Officer tied to the case</strong>
        <span class="sl-due sl-line">{against}</span>
      </span>
    )}
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
        <RecordLink person={person} step="reviewConsultation" classes="sl-line">
          Papers<span class="govuk-visually-hidden"> of this child’s review</span>
        </RecordLink>
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
      <RecordLink person={person} step="advocacyOffer" classes="sl-line">
        Offer<span class="govuk-visually-hidden"> this child an advocate or visitor</span>
      </RecordLink>
    ) : null}
  </>
);
