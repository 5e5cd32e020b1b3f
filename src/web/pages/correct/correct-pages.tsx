import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { Carried, StepForm, type StepFormProps } from '../../form/step-form.tsx';
import type { Understood } from '../../form/understand.ts';
import { one } from '../../request.ts';
import { Versions } from './versions-page.tsx';

type FormProps = {
  readonly frame: Frame;
  readonly props: StepFormProps;
  readonly step: AnyStep;
  /** The entry that gave the version that stands, which the form carries: what is corrected. (`version` is a draft's, and ends with its form.) */
  readonly corrects: string;
  readonly isWithheld: boolean;
  readonly at: string;
  readonly problems: readonly Problem[];
};

/** An entry opened again as its form. */
export function CorrectPage({ frame, props, step, corrects, isWithheld, at, problems }: FormProps) {
  const heading = isWithheld ? `Write anew, without what must not be read: ${step.title}` : `Correct: ${step.title}`;
  const more = (
    <>
      <input type="hidden" name="corrects" value={corrects} />
      <TextArea
        name="reason"
        label={{ text: 'Why it is corrected', classes: 'govuk-label--s' }}
        hint={{ text: 'Everybody who may read the entry reads this beside it.' }}
        rows={2}
        value={one(props.given, 'reason')}
        errorMessage={errorAt(problems, 'reason')}
      />
    </>
  );
  return (
    <Layout frame={frame} title={`${problems.length > 0 ? 'Error: ' : ''}${heading}`}>
      <BackLink text={step.title} href={at} />
      <StepForm {...props} problems={problems} puttingRight={{ heading, which: 'Correct it for these too', more }} />
    </Layout>
  );
}

type Words = Statement['answers'];

type CheckProps = {
  readonly frame: Frame;
  readonly props: StepFormProps;
  readonly step: AnyStep;
  /** What stands now, of each who was chosen. */
  readonly standing: (person: string) => Words;
  readonly answers: Understood;
};

/** What changes, child by child, before it is recorded. */
export const CheckCorrectionPage = ({ frame, props, step, standing, answers }: CheckProps) => (
  <Layout frame={frame} title="Check what you correct">
    <h1 class="govuk-heading-l">Check what you correct</h1>
    <form method="post" action={props.action}>
      <CsrfField token={props.csrf} />
      <input type="hidden" name="entry" value={props.entry} />
      <Carried given={props.given} />
      {props.chosen.map(({ person, name }) => (
        <section>
          <h2 class="govuk-heading-m">{name}</h2>
          <Versions
            step={step}
            links={props.links}
            all={false}
            versions={[
              { heading: 'As it stands', because: undefined, answers: standing(person) },
              { heading: 'As you correct it', because: undefined, answers: { ...answers.shared, ...answers.each.get(person) } },
            ]}
          />
        </section>
      ))}
      <p class="govuk-body">
        Because: <strong>{one(props.given, 'reason')}</strong>
      </p>
      <p class="govuk-body">
        What it said before stays beside it, for everybody who may read the entry. If they may not read what it said, strike it out.
      </p>
      <div class="govuk-button-group">
        <Button text="Record the correction" name="stage" value="record" preventDoubleClick />
        <Button text="Change answers" name="stage" value="change" classes="govuk-button--secondary" />
        <a class="govuk-link" href={`/children/${props.child.person}`}>
          Cancel
        </a>
      </div>
    </form>
  </Layout>
);
