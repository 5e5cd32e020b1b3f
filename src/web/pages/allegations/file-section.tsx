import { formatDate } from '../../../kernel/calendar/dates.ts';
import { allegationStrands } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { PeopleNamed, type NamedProps } from '../files/people-named.tsx';
import { mayRecord, Then } from '../safeguarding-board/part.tsx';
import { enquiriesIn, standsAt } from './standing.ts';

const strandWords: ReadonlyMap<string, string> = new Map(Object.entries(allegationStrands));

/** What the file of an allegation is worked from: how it stands, each strand with what came of it, and who may open it. */
export const AllegationSection = (props: NamedProps) => (
  <>
    <p class="govuk-body">
      <strong>{standsAt(props.file.record.history)}.</strong> Decided on the balance of probability: that a strand ended without a charge is
      no outcome.
    </p>
    <Strands {...props} />
    <PeopleNamed {...props} openers="Designated officers, and the people named for it; never whomever it is about:" />
  </>
);

function Strands({ file }: NamedProps) {
  const enquiries = enquiriesIn(file.record.history);
  return enquiries.length === 0 ? null : (
    <CardTable
      caption="Enquiries"
      heads={['Whose', 'Began', 'Led by', 'What came of it']}
      rows={enquiries.map(({ begun, end }) => {
        const strand = strandWords.get(String(begun.answers['strand'])) ?? '';
        return [
          strand,
          formatDate(begun.happenedOn),
          String(begun.answers['by'] ?? ''),
          end === undefined ? (
            <>
              Not ended{' '}
              {mayRecord(file, 'allegationEnquiryEnd') ? (
                <Then
                  file={file.record.person}
                  step="allegationEnquiryEnd"
                  query={new URLSearchParams({ enquiry: begun.entry })}
                  words="Say what came of it"
                  of={strand}
                />
              ) : null}
            </>
          ) : (
            `${formatDate(end.happenedOn)}: ${String(end.answers['found'])}`
          ),
        ];
      })}
    />
  );
}
