import { formatDate } from '../../../kernel/calendar/dates.ts';
import { participationOf, type Caseload, type DeskChild } from '../../../oversight/reviewing-officer/desk.ts';
import { reviewing } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { RecordLink } from '../../components/offered.tsx';
import { counted } from '../../said-dates.ts';
import type { DeskProps, OfficerProps } from './desk-props.ts';
import { Exceptions } from './exceptions.tsx';
import { AfterReview, Disputes, Recommendations, ToConsider } from './between-reviews.tsx';
import { PressingReviews, ReviewsDue } from './reviews-due.tsx';

const { from, to } = reviewing.caseloadGuidance;
const againstWords = {
  within: `within the ${from} to ${to}`,
  above: `above the ${from} to ${to}`,
  below: `below the ${from} to ${to}`,
} as const;

/** One officer’s work, all of it computed from what is on record: nobody keeps a list beside it. */
export function DeskPage(props: OfficerProps) {
  const { frame, whose, known } = props;
  const title = whose === undefined ? 'My reviews' : `Reviews of ${whose}`;
  return (
    <Layout frame={frame} title={title} wide>
      {whose === undefined ? null : <BackLink text="All reviewing officers" href="/reviewing-officer" />}
      <h1 class="govuk-heading-l sl-tight">{title}</h1>
      <CaseloadWords {...props} />
      {props.children.length === 0 ? (
        <p class="govuk-body">No child who is looked after has {whose ?? 'you'} named as reviewing officer.</p>
      ) : (
        <>
          <PressingReviews {...props} />
          <AfterReview {...props} />
          <Disputes {...props} />
          <ToConsider {...props} />
          <ReviewsDue {...props} />
          <Recommendations {...props} />
          <Exceptions {...props} />
        </>
      )}
      <p class="govuk-body sl-due">
        As of {formatDate(known.today)}. Each review stands under its own limit. What is in, who stands by the child and what is still to be
        done are read from the record; a restricted record is here for those it is open to.
      </p>
    </Layout>
  );
}

const CaseloadWords = ({ caseload: load, children }: OfficerProps) => {
  const part = participationOf(children);
  return (
    <>
      <p class="govuk-body sl-tight">
        {counted(load.children, 'child', 'children')}, {againstWords[load.against]} that the IRO Handbook has a full-time officer carry;{' '}
        {counted(load.reviewsLate, 'review')} late, {load.reviewsSoon} due within four weeks, {load.notReady} of those close and not ready;{' '}
        {counted(load.midwayLate, 'midway check')} late; decisions or a record late after {counted(load.recordsLate, 'review')};{' '}
        {counted(load.toConsider, 'event')} to consider; {counted(load.disputes, 'dispute')} open.
      </p>
      {children.length === 0 ? null : (
        <p class="govuk-body">
          Took part in their last review: {part.tookPart} of {part.told} children aged four or over. Advocate: offered to{' '}
          {part.advocateOffered} of {children.length}, taken up by {part.advocateTakenUp}. Independent visitor: offered to{' '}
          {part.visitorOffered}, taken up by {part.visitorTakenUp}.
        </p>
      )}
    </>
  );
};

type ServiceProps = DeskProps & { readonly desk: readonly DeskChild[]; readonly caseloads: readonly Caseload[] };

/** All officers, for whoever answers for them: whose caseload is beyond the guidance, and where reviews are not ready. */
export function ServicePage({ frame, known, names, desk, caseloads, titles, exceptions }: ServiceProps) {
  const without = desk.filter(({ officer }) => officer === undefined);
  const tied = desk.filter(({ against }) => against !== undefined);
  const props = { frame, known, names, titles, exceptions, children: desk };
  return (
    <Layout frame={frame} title="Reviewing officers" wide>
      <h1 class="govuk-heading-l sl-tight">Reviewing officers</h1>
      <p class="govuk-body">
        {counted(desk.length, 'child', 'children')} looked after; {without.length} without a reviewing officer; {tied.length} whose officer
        is in the line of the case or tied to it. The IRO Handbook has a full-time officer carry {from} to {to}.
      </p>
      {caseloads.length === 0 ? <p class="govuk-body">Nobody is named as reviewing officer, and nobody has the role.</p> : null}
      {caseloads.length === 0 ? null : (
        <CardTable
          caption="Caseloads, the largest first"
          heads={[
            'Officer',
            'Children',
            'Reviews late',
            'Due in 4 weeks',
            'Close, not ready',
            'Midway late',
            'To consider',
            'Records late',
            'Disputes',
            'Decisions late',
          ]}
          rows={caseloads.map((load) => [
            <a class="govuk-link" href={`/reviewing-officer?officer=${load.officer}`}>
              {names.get(load.officer) ?? 'Somebody who has left'}
            </a>,
            <>
              {load.children} <span class="sl-due sl-line">{againstWords[load.against]}</span>
            </>,
            String(load.reviewsLate),
            String(load.reviewsSoon),
            String(load.notReady),
            String(load.midwayLate),
            String(load.toConsider),
            String(load.recordsLate),
            String(load.disputes),
            String(load.recommendationsLate),
          ])}
        />
      )}
      <Without title="Without a reviewing officer" children={without} />
      <Without title="Whose officer is tied to the case" children={tied} />
      <Exceptions {...props} />
      <Disputes {...props} />
      <p class="govuk-body sl-due">
        As of {formatDate(known.today)}. For a talk with each officer about what they need; nothing of it appraises anybody.
      </p>
    </Layout>
  );
}

const Without = ({ title, children }: { readonly title: string; readonly children: readonly DeskChild[] }) =>
  children.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {children.slice(0, 50).map(({ person, name, against }) => (
          <li>
            <RecordLink person={person} step="reviewingOfficerNamed" isSaid>
              {name}
            </RecordLink>
            {against === undefined ? null : <span class="sl-due">: {against}</span>}
          </li>
        ))}
        {children.length > 50 ? <li>and {children.length - 50} more</li> : null}
      </ul>
    </section>
  );
