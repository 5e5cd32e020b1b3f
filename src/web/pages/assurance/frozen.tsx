import type { AssuranceReport } from '../../../governance/assurance/report.ts';
import type { Compared } from '../../../governance/assurance/freezing.ts';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { FrozenReport } from '../../../record/frozen-reports.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input } from '../../components/text-input.tsx';
import { formatInstant } from '../../said-dates.ts';

export type FrozenProps = {
  readonly frozen: readonly FrozenReport[];
  readonly report: AssuranceReport;
  readonly csrf: string;
  /** Who froze each, by their id. */
  readonly names: ReadonlyMap<string, string>;
  /** Of a day that is over alone, of which every report is the same. */
  readonly isOver: boolean;
};

/** What was given to whom, and kept as it was; and the way to keep this one. */
export const Frozen = ({ frozen, report, csrf, names, isOver }: FrozenProps) => (
  <section aria-labelledby="frozen">
    <h2 class="govuk-heading-m" id="frozen">
      Frozen reports
    </h2>
    <p class="govuk-body">Kept as they were signed: nobody can change or remove them.</p>
    {frozen.length === 0 ? (
      <p class="govuk-body">None has been frozen.</p>
    ) : (
      <CardTable
        caption="Frozen reports"
        captionClasses="govuk-visually-hidden"
        heads={['Of', 'Signed by', 'Frozen', 'File']}
        rows={frozen.map((one) => [
          <a class="govuk-link" href={`/assurance/frozen/${one.report}`}>
            {formatDate(one.on)}
          </a>,
          one.signedBy,
          `${formatInstant(one.frozenAt)}, by ${names.get(one.frozenBy) ?? 'somebody who has left'}`,
          <FileLink one={one} />,
        ])}
      />
    )}
    {isOver ? (
      <Freeze report={report} csrf={csrf} />
    ) : (
      <p class="govuk-body">A report is frozen when its day is over: until then it changes.</p>
    )}
  </section>
);

const FileLink = ({ one: { report, format, on } }: { readonly one: FrozenReport }) => (
  <a class="govuk-link" href={`/assurance/frozen/${report}/file`}>
    {format === 'pdf' ? 'PDF' : 'Word'}
    <span class="govuk-visually-hidden"> of the report of {formatDate(on)}</span>
  </a>
);

const Freeze = ({ report: { on }, csrf }: Pick<FrozenProps, 'report' | 'csrf'>) => (
  <form method="post" action="/assurance/frozen">
    <CsrfField token={csrf} />
    <input type="hidden" name="report" value={crypto.randomUUID()} />
    <input type="hidden" name="on" value={on} />
    <Input
      name="signedBy"
      id="signedBy"
      label={{ text: 'Signed by' }}
      hint={{ text: `Name and post of whoever answers for the report of ${formatDate(on)}` }}
      classes="govuk-input--width-20"
    />
    <Button text="Freeze this report" classes="govuk-button--secondary" preventDoubleClick />
  </form>
);

type PageProps = {
  readonly frame: Frame;
  readonly frozen: FrozenReport;
  readonly frozenBy: string;
  /** Undefined: nobody has asked. */
  readonly compared: Compared | undefined;
};

/** One frozen report: whose it is, and whether the same comes of the record today. */
export const FrozenPage = ({ frame, frozen, frozenBy, compared }: PageProps) => (
  <Layout frame={frame} title={`Frozen report of ${formatDate(frozen.on)}`}>
    <h1 class="govuk-heading-l">Frozen report of {formatDate(frozen.on)}</h1>
    {compared === undefined ? null : <Result compared={compared} />}
    <dl class="govuk-summary-list">
      {rowsOf(frozen, frozenBy).map(([term, said]) => (
        <div class="govuk-summary-list__row" key={term}>
          <dt class="govuk-summary-list__key">{term}</dt>
          <dd class="govuk-summary-list__value sl-anywhere">{said}</dd>
        </div>
      ))}
    </dl>
    <p class="govuk-body">
      <a class="govuk-link" href={`/assurance/frozen/${frozen.report}/file`}>
        The file as it was signed
      </a>
    </p>
    <form method="get" action={`/assurance/frozen/${frozen.report}`}>
      <input type="hidden" name="compare" value="yes" />
      <Button text="Compare with the record" classes="govuk-button--secondary" />
    </form>
    <p class="govuk-body">Made again from the record as it was known then, and compared byte for byte.</p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/assurance?on=${frozen.on}`}>
        The report of that day
      </a>
    </p>
  </Layout>
);

const rowsOf = (
  { knownAt, signedBy, frozenAt, digest, figures }: FrozenReport,
  frozenBy: string,
): readonly (readonly [string, string])[] => [
  ['Signed by', signedBy],
  ['Frozen', `${formatInstant(frozenAt)}, by ${frozenBy}`],
  ['From the record as known on', formatInstant(knownAt)],
  ['Hash of the file (SHA-256)', digest],
  ['Hash of all its figures', figures],
];

const words = {
  same: 'The same, byte for byte: the record as known then gives this file today.',
  file: 'Every figure is the same. The file is set otherwise: a later version of this program, or of the manual, words or sets it differently.',
  figures:
    'Not the same: figures differ. A record that was counted has been destroyed since, or this version counts otherwise. The frozen file stays as it was signed.',
} as const;

const Result = ({ compared }: { readonly compared: Compared }) => (
  <div class="govuk-inset-text" role="status">
    <p class="govuk-body">{words[compared.kind]}</p>
    {compared.kind === 'figures' ? <p class="govuk-body-s sl-anywhere">All figures together, today: {compared.figures}</p> : null}
  </div>
);
