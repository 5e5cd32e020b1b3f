import type { ComponentChildren } from 'preact';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Attachment } from '../../kernel/step/attached.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { summaryLine } from '../../kernel/step/said.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import { Button } from '../components/button.tsx';
import { Checkboxes } from '../components/choices.tsx';
import { CsrfField, Problems } from '../components/form-parts.tsx';
import type { GivenForm } from '../memory.ts';
import { one, several } from '../request.ts';
import { AnswerList } from './answers.tsx';
import { shownWhen } from './asked-when.ts';
import { Attach, AttachedFiles } from '../components/attach.tsx';
import { AskedFields, DraftFields, draftNames, type DraftShown } from '../components/draft-fields.tsx';
import { Since, type Before } from './last-time.tsx';
import { markerOf } from './offers.ts';
import type { Asking, LinkOptions, OfferedBy } from './asking.ts';
import { Questions } from './questions.tsx';
import { eachPrefix, firstBoxOf, sharedPrefix, type Subject, type Understood } from './understand.ts';

export type StepFormProps = {
  readonly step: AnyStep;
  readonly action: string;
  readonly csrf: string;
  /** Made when the form is shown: sending it twice records once. */
  readonly entry: string;
  /** When the record was read for this form: what others write after it is shown before anything is recorded. */
  readonly readAt: string;
  /** The files of the entry that is being written. Absent: it can have none. */
  readonly attached?: readonly Attachment[];
  /** Absent: what is typed is not kept as a draft. */
  readonly draft?: DraftShown;
  readonly child: Subject;
  readonly siblings: readonly Subject[];
  readonly chosen: readonly Subject[];
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
  readonly links: LinkOptions;
  readonly today: LocalDate;
  /** When something that stands is put right: what the form is called, what is asked besides, and what ticking a brother or sister means. */
  readonly puttingRight?: { readonly heading: string; readonly which: string; readonly more: ComponentChildren };
  /** What is filled in before anything is answered, and from where. */
  readonly offers?: OfferedBy;
  /** The last time that this was recorded of the child. */
  readonly before?: Before | undefined;
  /** The same of each brother or sister whose record is open to whoever writes. */
  readonly beforeOfSiblings?: ReadonlyMap<string, Before>;
  /** Where it is told how the step is done, and of whom it is not recorded. */
  readonly procedures?: ComponentChildren;
  readonly leftOut?: ComponentChildren;
};

export const OwnFields = ({ csrf, entry, readAt, draft }: Pick<StepFormProps, 'csrf' | 'entry' | 'readAt' | 'draft'>) => (
  <>
    <CsrfField token={csrf} />
    <input type="hidden" name="entry" value={entry} />
    <input type="hidden" name="readAt" value={readAt} />
    <DraftFields draft={draft} />
  </>
);

/** The windows whose words the server has by now: what is left of them on the device can go. */
export const settledBy = (given: GivenForm): string | undefined => several(given, 'settles').join(' ') || undefined;

/** The one form of every step, made from its definition. */
export function StepForm(props: StepFormProps) {
  const { step, action, draft, child, siblings, given, problems, links, today, offers, before, puttingRight } = props;
  const isAtOnce = step.recordsAtOnce === true && puttingRight === undefined;
  const isQuick = isAtOnce && problems.length === 0;
  const asking = { given, problems, links, today, offers, focus: isQuick ? firstUnwritten(step, given) : undefined };
  return (
    <>
      <Problems problems={problems} anchorOf={(field) => firstBoxOf(step, field)} />
      <h1 class="govuk-heading-l sl-tight">{puttingRight?.heading ?? step.title}</h1>
      <p class="govuk-body sl-due">{step.law}</p>
      {before === undefined ? null : <Since before={before} step={step} person={child.person} />}
      <form method="post" action={action} noValidate data-draft={draft?.tab} data-settles={settledBy(given)}>
        <OwnFields {...props} />
        {draft === undefined ? null : <AskedFields people={[child, ...siblings]} />}
        <Markers given={given} />
        {/* What Enter presses, wherever it is pressed: not the first "Add another". */}
        <button type="submit" name="stage" value="check" hidden />
        <Questions fields={step.fields} prefix={sharedPrefix} asking={asking} before={before} />
        {Object.keys(step.each).length === 0 ? null : <OwnLine {...props} subject={child} asking={asking} />}
        {siblings.length === 0 ? null : (
          <p class="govuk-body sl-each__which">{puttingRight?.which ?? 'Brothers and sisters: tick those whom this is also about'}</p>
        )}
        {siblings.map((sibling) => (
          <OwnLine {...props} subject={sibling} asking={asking} />
        ))}
        {props.leftOut}
        {puttingRight?.more}
        <Ending {...props} isAtOnce={isAtOnce} />
      </form>
      {/* Below: above the questions it would cost every form a key. */}
      {props.procedures}
    </>
  );
}

/** The first words to be typed, of a form whose other answers are most often right as they are filled in. */
const firstUnwritten = (step: AnyStep, given: GivenForm): string | undefined =>
  Object.entries(step.fields)
    .filter(([, { control, until }]) => control.kind === 'text' && until === undefined)
    .map(([name]) => `${sharedPrefix}.${name}`)
    .find((id) => one(given, id) === '');

/** One child's own line; a brother's or sister's is left out unless they are ticked. */
function OwnLine({
  step,
  child,
  chosen,
  subject,
  asking,
  ...props
}: StepFormProps & { readonly subject: Subject; readonly asking: Asking }) {
  const { person, name } = subject;
  const isChild = subject === child;
  const before = isChild ? props.before : props.beforeOfSiblings?.get(person);
  const questions = (
    <>
      {isChild || before === undefined ? null : <Since before={before} step={step} person={person} isClosed />}
      <Questions fields={step.each} once={step.fields} prefix={eachPrefix(person)} asking={asking} of={subject} before={before} />
    </>
  );
  return (
    <section class="sl-each" aria-labelledby={`about-${person}`}>
      {isChild ? (
        <h2 class="govuk-heading-m" id={`about-${person}`}>
          {name}
        </h2>
      ) : (
        <Checkboxes
          name="with"
          idPrefix={`with-${person}`}
          classes="govuk-checkboxes--small sl-each__who"
          items={[{ value: person, text: <span id={`about-${person}`}>{name}</span>, checked: chosen.includes(subject) }]}
        />
      )}
      {isChild ? questions : <div {...shownWhen({ name: 'with', says: [person] })}>{questions}</div>}
    </section>
  );
}

/** What the form first offered, kept with it until it is recorded. */
const Markers = ({ given }: { readonly given: GivenForm }) => (
  <>
    {Object.keys(given)
      .filter((name) => name.startsWith(markerOf('')))
      .map((name) => (
        <input type="hidden" name={name} value={one(given, name)} />
      ))}
  </>
);

/** On, or later; and below, what has become of the words so far. */
const Ending = ({
  child,
  draft,
  attached,
  isAtOnce,
}: Pick<StepFormProps, 'child' | 'draft' | 'attached'> & { readonly isAtOnce: boolean }) => (
  <>
    {attached === undefined ? null : <Attach files={attached} />}
    <div class="govuk-button-group">
      {isAtOnce ? (
        <>
          <Button text="Record" name="stage" value="record" preventDoubleClick />
          <Button text="Check the answers first" name="stage" value="check" classes="govuk-button--secondary" />
        </>
      ) : (
        <Button text="Continue" name="stage" value="check" preventDoubleClick />
      )}
      {draft === undefined ? null : (
        <Button text="Save and come back later" name="stage" value="later" classes="govuk-button--secondary" preventDoubleClick />
      )}
      <a class="govuk-link" href={`/children/${child.person}`}>
        Cancel
      </a>
    </div>
    {draft === undefined ? null : <p class="govuk-body sl-due" id="draft-state" role="status"></p>}
  </>
);

/** The line that will stand in the chronology: what is worked out from the answers is seen before they are recorded. */
const InChronology = ({ step, answers, person }: { readonly step: AnyStep; readonly answers: Understood; readonly person: string }) => (
  <p class="govuk-body sl-due">In the chronology: {summaryLine(step, { ...answers.shared, ...answers.each.get(person) })}</p>
);

type CheckProps = Omit<StepFormProps, 'siblings' | 'today' | 'puttingRight'> & { readonly answers: Understood };

/** Check your answers: the same questions, read back. */
export function CheckAnswers(props: CheckProps) {
  const { step, action, child, chosen, given, answers, links, problems } = props;
  return (
    <>
      <Problems problems={problems} anchorOf={() => 'answers'} />
      <h1 class="govuk-heading-l">Check your answers</h1>
      <h2 class="govuk-heading-m">
        {step.title}: {chosen.map(({ name }) => name).join(', ')}
      </h2>
      <form method="post" action={action} data-settles={settledBy(given)}>
        <OwnFields {...props} />
        <Carried given={given} />
        <AnswerList id="answers" fields={step.fields} answers={answers.shared} links={links} />
        <AttachedFiles files={props.attached ?? []} person={child.person} />
        {Object.keys(step.each).length === 0 ? (
          <InChronology step={step} answers={answers} person={child.person} />
        ) : (
          chosen.map((subject) => (
            <>
              <h3 class="govuk-heading-s">{subject.name}</h3>
              <AnswerList fields={step.each} answers={answers.each.get(subject.person) ?? {}} links={links} />
              <InChronology step={step} answers={answers} person={subject.person} />
            </>
          ))
        )}
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

const ownNames = new Set<string>(['_csrf', 'entry', 'readAt', 'stage', 'more', ...draftNames, 'settles']);
/** What was answered, carried from page to page. */
export const Carried = ({ given }: { readonly given: GivenForm }) => (
  <>
    {Object.keys(given)
      .filter((name) => !ownNames.has(name))
      .flatMap((name) => several(given, name).map((value) => <input type="hidden" name={name} value={value} />))}
  </>
);
