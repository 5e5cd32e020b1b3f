type Props = { readonly label: string; readonly heads: readonly string[]; readonly lines: readonly (readonly string[])[] };

/** A small table within an answer; on a narrow screen each line stands as a list, each cell under its head. */
export const LinesTable = ({ label, heads, lines }: Props) => (
  <table class="sl-lines" aria-label={label}>
    <thead>
      <tr>
        {heads.map((head) => (
          <th scope="col">{head}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map((cells) => (
        <tr>
          {cells.map((cell, n) => (
            <td data-label={heads[n]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
