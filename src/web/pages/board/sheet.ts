import type { Sheet } from '../../export/sheet.ts';
import { lateBy, type AsKnown } from '../../said-dates.ts';
import { populations, type Column, type PopulationName } from '../../../practice/populations.ts';
import type { ReadOn } from './reading.ts';
import type { Cell, Row } from './row.ts';

const stateWords = (cell: Cell, known: AsKnown): string => {
  if (cell.state === 'notInSource') return 'not in the source';
  if (cell.state === 'late')
    return `${lateBy(cell.clock.dueOn, known.today)}${cell.clock.lateReason === undefined ? '' : ' (reason given)'}`;
  return cell.state === 'dueSoon' ? 'due within 5 working days' : 'in time';
};

const facts = ['Child', 'Age', 'Worker', 'Team', 'Area', 'On a plan since', 'Category', 'Looked after since', 'Legal status', 'Placement'];

/** What the board shows, row for row, to be carried away. */
export function sheetOf(rows: ReadOn, who: PopulationName, known: AsKnown): Sheet {
  const { title, columns } = populations[who];
  return {
    name: title,
    heads: [...facts, ...columns.flatMap((column) => [column.title, `${column.title}: due`, `${column.title}: how it stands`])],
    rows: linesOf(rows, columns, known),
  };
}

/** Who it was is not said: a child who has been restricted since leaves the board too. */
const hasLeft = ['left the board while this was read'];

async function* linesOf(read: ReadOn, columns: readonly Column[], known: AsKnown): Sheet['rows'] {
  for await (const rows of read) yield rows.map((row) => (row === undefined ? hasLeft : lineOf(row, columns, known)));
}

const lineOf = (row: Row, columns: readonly Column[], known: AsKnown) => [
  row.name,
  row.age,
  row.worker ?? 'no named worker',
  row.team ?? 'no team',
  row.area,
  row.child.standing.onPlanSince,
  row.category,
  row.child.standing.lookedAfterSince,
  row.legalStatus,
  row.placement,
  ...columns.flatMap(({ name }) => cellsOf(row.cells[name], known)),
];

const cellsOf = (cell: Cell | undefined, known: AsKnown): readonly (string | undefined)[] =>
  cell === undefined
    ? [undefined, undefined, undefined]
    : [cell.title, cell.state === 'notInSource' ? undefined : cell.clock.dueOn, stateWords(cell, known)];
