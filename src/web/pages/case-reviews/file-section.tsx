import { formatDate } from '../../../kernel/calendar/dates.ts';
import { CardTable } from '../../components/card-table.tsx';
import { mayRecord, Then } from '../safeguarding-board/part.tsx';
import { PeopleNamed, type NamedProps } from '../files/people-named.tsx';

/** What the file of a review is worked from: the chronology, what was learnt and whether it holds, and who may open the file. */
export function ReviewSection(props: NamedProps) {
  const { record } = props.file;
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`/case-reviews/${record.person}/chronology`}>
          Integrated chronology: who knew what, when, and what they did
        </a>
      </p>
      <Learning file={props.file} />
      <PeopleNamed {...props} />
    </>
  );
}

/** Each piece of learning with its proof: until one is there, nobody can say that it holds. */
function Learning({ file }: Pick<NamedProps, 'file'>) {
  const { record, links } = file;
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
          <>
            {test === undefined
              ? 'Not looked at yet'
              : `${Object.entries(holds).find(([name]) => name === result)?.[1] ?? result}, ${formatDate(test.happenedOn)}: ${String(test.answers['evidence'] ?? '')}`}{' '}
            {mayRecord(file, 'learningTested') ? (
              <span class="sl-line">
                <Then
                  file={file.record.person}
                  step="learningTested"
                  query={new URLSearchParams({ learning: entry })}
                  words="Say whether it holds"
                  of={String(answers['finding'] ?? '')}
                />
              </span>
            ) : null}
          </>,
        ];
      })}
    />
  );
}
