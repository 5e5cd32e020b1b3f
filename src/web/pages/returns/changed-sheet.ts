import type { Line } from '../../../kernel/step/history.ts';
import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import type { ChildChange } from '../../../returns/changes.ts';
import { nameOfPart } from '../../../returns/part-titles.ts';
import type { Sheet } from '../../export/sheet.ts';
import type { ChangedBy, ComparedReturn } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';
import { whomOf } from './linked.tsx';
import { byWhom, howRecorded, kindOfWhom } from './who-changed.tsx';

type Names = ReadonlyMap<string, string>;
type Row = readonly string[];

/** So many are asked of at once: memory does not grow with the return. */
const together = 50;

/** All that a return says otherwise than what it was compared with; of two states of one record a row for each value and each entry that was recorded in between. */
export const changedSheet = (one: PreparedReturn, compared: ComparedReturn, names: Names): Sheet => ({
  name: 'Changed',
  heads: [
    kindOfWhom(one).number,
    'Value',
    ...(compared.who === undefined ? ['This return', 'What it is compared with'] : ['Earlier', 'Later']),
    ...(compared.who === undefined ? [] : ['Recorded in between', 'Happened on', 'What was done', 'By whom', 'When']),
  ],
  rows:
    compared.who === undefined
      ? [compared.changes.children.flatMap(saidOtherwise)]
      : rowsOf(compared.changes.children, compared.who, names),
});

/** Values that stand in one of the two alone. */
const saidOtherwise = ({ child, was, now }: ChildChange): readonly Row[] => [
  ...was.map((line) => [whomOf(child), ...valueIn(line), '']),
  ...now.map((line) => {
    const [field, value] = valueIn(line);
    return [whomOf(child), field, '', value];
  }),
];

/** `Assessments, AssessmentActualStartDate: 2026-01-12`: what it is, and the value. */
function valueIn(line: string): readonly [string, string] {
  const at = line.indexOf(': ');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)];
}

async function* rowsOf(all: readonly ChildChange[], who: NonNullable<ComparedReturn['who']>, names: Names): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < all.length; from += together) {
    const { children } = await who(all.slice(from, from + together).map(({ child }) => child));
    yield children.flatMap((one) => rowsOfOne(one, names));
  }
}

const rowsOfOne = ({ child, values, others }: ChangedBy, names: Names): readonly Row[] => [
  ...values.flatMap(({ part, field, was = '', now = '', by }) =>
    (by.length === 0 ? [nobody] : by.map((line) => recorded(line, names))).map((cells) => [
      whomOf(child),
      `${nameOfPart(part)}, ${field}`,
      was,
      now,
      ...cells,
    ]),
  ),
  ...others.map((line) => [whomOf(child), 'What else was recorded', '', '', ...recorded(line, names)]),
];

const nobody: Row = ['No entry of its own', '', '', '', ''];

const recorded = (line: Line, names: Names): Row => [
  stepNamed(line.step)?.title ?? line.step,
  line.happenedOn,
  howRecorded(line),
  byWhom(line, names),
  formatInstant(line.recordedAt),
];
