import { Button } from '../../components/button.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { FileUpload, Input } from '../../components/text-input.tsx';
import { one } from '../../request.ts';
import { ourName, type ChronologyProps } from './model.ts';

/** The file of an agency is read and not kept: its lines are, each an entry of its own. */
export const SendChronology = ({ csrf, review, given = {}, problems = [] }: ChronologyProps) => (
  <details class="govuk-details" open={problems.length > 0}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">Add the chronology of an agency</span>
    </summary>
    <form method="post" action={`/case-reviews/${review.file.person}/chronology`} encType="multipart/form-data" noValidate>
      <CsrfField token={csrf} />
      <Input
        name="agency"
        label={{ text: 'Agency' }}
        hint={{ text: 'As the others name it. Sent again, a chronology takes the place of the one before' }}
        value={one(given, 'agency')}
        errorMessage={errorAt(problems, 'agency')}
        classes="govuk-input--width-20"
      />
      <FileUpload
        name="files"
        label={{ text: 'The file, CSV or Word' }}
        hint={{
          text: `A table. Its first row holds the heads: Date, Time, What happened, Known on, Concern, Agencies told, Told on, What was done, Decision, Source. Only Date and What happened must be there. We are “${ourName}”.`,
        }}
        errorMessage={errorAt(problems, 'files')}
        attributes={{ accept: '.csv,.docx' }}
      />
      <Button text="Add the chronology" preventDoubleClick />
    </form>
  </details>
);
