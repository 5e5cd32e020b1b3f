import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { allOf } from '../../../kernel/step/step.ts';
import {
  agencyAssessment,
  agencyAssessmentChallenge,
  agencyScores,
  agencyStandards,
  agencyWords,
  measureOf,
  quarterMissing,
  sittings,
  trendsOf,
  type Trend,
} from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { said, Sparkline } from '../../components/sparkline.tsx';
import { counted } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import { Part, Then } from './part.tsx';

type Props = { readonly file: ChildModel };

/** Each agency's last judgement of itself, and what its peers found: both scores stand beside one another. */
export function Assessments({ file }: Props) {
  const latest = latestAssessments(file.record.history);
  if (latest.length === 0) return null;
  return (
    <Part id="assessments" title="Agencies’ self-assessments (section 11)">
      {latest.map((one) => (
        <details class="sl-more">
          <summary>
            {agencyWords(one.answers.agency)}, {formatDate(one.happenedOn)}: {metOf(one.answers.standards ?? [])};{' '}
            {counted(challengesOf(file.record.history, one.entry).length, 'challenge')} by peers
          </summary>
          <CardTable
            caption={`Self-assessment: ${agencyWords(one.answers.agency)}`}
            captionClasses="govuk-visually-hidden"
            heads={['Standard', 'Its own score', 'Evidence', 'Peers', 'Then']}
            rows={(one.answers.standards ?? []).map(({ standard, score, evidence }) => [
              standard === undefined ? '' : agencyStandards[standard],
              score === undefined ? 'not scored' : agencyScores[score],
              evidence ?? '',
              challengesOf(file.record.history, one.entry)
                .filter(({ answers }) => answers.standard === standard)
                .map(({ answers }) => (
                  <span class="sl-line">
                    {answers.score === undefined ? '' : `${agencyScores[answers.score]}. `}
                    {answers.why} ({answers.by === undefined ? 'not said by whom' : agencyWords(answers.by)})
                  </span>
                )),
              <Then
                file={file.record.person}
                step="agencyAssessmentChallenge"
                query={new URLSearchParams({ assessment: one.entry, ...(standard === undefined ? {} : { standard }) })}
                words="Challenge"
                of={standard === undefined ? '' : agencyStandards[standard]}
              />,
            ])}
          />
        </details>
      ))}
    </Part>
  );
}

const latestAssessments = (history: History) => [
  ...new Map(allOf(agencyAssessment, history).map((one) => [one.answers.agency, one])).values(),
];

const challengesOf = (history: History, assessment: string) =>
  allOf(agencyAssessmentChallenge, history).filter(({ answers }) => answers.assessment === assessment);

function metOf(standards: readonly { readonly score?: string }[]): string {
  const scored = standards.filter(({ score }) => score !== undefined);
  return `${scored.filter(({ score }) => score === 'three' || score === 'four').length} of ${scored.length} standards met, by its own judgement`;
}

/** What each agency told, quarter by quarter, and which has told nothing of the last. */
export function AgencyData({ file }: Props) {
  const { history } = file.record;
  const trends = trendsOf(history);
  if (trends.length === 0) return null;
  const told = trends.map(({ agency }) => agency);
  const { quarter, missing } = quarterMissing(history, [...told, ...expected(history, file.known.today)], file.known.today);
  return (
    <Part id="data" title="What the agencies count">
      <p class="govuk-body">
        {missing.length === 0
          ? `Every agency has told its figures of the quarter to ${formatDate(quarter)}.`
          : `Of the quarter to ${formatDate(quarter)} nothing was told by: ${missing.map(agencyWords).join('; ')}.`}
      </p>
      <CardTable
        caption="Multi-agency data"
        captionClasses="govuk-visually-hidden"
        heads={['What', 'Agency', 'Last told', 'Before', 'Over time']}
        rows={trends.map((trend) => cellsOf(trend))}
      />
    </Part>
  );
}

/** Whoever sits there as a partner is expected to tell figures. */
const expected = (history: History, today: LocalDate) =>
  sittings(history).flatMap(({ seat, agency, until }) =>
    (until === undefined || until >= today) && (seat === 'lead' || seat === 'delegated') ? [agency] : [],
  );

function cellsOf({ agency, measure, points }: Trend) {
  const [last, before] = [points.at(-1), points.at(-2)];
  const { title, of } = measureOf(measure);
  const recent = points.slice(-8);
  return [
    <>
      {title}
      {of === undefined ? null : <span class="sl-due sl-line">of {of}</span>}
    </>,
    agencyWords(agency),
    last === undefined ? '' : `${said(last)} (${formatDate(last.on)})`,
    before === undefined ? 'nothing' : `${said(before)} (${formatDate(before.on)})`,
    recent.length < 2 ? 'one quarter alone' : <Sparkline title={`${title}, ${agencyWords(agency)}`} points={recent} />,
  ];
}
