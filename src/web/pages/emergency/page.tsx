import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { CopyLogLine } from '../../../record/emergency-copies.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Button } from '../../components/button.tsx';
import { classes, Described, describedBy, FormGroup, Label, type ErrorMessageOptions } from '../../components/field-parts.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';
import { counted, formatInstant } from '../../said-dates.ts';
import { lasts, lastsUsually, type Reach } from './asked.ts';

export type EmergencyModel = {
  readonly csrf: string;
  readonly reach: Reach;
  readonly made: readonly (CopyLogLine & { readonly by: string })[];
  readonly mayMake: boolean;
  /** Names of the two forms: sent twice, each makes one copy. */
  readonly forms: { readonly copy: string; readonly pack: string };
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
};

export const EmergencyPage = ({ frame, model }: { readonly frame: Frame; readonly model: EmergencyModel }) => (
  <Layout frame={frame} title="Emergency copy" problems={model.problems}>
    <h1 class="govuk-heading-l">Emergency copy</h1>
    <p class="govuk-body">
      For a night on which this system cannot be reached: the children on protection plans and looked after, where they are, who works with
      them, warnings, when each was last seen and what is due next. Children whose records are restricted are never in it.
    </p>
    {model.mayMake ? (
      <>
        <CopyForm model={model} />
        <PackForm model={model} />
      </>
    ) : null}
    <Made made={model.made} />
  </Layout>
);

const CopyForm = ({ model }: { readonly model: EmergencyModel }) => (
  <section aria-labelledby="copy-heading">
    <h2 class="govuk-heading-m" id="copy-heading">
      A file that opens in a browser without a server
    </h2>
    <p class="govuk-body">
      It is sealed with a passphrase that is shown once, on the next page, and kept nowhere. Every child’s record will show that it is in
      this copy.
    </p>
    <AskFor kind="copy" action="/emergency-copy" button="Make the copy" model={model}>
      <option value="all">{model.reach.isWhole ? 'The whole authority' : 'All my teams'}</option>
      {model.reach.teams.length > 1 ? <Teams reach={model.reach} chosen={chosenIn(model, 'copy')} /> : null}
    </AskFor>
  </section>
);

const PackForm = ({ model }: { readonly model: EmergencyModel }) => (
  <section aria-labelledby="pack-heading">
    <h2 class="govuk-heading-m" id="pack-heading">
      A caseload pack on paper
    </h2>
    <p class="govuk-body">The same, of one team or one worker, to be printed and signed for. Its number stands on every page.</p>
    <AskFor kind="pack" action="/emergency-copy/pack" button="Make the pack" model={model}>
      <option value="">Choose a team or a worker</option>
      <Teams reach={model.reach} chosen={chosenIn(model, 'pack')} />
      <optgroup label="Workers">
        {model.reach.workers.map(({ id, name }) => (
          <option value={`worker ${id}`} selected={chosenIn(model, 'pack') === `worker ${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </AskFor>
  </section>
);

const chosenIn = ({ given }: EmergencyModel, kind: string): string => (one(given, 'kind') === kind ? one(given, 'scope') : '');

const Teams = ({ reach, chosen }: { readonly reach: Reach; readonly chosen: string }) => (
  <optgroup label="Teams">
    {reach.teams.map(({ id, name }) => (
      <option value={`team ${id}`} selected={chosen === `team ${id}`}>
        {name}
      </option>
    ))}
  </optgroup>
);

type AskProps = {
  readonly kind: 'copy' | 'pack';
  readonly action: string;
  readonly button: string;
  readonly model: EmergencyModel;
  readonly children: ComponentChildren;
};

function AskFor({ kind, action, button, model: { csrf, forms, given, problems }, children }: AskProps) {
  const isThis = one(given, 'kind') === kind;
  const days = isThis ? one(given, 'days') : lastsUsually;
  const errorOf = (name: string) => errorAt(problems, `${kind}-${name}`);
  return (
    <form method="post" action={action} noValidate>
      <CsrfField token={csrf} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="copy" value={forms[kind]} />
      <Input
        id={`${kind}-recipient`}
        name="recipient"
        label={{ text: 'For whom' }}
        hint={{ text: 'A person or a desk, for example Night duty desk' }}
        errorMessage={errorOf('recipient')}
        value={isThis ? one(given, 'recipient') : ''}
        classes="govuk-input--width-20"
        autocomplete="off"
        attributes={{ maxlength: '200' }}
      />
      <Choice id={`${kind}-scope`} name="scope" label="Of whom" errorMessage={errorOf('scope')}>
        {children}
      </Choice>
      <Choice
        id={`${kind}-days`}
        name="days"
        label={kind === 'copy' ? 'Expires after' : 'To be destroyed after'}
        errorMessage={errorOf('days')}
      >
        {lasts.map(({ value, label }) => (
          <option value={value} selected={value === days}>
            {label}
          </option>
        ))}
      </Choice>
      <Button text={button} preventDoubleClick />
    </form>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly errorMessage: ErrorMessageOptions | undefined;
  /** Options, some of them in groups. */
  readonly children: ComponentChildren;
};
const Choice = ({ id, name, label, errorMessage, children }: ChoiceProps) => (
  <FormGroup errorMessage={errorMessage}>
    <Label text={label} for={id} />
    <Described id={id} errorMessage={errorMessage} />
    <select
      class={classes('govuk-select', errorMessage !== undefined && 'govuk-select--error')}
      id={id}
      name={name}
      aria-describedby={describedBy(id, { errorMessage })}
    >
      {children}
    </select>
  </FormGroup>
);

function Made({ made }: { readonly made: EmergencyModel['made'] }) {
  if (made.length === 0) return <p class="govuk-body">No copy has been made yet.</p>;
  return (
    <CardTable
      caption="Copies and packs that were made"
      heads={['Number', 'What', 'For whom', 'Of whom', 'Children', 'Made', 'Expires']}
      rows={made.map(cellsOf)}
    />
  );
}

const cellsOf = ({
  number,
  kind,
  recipient,
  scope,
  children,
  by,
  madeAt,
  madeHow,
  expiresAt,
}: EmergencyModel['made'][number]): readonly (string | number)[] => [
  number,
  kind === 'copy' ? 'Emergency copy' : 'Caseload pack',
  recipient,
  scope,
  counted(children, 'child', 'children'),
  `${formatInstant(madeAt)}, ${by}${madeHow === 'command' ? ', by command' : ''}`,
  formatInstant(expiresAt),
];

type MadeProps = {
  readonly frame: Frame;
  readonly number: number;
  readonly children: number;
  readonly fileName: string;
  readonly passphrase: string;
};

/** Shown once: the passphrase is kept nowhere. */
export const MadePage = ({ frame, number, children, fileName, passphrase }: MadeProps) => (
  <Layout frame={frame} title={`Emergency copy ${number} is made`}>
    <h1 class="govuk-heading-l">Emergency copy {number} is made</h1>
    <p class="govuk-body">It holds {counted(children, 'child', 'children')}. Fetch it within ten minutes.</p>
    <p class="govuk-body">
      <a class="govuk-button" href={`/emergency-copy/${number}/file`} download={fileName}>
        Save the file {fileName}
      </a>
    </p>
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>The passphrase, shown this once:</strong>
      </p>
      <p class="govuk-body sl-passphrase" id="passphrase">
        {passphrase}
      </p>
      <p class="govuk-body">
        Write it down, or read it to whoever the copy is for. It must not be kept with the file. Nobody can find it again: without it, make
        another copy.
      </p>
    </div>
    <p class="govuk-body">
      <a class="govuk-link" href="/emergency-copy">
        Back to emergency copies
      </a>
    </p>
  </Layout>
);
