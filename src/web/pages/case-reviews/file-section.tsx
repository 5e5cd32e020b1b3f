import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { NamedFor } from '../../../record/files.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import type { Member } from '../../parts.ts';
import type { ChildModel } from '../child/child.ts';

type Props = {
  readonly csrf: string;
  readonly file: ChildModel;
  readonly named: readonly NamedFor[];
  readonly members: readonly Member[];
  readonly mayName: boolean;
};

/** What the file of a review is worked from: the chronology, what was learnt and whether it holds, and who may open the file. */
export function ReviewSection(props: Props) {
  const { record } = props.file;
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`/case-reviews/${record.person}/chronology`}>
          Integrated chronology: who knew what, when, and what they did
        </a>
      </p>
      <Learning file={props.file} />
      <People {...props} />
    </>
  );
}

/** Each piece of learning with its proof: until one is there, nobody can say that it holds. */
function Learning({ file: { record, links } }: Pick<Props, 'file'>) {
  const learnt = record.history.filter(({ step }) => step === 'reviewLearning');
  if (learnt.length === 0) return null;
  const tested = new Map(record.history.filter(({ step }) => step === 'learningTested').map((one) => [one.answers['learning'], one]));
  const holds = { holds: 'It holds', partly: 'In part', not: 'It does not hold' } as const;
  return (
    <CardTable
      caption="What was learnt, and whether it holds"
      heads={['Finding', 'Recommendation', 'Actions', 'By what it is seen', 'Does it hold?']}
      rows={learnt.map(({ entry, answers }) => {
        const test = tested.get(entry);
        const result = String(test?.answers['result']);
        const actions = record.history.filter((one) => one.step === 'action' && one.answers['agreedIn'] === entry);
        const done = new Set(record.history.filter(({ answers: of }) => of['how'] === 'done').map(({ answers: of }) => of['action']));
        return [
          String(answers['finding'] ?? ''),
          String(answers['recommendation'] ?? ''),
          actions
            .map((one) => {
              const owner = links.member.find(({ value }) => value === one.answers['owner'])?.label ?? one.answers['whoElse'];
              return `${String(one.answers['what'])} (${String(owner ?? 'nobody named')}): ${done.has(one.entry) ? 'done' : 'not done yet'}`;
            })
            .join('; '),
          String(answers['measure'] ?? 'No measure was named'),
          test === undefined
            ? 'Not looked at yet'
            : `${Object.entries(holds).find(([name]) => name === result)?.[1] ?? result}, ${formatDate(test.happenedOn)}: ${String(test.answers['evidence'] ?? '')}`,
        ];
      })}
    />
  );
}

const People = ({ csrf, file: { record }, named, members, mayName }: Props) => {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? 'somebody who has left';
  return (
    <section aria-labelledby="named">
      <h2 class="govuk-heading-m" id="named">
        Who may open this file
      </h2>
      <p class="govuk-body">Heads of service, and the people named for it:</p>
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
  <form method="post" action={`/case-reviews/${file}/people`}>
    <CsrfField token={csrf} />
    <input type="hidden" name="member" value={member} />
    <input type="hidden" name="off" value="1" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Take off<span class="govuk-visually-hidden"> {name}</span>
    </button>
  </form>
);

const Name = ({ csrf, file, members }: Pick<Props, 'csrf' | 'members'> & { readonly file: string }) => (
  <form method="post" action={`/case-reviews/${file}/people`} class="sl-filters sl-filters--plain">
    <CsrfField token={csrf} />
    <Select name="member" label={{ text: 'Name somebody' }} items={members.map(({ id, name }) => ({ value: id, text: name }))} />
    <Input name="until" label={{ text: 'Until (may be left open)' }} attributes={{ type: 'date' }} classes="govuk-input--width-10" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Name them
    </button>
  </form>
);
