import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Line } from '../../../kernel/step/history.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Table } from '../../components/lists.tsx';
import { BackLink, InsetText, NotificationBanner } from '../../components/notices.tsx';
import { entryAt } from '../../entry-at.ts';
import { answerWords } from '../../form/answers.tsx';
import type { LinkOptions } from '../../form/asking.ts';
import { formatInstant } from '../../said-dates.ts';

/** One version of an entry: what it says, and who said so. */
export type Version = { readonly heading: string; readonly because: string | undefined; readonly answers: Line['answers'] };

/** What changed from one version to the next, by question. */
export function Versions({
  step,
  versions,
  links,
  all = true,
}: {
  readonly step: AnyStep;
  readonly versions: readonly Version[];
  readonly links: LinkOptions;
  /** False: only what changed. */
  readonly all?: boolean;
}) {
  const fields = Object.entries({ ...step.fields, ...step.each });
  const said = (name: string, { answers }: Version): string => {
    const field = step.fields[name] ?? step.each[name];
    return field === undefined || answers[name] === undefined ? '' : answerWords(field, answers[name], links);
  };
  const rows = fields
    .map(([name, { label }]) => ({ label, words: versions.map((version) => said(name, version)) }))
    .filter(({ words }) => (all ? words.some((one) => one !== '') : words.some((one) => one !== words[0])));
  return (
    <div class="sl-scroll" tabIndex={0} role="group" aria-label="Versions side by side">
      <Table
        firstCellIsHeader
        head={[{ text: 'Question' }, ...versions.map(({ heading }) => ({ text: heading }))]}
        rows={rows.map(({ label, words }) => [
          { text: label },
          ...words.map((one, n) => ({ text: changed(one, n === 0 ? one : (words[n - 1] ?? '')), classes: 'sl-words' })),
        ])}
      />
    </div>
  );
}

const changed = (words: string, before: string) =>
  words === before ? (
    words
  ) : (
    <>
      <strong class="govuk-tag govuk-tag--yellow sl-tag">changed</strong> {words === '' ? 'Not answered' : words}
    </>
  );

type Props = {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly step: AnyStep;
  readonly entry: string;
  readonly versions: readonly Version[];
  readonly links: LinkOptions;
  /** Absent: it stands. */
  readonly struck: { readonly by: string; readonly at: string; readonly reason: string } | undefined;
  readonly isWithheld: boolean;
  readonly mayPutRight: boolean;
  readonly mayMove: boolean;
  readonly recorded: boolean;
  readonly procedures: ComponentChildren;
};

/** An entry with all that it ever said on this record, and the ways of putting it right. */
export function VersionsPage(props: Props) {
  const { frame, person, name, step, entry, versions, links, struck, isWithheld, mayPutRight, mayMove, recorded } = props;
  const at = `/children/${person}/entries/${entry}`;
  return (
    <Layout frame={frame} title={step.title}>
      <BackLink text={name} href={entryAt(person, entry, step.file !== undefined)} />
      {recorded ? (
        <NotificationBanner type="success" text="Recorded. What it said before is kept beside it." role="alert" classes="sl-notice" />
      ) : null}
      <h1 class="govuk-heading-l">{step.title}</h1>
      {props.procedures}
      {struck === undefined ? null : (
        <InsetText
          text={`Struck out ${formatInstant(struck.at)} by ${struck.by}, because: ${struck.reason}. It no longer counts for anything.`}
        />
      )}
      {isWithheld ? (
        <InsetText text="The words that this entry shares with others are withheld here, because one of them is restricted. Whoever is named for that record may write them anew without what must not be read." />
      ) : null}
      {versions
        .filter(({ because }) => because !== undefined)
        .map(({ heading, because }) => (
          <p class="govuk-body">
            {heading}, because: {because}
          </p>
        ))}
      <Versions step={step} versions={versions} links={links} />
      {mayPutRight && struck === undefined ? (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={`${at}/correct`}>
              {isWithheld ? 'Write the shared words anew' : 'Correct it'}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`${at}/strike`}>
              Strike it out
            </a>
          </li>
          {mayMove ? (
            <li>
              <a class="govuk-link" href={`${at}/move`}>
                Move it to another record
              </a>
            </li>
          ) : null}
        </ul>
      ) : struck === undefined ? (
        <p class="govuk-body sl-due">An entry is put right by whoever wrote it, or by their manager.</p>
      ) : null}
    </Layout>
  );
}

/** A line's heading: who said so, and when. */
export const versionOf = (line: Line, by: string): Version => ({
  heading: `${line.corrects === undefined ? 'Recorded' : 'Corrected'} ${formatInstant(line.movedBy === undefined ? line.recordedAt : (line.statedAt ?? line.recordedAt))} by ${by}`,
  because: line.reason,
  answers: line.answers,
});

export const whenWords = (line: Pick<Line, 'happenedOn'>): string => formatDate(line.happenedOn);
