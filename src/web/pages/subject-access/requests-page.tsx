import { formatDate } from '../../../kernel/calendar/dates.ts';
import { capacities } from '../../../practice/subject-access/request.ts';
import { Button } from '../../components/button.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { BackLink, InsetText } from '../../components/notices.tsx';
import { RecordLink } from '../../components/offered.tsx';
import { counted, lateOrUntil } from '../../said-dates.ts';
import { addressOf } from './entries-page.tsx';
import { countsOf, type RequestRead } from './request-read.ts';
import type { Readiness } from './readiness.ts';

export type ShownRequest = { readonly read: RequestRead; readonly readiness: Readiness; readonly log: readonly string[] };

type Props = {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly requests: readonly ShownRequest[];
  readonly mayDecide: boolean;
  readonly mayConfirm: boolean;
  /** Who looks at it: whoever decided some of it does not confirm it. */
  readonly member: string;
};

/** Requests for a copy of this record: until when each is owed, how far it is, and what comes next. */
export const RequestsPage = ({ frame, person, name, requests, ...may }: Props) => (
  <Layout frame={frame} title="Subject access">
    <BackLink text={name} href={`/children/${person}`} />
    <h1 class="govuk-heading-l">Requests for a copy of this record</h1>
    {requests.length === 0 ? <InsetText text="Nobody has asked for a copy of this record." /> : null}
    {requests.map((one) => (
      <OneRequest {...one} {...may} />
    ))}
    <p class="govuk-body">
      <RecordLink person={person} step="subjectAccessRequest">
        Record a request
      </RecordLink>
    </p>
  </Layout>
);

type RequestProps = ShownRequest & Pick<Props, 'mayDecide' | 'mayConfirm' | 'member'>;

const OneRequest = (props: RequestProps) => (
  <section class="sl-disclosed" aria-labelledby={`request-${props.read.request.entry}`}>
    <h2 class="govuk-heading-m" id={`request-${props.read.request.entry}`}>
      {props.read.request.answers.asker}, {formatDate(props.read.request.happenedOn)}
    </h2>
    <SummaryList rows={factsOf(props).map(([key, text]) => ({ key: { text: key }, value: { text, classes: 'sl-words' } }))} />
    {props.read.conclusion === undefined ? <Next {...props} /> : null}
  </section>
);

function factsOf({ read, log }: RequestProps): readonly (readonly [key: string, text: string])[] {
  const { capacity, asked, reach } = read.request.answers;
  const { all, decided, withheld, blackedOut } = countsOf(read);
  const number = (count: number): string => count.toLocaleString('en-GB');
  return [
    ['As whom', capacities[capacity]],
    ['What they ask for', asked ?? 'Everything'],
    ...(reach === undefined ? [] : [['How to reach them', reach] as const]),
    ['Answer owed', dueWords(read)],
    ...(log.length === 0 ? [] : [['Since then', log.join('\n')] as const]),
    [
      'Decided',
      `${number(decided)} of ${counted(all, 'entry', 'entries')}; ${number(withheld)} withheld, words blacked out in ${number(blackedOut)}`,
    ],
    ['Confirmed', confirmedWords(read)],
  ];
}

/** What the copy waits for, and what can be recorded of it. */
function Next({ read, readiness, mayDecide, mayConfirm, member }: RequestProps) {
  const at = addressOf(read);
  const form = (step: string): string =>
    `/children/${read.record.person}/record/${step}?${new URLSearchParams({ request: read.request.entry })}`;
  return (
    <>
      {readiness.waitsFor.length === 0 ? (
        <InsetText text="The copy may go: read it, then release it." />
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {readiness.waitsFor.map((what) => (
            <li>{what}</li>
          ))}
        </ul>
      )}
      <div class="govuk-button-group">
        {mayDecide ? <Button text="Decide what is disclosed" href={`${at}/entries?show=undecided`} /> : null}
        <Button text="Read the copy" href={`${at}/copy`} classes="govuk-button--secondary" />
        {mayConfirm && !read.decided.deciders.has(member) ? (
          <Button text="Confirm what is disclosed" href={form('redactionConfirmation')} classes="govuk-button--secondary" />
        ) : null}
      </div>
      <ul class="govuk-list">
        {nextSteps.map(([step, words]) => (
          <li>
            <a class="govuk-link" href={form(step)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const nextSteps = [
  ['subjectAccessQuestion', 'They were asked for proof, or what they want'],
  ['subjectAccessIdentity', 'Identity and authority are proved'],
  ['subjectAccessClarification', 'They answered what they want'],
  ['subjectAccessExtension', 'They were told that it takes longer'],
  ['subjectAccessRefusal', 'It is refused'],
  ['subjectAccessWithdrawal', 'It is withdrawn'],
] as const;

function dueWords({ dueOn, conclusion, today }: RequestRead): string {
  if (conclusion !== undefined) return `Ended on ${formatDate(conclusion.happenedOn)}`;
  if (dueOn === undefined) return 'Nothing runs: it waits for proof or for an answer';
  return `By ${formatDate(dueOn)}: ${lateOrUntil(dueOn, today)}`;
}

const confirmedWords = ({ decided, nameOf }: RequestRead): string =>
  decided.confirmation === undefined
    ? 'Not yet, by somebody who decided none of it'
    : `By ${nameOf(decided.confirmation.recordedBy)}, ${formatDate(decided.confirmation.happenedOn)}`;
