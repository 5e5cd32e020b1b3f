import { day, number, oneOf, words, type ReadCell } from '../given/column.ts';
import type { TableShape } from '../given/table.ts';
import { asglbHeads } from './asglb.ts';

function readerOf(head: string): ReadCell {
  if (head.startsWith('Date ')) return day;
  if (head.startsWith('Number ')) return number('whole');
  return head === 'Is the child a part of a sibling group?'
    ? oneOf(['Y', 'N'], (text) => ({ yes: 'Y', no: 'N' })[text.toLowerCase()])
    : words();
}

export const asglbShape: TableShape = {
  name: 'asglb',
  columns: asglbHeads.map((name) => ({ name, read: readerOf(name), ...(name === 'Child Unique ID' ? { isAsked: () => true } : {}) })),
};
