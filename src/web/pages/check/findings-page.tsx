import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { InsetText } from '../../components/notices.tsx';
import type { RuleSummary, Summary } from './summary.ts';

type Props = { readonly frame: Frame; readonly names: readonly string[]; readonly summary: Summary };

const number = (count: number): string => count.toLocaleString('en-GB');
const counted = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;

export function FindingsPage({ frame, names, summary }: Props) {
  const { totals, rules, notChecked, defects } = summary;
  return (
    <Layout frame={frame} title="What was found">
      <a class="govuk-back-link" href="/check">
        Check another, or take all of it as a file
      </a>
      <h1 class="govuk-heading-l">{headline(summary)}</h1>
      <p class="govuk-body">
        {names.slice(0, 20).join(', ')}
        {summary.year === undefined ? '' : `: by the rules of ${summary.year}`}. Nothing of it was kept, and this page is the only copy.
      </p>
      <Unreadable summary={summary} />
      {defects.length === 0 ? null : (
        <InsetText
          text={`${counted(defects.length, 'rule', 'rules')} failed: ${defects.map(({ code }) => code).join(', ')}. This is a fault of Sightline, and nothing is said of them.`}
        />
      )}
      {rules.length === 0 ? null : <Rules rules={rules} />}
      {notChecked.length === 0 ? null : <NotChecked summary={summary} />}
      {totals.error + totals.query === 0 ? null : (
        <p class="govuk-body">
          Of each rule the first ten are shown. All of them are in the CSV or the workbook, which you get by sending the files once more.
        </p>
      )}
    </Layout>
  );
}

function headline({ totals: { error, query }, unreadableCount }: Summary): string {
  if (error + query === 0) return unreadableCount > 0 ? 'Not all of it could be read' : 'Nothing was found';
  const found = [error > 0 ? counted(error, 'error', 'errors') : '', query > 0 ? counted(query, 'query', 'queries') : ''].filter(Boolean);
  return found.join(' and ');
}

const Unreadable = ({ summary: { unreadable, unreadableCount } }: { readonly summary: Summary }) =>
  unreadableCount === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{counted(unreadableCount, 'place', 'places')} could not be read</h2>
      <ul class="govuk-list govuk-list--bullet">
        {unreadable.map(({ file, line, message }) => (
          <li class="sl-anywhere">
            {file}, line {line}: {message}
          </li>
        ))}
      </ul>
      {unreadableCount > unreadable.length ? <p class="govuk-body">And {number(unreadableCount - unreadable.length)} more.</p> : null}
    </>
  );

const Rules = ({ rules }: { readonly rules: readonly RuleSummary[] }) => (
  <>
    {rules.map((rule) => (
      <details class="govuk-details sl-rule">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {rule.code} · {counted(rule.count, rule.level, rule.level === 'query' ? 'queries' : 'errors')}
            {rule.isDraft ? ' · a draft, not yet in force' : ''}
          </span>
          <span class="sl-rule__words">{rule.message}</span>
        </summary>
        <First rule={rule} />
      </details>
    ))}
  </>
);

const First = ({ rule: { code, count, first } }: { readonly rule: RuleSummary }) => (
  <CardTable
    caption={count > first.length ? `The first ${first.length} of ${number(count)}` : `Found by ${code}`}
    captionClasses="govuk-table__caption--s"
    heads={['Child', 'Table', 'Line', 'What stands there']}
    rows={first.map(({ child, table, line, fields, values }) => [
      child ?? 'the return as a whole',
      table ?? '',
      line === null ? '' : number(line),
      fields.map((field, at) => `${field}: ${values[at] ?? 'nothing'}`).join('; '),
    ])}
  />
);

const NotChecked = ({ summary: { notChecked } }: { readonly summary: Summary }) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        {counted(notChecked.length, 'rule was', 'rules were')} not checked: what they need is not there
      </span>
    </summary>
    <CardTable
      caption="Not checked, which is not passed"
      captionClasses="govuk-table__caption--s"
      heads={['Rule', 'Lacks', 'What it says']}
      rows={notChecked.map(({ code, lacking, message }) => [code, lacking.join(', '), message])}
    />
  </details>
);
