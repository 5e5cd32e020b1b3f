import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { AskedFields, DraftFields } from '../../components/draft-fields.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { GivenForm } from '../../memory.ts';
import { several } from '../../request.ts';

export type PageProps = { readonly frame: Frame; readonly props: StepFormProps; readonly problems: readonly Problem[] };

/** What earlier pages of the form said, carried on. `shown`: the beginnings of the names that this page asks itself. */
function Carried({ given, shown }: { readonly given: GivenForm; readonly shown: readonly string[] }) {
  const isShown = (name: string): boolean => shown.some((beginning) => name.startsWith(beginning));
  return (
    <>
      {Object.keys(given)
        .filter((name) => (name === 'with' || name.startsWith('f.')) && !isShown(name))
        .flatMap((name) => several(given, name).map((value) => <input type="hidden" name={name} value={value} />))}
    </>
  );
}

type FormPageProps = PageProps & {
  readonly title: string;
  readonly shown: readonly string[];
  /** What Enter presses. */
  readonly enter: string;
  readonly children: ComponentChildren;
};

/** Each page of making a document: one form, kept as a draft. */
export const FormPage = ({ frame, props, problems, title, shown, enter, children }: FormPageProps) => (
  <Layout frame={frame} title={title} problems={problems} script="/assets/draft.js">
    <BackLink text={props.child.name} href={`/children/${props.child.person}`} />
    <h1 class="govuk-heading-l">{title}</h1>
    <form
      method="post"
      action={props.action}
      noValidate
      data-draft={props.draft?.tab}
      data-settles={several(props.given, 'settles').join(' ') || undefined}
    >
      <CsrfField token={props.csrf} />
      <input type="hidden" name="entry" value={props.entry} />
      <input type="hidden" name="readAt" value={props.readAt} />
      <DraftFields draft={props.draft} />
      <AskedFields people={[props.child, ...props.siblings]} />
      <Carried given={props.given} shown={shown} />
      <button type="submit" name="stage" value={enter} hidden />
      {children}
      <p class="govuk-body sl-due" id="draft-state" role="status"></p>
    </form>
  </Layout>
);
