import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { daysAgo, managerOn, say, workerOn, workingDayBefore, type Telling } from '../telling.ts';

/** Two who left care ask for their records: the first is owed an answer within days; of the second proof was asked for, and what they want. */
export function askForRecord(telling: Telling, k: number): void {
  const [child] = telling.children;
  if (child === undefined || k > 1) return;
  const receivedOn = workingDayBefore(daysAgo(telling.today, k === 0 ? 28 : 17));
  const about = [{ person: child.person, answers: {} }];
  const { firstName, lastName } = child.answers;
  const asker = [firstName, lastName].filter((part) => typeof part === 'string').join(' ');
  const request = say(telling, {
    step: 'subjectAccessRequest',
    on: receivedOn,
    by: workerOn(telling, receivedOn),
    shared: {
      receivedOn,
      asker,
      capacity: 'person',
      how: k === 0 ? 'email' : 'form',
      ...(k === 0 ? {} : { asked: 'Everything of my time in care' }),
    },
    about,
  });
  if (request === undefined) return;
  const [askedOn, provedOn] = [addWorkingDays(receivedOn, 1), addWorkingDays(receivedOn, k === 0 ? 1 : 4)];
  const told = (step: string, on: typeof askedOn, shared: object) =>
    say(telling, { step, on, by: managerOn(telling, on), shared: { ...shared, request }, about });
  if (k === 1)
    told('subjectAccessQuestion', askedOn, { askedOn, about: 'identity', question: 'A copy of your passport or driving licence' });
  told('subjectAccessIdentity', provedOn, { provedOn, evidence: 'Known to the personal adviser; passport seen.', child: 'ownRequest' });
}
