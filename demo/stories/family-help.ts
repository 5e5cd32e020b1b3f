import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { allocate } from './workforce.ts';
import { managerOn, say, workingDayBefore, type Telling } from '../telling.ts';

/** Help that a family agreed to: a start, somebody who leads, a plan, reviews every three months, and an end. */
export function helpFamily(telling: Telling, from: LocalDate): void {
  const { today } = telling;
  const startedOn = addWorkingDays(from, 2);
  const plannedOn = addWorkingDays(startedOn, 10);
  say(telling, {
    step: 'familyHelp',
    on: startedOn,
    shared: { startedOn, level: 'familyHelp', why: 'Mornings, sleep and getting to school.' },
  });
  leadBy(telling, startedOn);
  say(telling, {
    step: 'familyHelpPlan',
    on: plannedOn,
    shared: {
      agreedOn: plannedOn,
      goals: 'At school by nine, fed, on four days of five; bedtime without shouting.',
      network: 'Their grandmother has them on Thursdays.',
    },
  });
  const firstReview = workingDayBefore(addDays(plannedOn, 85));
  if (firstReview >= today) return;
  const shared = { heldOn: firstReview, held: true, progress: 'At school on nine days of ten. Their mother sleeps.', next: 'end' };
  say(telling, { step: 'familyHelpReview', on: firstReview, shared });
  const endedOn = addWorkingDays(firstReview, 5);
  say(telling, { step: 'familyHelpEnd', on: endedOn, shared: { endedOn, reason: 'goalsMet', whoNext: 'The school’s family worker' } });
}

/** Where the authority has somebody for it, they lead, and a manager who is a social worker oversees it; else the school does. */
function leadBy(telling: Telling, on: LocalDate): void {
  const lead = telling.n % 3 === 0 ? undefined : telling.staff.leads.find(({ team }) => team.area === telling.front.area);
  const shared =
    lead === undefined
      ? { from: on, profession: 'education', name: 'The school’s family worker' }
      : { from: on, profession: 'familyHelp', member: lead.member, oversight: lead.team.manager };
  say(telling, { step: 'leadPractitioner', on, by: managerOn(telling, on), shared });
  if (lead !== undefined) allocate(telling, on, lead.team, lead.member);
}
