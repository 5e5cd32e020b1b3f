import { formatDate } from '../../../kernel/calendar/dates.ts';
import {
  againstSaid,
  auditsHeading,
  auditsKey,
  confidenceWords,
  paperHeads,
  paperSaid,
  populationsSaid,
  rangeSaid,
  standardSaid,
  standingOut,
  summaryHeads,
  trendSaid,
} from '../../../governance/assurance/document.ts';
import { auditDetails, auditHeads, auditRow } from '../../../governance/assurance/audit-words.ts';
import { nameOf } from '../../../governance/assurance/figure.ts';
import { fallsShort } from '../../../governance/assurance/judging.ts';
import { countSaid } from '../../../oversight/statistics/said.ts';
import { partsOfEvaluation, selfEvaluation, selfEvaluationHeading } from '../../../governance/assurance/self-evaluation.ts';
import type { Reading } from '../../../governance/assurance/readings.ts';
import type { AssuranceReport, Judged } from '../../../governance/assurance/report.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { formatInstant } from '../../said-dates.ts';
import { Frozen, type FrozenProps } from './frozen.tsx';
import { RunChart } from './run-chart.tsx';
import { DayForm } from '../measures/page.tsx';

type Props = {
  readonly frame: Frame;
  readonly report: AssuranceReport;
  readonly problem: string | undefined;
  readonly kept: Omit<FrozenProps, 'report'>;
};

/** What is assured of the whole service on a day, on what evidence, and what speaks against it. */
export const AssurancePage = ({ frame, report, problem, kept }: Props) => (
  <Layout
    frame={frame}
    title={`How do we know? ${formatDate(report.on)}`}
    wide
    {...(problem === undefined ? {} : { problems: [{ field: 'on', message: problem }] })}
  >
    <h1 class="govuk-heading-l sl-tight">How do we know?</h1>
    <p class="govuk-body">
      Of the whole service on {formatDate(report.on)}, from the record as known on {formatInstant(report.knownAt)}.{' '}
      {populationsSaid(report)}
    </p>
    <Choice report={report} />
    <Summary judged={report.judged} />
    {report.judged.map((judged) => (
      <Area key={judged.claim.area} judged={judged} report={report} />
    ))}
    <SelfEvaluations report={report} />
    <Limits report={report} />
    <Frozen {...kept} report={report} />
    <Papers report={report} />
  </Layout>
);

const Choice = ({ report: { on } }: { readonly report: AssuranceReport }) => (
  <>
    <DayForm action="/assurance" on={on} label="On" />
    <p class="govuk-body">
      <a class="govuk-link" href={`/assurance/file?format=pdf&on=${on}`}>
        For the committee, as PDF
      </a>
      {' · '}
      <a class="govuk-link" href={`/assurance/file?format=docx&on=${on}`}>
        As Word
      </a>
    </p>
  </>
);

const idOf = (area: string): string => area.toLowerCase();

const Summary = ({ judged }: { readonly judged: readonly Judged[] }) => (
  <CardTable
    caption="In short"
    heads={summaryHeads}
    rows={judged.map((one) => [
      <a class="govuk-link" href={`#${idOf(one.claim.area)}`}>
        {one.claim.area}
      </a>,
      confidenceWords[one.confidence.level],
      againstSaid(one),
    ])}
  />
);

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

function Area({
  judged: { claim, contrary, confidence, readings, audits, gaps },
  report,
}: {
  readonly judged: Judged;
  readonly report: AssuranceReport;
}) {
  const id = idOf(claim.area);
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {claim.area}
      </h2>
      {contrary.length === 0 ? null : (
        <div class="govuk-inset-text sl-contrary">
          <h3 class="govuk-heading-s">What speaks against it</h3>
          <List items={contrary} />
        </div>
      )}
      <p class="govuk-body">{claim.claim}</p>
      <h3 class="govuk-heading-s">Confidence: {confidenceWords[confidence.level].toLowerCase()}</h3>
      <List items={confidence.because} />
      <Audits audits={audits} />
      {readings.length === 0 ? null : (
        <CardTable
          caption={`Evidence on ${formatDate(report.on)}`}
          captionClasses="govuk-table__caption--s"
          heads={['Figure', 'Now', 'In 100', 'Standard', 'Twelve months', 'Change']}
          rows={readings.map((reading) => evidenceRow(reading, report))}
        />
      )}
      <StandingOut items={readings.flatMap(standingOut)} />
      <h3 class="govuk-heading-s">What is not known</h3>
      <List items={gaps} />
      <h3 class="govuk-heading-s">Actions</h3>
      <List items={claim.actions} />
    </section>
  );
}

const Audits = ({ audits }: Pick<Judged, 'audits'>) =>
  audits.length === 0 ? null : (
    <>
      <CardTable caption={auditsHeading} captionClasses="govuk-table__caption--s" heads={auditHeads} rows={audits.map(auditRow)} />
      <List items={auditDetails(audits)} />
      <p class="govuk-body-s">{auditsKey}</p>
    </>
  );

function evidenceRow(reading: Reading, { on, knownAt }: AssuranceReport) {
  const isToday = !knownAt.endsWith('59.999Z');
  const { figure } = reading;
  const said = nameOf(figure);
  return [
    figure.names === undefined ? (
      said
    ) : (
      <a class="govuk-link" href={figure.names.startsWith('/board') ? `${figure.names}${isToday ? '' : `&known=${on}`}` : figure.names}>
        {said}
      </a>
    ),
    countSaid(reading, figure.ofChildren),
    <span class={fallsShort(reading) ? 'sl-short' : undefined}>{rangeSaid(reading)}</span>,
    standardSaid(figure),
    <RunChart reading={reading} />,
    trendSaid(reading),
  ];
}

const StandingOut = ({ items }: { readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">Teams further from the whole than by chance</h3>
      <List items={items} />
    </>
  );

const SelfEvaluations = ({ report }: { readonly report: AssuranceReport }) => (
  <section aria-labelledby="self-evaluation">
    <h2 class="govuk-heading-m" id="self-evaluation">
      {selfEvaluationHeading}
    </h2>
    {selfEvaluation(report).map((one) => (
      <>
        <h3 class="govuk-heading-s">{one.of}</h3>
        {partsOfEvaluation(one).map(([head, items]) => (
          <>
            <h4 class="govuk-heading-s sl-tight">{head}</h4>
            <List items={items} />
          </>
        ))}
      </>
    ))}
  </section>
);

const Limits = ({ report: { limits } }: { readonly report: AssuranceReport }) => (
  <section aria-labelledby="limits">
    <h2 class="govuk-heading-m" id="limits">
      The limits of assurance
    </h2>
    <p class="govuk-body">It is impossible to provide complete assurance as to the safety of all children at all times. In figures:</p>
    <List items={limits} />
  </section>
);

const Papers = ({ report: { papers, hash } }: { readonly report: AssuranceReport }) => (
  <section aria-labelledby="papers">
    <h2 class="govuk-heading-m" id="papers">
      Background papers
    </h2>
    <CardTable caption="How each figure was found" captionClasses="govuk-visually-hidden" heads={paperHeads} rows={papers.map(paperSaid)} />
    <p class="govuk-body-s sl-anywhere">All figures together: {hash}</p>
  </section>
);
