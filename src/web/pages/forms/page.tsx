import type { ComponentChildren } from 'preact';
import type { AnyField, Fields, LinkTarget } from '../../../kernel/field/field.ts';
import { fileKinds } from '../../../kernel/step/file-kind.ts';
import { roles, type Role } from '../../../kernel/step/permission.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';

const ofWhom = ({ file, about }: AnyStep): string => {
  if (file === 'also') return 'People, and any file';
  if (file === 'anyFile') return 'Any file';
  if (file !== undefined) return fileKinds[file];
  return about === 'adult' ? 'Adults of a family' : about === 'anybody' ? 'Anybody' : 'Children';
};

const rolesIn = (some: readonly Role[]): string => some.map((role) => roles[role]).join(', ');
const questionsOf = ({ fields, each }: AnyStep): Fields => ({ ...fields, ...each });
const asked = (fields: Fields): readonly AnyField[] =>
  Object.values(fields).filter(({ until, inFilesAlone }) => until === undefined && inFilesAlone !== true);

/** Every form, of children and of files alike: for whoever designs them or counts what they say. No word of any record. */
export const FormsPage = ({ frame, steps }: { readonly frame: Frame; readonly steps: readonly AnyStep[] }) => (
  <Layout frame={frame} title="Forms" wide>
    <h1 class="govuk-heading-l">Forms</h1>
    <p class="govuk-body">
      Every form there is, also those of files that are nobody’s child record. What was recorded with them is not here.
    </p>
    {[...Map.groupBy(steps, ofWhom)].map(([whose, some]) => (
      <CardTable
        caption={whose}
        heads={['Form', 'Questions', 'Of these must be answered', 'Limits', 'Recorded by']}
        rows={some.map((step) => [
          <a class="govuk-link" href={`/forms/${step.name}`}>
            {step.title}
          </a>,
          String(asked(questionsOf(step)).length),
          String(asked(questionsOf(step)).filter(({ required }) => required !== undefined).length),
          step.timescales.map(({ title }) => title).join(', ') || 'none',
          rolesIn(step.may.record),
        ])}
      />
    ))}
  </Layout>
);

/** One form as it is asked today: each question, how it is answered, and why it must be. */
export const FormPageOf = ({ frame, step }: { readonly frame: Frame; readonly step: AnyStep }) => (
  <Layout frame={frame} title={step.title} wide>
    <BackLink text="Forms" href="/forms" />
    <h1 class="govuk-heading-l">{step.title}</h1>
    <p class="govuk-body">{step.law}</p>
    <p class="govuk-body">
      {ofWhom(step)}. Recorded by: {rolesIn(step.may.record)}. Read by: {rolesIn(step.may.read)}.
    </p>
    <CardTable
      caption="Questions"
      captionClasses="govuk-visually-hidden"
      heads={['Question', 'Name', 'Answered with', 'Why it must be answered']}
      rows={rowsOf(questionsOf(step), '')}
    />
  </Layout>
);

function rowsOf(fields: Fields, prefix: string): readonly (readonly ComponentChildren[])[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    [
      <>
        {field.label}
        {field.hint === undefined ? null : <span class="sl-due sl-line">{field.hint}</span>}
      </>,
      <code>{`${prefix}${name}`}</code>,
      answeredWith(field),
      field.until !== undefined ? 'No longer asked' : (field.required ?? 'It need not be'),
    ],
    ...(field.control.kind === 'rows' ? rowsOf(field.control.columns, `${prefix}${name}.`) : []),
  ]);
}

const targets: Readonly<Record<LinkTarget, string>> = {
  entry: 'An entry of the same record',
  member: 'A colleague',
  team: 'A team',
  fosterCarer: 'Carers of this service, by their file',
  adopters: 'Adopters, by their file',
  person: 'Another person on record',
};

function answeredWith({ control }: AnyField): string {
  switch (control.kind) {
    case 'date':
      return 'A day';
    case 'text':
      return 'Words';
    case 'number':
      return 'A number';
    case 'choice':
      return `${control.several ? 'Some of: ' : ''}${control.options.map(({ label }) => label).join('; ')}`;
    case 'link':
      return targets[control.to];
    case 'rows':
      return `Lines, each a ${control.line.toLowerCase()}`;
  }
}
