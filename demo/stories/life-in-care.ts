import { addDays, addMonths, ageAt, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { headOf } from '../authority.ts';
import type { CarePlot } from '../care-plots.ts';
import type { DemoChild } from '../household.ts';
import { aboutOne, daysAgo, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';

type Life = { readonly startedOn: LocalDate; readonly until: LocalDate; readonly legalStatus: string };

/**
 * By whose agreement they are in care, who decides what, whom of the family they see, their own story and their school. By the family's number and not by
 * chance, so that everything else in the demonstration stays what it was.
 */
export function liveTheirLife(telling: Telling, plot: CarePlot, life: Life): void {
  if (!plot.isEarlier && life.legalStatus === 'V2') agree(telling, plot, life.startedOn);
  decideWhoDecides(telling, plot, life.startedOn);
  if (!plot.isUnaccompanied) seeFamily(telling, life);
  if (telling.n % 3 === 0) tellTheirStory(telling, life);
  for (const child of telling.children) goToSchool(telling, child, life);
  if (plot.setting === 'residential' && telling.n % 4 === 1 && life.until === telling.today) liveUnregistered(telling);
}

/** Most agree in writing before; of one in sixteen the form came late, and it is told so. */
function agree(telling: Telling, { isUnaccompanied }: CarePlot, startedOn: LocalDate): void {
  const { n } = telling;
  const agreedOn = n % 16 === 5 ? workingDayAfter(addDays(startedOn, 4)) : startedOn;
  const shared = isUnaccompanied
    ? {
        agreedOn: startedOn,
        answer: 'nobody',
        terms: 'Nobody in this country has parental responsibility; the Red Cross looks for the family.',
      }
    : {
        agreedOn,
        name: 'The mother',
        answer: 'agrees',
        madeSure: ['capacity', 'understood', 'inWriting', ...(n % 2 === 0 ? ['advice'] : [])],
        terms: 'Until there is a plan for home that she trusts. She knows that she may have them back whenever she says.',
      };
  say(telling, { step: 'accommodationAgreement', on: shared.agreedOn, shared });
}

function decideWhoDecides(telling: Telling, { setting, isUnaccompanied }: CarePlot, startedOn: LocalDate): void {
  if (setting === 'atHome') return;
  const decidedOn = workingDayAfter(addDays(startedOn, 2));
  const matters = [
    { matter: 'leisure', decides: 'carer', note: 'Sleepovers with friends whose parents they know; haircuts after asking the child' },
    { matter: 'education', decides: 'carerTells', note: 'Day trips; the plan of the term is made with us' },
    { matter: 'medical', decides: 'carerTells', note: 'Anything but an operation' },
    { matter: 'travel', decides: isUnaccompanied ? 'authority' : 'parent', note: 'Abroad' },
  ];
  say(telling, { step: 'delegatedAuthority', on: decidedOn, shared: { decidedOn, matters } });
  const by = isUnaccompanied ? { by: 'authority' } : { by: 'parent', name: 'The mother' };
  for (const matter of ['healthAssessment', 'immunisations'])
    say(telling, { step: 'consent', on: decidedOn, shared: { givenOn: decidedOn, matter, ...by, answer: 'given', note: 'On the form.' } });
}

const seen = [
  'She brought lunch and sat on the floor with them.',
  'A quiet two hours with a jigsaw; a long goodbye.',
  'They cooked together. She was ten minutes late and said so first.',
] as const;

function seeFamily(telling: Telling, { startedOn, until }: Life): void {
  const { n } = telling;
  const from = workingDayAfter(addDays(startedOn, 3));
  const footing = n % 4 === 0 ? 'supervised' : 'supported';
  const howOften = 'Tuesdays after school and every second Saturday, at the family centre; the carers bring them.';
  say(telling, { step: 'familyTimePlan', on: from, shared: { from, name: 'The mother', footing, howOften } });
  for (let turn = 0; turn < 4; turn += 1) {
    const on = addMonths(daysAgo(until, 6 + (n % 9)), -turn);
    if (on <= from) return;
    const how = (n + turn) % 7 === 3 ? 'notByThem' : (n + turn) % 11 === 4 ? 'notByUs' : 'place';
    const note = how === 'place' ? { note: seen[(n + turn) % seen.length] } : {};
    say(telling, { step: 'familyTime', on, shared: { on, who: 'The mother; a support worker near by', how, ...note } });
  }
}

function tellTheirStory(telling: Telling, { startedOn, until }: Life): void {
  const first = workingDayAfter(addDays(startedOn, 50 + (telling.n % 40)));
  const later = workingDayAfter(addMonths(first, 7));
  const kept = { where: 'With the carers, in their room' };
  if (first < until)
    say(telling, {
      step: 'lifeStoryWork',
      on: first,
      shared: {
        on: first,
        reached: ['begun', 'box'],
        ...kept,
        note: 'Photographs from their grandmother. Next: the street where they lived.',
      },
    });
  if (later < until)
    say(telling, { step: 'lifeStoryWork', on: later, shared: { on: later, reached: ['wordsAgreed', 'photographs'], ...kept } });
}

/** Half-terms of the last year: the share of sessions that were attended differs from child to child and falls for a few. */
function goToSchool(telling: Telling, child: DemoChild, { startedOn, until }: Life): void {
  const { n } = telling;
  const { bornOn } = child;
  if (bornOn === undefined) return;
  for (let turn = 5; turn >= 0; turn -= 1) {
    const upTo = workingDayBefore(addDays(until, -(12 + turn * 58)));
    const age = ageAt(bornOn, upTo);
    if (upTo <= addDays(startedOn, 30) || age < 5 || age > 15) continue;
    const falls = n % 9 === 2 ? (5 - turn) * 5 : 0;
    const attended = Math.max(12, 60 - (n % 6) - ((n + turn) % 4) - falls);
    const shared = {
      upTo,
      possible: 60,
      attended,
      unauthorised: Math.floor((60 - attended) / 3),
      standing: falls > 20 ? 'reduced' : 'full',
    };
    say(telling, { step: 'schoolAttendance', on: upTo, shared, ...aboutOne(child) });
    if (turn === 3) premium(telling, child, upTo);
    if (n % 13 === 3 && turn === 1 && age > 10) suspend(telling, child, addDays(upTo, 4));
  }
}

function premium(telling: Telling, child: DemoChild, agreedOn: LocalDate): void {
  const { n } = telling;
  const spentOn = (['tuition', 'activities', 'equipment', 'speech'] as const)[n % 4];
  const shared = { agreedOn, amount: 400 + (n % 7) * 120, spentOn, target: 'Reading and confidence in class.' };
  say(telling, { step: 'pupilPremiumPlus', on: agreedOn, shared, ...aboutOne(child) });
}

function suspend(telling: Telling, child: DemoChild, day: LocalDate): void {
  const on = workingDayAfter(day);
  const shared = { on, kind: 'suspension', days: 2, why: 'A fight at lunch; says that something was said of the family.' };
  say(telling, { step: 'schoolExclusion', on, shared, ...aboutOne(child) });
}

/** No home would take the child: a rented flat, signed off every day, and of one day nobody did. */
function liveUnregistered(telling: Telling): void {
  const { today, staff } = telling;
  const startedOn = daysAgo(today, 6);
  const why = 'Forty homes asked since Thursday; the home where the child lived gave a day’s notice. No bed in a registered home.';
  const safety = 'Two named staff by day, two waking at night.';
  const registration = 'A place in a registered home is promised for next week.';
  const [eldest] = telling.children;
  if (eldest === undefined) return;
  const about = aboutOne(eldest);
  say(telling, {
    step: 'unregisteredPlacement',
    on: startedOn,
    shared: { startedOn, why, safety, ofstedTold: true, registration },
    ...about,
  });
  for (const ago of [6, 5, 4, 2, 1]) {
    const signedOn = daysAgo(today, ago);
    const shared = { signedOn, decision: 'goesOn', seen: ago !== 4, reasons: 'Slept, and ate with the staff. Three more homes asked.' };
    say(telling, { step: 'unregisteredSignOff', on: signedOn, by: headOf(staff), shared, ...about });
  }
}
