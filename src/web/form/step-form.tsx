import type { ComponentChildren } from 'preact';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import { Button } from '../components/button.tsx';
import { Checkboxes } from '../components/choices.tsx';
import { CsrfField, Problems } from '../components/form-parts.tsx';
import type { GivenForm } from '../memory.ts';
import { several } from '../request.ts';
import { AnswerList } from './answers.tsx';
import { firstBoxOf, Questions, type LinkOptions } from './questions.tsx';
import { eachPrefix, fieldAt, sharedPrefix, type Subject, type Understood } from './understand.ts';

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
  readonly today: LocalDate;
  /** When something that stands is put right: what the form is called, what is asked besides, and what ticking a brother or sister means. */
  readonly puttingRight?: { readonly heading: string; readonly which: string; readonly more: ComponentChildren };
};

/** The one form of every step, made from its definition. */
export function StepForm(props: StepFormProps) {
  const { step, action, csrf, entry, readAt, child, siblings, chosen, given, problems, links, today, puttingRight } = props;
  const lines = Object.keys(step.each).length > 0;
  const people = [child, ...siblings];
  return (
    <>
      <Problems problems={problems} anchorOf={(field) => firstBoxOf(field, fieldAt(step, field))} />
      <h1 class="govuk-heading-l">{puttingRight?.heading ?? step.title}</h1>
      <p class="govuk-body sl-due">{step.law}</p>
      <form method="post" action={action} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="readAt" value={readAt} />
        {siblings.length > 0 && lines ? (
          <WhichChildren child={child} siblings={siblings} chosen={chosen} which={puttingRight?.which} />
        ) : null}
        <Questions fields={step.fields} prefix={sharedPrefix} given={given} problems={problems} links={links} />
        {lines
          ? people.map((subject) => {
              const questions = (
                <Questions
                  fields={step.each}
                  prefix={eachPrefix(subject.person)}
                  given={given}
                  problems={problems}
                  links={links}
                  of={{ child: subject, today }}
                />
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
        {puttingRight?.more}
        <div class="govuk-button-group">
          <Button text="Continue" name="stage" value="check" preventDoubleClick />
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
  which = 'Brothers and sisters this is also about',
}: {
  readonly child: Subject;
  readonly siblings: readonly Subject[];
  readonly chosen: readonly Subject[];
  readonly which?: string | undefined;
}) => (
  <Checkboxes
    name="with"
    classes="govuk-checkboxes--small"
    fieldset={{ legend: { text: which, classes: 'govuk-fieldset__legend--s' } }}
    hint={{ text: `One entry for ${child.name} and everyone ticked. Each keeps a line of their own below.` }}
    items={siblings.map(({ person, name }) => ({ value: person, text: name }))}
    values={chosen.map(({ person }) => person)}
  />
);

type CheckProps = Omit<StepFormProps, 'siblings' | 'today' | 'puttingRight'> & { readonly answers: Understood };

/** Check your answers: the same questions, read back. */
export function CheckAnswers({ step, action, csrf, entry, readAt, child, chosen, given, answers, links, problems }: CheckProps) {
  return (
    <>
      <Problems problems={problems} anchorOf={() => 'answers'} />
      <h1 class="govuk-heading-l">Check your answers</h1>
      <h2 class="govuk-heading-m">
        {step.title}: {chosen.map(({ name }) => name).join(', ')}
      </h2>
      <form method="post" action={action}>
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="readAt" value={readAt} />
        <Carried given={given} />
        <AnswerList id="answers" fields={step.fields} answers={answers.shared} links={links} />
        {Object.keys(step.each).length === 0
          ? null
          : chosen.map((subject) => (
              <>
                <h3 class="govuk-heading-s">{subject.name}</h3>
                <AnswerList fields={step.each} answers={answers.each.get(subject.person) ?? {}} links={links} />
              </>
            ))}
        <p class="govuk-body">Recorded entries are never deleted. A mistake is put right by a correction, which keeps both.</p>
        <div class="govuk-button-group">
          <Button text="Record" name="stage" value="record" preventDoubleClick />
          <Button text="Change answers" name="stage" value="change" classes="govuk-button--secondary" />
          <a class="govuk-link" href={`/children/${child.person}`}>
            Cancel
          </a>
        </div>
      </form>
    </>
  );
}

const ownNames = new Set(['_csrf', 'entry', 'readAt', 'stage']);
/** What was answered, carried from page to page. */
export const Carried = ({ given }: { readonly given: GivenForm }) => (
  <>
    {Object.keys(given)
      .filter((name) => !ownNames.has(name))
      .flatMap((name) => several(given, name).map((value) => <input type="hidden" name={name} value={value} />))}
  </>
);
