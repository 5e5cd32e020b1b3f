import type { LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { managerOn, say, type Telling } from '../telling.ts';
import { conferenceReasons, enquiryReasons } from '../words/decisions.ts';
import { notInitiated } from '../words/themes.ts';

/** A strategy discussion that does not lead to enquiries. */
export function discussOnly(telling: Telling, heldOn: LocalDate): void {
  say(telling, {
    step: 'strategyDiscussion',
    on: heldOn,
    by: managerOn(telling, heldOn),
    shared: { heldOn, enquiriesInitiated: false, decision: telling.turn(notInitiated) },
  });
}

/** The discussion that starts enquiries, and the enquiry. @returns the discussion's entry */
export function enquire(telling: Telling, heldOn: LocalDate): string | undefined {
  const others = ['education', 'referrer', 'other'].filter((_, n) => (telling.n + n) % 3 === 0);
  const discussion = say(telling, {
    step: 'strategyDiscussion',
    on: heldOn,
    by: managerOn(telling, heldOn),
    shared: {
      heldOn,
      enquiriesInitiated: true,
      tookPart: ['socialCare', 'police', 'health', ...others],
      decision: telling.turn(telling.theme.discussions),
    },
  });
  say(telling, { step: 'section47Enquiry', on: heldOn, shared: { startedOn: heldOn } });
  return discussion;
}

/** The enquiry is over some days later; a conference follows, or none is needed. */
export function concludeEnquiry(telling: Telling, discussedOn: LocalDate, outcome: keyof typeof enquiryReasons): void {
  const concludedOn = addWorkingDays(discussedOn, 4 + (telling.n % 5));
  const shared = {
    concludedOn,
    outcome: outcome === 'takenIntoCare' ? 'noContinuingRisk' : outcome,
    reason: telling.turn(enquiryReasons[outcome]),
  };
  say(telling, { step: 'section47Outcome', on: concludedOn, by: managerOn(telling, concludedOn), shared });
}

export type Conference = {
  readonly heldOn: LocalDate;
  readonly outcome: 'planMade' | 'noPlan';
  readonly discussion: string | undefined;
  readonly isLate: boolean;
};

export function confer(telling: Telling, { heldOn, outcome, discussion, isLate }: Conference): void {
  const { reviewer: by, chance, turn } = telling;
  const held = say(telling, { step: 'initialConference', on: heldOn, by, shared: { heldOn, outcome } });
  if (held !== undefined && isLate && discussion !== undefined && chance.happens(0.65))
    say(telling, {
      step: 'lateReason',
      on: heldOn,
      by,
      shared: { givenOn: heldOn, reason: turn(conferenceReasons), rule: 'initialConference', startedBy: discussion },
    });
}
