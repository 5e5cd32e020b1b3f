import { formatDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import type { Block } from '../document.ts';
import { answersSaid, summaryOf, type Left, type Material } from '../material.ts';
import { eventsOf } from './chronology.ts';
import type { DocumentKind } from './section.ts';

/** Every entry in full, a section for each year: what a person asks for who asks for their record. */
export const fullRecord: DocumentKind = {
  isFiltered: true,
  sections: (material, left) => {
    const years = Map.groupBy(eventsOf(material, left), ({ statement }) => statement.happenedOn.slice(0, 4));
    return [...years].map(([year, events]) => ({
      name: `year${year}`,
      heading: year,
      blocks: events.flatMap(({ statement }) => entryBlocks(material, statement, left)),
    }));
  },
};

function entryBlocks(material: Material, statement: Statement, left: Left): readonly Block[] {
  const title = material.steps.get(statement.step)?.title ?? statement.step;
  const by = material.labels.get(statement.recordedBy);
  return [
    { kind: 'heading', level: 3, text: `${formatDate(statement.happenedOn)}, ${title}` },
    { kind: 'paragraph', text: summaryOf(material, statement, left) },
    ...answersSaid(material, statement, left),
    ...(by === undefined ? [] : [{ kind: 'facts', lines: [['Recorded by', by]] } as const]),
  ];
}
