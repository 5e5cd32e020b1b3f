import type { AnyStep } from '../../../kernel/step/step.ts';
import type { Member } from '../../../practice/people/family.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import type { Member as Staff } from '../../parts.ts';
import { eventOf, type Event } from '../child/child.ts';

/** One thing that happened, once, with everybody of these whom it is about. */
export type SharedEvent = { readonly event: Event; readonly about: readonly string[] };

export type FamilyChronology = {
  /** The child and those brothers and sisters whose records are open. */
  readonly read: readonly { readonly person: string; readonly name: string }[];
  /** On record and not opened in this session. */
  readonly unopened: readonly Member[];
  readonly restricted: readonly Member[];
  readonly events: readonly SharedEvent[];
  readonly inAll: number;
  readonly steps: readonly { readonly value: string; readonly label: string }[];
  readonly filter: { readonly child: string; readonly step: string };
};

type Given = {
  readonly siblings: readonly Member[];
  readonly records: readonly ChildRecord[];
  readonly steps: readonly AnyStep[];
  readonly members: readonly Staff[];
  readonly mayRead: (step: string) => boolean;
  readonly filter: FamilyChronology['filter'];
};

export function familyChronology({ siblings, records, steps, members, mayRead, filter }: Given): FamilyChronology {
  const known = new Map(steps.map((step) => [step.name, step]));
  const named = new Map(members.map(({ id, name }) => [id, name]));
  const all = records.flatMap(({ standing: { name }, person, history }) =>
    history.filter(({ step }) => mayRead(step)).map((statement) => ({ statement, person, name })),
  );
  const wanted = all.filter(
    ({ statement, person }) => (filter.child === '' || person === filter.child) && (filter.step === '' || statement.step === filter.step),
  );
  const events = [...Map.groupBy(wanted, ({ statement }) => statement.entry).values()].flatMap((lines) => onceEach(lines, known, named));
  const opened = new Set(records.map(({ person }) => person));
  return {
    filter,
    inAll: new Set(all.map(({ statement }) => statement.entry)).size,
    read: records.map(({ person, standing }) => ({ person, name: standing.name })),
    unopened: siblings.filter((one) => one.isOnRecord && !one.isRestricted && !opened.has(one.id)),
    restricted: siblings.filter((one) => one.isRestricted),
    events: events.sort((a, b) =>
      a.event.statement.happenedOn < b.event.statement.happenedOn
        ? 1
        : a.event.statement.happenedOn > b.event.statement.happenedOn
          ? -1
          : 0,
    ),
    steps: [...new Map(all.map(({ statement: { step } }) => [step, known.get(step)?.title ?? step]))].map(([value, label]) => ({
      value,
      label,
    })),
  };
}

type Told = { readonly statement: ChildRecord['history'][number]; readonly person: string; readonly name: string };

/** What one entry says of several alike stands once, marked with all their names; what it says otherwise of one stands apart. */
function onceEach(lines: readonly Told[], steps: ReadonlyMap<string, AnyStep>, named: ReadonlyMap<string, string>): readonly SharedEvent[] {
  const events = lines.map(({ statement, name }) => ({ event: eventOf(statement, steps.get(statement.step), named), name }));
  return [...Map.groupBy(events, ({ event }) => event.summary).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ event: first.event, about: alike.map(({ name }) => name) }];
  });
}
