import type { Problem } from '../../kernel/step/outcome.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import { Button, CsrfField, ErrorSummary } from '../components/form-parts.tsx';
import type { GivenForm } from '../memory.ts';
import { several } from '../request.ts';
import { AnswerRows } from './answers.tsx';
import { Questions, type LinkOptions } from './questions.tsx';
import { eachPrefix, sharedPrefix, type Subject, type Understood } from './understand.ts';

export type StepFormProps = {
  readonly step: AnyStep;
  readonly action: string;
  readonly csrf: string;
  /** Made when the form is shown: sending it twice records once. */
  readonly entry: string;
  /** When the record was read for this form: what others write after it is shown before anything is recorded. */
  readonly readAt: string;
  readonly child: Subject;
  readonly siblings: readonly Subject[];
  readonly chosen: readonly Subject[];
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
  readonly links: LinkOptions;
};

/** The one form of every step, made from its definition. */
export function StepForm({ step, action, csrf, entry, readAt, child, siblings, chosen, given, problems, links }: StepFormProps) {
  const lines = Object.keys(step.each).length > 0;
  const people = [child, ...siblings];
  return (
    <>
      <ErrorSummary problems={problems} anchorOf={(field) => field} />
      <h1 class="govuk-heading-l">{step.title}</h1>
      <p class="govuk-body sl-due">{step.law}</p>
      <form method="post" action={action} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="readAt" value={readAt} />
        {siblings.length > 0 && lines ? <WhichChildren child={child} siblings={siblings} chosen={chosen} /> : null}
        <Questions fields={step.fields} prefix={sharedPrefix} given={given} problems={problems} links={links} />
        {lines
          ? people.map((subject) => {
              const questions = (
                <Questions fields={step.each} prefix={eachPrefix(subject.person)} given={given} problems={problems} links={links} />
              );
              return (
                <section class="sl-each" aria-labelledby={`about-${subject.person}`}>
                  <h2 class="govuk-heading-m" id={`about-${subject.person}`}>
                    {subject.name}
                  </h2>
                  {subject === child ? (
                    questions
                  ) : (
                    <details class="sl-more" open={chosen.includes(subject)}>
                      <summary>Answers for {subject.name}</summary>
                      <p class="govuk-hint">Left out unless {subject.name} is ticked above.</p>
                      {questions}
                    </details>
                  )}
                </section>
              );
            })
          : null}
        <div class="govuk-button-group">
          <Button name="stage" value="check">
            Continue
          </Button>
          <a class="govuk-link" href={`/children/${child.person}`}>
            Cancel
          </a>
        </div>
      </form>
    </>
  );
}

const WhichChildren = ({
  child,
  siblings,
  chosen,
}: {
  readonly child: Subject;
  readonly siblings: readonly Subject[];
  readonly chosen: readonly Subject[];
}) => (
  <div class="govuk-form-group">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Brothers and sisters this is also about</legend>
      <div class="govuk-hint">One entry for {child.name} and everyone ticked. Each keeps a line of their own below.</div>
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        {siblings.map(({ person, name }) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`with-${person}`}
              name="with"
              type="checkbox"
              value={person}
              checked={chosen.some((one) => one.person === person)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`with-${person}`}>
              {name}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  </div>
);

type CheckProps = Omit<StepFormProps, 'siblings'> & { readonly answers: Understood };

/** Check your answers: the same questions, read back. */
export function CheckAnswers({ step, action, csrf, entry, readAt, child, chosen, given, answers, links, problems }: CheckProps) {
  return (
    <>
      <ErrorSummary problems={problems} anchorOf={() => 'answers'} />
      <h1 class="govuk-heading-l">Check your answers</h1>
      <h2 class="govuk-heading-m">
        {step.title}: {chosen.map(({ name }) => name).join(', ')}
      </h2>
      <form method="post" action={action}>
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="readAt" value={readAt} />
        <Carried given={given} />
        <dl class="govuk-summary-list" id="answers">
          <AnswerRows fields={step.fields} answers={answers.shared} links={links} />
        </dl>
        {Object.keys(step.each).length === 0
          ? null
          : chosen.map((subject) => (
              <>
                <h3 class="govuk-heading-s">{subject.name}</h3>
                <dl class="govuk-summary-list">
                  <AnswerRows fields={step.each} answers={answers.each.get(subject.person) ?? {}} links={links} />
                </dl>
              </>
            ))}
        <p class="govuk-body">Recorded entries are never deleted. A mistake is put right by a correction, which keeps both.</p>
        <div class="govuk-button-group">
          <Button name="stage" value="record">
            Record
          </Button>
          <Button name="stage" value="change" secondary>
            Change answers
          </Button>
          <a class="govuk-link" href={`/children/${child.person}`}>
            Cancel
          </a>
        </div>
      </form>
    </>
  );
}

const ownNames = new Set(['_csrf', 'entry', 'readAt', 'stage']);
const Carried = ({ given }: { readonly given: GivenForm }) => (
  <>
    {Object.keys(given)
      .filter((name) => !ownNames.has(name))
      .flatMap((name) => several(given, name).map((value) => <input type="hidden" name={name} value={value} />))}
  </>
);
