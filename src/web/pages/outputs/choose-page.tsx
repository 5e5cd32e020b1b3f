import type { AnyStep } from '../../../kernel/step/step.ts';
import { kindsOfDocument } from '../../../outputs/assemble.ts';
import { formats } from '../../../outputs/make-file.ts';
import { goesBySubjectAccess } from '../../../practice/outputs/document-released.ts';
import { documentKinds, recipientKinds } from '../../../practice/pathway.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes, Radios } from '../../components/choices.tsx';
import { errorAt } from '../../components/form-parts.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import { one, several } from '../../request.ts';
import { FormPage, type PageProps } from './form-frame.tsx';
import type { Offered } from './people.ts';

type Props = PageProps & {
  readonly offered: readonly Offered[];
  /** The kinds of entries on this record. */
  readonly recorded: readonly Pick<AnyStep, 'name' | 'title'>[];
};

const entriesOf = <T extends Readonly<Record<string, string>>>(words: T) =>
  Object.entries(words).map(([value, label]) => ({ value, text: label }));

const isFiltered = (kind: string): boolean => Object.entries(kindsOfDocument).some(([name, one]) => name === kind && one.isFiltered);

/** First: which document, for whom. What must be left out depends on it. */
export function ChoosePage(page: Props) {
  const { props, problems } = page;
  const { given } = props;
  return (
    <FormPage
      {...page}
      title="Make a document"
      shown={['with', 'f.kind', 'f.onRecord', 'f.recipient', 'f.from', 'f.to', 'f.steps', 'f.format']}
      enter="assemble"
    >
      <Radios
        name="f.kind"
        idPrefix="f.kind"
        fieldset={{ legend: { text: 'Which document', classes: 'govuk-fieldset__legend--m' } }}
        classes="govuk-radios--small"
        value={one(given, 'f.kind')}
        items={entriesOf(documentKinds)}
        errorMessage={errorAt(problems, 'f.kind')}
      />
      {problems.some(({ message }) => message === goesBySubjectAccess) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/children/${props.child.person}/subject-access`}>
            Subject access
          </a>{' '}
          to the record of {props.child.name}
        </p>
      ) : null}
      <ForWhom {...page} />
      <Narrowed {...page} />
      <Radios
        name="f.format"
        idPrefix="f.format"
        fieldset={{ legend: { text: 'File', classes: 'govuk-fieldset__legend--s' } }}
        classes="govuk-radios--small govuk-radios--inline"
        value={one(given, 'f.format') || 'pdf'}
        items={entriesOf(formats)}
      />
      <div class="govuk-button-group">
        <Button text="Continue" name="stage" value="assemble" preventDoubleClick />
        <Button text="Save and come back later" name="stage" value="later" classes="govuk-button--secondary" preventDoubleClick />
        <a class="govuk-link" href={`/children/${props.child.person}`}>
          Cancel
        </a>
      </div>
    </FormPage>
  );
}

const ForWhom = ({ props: { given }, problems, offered }: Props) => (
  <>
    <h2 class="govuk-heading-m">For whom</h2>
    <p class="govuk-body">A document is made for one person. What this person must not have is left out, and shown to you first.</p>
    <Select
      name="f.onRecord"
      label={{ text: 'Somebody on this record' }}
      value={one(given, 'f.onRecord')}
      items={[{ value: '', text: 'Nobody of these' }, ...offered.map(({ value, label }) => ({ value, text: label }))]}
    />
    <Input
      name="f.recipient"
      label={{ text: 'Or their name, and what they do' }}
      hint={{ text: 'For example “Mrs Okoro, head teacher, St Anne’s Primary School”' }}
      value={one(given, 'f.recipient')}
      autocomplete="off"
      errorMessage={errorAt(problems, 'f.recipient')}
    />
    <Select
      name="f.recipientKind"
      label={{ text: 'What they are to the child' }}
      hint={{ text: 'Leave as it is for somebody on this record' }}
      value={one(given, 'f.recipientKind')}
      items={[{ value: '', text: 'As the record says' }, ...entriesOf(recipientKinds)]}
    />
  </>
);

const Day = ({
  name,
  label,
  value,
  error,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: boolean;
}) => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={name}>
      {label}
    </label>
    <input class={`govuk-input sl-date${error ? ' govuk-input--error' : ''}`} type="date" id={name} name={name} value={value} />
  </div>
);

/** A chronology or a full record may be narrowed, and a chronology may be of brothers and sisters too. */
function Narrowed({ props, problems, recorded }: Props) {
  const { given, siblings, chosen } = props;
  return (
    <details
      class="sl-more"
      open={isFiltered(one(given, 'f.kind')) || problems.some(({ field }) => field === 'f.from' || field === 'f.to')}
    >
      <summary>Of a chronology or a full record: from when, and what</summary>
      <Day name="f.from" label="Happened from" value={one(given, 'f.from')} error={errorAt(problems, 'f.from') !== undefined} />
      <Day name="f.to" label="Happened until" value={one(given, 'f.to')} error={errorAt(problems, 'f.to') !== undefined} />
      {siblings.length === 0 ? null : (
        <Checkboxes
          name="with"
          idPrefix="with"
          fieldset={{ legend: { text: 'Also of these brothers and sisters', classes: 'govuk-fieldset__legend--s' } }}
          classes="govuk-checkboxes--small"
          values={chosen.map(({ person }) => person)}
          items={siblings.map(({ person, name }) => ({ value: person, text: name }))}
        />
      )}
      {recorded.length === 0 ? null : (
        <Checkboxes
          name="f.steps"
          idPrefix="f.steps"
          fieldset={{ legend: { text: 'Only these kinds of entries', classes: 'govuk-fieldset__legend--s' } }}
          hint={{ text: 'None ticked: all' }}
          classes="govuk-checkboxes--small"
          values={several(given, 'f.steps')}
          items={recorded.map(({ name, title }) => ({ value: name, text: title }))}
        />
      )}
    </details>
  );
}
