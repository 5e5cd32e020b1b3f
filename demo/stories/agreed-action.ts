import type { LocalDate } from '../../src/kernel/calendar/dates.ts';
import { agreedIn, stepNamed } from '../../src/practice/pathway.ts';
import { idFrom } from '../chance.ts';
import type { DemoEntry } from '../telling.ts';

/** What an entry agrees or asks for, as an action of its own; done on a day, if it is. */
export function actionsOf(said: DemoEntry, done?: { readonly on: LocalDate; readonly by: string }): readonly DemoEntry[] {
  const step = stepNamed(said.step);
  if (step === undefined) throw new Error(`There is no step ${said.step}`);
  const about = said.about.map(({ person }) => ({ person, answers: {} }));
  const agreed = agreedIn(step, { entry: said.entry, agreedOn: said.happenedOn, shared: said.shared, history: [] });
  return agreed.flatMap(({ entry, answers }): readonly DemoEntry[] => [
    { ...said, entry, step: 'action', about, shared: answers },
    ...(done === undefined
      ? []
      : [
          {
            entry: idFrom('done', entry),
            step: 'actionProgress',
            happenedOn: done.on,
            recordedOn: done.on,
            recordedBy: done.by,
            about,
            shared: { on: done.on, action: entry, how: 'done' },
          },
        ]),
  ]);
}
