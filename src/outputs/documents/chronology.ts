import { formatDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import type { Block } from '../document.ts';
import { isHidden, summaryOf, type Left, type Material } from '../material.ts';
import { paragraph, type DocumentKind } from './section.ts';

/** What happened, in the order in which it happened: of one child, or of brothers and sisters together. */
export const chronology: DocumentKind = {
  ofFamily: true,
  isFiltered: true,
  sections: (material, left) => [{ name: 'events', heading: 'What happened', blocks: chronologyTable(material, left, summaryOf) }],
};

const isWanted = ({ happenedOn, step }: Statement, { filter: { from, to, steps } }: Material): boolean =>
  (from === '' || happenedOn >= from) && (to === '' || happenedOn <= to) && (steps.length === 0 || steps.includes(step));

/** One entry about several children is one line. */
export function eventsOf(material: Material, left: Left): readonly { readonly statement: Statement; readonly names: readonly string[] }[] {
  const events = new Map<string, { readonly statement: Statement; readonly names: string[] }>();
  for (const { name, history } of material.children)
    for (const statement of history) {
      const known = events.get(statement.entry);
      if (known !== undefined) known.names.push(name);
      else if (isWanted(statement, material) && !isHidden(statement, left)) events.set(statement.entry, { statement, names: [name] });
    }
  return [...events.values()].sort((a, b) => (a.statement.happenedOn < b.statement.happenedOn ? -1 : 1));
}

export function chronologyTable(material: Material, left: Left, said: typeof summaryOf): readonly Block[] {
  const events = eventsOf(material, left);
  if (events.length === 0) return [paragraph('Nothing of these kinds and dates is recorded.')];
  const isFamily = material.children.length > 1;
  return [
    {
      kind: 'table',
      heads: ['Date', ...(isFamily ? ['Of whom'] : []), 'What happened'],
      rows: events.map(({ statement, names }) => [
        formatDate(statement.happenedOn),
        ...(isFamily ? [names.join(', ')] : []),
        said(material, statement, left),
      ]),
    },
  ];
}
