import type { Words } from './field-parts.tsx';
import { Table } from './lists.tsx';

type Props = {
  readonly caption: Words;
  /** `govuk-visually-hidden` where a heading above the table says the same. */
  readonly captionClasses?: string;
  readonly heads: readonly string[];
  /** A cell for each head; the first says what the row is about. */
  readonly rows: readonly (readonly Words[])[];
};

/** A word of a source that would push the other columns off the page may break anywhere. */
const mayBreak = (cell: Words): boolean => typeof cell === 'string' && /\S{25}/.test(cell);

/** A table that on a phone is a card for each row, each cell under its head. */
export const CardTable = ({ caption, captionClasses = 'govuk-table__caption--m', heads, rows }: Props) => (
  <Table
    classes="sl-board sl-board--small"
    caption={caption}
    captionClasses={captionClasses}
    firstCellIsHeader
    head={heads.map((text) => ({ text }))}
    rows={rows.map((cells) =>
      cells.map((text, n) => ({
        text,
        ...(n === 0 ? {} : { attributes: { 'data-label': heads[n] ?? '' }, ...(mayBreak(text) ? { classes: 'sl-anywhere' } : {}) }),
      })),
    )}
  />
);
