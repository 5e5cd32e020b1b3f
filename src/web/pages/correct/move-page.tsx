import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Found } from '../../../record/search/search.ts';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/choices.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink, WarningText } from '../../components/notices.tsx';
import { Input, TextArea } from '../../components/text-input.tsx';
import { nameAndBirth } from '../family/people-linked.ts';

/** What the wrong record may say of why something left it: nothing of what it was, nor of whom. */
export const neutralReasons = ['It was put on the wrong record', 'Two people have like names', 'Papers or forms were mixed up'] as const;

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly at: string;
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly tombstone: string;
  readonly words: string;
  readonly found: readonly Found[] | undefined;
  readonly given: { readonly to: string; readonly why: string; readonly reason: string };
  readonly problems: readonly Problem[];
};

/** An entry that is about somebody else: whose record it belongs on, and why it leaves this one. */
export function MovePage(props: Props) {
  const { frame, csrf, at, title, summary, words, found, problems } = props;
  return (
    <Layout frame={frame} title={`Move to another record: ${title}`} problems={problems}>
      <BackLink text={title} href={at} />
      <h1 class="govuk-heading-l">Move to another record: {title}</h1>
      <p class="govuk-body">{summary}</p>
      <form method="post" action={`${at}/move`} role="search">
        <CsrfField token={csrf} />
        <Input
          name="words"
          type="search"
          label={{ text: 'Whose record does it belong on?', classes: 'govuk-label--s' }}
          hint={{ text: 'A part of the name is enough.' }}
          value={words}
          classes="govuk-input--width-20"
          autocomplete="off"
          spellcheck={false}
        />
        <Button text="Look" name="stage" value="look" classes="govuk-button--secondary" />
      </form>
      {found === undefined ? null : found.length === 0 ? (
        <p class="govuk-body">Nobody called “{words}” has a record that you can find.</p>
      ) : (
        <Whereto {...props} found={found} />
      )}
    </Layout>
  );
}

const Whereto = ({ csrf, at, name, tombstone, words, found, given, problems }: Props & { readonly found: readonly Found[] }) => (
  <form method="post" action={`${at}/move`} noValidate>
    <CsrfField token={csrf} />
    <input type="hidden" name="tombstone" value={tombstone} />
    <input type="hidden" name="words" value={words} />
    <Radios
      name="to"
      classes="govuk-radios--small"
      fieldset={{ legend: { text: 'Move it to the record of', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={errorAt(problems, 'to')}
      value={given.to}
      items={found.map((one) => ({ value: one.person, text: nameAndBirth(one.standing) }))}
    />
    <Radios
      name="why"
      classes="govuk-radios--small"
      fieldset={{ legend: { text: `What the record of ${name} says of why it left`, classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={errorAt(problems, 'why')}
      value={given.why}
      items={neutralReasons.map((reason) => ({ value: reason, text: reason }))}
    />
    <TextArea
      name="reason"
      label={{ text: 'Why it belongs on the other record', classes: 'govuk-label--s' }}
      hint={{ text: 'Read on the other record alone.' }}
      rows={2}
      value={given.reason}
      errorMessage={errorAt(problems, 'reason')}
    />
    <WarningText
      text={`Nothing of what it says stays on the record of ${name}, also for whoever asks what was known in the past. That something was moved, when, by you and why, stays.`}
    />
    <div class="govuk-button-group">
      <Button text="Move it" classes="govuk-button--warning" preventDoubleClick />
      <a class="govuk-link" href={at}>
        Cancel
      </a>
    </div>
  </form>
);
