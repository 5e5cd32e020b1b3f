import { addDays, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { stepFigures, unreadQuestions, shareOf, weekFigures } from '../../../oversight/burden/told-figures.ts';
import type { ToldQuestion, ToldStep, ToldWeek } from '../../../record/recording-sums.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { WhoseTeam } from '../../components/form-parts.tsx';
import { Lag, type LagProps } from './lag-view.tsx';

export type BurdenProps = LagProps & {
  readonly frame: Frame;
  readonly wordingOf: (step: AnyStep) => string;
  /** Absent: the whole service. */
  readonly team: string | undefined;
  readonly weeks: readonly ToldWeek[];
  readonly told: readonly ToldStep[];
  readonly questions: readonly ToldQuestion[];
};

/** What recording costs, of teams and weeks. */
export const BurdenPage = (props: BurdenProps) => (
  <Layout frame={props.frame} title="What recording costs" wide>
    <h1 class="govuk-heading-l sl-tight">What recording costs</h1>
    <p class="govuk-body">
      Of teams and weeks, never of a person: no figure about anybody is kept anywhere. A week is shown once it is over, and only what at
      least five people did. It says how heavy our forms are, and is not for appraising anybody. Words are not counted, and a short record
      is not a good one: read it beside the audits.
    </p>
    <WhoseTeam action="/burden" teams={props.teams} team={props.team} />
    <Weeks {...props} />
    <Lag {...props} />
    <Steps {...props} />
    <Unread {...props} />
  </Layout>
);

const said = (value: number | undefined, unit = ''): string =>
  value === undefined ? 'not known' : `${value.toLocaleString('en-GB')}${unit}`;
const inHundred = (value: number | undefined): string => said(value, ' %');

const weekHeads = [
  'Week from',
  'People',
  'Entries',
  'Recording, hours',
  'With families, hours',
  'Minutes an entry',
  'Sittings an entry',
  'Days from event to record',
  'Recorded by the next day',
];

function weekRow(week: ToldWeek) {
  const { recordingHours, contactHours, minutesPerForm, sittingsPerForm, lagDays, prompt } = weekFigures(week);
  return [
    formatDate(week.week),
    week.people,
    week.forms,
    said(recordingHours),
    said(contactHours),
    said(minutesPerForm),
    said(sittingsPerForm),
    said(lagDays),
    inHundred(prompt),
  ];
}

function Weeks({ weeks, team }: BurdenProps) {
  const shown = weeks.filter((week) => week.team === team);
  const figures = shown.map((week) => ({ on: week.week, ...weekFigures(week) }));
  const line = (of: 'recordingHours' | 'contactHours') => figures.map((one) => ({ on: one.on, value: one[of] }));
  return (
    <section aria-labelledby="weeks">
      <h2 class="govuk-heading-m" id="weeks">
        Week by week
      </h2>
      {shown.length === 0 ? (
        <p class="govuk-body">No week is over in which at least five people recorded here.</p>
      ) : (
        <>
          <div class="sl-sparks">
            <Line title="Hours of recording" points={line('recordingHours')} />
            <Line title="Hours with children and families" points={line('contactHours')} />
          </div>
          <CardTable
            caption="Weeks that are over, the latest first"
            captionClasses="govuk-visually-hidden"
            heads={weekHeads}
            rows={shown.toReversed().map(weekRow)}
          />
          <p class="govuk-body-s">
            Recording: typing and choosing, without pauses of more than a minute; where a browser runs no scripts, nothing. With families:
            an hour for each visit and meeting recorded, because nobody is asked how long it lasted.
          </p>
        </>
      )}
    </section>
  );
}

const Line = ({
  title,
  points,
}: {
  readonly title: string;
  readonly points: readonly { readonly on: LocalDate; readonly value: number }[];
}) => (
  <div>
    <h3 class="govuk-heading-s sl-tight">{title}</h3>
    <Sparkline title={title} points={points} />
  </div>
);

const stepHeads = [
  'Entry',
  'Entries',
  'Questions shown',
  'Must be answered',
  'Answered',
  'Filled in already',
  'Of these put right',
  'Typed though on file',
  'Minutes',
];

function Steps({ told, steps, wordingOf }: BurdenProps) {
  const [first] = told;
  const titleOf = ({ step, wording }: ToldStep): string => {
    const known = steps.get(step);
    if (known === undefined) return step;
    return wordingOf(known) === wording ? known.title : `${known.title}, as it was worded before`;
  };
  const rows = told
    .toSorted((a, b) => b.seconds - a.seconds)
    .map((one) => {
      const { shown, mandatory, answered, prefilled, corrected, rekeyed, minutes } = stepFigures(one);
      return [
        titleOf(one),
        one.forms,
        said(shown),
        said(mandatory),
        inHundred(answered),
        inHundred(prefilled),
        inHundred(corrected),
        said(rekeyed),
        said(minutes),
      ];
    });
  return (
    <section aria-labelledby="steps">
      <h2 class="govuk-heading-m" id="steps">
        Form by form, the whole service
      </h2>
      {first === undefined ? (
        <p class="govuk-body">No four weeks are over yet of which every week may be shown.</p>
      ) : (
        <>
          <p class="govuk-body">
            {formatDate(first.week)} to {formatDate(addDays(first.week, 27))}, what took longest first; of one entry, all the children it is
            about counted together.
          </p>
          <CardTable caption="Forms" captionClasses="govuk-visually-hidden" heads={stepHeads} rows={rows} />
        </>
      )}
    </section>
  );
}

const questionHeads = ['Question', 'Entry', 'Answers', 'Read by nobody else'];

function Unread({ questions, steps }: BurdenProps) {
  const [first] = questions;
  const labelOf = ({ step, field }: ToldQuestion): string => {
    const known = steps.get(step);
    return (known?.fields[field] ?? known?.each[field])?.label ?? field;
  };
  const unread = unreadQuestions(questions);
  return (
    <section aria-labelledby="unread">
      <h2 class="govuk-heading-m" id="unread">
        Questions nobody reads
      </h2>
      {first === undefined ? (
        <p class="govuk-body">Nothing is old enough yet: an answer has 90 days in which to be read.</p>
      ) : (
        <>
          <p class="govuk-body">
            Of what was recorded from {formatDate(first.week)} to {formatDate(addDays(first.week, 27))}: the record was opened by nobody but
            the writer within 90 days. What a limit, a return or another form takes from an answer is not a reading.
          </p>
          {unread.length === 0 ? (
            <p class="govuk-body">There is none of which most answers went unread.</p>
          ) : (
            <CardTable
              caption="Questions"
              captionClasses="govuk-visually-hidden"
              heads={questionHeads}
              rows={unread.map((one) => [
                labelOf(one),
                steps.get(one.step)?.title ?? one.step,
                one.answers,
                inHundred(shareOf(one.unread, one.answers)),
              ])}
            />
          )}
        </>
      )}
    </section>
  );
}
