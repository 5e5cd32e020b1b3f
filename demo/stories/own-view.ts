import { addDays, ageAt, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import type { CarePlot } from '../care-plots.ts';
import type { DemoChild } from '../household.ts';
import { aboutOne, daysAgo, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { toldWords, viewsOfTheOlder, viewsOfTheYounger, type View } from '../words/own-views.ts';

/**
 * What children in care were told of their own lives, and what they say of them: by the family's number and not by chance. Most were told of everything; some not
 * yet of the plan, or of brothers and sisters whom they have never met; and those who came some days ago only why, where and by whom.
 */
export function tellOwnViews(telling: Telling, plot: CarePlot, startedOn: LocalDate): void {
  const { n, today } = telling;
  const usual = workingDayBefore(daysAgo(today, 24 + (n % 50)));
  const isNew = usual <= addDays(startedOn, 20);
  const toldOn = isNew ? workingDayAfter(addDays(startedOn, 2)) : usual;
  for (const [turn, child] of telling.children.entries()) {
    const age = child.bornOn === undefined ? 0 : ageAt(child.bornOn, today);
    if (age < 4) continue;
    const told = ['why', 'home', 'people', ...(isNew ? [] : toldBesides(n + turn, plot))];
    say(telling, {
      step: 'childTold',
      on: toldOn,
      shared: { toldOn, told, words: toldWords[(n + turn) % toldWords.length] },
      ...aboutOne(child),
    });
    if (!isNew && (n + turn) % 4 !== 3) sayOwnView(telling, child, age, turn, workingDayAfter(addDays(toldOn, 5)));
  }
}

const toldBesides = (turn: number, { isUnaccompanied }: CarePlot): readonly string[] => [
  'review',
  ...(turn % 5 === 1 ? [] : ['plan']),
  ...(turn % 7 === 3 || isUnaccompanied ? [] : ['family']),
  ...(turn % 2 === 0 ? ['school', 'health'] : []),
];

function sayOwnView(telling: Telling, child: DemoChild, age: number, turn: number, madeOn: LocalDate): void {
  const views: readonly View[] = age < 10 ? viewsOfTheYounger : viewsOfTheOlder;
  const view = views[(telling.n + turn) % views.length];
  const how = age < 6 ? 'throughSomebody' : age > 13 && telling.n % 3 === 0 ? 'childWrote' : 'together';
  if (view !== undefined) say(telling, { step: 'ownView', on: madeOn, shared: { madeOn, how, ...view }, ...aboutOne(child) });
}
