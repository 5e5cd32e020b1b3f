import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { idFrom } from '../chance.ts';
import { say, type Telling } from '../telling.ts';
import { contactOn, refer } from './front-door.ts';

type Turn = (telling: Telling, on: LocalDate) => void;

const rate = (telling: Telling, on: LocalDate, rating: string, contact: string | undefined): void =>
  void say(telling, {
    step: 'triageRating',
    on,
    by: telling.staff.duty,
    shared: { ratedOn: on, ratedAt: '16:20', rating, ...(contact === undefined ? {} : { contact }) },
  });

const waiting: Turn = (telling, on) => rate(telling, on, 'ordinary', contactOn(telling, on));

const checked: Turn = (telling, on) => {
  const contact = contactOn(telling, on, {
    how: 'notification',
    source: '6',
    reference: `NR/${on.slice(0, 4)}/0${telling.n}`,
    worry: 'Officers were called to a quarrel between the adults. The children were upstairs and awake.',
    familyTold: 'notTold',
    whyNotTold: 'The neighbour who rang is afraid of being known.',
  });
  rate(telling, on, 'urgent', contact);
  const { duty } = telling.staff;
  say(telling, {
    step: 'agencyChecks',
    on,
    by: duty,
    shared: {
      askedOn: on,
      agencies: ['health', 'education', 'probation'],
      lawfulBasis: 'publicTask',
      shared: 'Names, dates of birth, the address and what the police saw.',
      familyTold: 'notTold',
    },
  });
  say(telling, {
    step: 'agencyCheckAnswer',
    on,
    by: duty,
    shared: { answeredOn: on, agencies: ['education'], answer: 'came', known: 'Late on most Mondays since the spring. No other worry.' },
  });
};

const accepted: Turn = (telling, on) => {
  const contact = contactOn(telling, on, { source: '2A', fromWhom: 'The designated safeguarding lead' });
  refer(telling, { on, response: 'assessment', isUndecided: true, contact });
};

const inTheNight: Turn = (telling) => {
  const { night } = telling.staff;
  const on = telling.until;
  say(telling, {
    step: 'emergencyDutyEntry',
    on,
    by: night,
    shared: {
      happenedOn: on,
      at: '22:50',
      happened:
        'Their mother rang: he had come to the house and would not leave. Police attended and he left. The children slept at their aunt’s.',
      mustBeDone: 'See the children and their mother; ask the police for their record.',
      who: 'The day team',
      by: addDays(on, 1),
    },
  });
};

const consulted: Turn = (telling, on) =>
  void say(telling, {
    step: 'thresholdConsultation',
    on,
    by: telling.staff.duty,
    shared: {
      heldOn: on,
      source: '3B',
      caller: 'A health visitor, 01632 960171',
      asked: 'Not seen at three visits, and the baby was lighter at the last weighing.',
      advice: 'refer',
      reason: 'Under one, losing weight, and not seen.',
    },
  });

const movedIn: Turn = (telling, on) =>
  void say(telling, {
    step: 'transferIn',
    on,
    by: telling.staff.duty,
    shared: { notifiedOn: on, authority: 'Southmoor County Council', category: 'NEG', movedOn: on },
  });

const turns: readonly [Turn, ...Turn[]] = [waiting, checked, accepted, inTheNight, consulted, movedIn];

/** Of the families that have just come, each in its turn is somewhere else on the way in. */
export function atTheDoor(telling: Telling, on: LocalDate): void {
  (turns[Math.floor(telling.n / 24) % turns.length] ?? waiting)(telling, on);
}

/** What the parents were asked, what was told to whom, and what a court asked: of a few families. */
export function besides(telling: Telling, on: LocalDate): void {
  if (on > telling.until) return;
  say(telling, {
    step: 'agreementToHelp',
    on,
    shared: { answeredOn: on, name: 'Their mother', answer: 'agreed', services: 'A family help worker at home' },
  });
  say(telling, {
    step: 'sharingOfInformation',
    on,
    shared: {
      sharedOn: on,
      withWhom: 'The school',
      what: 'That we are working with the family, and whom to ring.',
      lawfulBasis: 'publicTask',
      familyTold: 'agreed',
    },
  });
  if (idFrom('turn', telling.n) < '8')
    say(telling, {
      step: 'courtReportOrdered',
      on,
      shared: { orderedOn: on, kind: 's7', dueOn: addDays(on, 70), court: 'Norchester Family Court' },
    });
}
