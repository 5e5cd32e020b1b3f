import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { AskedFields } from '../../components/draft-fields.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { Carried, OwnFields, settledBy, type StepFormProps } from '../../form/step-form.tsx';
import type { GivenForm } from '../../memory.ts';

export type PageProps = { readonly frame: Frame; readonly props: StepFormProps; readonly problems: readonly Problem[] };

/** What earlier pages of the form said, carried on. `shown`: the beginnings of the names that this page asks itself. */
function carriedOn(given: GivenForm, shown: readonly string[]): GivenForm {
  const isShown = (name: string): boolean => shown.some((beginning) => name.startsWith(beginning));
  return Object.fromEntries(Object.entries(given).filter(([name]) => (name === 'with' || name.startsWith('f.')) && !isShown(name)));
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
    <form method="post" action={props.action} noValidate data-draft={props.draft?.tab} data-settles={settledBy(props.given)}>
      <OwnFields {...props} />
      <AskedFields people={[props.child, ...props.siblings]} />
      <Carried given={carriedOn(props.given, shown)} />
      <button type="submit" name="stage" value={enter} hidden />
      {children}
      <p class="govuk-body sl-due" id="draft-state" role="status"></p>
    </form>
  </Layout>
);
