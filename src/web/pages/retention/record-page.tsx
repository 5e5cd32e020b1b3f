import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Retention } from '../../../practice/retention/retention.ts';
import type { Destruction } from '../../../record/destruction.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink, InsetText, WarningText } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { formatInstant } from '../../said-dates.ts';
import type { CopyHeld } from './copies.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly name: string;
  readonly rules: readonly Retention[];
  readonly keptUntil: LocalDate | undefined;
  readonly heldSince: LocalDate | undefined;
  readonly today: LocalDate;
  readonly asked: (Destruction & { readonly by: string }) | undefined;
  /** Whether whoever looks at it may confirm what was asked. */
  readonly mayConfirm: boolean;
  readonly destruction: string;
  readonly reason: string;
  /** Who has something of it outside the record, for the two who destroy it. */
  readonly held: readonly CopyHeld[];
  readonly problems: readonly Problem[];
};

/** How long this record is kept, by which rules; and its destruction, once its time has come. */
export function RecordRetentionPage(props: Props) {
  const { frame, person, name, rules, keptUntil, heldSince, today, problems } = props;
  return (
    <Layout frame={frame} title="How long this record is kept" problems={problems}>
      <BackLink text={name} href={`/children/${person}`} />
      <h1 class="govuk-heading-l">How long the record of {name} is kept</h1>
      <CardTable
        caption="How long, by which rule"
        captionClasses="govuk-visually-hidden"
        heads={['As a record of', 'Kept until', 'By']}
        rows={rules.map(({ title, until, law, isLocal, otherwise }) => [
          title,
          until === undefined ? (otherwise ?? 'Cannot be counted: no date of birth') : formatDate(until),
          `${isLocal === true ? 'Local. ' : ''}${law}`,
        ])}
      />
      {heldSince === undefined ? null : (
        <InsetText text={`A legal hold keeps this record since ${formatDate(heldSince)}, whatever date is reached. End the hold first.`} />
      )}
      {keptUntil === undefined ? (
        <p class="govuk-body">Nothing ends while the record is worked with, or while it cannot be counted.</p>
      ) : keptUntil >= today || heldSince !== undefined ? (
        <p class="govuk-body">It is kept until {formatDate(keptUntil)}.</p>
      ) : (
        <>
          <WhoHolds held={props.held} />
          <Destroying {...props} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${person}/record/${heldSince === undefined ? 'legalHold' : 'legalHoldEnd'}`}>
          {heldSince === undefined ? 'Put a legal hold on it' : 'End the legal hold'}
        </a>
      </p>
    </Layout>
  );
}

/** Destroyed here, it is not destroyed there: whoever asks and whoever confirms see where. */
const WhoHolds = ({ held }: Pick<Props, 'held'>) => (
  <>
    <h2 class="govuk-heading-m">Who will still have something of it</h2>
    {held.length === 0 ? (
      <p class="govuk-body">Nothing of it was released or shared, and it is in no emergency copy.</p>
    ) : (
      <CardTable
        caption="Who will still have something of it"
        captionClasses="govuk-visually-hidden"
        heads={['What', 'Who has it', 'Since']}
        rows={held.map(({ what, who, on }) => [what, who, formatDate(on)])}
      />
    )}
    <ul class="govuk-list govuk-list--bullet">
      <li>Every backup made until it is destroyed holds it, until that backup is destroyed; restored, it must be erased again.</li>
      <li>Statutory returns that were prepared hold what they said of a child. They are kept, and until when is not decided.</li>
      <li>Boards that somebody saved as a file hold the name, and files of another system hold what was imported from them.</li>
    </ul>
  </>
);

function Destroying({ csrf, person, asked, mayConfirm, destruction, reason, problems }: Props) {
  const at = `/children/${person}/retention`;
  if (asked === undefined)
    return (
      <form method="post" action={at} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="destruction" value={destruction} />
        <TextArea
          name="reason"
          label={{ text: 'Why it is to be destroyed', classes: 'govuk-label--s' }}
          hint={{ text: 'Say that you have looked through it and who was asked. Do not say what is on it: this is kept.' }}
          rows={2}
          value={reason}
          errorMessage={errorAt(problems, 'reason')}
        />
        <Button text="Ask that it be destroyed" name="stage" value="ask" preventDoubleClick />
      </form>
    );
  return (
    <form method="post" action={at}>
      <CsrfField token={csrf} />
      <input type="hidden" name="destruction" value={asked.destruction} />
      <InsetText text={`${asked.by} asked on ${formatInstant(asked.askedAt)} that it be destroyed: ${asked.reason}`} />
      {mayConfirm ? (
        <WarningText text="Every word of this record will be gone, at every instant that can be asked for. That there was a record, how many entries it had and when, and who decided this, stays. It cannot be undone." />
      ) : (
        <p class="govuk-body">A head of service other than whoever asked must confirm it.</p>
      )}
      <div class="govuk-button-group">
        {mayConfirm ? <Button text="Destroy it" name="stage" value="destroy" classes="govuk-button--warning" preventDoubleClick /> : null}
        <Button text="Do not destroy it" name="stage" value="withdraw" classes="govuk-button--secondary" preventDoubleClick />
      </div>
    </form>
  );
}
