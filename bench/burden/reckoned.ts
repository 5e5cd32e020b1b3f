import type { LocalDate } from '../../src/kernel/calendar/dates.ts';
import type { AnyField, Fields } from '../../src/kernel/field/field.ts';
import type { Statement } from '../../src/kernel/step/history.ts';
import { offersOf } from '../../src/kernel/step/prefill.ts';
import { stepOf } from '../../src/practice/step-of.fixture.ts';
import { asked, effortOf, none, past, sum, times, type Effort, type Stated } from './baseline.ts';
import { children, contactTold, pathway, toldBy } from './journey.ts';

/** Somebody with an id, where a browser would say who is signed in. */
const myself = '33333333-3333-4333-8333-333333333333';

/** What the journey tells, as forms would give it. */
const toldIn = (today: LocalDate): readonly Stated[] =>
  [contactTold, ...pathway(today)].map((told) => {
    const { step, shared, each } = toldBy(myself, told);
    return { step: stepOf(step), shared, each: children.map((_child, n) => each?.(n) ?? {}) };
  });

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Past every box of what stands there already. */
const boxes = ({ control }: AnyField, value: unknown): number =>
  control.kind === 'rows' ? (Array.isArray(value) ? value.length : control.shown) * Object.keys(control.columns).length : 1;

/** What opens a fold: a Tab to its line, and Enter. What is asked only upon it opens with it. */
const unfolded: Effort = { keys: 2, clicks: 0, thoughts: 0 };
const isFoldHead = ({ folded, askedWhen }: AnyField): boolean => folded !== undefined && askedWhen === undefined;

function effortOfPart(
  fields: Fields,
  answers: Readonly<Record<string, unknown>>,
  offered: ReadonlyMap<string, { readonly value: unknown }>,
): Effort {
  return sum(
    Object.entries(asked(fields, answers)).map(([name, field]) => {
      const stands = offered.get(name)?.value;
      const isLeft = answers[name] === undefined || isSame(stands, answers[name]);
      if (isLeft) return times(boxes(field, stands), past);
      return sum([effortOf(name, field, answers[name]), isFoldHead(field) ? unfolded : none]);
    }),
  );
}

/** Opened by its link, brothers and sisters ticked, looked over and recorded, most of them from the page of answers. */
const around = (isTicked: boolean): Effort => ({ keys: isTicked ? 0 : 6, clicks: 3, thoughts: isTicked ? 2 : 5 });

/** Each form of the journey with all that it then says, and what it costs as the definitions say it: no browser, so that each run of the tests can ask. */
export function reckonedIn(today: LocalDate): readonly { readonly stated: Stated; readonly effort: Effort }[] {
  const history: Statement[] = [];
  return toldIn(today).map(({ step, shared, each }, n) => {
    const offered = offersOf(step, history, today);
    const effort = sum([
      around(step.ticks === 'household'),
      effortOfPart(step.fields, shared, offered),
      ...each.map((own) => effortOfPart(step.each, own, offered)),
    ]);
    const standing = ([name]: readonly [string, unknown]): boolean => name in step.fields;
    const whole = { ...Object.fromEntries([...offered].map(([name, { value }]) => [name, value] as const).filter(standing)), ...shared };
    const line = { entry: `e${n}`, step: step.name, position: n + 1, happenedOn: today, recordedAt: '', recordedBy: '', tombstone: false };
    history.push({ ...line, corrections: [], answers: { ...whole, ...each[0] } });
    return { stated: { step, shared: whole, each }, effort };
  });
}
