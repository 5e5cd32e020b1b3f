import { daysBetween, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import { stageOf, stagesBeforeCourt, type StageBeforeCourt } from '../../../practice/court/before-court.ts';
import type { Waiting } from '../../../record/front-door.ts';

/** One family in one stage: the children whom the same meeting, letter or application is about. */
export type TrackedFamily = {
  readonly stage: StageBeforeCourt;
  readonly children: readonly { readonly person: string; readonly name: string }[];
  readonly since: LocalDate;
  /** Whole weeks in this stage. */
  readonly weeks: number;
  /** What passes first, and when the stage as a whole should be over, where that is another limit. */
  readonly next: Clock;
  readonly whole: Clock | undefined;
  readonly worker: string | undefined;
  readonly team: string | undefined;
};

const byDue = (one: Clock, other: Clock): number => one.dueOn.localeCompare(other.dueOn);

/** Of several limits of one kind that run at once (a second meeting, the court’s extension) the last begun counts. */
const lastOfEach = (clocks: readonly Clock[]): readonly Clock[] => [
  ...new Map(clocks.toSorted((a, b) => a.startedOn.localeCompare(b.startedOn)).map((clock) => [clock.rule, clock])).values(),
];

function familyOf(stage: StageBeforeCourt, some: readonly Waiting[], today: LocalDate): readonly TrackedFamily[] {
  const [first] = some;
  const clocks = lastOfEach(some.map(({ clock }) => clock));
  const next = clocks.toSorted(byDue)[0];
  if (first === undefined || next === undefined) return [];
  const wholeRule = stagesBeforeCourt[stage].rules.at(-1);
  const whole = clocks.find(({ rule }) => rule === wholeRule);
  const since = some.map(({ clock }) => clock.startedOn).toSorted()[0] ?? next.startedOn;
  return [
    {
      stage,
      children: [...new Map(some.map(({ person, standing: { name } }) => [person, { person, name }])).values()],
      since,
      weeks: Math.floor(daysBetween(since, today) / 7),
      next,
      whole: whole === next ? undefined : whole,
      worker: first.standing.worker,
      team: first.standing.team,
    },
  ];
}

type Tracked = { readonly key: string; readonly stage: StageBeforeCourt; readonly of: readonly Waiting[] };

/** What one child is in: by the entries that began it, so that brothers and sisters of one letter are one family. */
const trackedOf = (person: string, all: readonly Waiting[]): readonly Tracked[] =>
  [...Map.groupBy(all, ({ clock }) => stageOf(clock.rule))].flatMap(([stage, of]) => {
    const begunBy = of.map(({ clock }) => clock.startedBy).toSorted();
    return stage === undefined ? [] : [{ key: `${stage} ${begunBy.join() || person}`, stage, of }];
  });

/** What passes first stands first. */
export function trackedFamilies(waiting: readonly Waiting[], today: LocalDate): readonly TrackedFamily[] {
  const ofEach = [...Map.groupBy(waiting, ({ person }) => person)].flatMap(([person, all]) => trackedOf(person, all));
  return [...Map.groupBy(ofEach, ({ key }) => key).values()]
    .flatMap((same) => {
      const [first] = same;
      const all = same.flatMap(({ of }) => of);
      return first === undefined ? [] : familyOf(first.stage, all, today);
    })
    .toSorted((a, b) => byDue(a.next, b.next));
}
