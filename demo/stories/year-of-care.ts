import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { addDays, ageAt, date, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import type { DemoChild } from '../household.ts';
import { isBornOn, say, type Telling } from '../telling.ts';
import type { Care } from './care-health.ts';

/** In April an analyst asks the teams what was not done in the year, and says so: that nobody recorded it does not say it. */
export function sayWhatWasNotDone(telling: Telling, { startedOn, until }: Pick<Care, 'startedOn' | 'until'>): void {
  for (let year = Number(startedOn.slice(0, 4)) + 1; year <= Number(until.slice(0, 4)); year += 1) {
    const [from, to] = [date(`${year - 1}-04-01`), date(`${year}-03-31`)];
    if (startedOn > from || until <= to) continue;
    for (const child of telling.children) if (isBornOn(child, from)) sayOf(telling, child, { from, to });
  }
}

type Year = { readonly from: LocalDate; readonly to: LocalDate };

function sayOf(telling: Telling, child: DemoChild, { from, to }: Year): void {
  const { bornOn } = child;
  if (bornOn === undefined) return;
  const isTold = (step: string, since = from): boolean =>
    telling.entries.some(
      (one) =>
        one.step === step && one.happenedOn >= since && one.happenedOn <= to && one.about.some(({ person }) => person === child.person),
    );
  const isAsked = ageAt(bornOn, from) >= 4 && ageAt(bornOn, to) < 17;
  const notDone = {
    ...(isAsked && !isTold('strengthsAndDifficulties') ? { sdqReason: 'SDQ4' } : {}),
    ...(isTold('immunisations', bornOn) ? {} : { immunisations: '0' }),
    ...(isTold('immunisations', bornOn) || ageAt(bornOn, to) >= 5 ? {} : { healthCheck: '0' }),
    ...(isTold('dentalCheck') ? {} : { teethCheck: '0' }),
    ...(isTold('healthAssessment') ? {} : { healthAssessment: '0' }),
  };
  if (Object.keys(notDone).length === 0) return;
  const analyst = telling.staff.members.find(({ roles }) => roles.includes('performanceAnalyst'))?.member;
  say(telling, {
    step: 'outcomesOfTheYear',
    on: to,
    by: analyst ?? telling.staff.administrator,
    recordedOn: addWorkingDays(addDays(to, 10), 1),
    shared: { yearEndedOn: to, ...notDone },
    about: [{ person: child.person, answers: {} }],
  });
}
