import type { Problem } from '../../../kernel/step/outcome.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink, WarningText } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly at: string;
  readonly title: string;
  readonly summary: string;
  readonly entry: string;
  readonly others: readonly { readonly person: string; readonly name: string }[];
  readonly chosen: readonly string[];
  /** Entries that name this one, in words. */
  readonly namedBy: readonly string[];
  readonly reason: string;
  readonly problems: readonly Problem[];
};

/** Something that should never have been recorded: it counts no more, and few may still read it. */
export const StrikePage = ({ frame, csrf, at, title, summary, entry, others, chosen, namedBy, reason, problems }: Props) => (
  <Layout frame={frame} title={`Strike out: ${title}`} problems={problems}>
    <BackLink text={title} href={at} />
    <h1 class="govuk-heading-l">Strike out: {title}</h1>
    <p class="govuk-body">{summary}</p>
    <WarningText text="It will count for nothing any more: limits that it met run again, and limits that it began are gone. What it said can then be read by whoever wrote it, by you, by managers and by reviewing officers alone." />
    {namedBy.length === 0 ? null : (
      <>
        <p class="govuk-body">Other entries name this one and stay as they are:</p>
        <ul class="govuk-list govuk-list--bullet">
          {namedBy.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </>
    )}
    <form method="post" action={`${at}/strike`} noValidate>
      <CsrfField token={csrf} />
      <input type="hidden" name="entry" value={entry} />
      {others.length === 0 ? null : (
        <Checkboxes
          name="with"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Strike it out for these too', classes: 'govuk-fieldset__legend--s' } }}
          items={others.map(({ person, name }) => ({ value: person, text: name }))}
          values={chosen}
        />
      )}
      <TextArea
        name="reason"
        label={{ text: 'Why it is struck out', classes: 'govuk-label--s' }}
        hint={{ text: 'Everybody who may read this kind of entry reads the reason. Do not say in it what the entry said.' }}
        rows={2}
        value={reason}
        errorMessage={errorAt(problems, 'reason')}
      />
      <div class="govuk-button-group">
        <Button text="Strike it out" classes="govuk-button--warning" preventDoubleClick />
        <a class="govuk-link" href={at}>
          Cancel
        </a>
      </div>
    </form>
  </Layout>
);
