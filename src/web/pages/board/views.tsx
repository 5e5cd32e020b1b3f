import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Input } from '../../components/text-input.tsx';
import type { SavedView } from '../../../record/saved-views.ts';
import type { AsKnown } from '../../said-dates.ts';
import type { BoardQuery } from './board.ts';
import { addressOf } from './address.ts';

type Props = {
  readonly csrf: string;
  readonly query: BoardQuery;
  readonly known: AsKnown;
  readonly views: readonly SavedView[];
  readonly problem: string | undefined;
};

/** Choices of filters under a name, each person's own; and what is shown as a file. */
export function ViewsAndFiles({ csrf, query, known, views, problem }: Props) {
  const address = addressOf('/board', query, known);
  return (
    <div class="sl-tools">
      <details class="sl-more" open={problem !== undefined}>
        <summary>My views ({views.length})</summary>
        {views.length === 0 ? null : (
          <ul class="govuk-list">
            {views.map((view) => (
              <li key={view.name} class="sl-tools__view">
                <a class="govuk-link" href={`/board?${view.query}`}>
                  {view.name}
                </a>
                <form method="post" action="/board/views">
                  <CsrfField token={csrf} />
                  <input type="hidden" name="name" value={view.name} />
                  <input type="hidden" name="back" value={address} />
                  <Button
                    text={
                      <>
                        Remove<span class="govuk-visually-hidden"> the view {view.name}</span>
                      </>
                    }
                    name="remove"
                    value="yes"
                    classes="govuk-button--secondary sl-button"
                  />
                </form>
              </li>
            ))}
          </ul>
        )}
        <form method="post" action="/board/views" noValidate>
          <CsrfField token={csrf} />
          <input type="hidden" name="back" value={address} />
          <Input
            name="name"
            id="view-name"
            label={{ text: 'Save what is chosen now as' }}
            classes="govuk-input--width-20"
            attributes={{ maxlength: '60' }}
            errorMessage={problem === undefined ? undefined : { text: problem }}
          />
          <Button text="Save this view" classes="govuk-button--secondary sl-button" />
        </form>
      </details>
      <p class="sl-tools__files">
        What is shown as a file (that you took it is logged):{' '}
        <a class="govuk-link" href={addressOf('/board/file/csv', query, known)} download>
          CSV
        </a>
        ,{' '}
        <a class="govuk-link" href={addressOf('/board/file/xlsx', query, known)} download>
          Excel
        </a>
      </p>
    </div>
  );
}
