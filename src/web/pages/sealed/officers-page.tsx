import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Button } from '../../components/button.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { WarningText } from '../../components/notices.tsx';
import { Input, Select, TextArea } from '../../components/text-input.tsx';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { unsealReasons, type SealOfficer, type UnsealAsked } from '../../../record/seals.ts';
import type { GivenForm } from '../../memory.ts';
import type { Member } from '../../parts.ts';
import { one } from '../../request.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly officers: readonly SealOfficer[];
  readonly members: readonly Member[];
  readonly mayName: boolean;
  readonly isOfficer: boolean;
  readonly waiting: readonly UnsealAsked[];
  readonly reader: string;
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
};

/** Records of children who were adopted: who opens them, and how. There is no list of them. */
export const SealedPage = (props: Props) => (
  <Layout frame={props.frame} title="Sealed records" problems={props.problems}>
    <h1 class="govuk-heading-l">Sealed records</h1>
    <p class="govuk-body">
      After an adoption order the child’s old record is sealed. Officers whom a head of service names open it, for instance where an adopted
      adult asks for their birth record, or a court does. There is no list of sealed records.
    </p>
    {props.isOfficer ? <Open {...props} /> : null}
    {props.isOfficer ? <Lift {...props} /> : null}
    {props.mayName ? <Officers {...props} /> : null}
    {props.isOfficer || props.mayName ? null : <p class="govuk-body">You are not named. Ask a head of service who is.</p>}
  </Layout>
);

/** There is no list to choose from: the record is named whole. */
const WhichRecord = ({
  name,
  label,
  given,
  problems,
}: Pick<Props, 'given' | 'problems'> & { readonly name: string; readonly label: string }) => (
  <Input
    name={name}
    label={{ text: label }}
    value={one(given, name)}
    errorMessage={errorAt(problems, name)}
    classes="govuk-input--width-20"
    autocomplete="off"
  />
);

const Open = ({ csrf, given, problems }: Props) => (
  <section aria-labelledby="open">
    <h2 class="govuk-heading-m" id="open">
      Open a sealed record
    </h2>
    <WarningText text="It is logged in the record with your name and your reason, and managers are told that a record was opened." />
    <form method="post" action="/sealed/open" noValidate>
      <CsrfField token={csrf} />
      <WhichRecord name="asked" label="Number, or the whole name under which it was kept" given={given} problems={problems} />
      <TextArea
        name="reason"
        label={{ text: 'Why you must open it' }}
        rows={3}
        value={one(given, 'reason')}
        errorMessage={errorAt(problems, 'reason')}
      />
      <Button text="Open the sealed record" classes="govuk-button--warning" preventDoubleClick />
    </form>
  </section>
);

function Officers({ csrf, officers, members }: Props) {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? 'somebody who has left';
  return (
    <section aria-labelledby="officers">
      <h2 class="govuk-heading-m" id="officers">
        Who opens sealed records
      </h2>
      {officers.length === 0 ? <p class="govuk-body">Nobody is named: nobody can open one.</p> : null}
      <ul class="govuk-list">
        {officers.map(({ member }) => (
          <li class="sl-in-a-row">
            <span>{nameOf(member)}</span>
            <form method="post" action="/sealed/officers">
              <CsrfField token={csrf} />
              <input type="hidden" name="member" value={member} />
              <input type="hidden" name="off" value="1" />
              <button class="govuk-button govuk-button--secondary sl-button" type="submit">
                Take off<span class="govuk-visually-hidden"> {nameOf(member)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action="/sealed/officers" class="sl-filters sl-filters--plain">
        <CsrfField token={csrf} />
        <Select
          name="member"
          label={{ text: 'Name somebody' }}
          items={[{ value: '', text: 'Choose somebody' }, ...members.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Name them
        </button>
      </form>
    </section>
  );
}

/** A seal that is wrong is lifted by two: what was asked for, and asking. */
function Lift({ csrf, given, problems, waiting, members, reader }: Props) {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? 'somebody who has left';
  return (
    <section aria-labelledby="lift">
      <h2 class="govuk-heading-m" id="lift">
        Lift a seal that is wrong
      </h2>
      <p class="govuk-body">
        Only where it is on the wrong record, or a court set the order aside. One officer asks, another confirms; both have opened the
        record that day. It is then restricted to the two of them.
      </p>
      {waiting.map(({ person, name, askedBy, why, reason }) => (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            {name}: {unsealReasons[why].toLowerCase()}. {nameOf(askedBy)}: “{reason}”
          </p>
          <form method="post" action="/sealed/lift/confirm">
            <CsrfField token={csrf} />
            <input type="hidden" name="person" value={person} />
            {askedBy === reader ? null : (
              <button class="govuk-button govuk-button--warning sl-button" type="submit" name="does" value="confirm">
                Lift the seal<span class="govuk-visually-hidden"> of {name}</span>
              </button>
            )}{' '}
            <button class="govuk-button govuk-button--secondary sl-button" type="submit" name="does" value="takeBack">
              Leave it sealed<span class="govuk-visually-hidden">: {name}</span>
            </button>
          </form>
        </div>
      ))}
      <form method="post" action="/sealed/lift" noValidate>
        <CsrfField token={csrf} />
        <WhichRecord name="liftOf" label="Record whose seal is wrong: its number, or the whole name" given={given} problems={problems} />
        <Select
          name="why"
          label={{ text: 'Why it is wrong' }}
          value={one(given, 'why')}
          items={[{ value: '', text: '' }, ...Object.entries(unsealReasons).map(([value, text]) => ({ value, text }))]}
          errorMessage={errorAt(problems, 'why')}
        />
        <TextArea
          name="because"
          label={{ text: 'How it was found, and what the order says' }}
          rows={3}
          value={one(given, 'because')}
          errorMessage={errorAt(problems, 'because')}
        />
        <Button text="Ask another officer to lift it" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </section>
  );
}
