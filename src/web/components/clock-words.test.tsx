import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { Clock } from '../../kernel/step/clock.ts';
import { ClockWords } from './clock-words.tsx';

const clock: Clock = {
  rule: 'initialConference',
  version: 'Working Together 2010',
  startedBy: 'e1',
  startedOn: date('2026-03-04'),
  dueOn: date('2026-03-25'),
  endedBecause: 'the section 47 enquiry led to no conference',
  notInSource: false,
};
const known = { today: date('2026-05-01'), at: new Date('2026-05-01T12:00:00Z') };
const words = (of: Partial<Clock>): string => render(<ClockWords clock={{ ...clock, ...of }} known={known} />);

describe('a limit that ended', () => {
  it('in time is said to have ended, and why', () => {
    expect(words({ endedOn: date('2026-03-16') })).toContain('ended 16 Mar 2026: the section 47 enquiry led to no conference</span>');
    expect(words({ endedOn: date('2026-03-25') })).not.toContain('not done');
  });
  it('after its day is said to have passed: what ended it does not undo that', () =>
    expect(words({ endedOn: date('2026-04-10') })).toContain('it was due 25 Mar 2026, and by then not done'));
  it('of which the source could not say is not said to have passed', () =>
    expect(words({ endedOn: date('2026-04-10'), notInSource: true })).not.toContain('not done'));
});
