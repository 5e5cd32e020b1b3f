import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Fitted } from '../../../oversight/simulation/fit.ts';
import type { PlannedJob } from '../../../oversight/simulation/planning.ts';
import { stageNames } from '../../../oversight/simulation/stages.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { WhatIfForm, type Shown } from './form.tsx';
import { Placements } from './placements.tsx';
import { BackTest, Results } from './results.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly shown: Shown;
  readonly fitted: Fitted;
  readonly tooLittle: string | undefined;
  readonly job: PlannedJob | undefined;
  /** The question as an address has it. */
  readonly query: string;
};

/** What a surge would do, and what would help: the service simulated from its own record. */
export function WhatIfPage({ frame, csrf, shown, fitted, tooLittle, job, query }: Props) {
  const isAtWork = job?.kind === 'running' || job?.kind === 'waiting';
  return (
    <Layout
      frame={frame}
      title="What if"
      wide
      problems={shown.problems}
      {...(isAtWork ? { refreshAfter: 2, script: '/assets/what-if.js' } : {})}
    >
      <h1 class="govuk-heading-l sl-tight">What if</h1>
      <p class="govuk-body">
        What more referrals, more workers, merged teams or rarer visits would do to caseloads, to what is late and to children without a
        worker: the service simulated day by day from its own record, many times over, because no year is like another.
      </p>
      <Found fitted={fitted} />
      {tooLittle === undefined ? <WhatIfForm shown={shown} csrf={csrf} /> : <p class="govuk-inset-text">{tooLittle}</p>}
      <div id="simulation" data-running={isAtWork ? 'yes' : 'no'}>
        <State job={job} csrf={csrf} query={query} />
      </div>
      <How />
    </Layout>
  );
}

const said = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const number = (value: number): string => Math.round(value).toLocaleString('en-GB');

function Found({ fitted: { until, arriving, teams, open, assumed, awayForLong, isWithoutAllocations } }: Pick<Props, 'fitted'>) {
  const staff = teams.flat();
  const workers = staff.length;
  const whole = staff.reduce((sum, { hours }) => sum + hours, 0);
  const guarded = staff.filter(({ hours, children }) => children < hours).length;
  return (
    <p class="govuk-body">
      Up to {formatDate(until)} the record has {number(arriving.perYear)} children who came in a year, {number(open.length)} with whom
      somebody works, and {number(workers)} {workers === 1 ? 'worker' : 'workers'} in {number(teams.length)}{' '}
      {teams.length === 1 ? 'team' : 'teams'}, agency staff among them: {said(whole)} full-time equivalents by the staff files
      {guarded === 0 ? '' : `, ${number(guarded)} of them newly qualified with a protected caseload`}
      {awayForLong === 0
        ? ''
        : `; ${number(awayForLong)} more ${awayForLong === 1 ? 'is' : 'are'} away for a fortnight or longer, and do nothing of it`}
      .{isWithoutAllocations ? ' It says of no child who their worker is: all are taken to have one.' : ''}
      {assumed.length === 0
        ? ''
        : ` Too few came to an end of these to know how long they last, which is assumed: ${assumed.map((name) => stageNames[name].toLowerCase()).join(', ')}.`}
    </p>
  );
}

function State({ job, csrf, query }: Pick<Props, 'job' | 'csrf' | 'query'>) {
  if (job === undefined) return null;
  switch (job.kind) {
    case 'cancelled':
      return <p class="govuk-inset-text">This simulation was cancelled.</p>;
    case 'failed':
      return (
        <p class="govuk-inset-text">This simulation could not be made. Try it again; if it fails again, tell whoever runs Sightline.</p>
      );
    case 'done':
      return (
        <>
          <Results answer={job.answer} />
          <BackTest answer={job.answer} />
          <Placements answer={job.answer} />
        </>
      );
    case 'waiting':
    case 'running':
      return <Progress job={job} csrf={csrf} query={query} />;
  }
}

function Progress({
  job,
  csrf,
  query,
}: Pick<Props, 'csrf' | 'query'> & { readonly job: Extract<PlannedJob, { readonly kind: 'running' | 'waiting' }> }) {
  const percent = job.kind === 'waiting' ? undefined : Math.floor((100 * job.done) / Math.max(1, job.of));
  return (
    <div role="status">
      <p class="govuk-body">
        <label for="progress">{percent === undefined ? 'Another simulation goes first' : `${percent}% simulated`}</label>
        <progress class="sl-progress" id="progress" max={100} {...(percent === undefined ? {} : { value: percent })} />
      </p>
      <form method="post" action={`/what-if/cancel?${query}`}>
        <CsrfField token={csrf} />
        <Button text="Cancel" classes="govuk-button--secondary" />
      </form>
    </div>
  );
}

const How = () => (
  <section aria-labelledby="how">
    <h2 class="govuk-heading-m" id="how">
      How it is simulated
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Children come as in the last year: by week, day of the week and hour, weeks differing as much as they did. A child is in one stage
        at a time.
      </li>
      <li>
        How long a stage lasts and what comes next is drawn from what the record has of three years, those who are in it still counted too.
      </li>
      <li>
        A child waits until a worker of their team has room, by their hours and, newly qualified, by what is protected; the worker with the
        fewest children for what they can be given is given the next.
      </li>
      <li>
        Workers do first what is due first, within their hours of working days, one piece of work at a time. Nobody works longer to be in
        time.
      </li>
      <li>
        As much is late although there was time as in the last year, by some days: a family is out, a report does not come. What waits
        because there is too much work is late besides.
      </li>
      <li>
        Nobody leaves or falls ill for long, no team helps another, and no child is put before others: where that happens, it is better or
        worse than this.
      </li>
    </ul>
  </section>
);
