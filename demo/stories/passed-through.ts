import { addDays, daysBetween, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays, isWorkingDay } from '../../src/kernel/calendar/working-days.ts';
import { isNobodyKnown, isProfessional } from '../../src/practice/front-door/contacts.ts';
import { chanceFrom } from '../chance.ts';
import { begin, tellingOf, type Setting } from '../family.ts';
import { say, type DemoFamily, type Telling } from '../telling.ts';
import { themes } from '../words/themes.ts';
import { contactOn, introduce } from './front-door.ts';
import { tellOwedBesides } from './owed-besides.ts';

/*
 * What most of a front door's work is: somebody rings, is answered, and no referral is made. So many come that each week has what a week of this county has; and
 * in one quarter three in ten more, as after a case that everybody has read about.
 */

const week = 7;
const weeks = 104;
/** Contacts in a week of a whole county, give or take. */
const usual = { least: 18, most: 22 } as const;
/** Weeks before today, the quarter in which more came. */
const surge = { from: 17, to: 5, times: 1.3 } as const;

const weeksAgo = (on: LocalDate, today: LocalDate): number => Math.floor((daysBetween(on, today) - 1) / week);

/** Counts the contacts of families whose stories go on. */
export function contactsByWeek(today: LocalDate): { readonly note: (family: DemoFamily) => void; readonly of: (ago: number) => number } {
  const counts = new Map<number, number>();
  return {
    note: ({ entries }) => {
      for (const { step, happenedOn } of entries) {
        const ago = weeksAgo(happenedOn, today);
        if (step === 'contact') counts.set(ago, (counts.get(ago) ?? 0) + 1);
      }
    },
    of: (ago) => counts.get(ago) ?? 0,
  };
}

/** How many families the front door answers in a week without a referral, beside those whose story goes on. */
function othersIn(ago: number, scale: number, already: number): number {
  const chance = chanceFrom(ago * 811 + 3);
  const isSurge = ago <= surge.from && ago >= surge.to;
  const whole = chance.between(usual.least, usual.most) * (isSurge ? surge.times : 1) * scale;
  return Math.max(0, Math.round(whole) - already);
}

/** One family after another, the earliest week first; `n`: the number of the first. */
export function* passedThrough(
  settingOf: (n: number) => Setting,
  { n: first, scale, already }: { readonly n: number; readonly scale: number; readonly already: (ago: number) => number },
): Generator<DemoFamily> {
  let n = first;
  for (let ago = weeks - 1; ago >= 0; ago -= 1)
    for (let k = othersIn(ago, scale, already(ago)); k > 0; k -= 1, n += 1) {
      const setting = settingOf(n);
      const on = openDay(addDays(setting.today, -1 - ago * week - ((k * 3 + ago) % week)));
      if (on < setting.today) yield tellAnswered(setting, n, on, k === 1 ? ago : undefined);
    }
}

/** Many ring on Monday about the weekend: a day on which the front door is open. */
const openDay = (on: LocalDate): LocalDate => (isWorkingDay(on) ? on : addWorkingDays(on, 1));

function tellAnswered(setting: Setting, n: number, on: LocalDate, ago: number | undefined): DemoFamily {
  const { chance, front } = begin(setting, n, undefined);
  const telling = tellingOf(setting, n, { chance, front, theme: chance.oneOf(themes) }, { size: 1, referredOn: on, isDisabled: false });
  introduce(telling, on);
  decideOn(telling, on, contactOn(telling, on));
  if (ago !== undefined) tellOwedBesides(telling, ago, on);
  return { n, onPlan: 0, inCare: 0, people: telling.children.map(({ person }) => person), entries: telling.entries };
}

const answers = [
  ['advice', 'The caller was told what help there is near them, and whom to ring if it goes on.'],
  ['noFurtherAction', 'The school sees the child daily and has no worry; what was seen has an explanation that holds.'],
  ['earlyHelp', 'The family has asked for help, and the family hub will ring them this week.'],
] as const;

function decideOn(telling: Telling, on: LocalDate, contact: string | undefined): void {
  const { chance, staff } = telling;
  const [decision, reason] = chance.oneOf<readonly [string, string]>(answers);
  const decidedOn = addWorkingDays(on, chance.happens(0.04) ? 3 : chance.happens(0.4) ? 1 : 0);
  const named = contact === undefined ? {} : { contact };
  say(telling, { step: 'contactDecision', on: decidedOn, by: staff.duty, shared: { decidedOn, decision, ...named, reason } });
  tellCaller(telling, decidedOn);
}

/** Whoever rang is told on the day of the decision; of the last fortnight some still wait for it. */
function tellCaller(telling: Telling, toldOn: LocalDate): void {
  const { n, staff, today, entries } = telling;
  const source = entries.find(({ step }) => step === 'contact')?.shared['source'];
  const waits = daysBetween(toldOn, today) <= 2 * week && n % 8 === 0;
  if (waits || isNobodyKnown(source)) return;
  const told = isProfessional(source) ? 'outcome' : 'received';
  say(telling, { step: 'outcomeToReferrer', on: toldOn, by: staff.duty, shared: { toldOn, told, how: 'By telephone' } });
}
