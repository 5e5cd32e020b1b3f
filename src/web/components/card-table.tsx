import type { Words } from './field-parts.tsx';

type Props = {
  readonly caption: Words;
  /** Where a heading above the table says the same. */
  readonly isCaptionHidden?: boolean;
  readonly heads: readonly string[];
  /** A cell for each head; the first says what the row is about. */
  readonly rows: readonly (readonly Words[])[];
};

/** A word of a source that would push the other columns off the page may break anywhere. */
const mayBreak = (cell: Words): boolean => typeof cell === 'string' && /\S{25}/.test(cell);

/** A table that on a phone is a card for each row, each cell under its head. */
export const CardTable = ({ caption, isCaptionHidden = false, heads, rows }: Props) => (
  <table class="govuk-table sl-board sl-board--small">
    <caption class={isCaptionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>{caption}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {heads.map((head) => (
          <th scope="col" class="govuk-table__header">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {rows.map(([first, ...cells]) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {first}
          </th>
          {cells.map((cell, index) => (
            <td class={mayBreak(cell) ? 'govuk-table__cell sl-anywhere' : 'govuk-table__cell'} data-label={heads[index + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
