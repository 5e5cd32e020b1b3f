import { classes, type Attributes, type Words } from './field-parts.tsx';

type Cell = {
  readonly text: Words;
  readonly format?: string | undefined;
  readonly classes?: string | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
  readonly attributes?: Attributes | undefined;
};

export type TableOptions = {
  readonly rows: readonly (readonly Cell[])[];
  readonly head?: readonly Cell[] | undefined;
  readonly caption?: Words;
  readonly captionClasses?: string | undefined;
  readonly firstCellIsHeader?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

const cellClasses = (kind: 'header' | 'cell', cell: Cell): string =>
  classes(`govuk-table__${kind}`, cell.format !== undefined && `govuk-table__${kind}--${cell.format}`, cell.classes);

export const Table = ({ rows, head, caption, captionClasses, firstCellIsHeader = false, classes: more, attributes }: TableOptions) => (
  <table class={classes('govuk-table', more)} {...attributes}>
    {caption === undefined ? null : <caption class={classes('govuk-table__caption', captionClasses)}>{caption}</caption>}
    {head === undefined ? null : (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map((cell) => (
            <th scope="col" class={cellClasses('header', cell)} colSpan={cell.colspan} rowSpan={cell.rowspan} {...cell.attributes}>
              {cell.text}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {rows.map((row) => (
        <tr class="govuk-table__row">
          {row.map((cell, index) => (index === 0 && firstCellIsHeader ? <RowHead cell={cell} /> : <RowCell cell={cell} />))}
        </tr>
      ))}
    </tbody>
  </table>
);

const RowHead = ({ cell }: { readonly cell: Cell }) => (
  <th scope="row" class={classes('govuk-table__header', cell.classes)} colSpan={cell.colspan} rowSpan={cell.rowspan} {...cell.attributes}>
    {cell.text}
  </th>
);

const RowCell = ({ cell }: { readonly cell: Cell }) => (
  <td class={cellClasses('cell', cell)} colSpan={cell.colspan} rowSpan={cell.rowspan} {...cell.attributes}>
    {cell.text}
  </td>
);

export type SummaryListOptions = {
  readonly rows: readonly {
    readonly key: { readonly text: Words; readonly classes?: string | undefined };
    readonly value: { readonly text: Words; readonly classes?: string | undefined };
    readonly classes?: string | undefined;
  }[];
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Of nothing, nothing: an empty list would be a gap, and a list without items to whoever listens. */
export const SummaryList = ({ rows, classes: more, attributes }: SummaryListOptions) =>
  rows.length === 0 && attributes === undefined ? null : (
    <dl class={classes('govuk-summary-list', more)} {...attributes}>
      {rows.map(({ key, value, classes: own }) => (
        <div class={classes('govuk-summary-list__row', own)}>
          <dt class={classes('govuk-summary-list__key', key.classes)}>{key.text}</dt>
          <dd class={classes('govuk-summary-list__value', value.classes)}>{value.text}</dd>
        </div>
      ))}
    </dl>
  );
