import type { Problem } from '../../../kernel/step/outcome.ts';
import type { PreparedReturn, RuleFound } from '../../../record/prepared-returns.ts';
import { isSignedOfADay, kindOfReturn, titleOfReturn } from '../../../returns/signed-of-a-day.ts';
import { suggestedReason, wordsOfFinding } from '../../../returns/finding-words.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { FileUpload, Input } from '../../components/text-input.tsx';
import { formatInstant } from '../../said-dates.ts';
import { Keeping, type KeepingProps } from './keeping.tsx';
import { Compared, type ComparedPage } from './compared.tsx';

/** A table of those that were prepared, the newest first. */
export const PreparedReturns = ({ all }: { readonly all: readonly PreparedReturn[] }) =>
  all.length === 0 ? null : (
    <CardTable
      caption="Prepared and signed"
      heads={['Return', 'Prepared', 'Signed by']}
      rows={all.map((one) => [
        <a class="govuk-link" href={`/returns/prepared/${one.prepared}`}>
          {titleOfReturn(one)}
        </a>,
        formatInstant(one.preparedAt),
        one.signedBy ?? 'Nobody yet',
      ])}
    />
  );

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly one: PreparedReturn;
  /** Of the same return: what it can be compared with besides the record. */
  readonly others: readonly PreparedReturn[];
  /** Of staff, by their id. */
  readonly names: ReadonlyMap<string, string>;
  /** Undefined: nobody has asked. */
  readonly compared: ComparedPage | undefined;
  readonly isSigner: boolean;
  readonly keeping: KeepingProps | undefined;
  /** Why what was asked for was not done. */
  readonly problems: readonly Problem[];
};

/** One return as it was prepared: what its rules found and why it is right, whose signature it has, and what has changed since. */
export const PreparedPage = (props: Props) => {
  const { frame, one, compared, keeping, problems } = props;
  return (
    <Layout frame={frame} title={titleOfReturn(one)} problems={problems} wide>
      <h1 class="govuk-heading-l">{titleOfReturn(one)}</h1>
      {compared === undefined ? null : <Compared one={one} compared={compared} names={props.names} />}
      <About {...props} />
      <Findings {...props} />
      {one.signedBy === null ? <Sign {...props} /> : null}
      <Compare {...props} />
      {keeping === undefined ? null : <Keeping {...keeping} />}
    </Layout>
  );
};

const byWhom = (names: Props['names'], id: string | null): string => names.get(id ?? '') ?? 'somebody who has left';

function About({ one, names }: Props) {
  const at = `/returns/prepared/${one.prepared}`;
  const rows: readonly (readonly [string, string])[] = [
    ['Prepared', `${formatInstant(one.preparedAt)}, by ${byWhom(names, one.preparedBy)}`],
    ['From the record as known on', formatInstant(one.knownAt)],
    ['Hash of the file (SHA-256)', one.digest],
    [
      'Signed by',
      one.signedAt === null
        ? 'Nobody yet'
        : `${one.signedBy}, ${formatInstant(one.signedAt)} (entered by ${byWhom(names, one.signedMember)})`,
    ],
  ];
  return (
    <>
      <dl class="govuk-summary-list">
        {rows.map(([term, said]) => (
          <div class="govuk-summary-list__row" key={term}>
            <dt class="govuk-summary-list__key">{term}</dt>
            <dd class="govuk-summary-list__value sl-anywhere">{said}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">
        <a class="govuk-link" href={`${at}/file`}>
          The file{one.signedBy === null ? '' : ' as it was signed'} ({kindOfReturn(one.return).toUpperCase()})
        </a>
        {' · '}
        <a class="govuk-link" href={`${at}/findings`}>
          What the rules found, row by row
        </a>
        {' · '}
        <a class="govuk-link" href={`${at}/findings?as=csv`}>
          The same as CSV
        </a>
        {' · '}
        <a class="govuk-link" href={`${at}/notes`}>
          Explanations, to be sent with the file (CSV)
        </a>
      </p>
    </>
  );
}

export const levels = { error: 'Error', query: 'Query', draft: 'Draft', defect: 'Could not be run', notChecked: 'Not checked' } as const;
/** What was last said of a rule. */
export const noteOf = ({ notes }: PreparedReturn, code: string): string | undefined => notes.findLast((note) => note.code === code)?.reason;

/** What has to be explained before it can be signed: not what each child’s record explains, nor a draft. */
const isOpen = (one: PreparedReturn, { code, left, level }: RuleFound): boolean =>
  level === 'defect' || (left > 0 && noteOf(one, code) === undefined);

/** As the rule said it when the return was prepared. */
const wordsOf = ({ return: of }: PreparedReturn, { code, words }: RuleFound): string =>
  words === undefined && !isSignedOfADay(of) ? wordsOfFinding({ return: of, code, fields: [] }).why : `${words ?? ''} (${code})`;

/** What is known of a rule of the Department’s itself. */
export const knownReason = ({ return: of }: PreparedReturn, code: string): string | undefined =>
  isSignedOfADay(of) ? undefined : suggestedReason(of, code);

/** What it may be compared with. */
export const filesOf = (of: PreparedReturn['return']): string =>
  of === 'cin'
    ? 'the XML of a return of the same kind'
    : of === 'ssda903' || of === 'workforce-census'
      ? 'the XML of a return of the same kind, or its CSV files'
      : of === 'annex-a'
        ? 'the workbook of the lists, or their CSV files'
        : 'the CSV file of a return of the same kind';

function Findings(props: Props) {
  const { one } = props;
  const found = one.found.filter(({ level }) => level !== 'notChecked');
  const unchecked = one.found.length - found.length;
  return (
    <>
      {found.length === 0 ? (
        <p class="govuk-body">No rule finds anything.</p>
      ) : (
        <CardTable
          caption="What the rules find"
          heads={['Rule', 'Level', 'Children', 'Not explained in the record', 'Why it is right']}
          rows={found.map((rule) => [wordsOf(one, rule), levels[rule.level], rule.children, rule.left, noteOf(one, rule.code) ?? ''])}
        />
      )}
      {unchecked === 0 ? null : (
        <p class="govuk-body">
          {unchecked === 1 ? 'One rule was not checked: it needs' : `${unchecked} rules were not checked: they need`} reference data that is
          not here.
        </p>
      )}
      {one.signedBy === null && found.some(isAsked) ? <Explain {...props} /> : null}
    </>
  );
}

const isAsked = ({ left, level }: RuleFound): boolean => left > 0 && level !== 'defect';

/** Once for each rule, of all children of whom no record explains it. */
const Explain = ({ one, csrf }: Props) => (
  <form method="post" action={`/returns/prepared/${one.prepared}/explain`}>
    <CsrfField token={csrf} />
    {one.found.filter(isAsked).map(({ code, left }, n) => (
      <div class="govuk-form-group" key={code}>
        <label class="govuk-label" for={`reason-${n}`}>
          Why what {code} finds is right of {left === 1 ? 'this child' : `these ${left} children`}
        </label>
        <textarea class="govuk-textarea" id={`reason-${n}`} name={`reason.${code}`} rows={2}>
          {noteOf(one, code) ?? ''}
        </textarea>
        {noteOf(one, code) === undefined ? <KnownReason code={code} reason={knownReason(one, code)} /> : null}
      </div>
    ))}
    <Button text="Save the explanations" classes="govuk-button--secondary" />
  </form>
);

/** What is known of the rule itself: nobody’s words until somebody has looked, and says that it is so. */
const KnownReason = ({ code, reason }: { readonly code: string; readonly reason: string | undefined }) =>
  reason === undefined ? null : (
    <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={`known-${code}`} name={`known.${code}`} value="so" />
        <label class="govuk-label govuk-checkboxes__label" for={`known-${code}`}>
          I have looked, and it is so: {reason}
        </label>
      </div>
    </div>
  );

const Sign = ({ one, csrf, isSigner, problems }: Props) => {
  const open = one.found.filter((rule) => isOpen(one, rule));
  if (open.length > 0)
    return (
      <p class="govuk-body">
        It can be signed when what these rules find is put right or explained: {open.map(({ code }) => code).join(', ')}. What is put right
        in the record is not in this file: prepare it again.
      </p>
    );
  if (!isSigner) return <p class="govuk-body">It is ready to be signed by a head of service.</p>;
  return (
    <form method="post" action={`/returns/prepared/${one.prepared}/sign`}>
      <CsrfField token={csrf} />
      <Input
        name="signedBy"
        id="signedBy"
        label={{ text: 'Signed by' }}
        hint={{ text: 'Name and post of whoever answers for this return' }}
        classes="govuk-input--width-20"
        errorMessage={errorAt(problems, 'signedBy')}
      />
      <Button text="Sign this return" preventDoubleClick />
    </form>
  );
};

const Compare = ({ one, others, csrf, problems }: Props) => (
  <section aria-labelledby="compare">
    <h2 class="govuk-heading-m" id="compare">
      Compare
    </h2>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href={`/returns/prepared/${one.prepared}?compare=record`}>
          With the record as it stands now
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`/returns/prepared/${one.prepared}?compare=last-year`}>
          With the year before
        </a>
      </li>
      {others.map((other) => (
        <li key={other.prepared}>
          <a class="govuk-link" href={`/returns/prepared/${one.prepared}?compare=${other.prepared}`}>
            With {titleOfReturn(other)}, prepared {formatInstant(other.preparedAt)}
          </a>
        </li>
      ))}
    </ul>
    <form method="post" action={`/returns/prepared/${one.prepared}/compare`} enctype="multipart/form-data">
      <CsrfField token={csrf} />
      <FileUpload
        name="other"
        label={{ text: 'With a file, or the files, of another time or system' }}
        hint={{ text: `Choose ${filesOf(one.return)}. It is compared and not kept` }}
        multiple={one.return !== 'cin' && one.return !== 'asglb'}
        errorMessage={errorAt(problems, 'other')}
        attributes={{ accept: '.xml,text/xml,.csv,text/csv,.xlsx' }}
      />
      <div class="govuk-button-group">
        <Button text="Compare with this file" classes="govuk-button--secondary" preventDoubleClick />
        <Button text="All that differs, as CSV" classes="govuk-button--secondary" name="as" value="csv" />
      </div>
    </form>
  </section>
);
