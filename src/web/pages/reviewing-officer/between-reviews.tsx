import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { DeskChild } from '../../../oversight/reviewing-officer/desk.ts';
import { reviewing } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { PersonLink, RecordLink } from '../../components/offered.tsx';
import { PhoneFold } from '../../components/phone-fold.tsx';
import type { DeskProps } from './desk-props.ts';

type Props = Omit<DeskProps, 'frame'> & { readonly children: readonly DeskChild[] };

const Section = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    {children}
  </section>
);

const ChildLink = ({ child: { person, name } }: { readonly child: DeskChild }) => <PersonLink person={person}>{name}</PersonLink>;

const first = 5;

/** The first few, and what a phone folds away. */
function inParts<T>(all: readonly T[], more: string, table: (some: readonly T[], caption: string) => ComponentChildren): ComponentChildren {
  const rest = all.slice(first);
  return (
    <>
      {all.length === 0 ? null : table(all.slice(0, first), '')}
      {rest.length === 0 ? null : <PhoneFold summary={`${rest.length} ${more}`}>{table(rest, ', the others')}</PhoneFold>}
    </>
  );
}

/** Raised by the entries themselves, each until the officer has considered it or a review has. */
export function ToConsider({ children }: Props) {
  const all = children
    .flatMap((child) => child.events.map((event) => ({ child, event })))
    .toSorted((a, b) => a.event.on.localeCompare(b.event.on));
  return (
    <Section id="consider" title="Happened since the last review: is an early one needed?">
      {all.length === 0 ? <p class="govuk-body">Nothing that you have not considered.</p> : null}
      {inParts(all, 'more that happened', (some, caption) => (
        <CardTable
          caption={`Events to consider${caption}`}
          captionClasses="govuk-visually-hidden"
          heads={['Child', 'What happened', 'When', 'You decide']}
          rows={some.map(({ child, event: { kind, entry, on } }) => [
            <ChildLink child={child} />,
            <PersonLink person={child.person} entry={entry}>
              {reviewing.reviewEvents[kind]}
              {kind === 'visitLate' ? <span class="govuk-visually-hidden">, counted from this entry</span> : null}
            </PersonLink>,
            kind === 'visitLate' ? `was due ${formatDate(on)}` : formatDate(on),
            kind === 'visitLate' ? (
              <RecordLink person={child.person} step="earlyReviewRequest">
                Ask for a review<span class="govuk-visually-hidden"> of {child.name}</span>
              </RecordLink>
            ) : (
              <RecordLink person={child.person} step="reviewEventConsidered" query={new URLSearchParams({ event: entry })}>
                Consider<span class="govuk-visually-hidden"> this, of {child.name}</span>
              </RecordLink>
            ),
          ])}
        />
      ))}
    </Section>
  );
}

/** Decisions within five working days, the record within 15, sent within 20; what was adjourned. */
export function AfterReview({ children, known, titles }: Props) {
  const all = children
    .flatMap((child) => child.afterReview.map((clock) => ({ child, clock })))
    .toSorted((a, b) => a.clock.dueOn.localeCompare(b.clock.dueOn));
  return all.length === 0 ? null : (
    <Section id="after" title="To be written and sent after a review">
      {inParts(all, 'more to be written and sent', (some, caption) => (
        <CardTable
          caption={`Owed after reviews${caption}`}
          captionClasses="govuk-visually-hidden"
          heads={['Child', 'What', 'When', 'Record']}
          rows={some.map(({ child, clock }) => [
            <ChildLink child={child} />,
            titles.get(clock.rule) ?? clock.rule,
            <ClockWords clock={clock} known={known} />,
            <AfterLinks child={child} clock={clock.rule} review={clock.startedBy} />,
          ])}
        />
      ))}
    </Section>
  );
}

const AfterLinks = ({ child, clock, review }: { readonly child: DeskChild; readonly clock: string; readonly review: string }) => (
  <>
    {clock === 'adjournedLookedAfterReview' ? (
      <RecordLink person={child.person} step="lookedAfterReview">
        Complete it<span class="govuk-visually-hidden">, the review of {child.name}</span>
      </RecordLink>
    ) : (
      <>
        <RecordLink person={child.person} step="lookedAfterReviewRecord" classes="sl-line" query={new URLSearchParams({ review })}>
          Done<span class="govuk-visually-hidden">: {child.name}</span>
        </RecordLink>
        <RecordLink
          person={child.person}
          step="documentReleased"
          classes="sl-line"
          query={new URLSearchParams({ kind: 'lookedAfterReviewRecord' })}
        >
          Make the document<span class="govuk-visually-hidden"> for {child.name}</span>
        </RecordLink>
      </>
    )}
  </>
);

const levelWords = (level: string | undefined): string =>
  Object.entries(reviewing.disputeLevels).find(([one]) => one === level)?.[1] ?? 'level not said';

/** Where each is, since when, by when that level answers and by when the whole is resolved; Cafcass may be asked at any time. */
export function Disputes({ children, known }: Props) {
  const all = children.filter(({ dispute, objection }) => dispute !== undefined || objection !== undefined);
  return all.length === 0 ? null : (
    <Section id="disputes" title="Disagreements">
      <CardTable
        caption="Disagreements that have not ended"
        captionClasses="govuk-visually-hidden"
        heads={['Child', 'Where it is', 'That level answers', 'All resolved', 'Go on']}
        rows={all.map((child) => [
          <ChildLink child={child} />,
          child.dispute === undefined
            ? 'A manager objects to a decision'
            : `${levelWords(child.dispute.level)}, since ${formatDate(child.dispute.atLevelSince)}`,
          child.dispute?.atLevel === undefined ? '' : <ClockWords clock={child.dispute.atLevel} known={known} />,
          child.dispute?.whole === undefined ? '' : <ClockWords clock={child.dispute.whole} known={known} />,
          child.dispute === undefined ? '' : <DisputeLinks child={child} dispute={child.dispute.entry} />,
        ])}
      />
    </Section>
  );
}

const DisputeLinks = ({ child: { person, name }, dispute }: { readonly child: DeskChild; readonly dispute: string }) => (
  <>
    <RecordLink person={person} step="reviewDisputeStage" classes="sl-line" query={new URLSearchParams({ dispute })}>
      To the next level<span class="govuk-visually-hidden">: {name}</span>
    </RecordLink>
    <RecordLink person={person} step="reviewDisputeEnd" classes="sl-line" query={new URLSearchParams({ dispute })}>
      Resolved, withdrawn or to Cafcass<span class="govuk-visually-hidden">: {name}</span>
    </RecordLink>
  </>
);

/** What reviews decided, until it is done: the officer follows it, its owner has it in their own day. */
export function Recommendations({ children, known }: Props) {
  const all = children
    .filter(({ recommendations }) => recommendations.open > 0)
    .toSorted((a, b) => (a.recommendations.next ?? '').localeCompare(b.recommendations.next ?? ''));
  return all.length === 0 ? null : (
    <Section id="decisions" title="Decided at a review, and yet to be done">
      {inParts(all, 'more children', (some, caption) => (
        <CardTable
          caption={`Decisions of reviews that are not done${caption}`}
          captionClasses="govuk-visually-hidden"
          heads={['Child', 'To be done', 'Late', 'The next by']}
          rows={some.map((child) => {
            const { open, late, next } = child.recommendations;
            return [
              <ChildLink child={child} />,
              String(open),
              late === 0 ? 'none' : <strong class="govuk-tag govuk-tag--red sl-tag">{late} late</strong>,
              next === undefined ? '' : `${formatDate(next)}${next < known.today ? ', passed' : ''}`,
            ];
          })}
        />
      ))}
    </Section>
  );
}
