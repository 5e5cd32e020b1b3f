import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import type { DemoChild } from '../household.ts';
import { aboutOne, managerOn, say, workerOn, workingDayAfter, type Telling } from '../telling.ts';

const everyMatter = ['child', 'family', 'wishes', 'guardian', 'bond', 'authority', 'medical', 'implications', 'merits', 'recommendation'];
const services = ['moneyRegularly', 'contact'] as const;

/** Whoever they live with became special guardian, and care ended with it: the notice, the assessments, the report, the support and the order. */
export function tellGuardianship(telling: Telling): void {
  const ended = telling.entries.find(({ step }) => step === 'periodOfCareEnd');
  if (ended === undefined) return;
  const orderedOn = ended.happenedOn;
  const before = (days: number) => workingDayAfter(addDays(orderedOn, -days));
  const [receivedOn, first, askedOn, full, proposedOn, filedOn] = [
    before(118),
    before(104),
    before(90),
    before(66),
    before(54),
    before(36),
  ];
  say(telling, {
    step: 'guardianshipNotice',
    on: receivedOn,
    shared: { receivedOn, how: 'notice', applicants: 'The relatives with whom the child lives', relation: 'Known from birth.' },
  });
  for (const child of telling.children) assess(telling, child, { first, askedOn, full, proposedOn, filedOn });
  say(telling, {
    step: 'guardianshipEnd',
    on: orderedOn,
    recordedOn: ended.recordedOn,
    by: ended.recordedBy,
    shared: {
      on: orderedOn,
      outcome: 'made',
      guardians: 'The relatives with whom the child lives',
      wasLookedAfter: true,
      contact: 'Parents once a month.',
    },
  });
}

type Days = Readonly<Record<'first' | 'askedOn' | 'full' | 'proposedOn' | 'filedOn', LocalDate>>;

function assess(telling: Telling, child: DemoChild, { first, askedOn, full, proposedOn, filedOn }: Days): void {
  say(telling, {
    step: 'guardianAssessment',
    on: first,
    shared: { assessedOn: first, kind: 'initial', outcome: 'furtherWork' },
    ...aboutOne(child),
  });
  say(telling, {
    step: 'guardianSupportRequest',
    on: askedOn,
    shared: { askedOn, by: 'prospective', words: '“What would we live on, and who would ring his mother?”' },
    ...aboutOne(child),
  });
  say(telling, {
    step: 'guardianAssessment',
    on: full,
    shared: {
      assessedOn: full,
      kind: 'full',
      outcome: 'withSupport',
      harm: 'Neglect in the first years; sleep and eating are settled now, meetings with parents unsettle them for days.',
      relationship: 'Every weekend from birth, and since care began every day. They end a visit when it is not safe.',
      childsView: '“This is my house.”',
    },
    ...aboutOne(child),
  });
  support(telling, child, proposedOn);
  say(telling, {
    step: 'guardianshipReport',
    on: filedOn,
    shared: { filedOn, covered: everyMatter, recommendation: 'order', reasons: 'Settled and safe there; nothing less would last.' },
    ...aboutOne(child),
  });
}

function support(telling: Telling, child: DemoChild, proposedOn: LocalDate): void {
  const answerBy = addWorkingDays(proposedOn, 10);
  say(telling, {
    step: 'guardianSupportProposal',
    on: proposedOn,
    shared: {
      proposedOn,
      answerBy,
      needs: 'An income, help with meetings, somebody to ring.',
      services,
      money: 'As a foster carer is paid, less child benefit.',
    },
    ...aboutOne(child),
  });
  const decidedOn = addWorkingDays(answerBy, 3);
  say(telling, {
    step: 'guardianSupportDecision',
    on: decidedOn,
    by: managerOn(telling, decidedOn),
    shared: {
      decidedOn,
      decision: 'provided',
      services,
      plan: 'An allowance each fortnight; a worker is at the first six meetings.',
      monitor: workerOn(telling, decidedOn),
      reasons: 'They asked for six meetings, not three.',
    },
    ...aboutOne(child),
  });
}
