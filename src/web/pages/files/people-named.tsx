import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { NamedFor } from '../../../record/files.ts';
import { CsrfField } from '../../components/form-parts.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import type { Member } from '../../parts.ts';
import type { ChildModel } from '../child/child.ts';

export type NamedProps = {
  readonly csrf: string;
  readonly file: ChildModel;
  readonly named: readonly NamedFor[];
  readonly members: readonly Member[];
  readonly mayName: boolean;
  /** Who may open it without being named. */
  readonly openers?: string;
};

/** Who may open a file because they are named for it, and until when. */
export const PeopleNamed = ({ csrf, file: { record }, named, members, mayName, openers }: NamedProps) => {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? 'somebody who has left';
  return (
    <section aria-labelledby="named">
      <h2 class="govuk-heading-m" id="named">
        Who may open this file
      </h2>
      <p class="govuk-body">{openers ?? 'Heads of service, and the people named for it:'}</p>
      {named.length === 0 ? <p class="govuk-body">Nobody is named.</p> : null}
      <ul class="govuk-list">
        {named.map(({ member, until }) => (
          <li class="sl-in-a-row">
            <span>
              {nameOf(member)}
              {until === undefined ? '' : `, until ${formatDate(until)}`}
            </span>
            {mayName ? <TakeOff csrf={csrf} file={record.person} member={member} name={nameOf(member)} /> : null}
          </li>
        ))}
      </ul>
      {mayName ? <Name csrf={csrf} file={record.person} members={members} /> : null}
    </section>
  );
};

type OffProps = { readonly csrf: string; readonly file: string; readonly member: string; readonly name: string };
const TakeOff = ({ csrf, file, member, name }: OffProps) => (
  <form method="post" action={`/files/${file}/people`}>
    <CsrfField token={csrf} />
    <input type="hidden" name="member" value={member} />
    <input type="hidden" name="off" value="1" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Take off<span class="govuk-visually-hidden"> {name}</span>
    </button>
  </form>
);

const Name = ({ csrf, file, members }: Pick<NamedProps, 'csrf' | 'members'> & { readonly file: string }) => (
  <form method="post" action={`/files/${file}/people`} class="sl-filters sl-filters--plain">
    <CsrfField token={csrf} />
    <Select
      name="member"
      label={{ text: 'Name somebody' }}
      items={[{ value: '', text: 'Choose somebody' }, ...members.map(({ id, name }) => ({ value: id, text: name }))]}
    />
    <Input name="until" label={{ text: 'Until (may be left open)' }} attributes={{ type: 'date' }} classes="govuk-input--width-10" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Name them
    </button>
  </form>
);
