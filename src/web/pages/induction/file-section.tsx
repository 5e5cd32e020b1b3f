import { addDays, addMonths, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import {
  capabilities,
  inductionJudgements,
  inductionOutcomes,
  newlyQualifiedWeeks,
  observed,
  reviewStages,
  schemeOf,
  timeGiven,
} from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import type { Words } from '../../components/field-parts.tsx';
import { InsetText } from '../../components/notices.tsx';
import { counted } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import { mayRecord, recordAt } from '../safeguarding-board/part.tsx';
import { lately, type Inductee } from './model.ts';
import { Carries } from './page.tsx';

type Props = { readonly file: ChildModel; readonly one: Inductee | undefined };

/** An induction for the three whom it joins: who learns, who mentors, who manages. What was promised stands first, then what was done. */
export function InductionSection({ file, one }: Props) {
  if (one === undefined) return <p class="govuk-body">No programme was begun yet.</p>;
  return (
    <>
      <Protected file={file} one={one} />
      <Promised file={file} one={one} />
      <Done file={file} one={one} />
    </>
  );
}

type PartProps = { readonly file: ChildModel; readonly one: Inductee };

export const decisionAt = (file: string, carried: number): string => `/children/${file}/record/caseloadDecision?carried=${carried}`;

/** More than was promised stands at the head until it is mended, with whoever decided it. */
function Protected({ file, one: { breach, caseload } }: PartProps) {
  if (breach.kind === 'none') return null;
  const by = 'decision' in breach ? breach.decision : undefined;
  const decidedBy = file.links.member.find(({ value }) => value === by?.by)?.label ?? 'a manager who has left';
  return (
    <InsetText
      text={
        <>
          <strong>More than the protected caseload:</strong> {caseload.carried} carried, weighed; {caseload.most} protected.{' '}
          {by === undefined
            ? 'No manager has said why yet.'
            : `${decidedBy} decided on ${formatDate(by.decidedOn)}: ${by.why} ${by.relief ?? ''} Back within it by ${formatDate(by.mendedBy)}${breach.kind === 'overdue' ? ', which is past' : ''}.`}{' '}
          {breach.kind !== 'decided' && mayRecord(file, 'caseloadDecision') ? (
            <a class="govuk-link" href={decisionAt(file.record.person, caseload.carried)}>
              Decide, in your own name
            </a>
          ) : null}
        </>
      }
    />
  );
}

const Line = ({ name, value }: { readonly name: string; readonly value: Words }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{value}</dd>
  </div>
);

const weeksWords = (since: LocalDate, today: LocalDate): string => {
  const weeks = newlyQualifiedWeeks(since, today);
  if (weeks === 1) return `weekly until ${formatDate(addDays(since, 41))}, then every two weeks`;
  return weeks === 2 ? `every two weeks until ${formatDate(addDays(addMonths(since, 6), -1))}, then every four` : 'every four weeks';
};

const titles = { ...inductionOutcomes } as Readonly<Record<string, string>>;

function Promised({ file, one }: PartProps) {
  const { induction, mentor, supervision } = one;
  const { known } = file;
  const { took, went } = lately(one, known.today);
  return (
    <section aria-labelledby="promised">
      <h2 class="govuk-heading-m" id="promised">
        What was promised
      </h2>
      <dl class="govuk-summary-list">
        <Line
          name="Programme"
          value={`${schemeOf(induction.scheme)?.title ?? ''}: ${formatDate(induction.startedOn)} to ${formatDate(induction.endsOn)}${induction.ended === undefined ? '' : `. Ended on ${formatDate(induction.ended.on)}: ${titles[induction.ended.outcome]?.toLowerCase() ?? ''}`}`}
        />
        <Line name="Mentor" value={mentor ?? 'none is named yet'} />
        <Line name="Carries, of what is protected" value={<Carries one={one} />} />
        <Line
          name="Time for learning"
          value={induction.protectedHours === undefined ? 'not said' : `${counted(induction.protectedHours, 'hour')} each month`}
        />
        <Line
          name="Supervision"
          value={
            <>
              {weeksWords(induction.startedOn, known.today)}
              {supervision === undefined ? null : (
                <>
                  . Next: <ClockWords clock={supervision} known={known} />
                </>
              )}
            </>
          }
        />
        <Line name="Visits with a colleague, in three months" value={`${took} that they led, ${went} on which they went along`} />
        {induction.plan === undefined ? null : <Line name="To learn" value={induction.plan} />}
      </dl>
    </section>
  );
}

const words = (of: Readonly<Record<string, string>>, key: string): string => of[key] ?? key;

function Done({ file, one: { induction } }: PartProps) {
  const { meetings, observations, reviews, evidence } = induction;
  const none = Object.entries(capabilities).filter(([key]) => !evidence.has(key));
  return (
    <section aria-labelledby="done">
      <h2 class="govuk-heading-m" id="done">
        What was done
      </h2>
      <p class="govuk-body">
        {counted(meetings.length, 'meeting')} with the mentor{meetings.length === 0 ? '' : `, the last on ${formatDate(last(meetings))}`};{' '}
        {counted(observations.length, 'direct observation')}
        {observations.length === 0
          ? ''
          : `: ${observations.map(({ on, what }) => `${words(observed, what).toLowerCase()}, ${formatDate(on)}`).join('; ')}`}
        .
      </p>
      {reviews.length === 0 ? (
        <p class="govuk-body">No review was held yet.</p>
      ) : (
        <CardTable
          caption="Reviews"
          heads={['Which', 'Held', 'How it goes', 'Was the time there?']}
          rows={reviews.map(({ stage, heldOn, judgement, timeGiven: given }) => [
            words(reviewStages, stage),
            formatDate(heldOn),
            words(inductionJudgements, judgement),
            given === undefined ? 'not asked' : words(timeGiven, given),
          ])}
        />
      )}
      <p class="govuk-body">
        Evidence of {Object.keys(capabilities).length - none.length} of {Object.keys(capabilities).length} parts.
        {none.length === 0 ? '' : ` Nothing yet of: ${none.map(([, title]) => title.toLowerCase()).join('; ')}.`}{' '}
        {mayRecord(file, 'inductionEvidence') ? (
          <a class="govuk-link" href={recordAt(file, 'inductionEvidence')}>
            Add a piece of evidence
          </a>
        ) : null}
      </p>
    </section>
  );
}

const last = (days: readonly LocalDate[]): LocalDate => days.at(-1) ?? days[0] ?? ('' as LocalDate);
