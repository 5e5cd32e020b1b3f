import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { stepNamed } from '../../practice/pathway.ts';
import { contactMinutesOf } from './direct-contact.ts';
import { lagOf } from './lag.ts';
import { createMeter, nothing } from './recording-meter.ts';
import { stepFigures, unreadQuestions, weekFigures } from './told-figures.ts';

const place = { authority: 1, team: 'north', step: 'visit', wording: '00' };

describe('the meter', () => {
  it('adds at once to the sum of a team, a week, a step and its wording, and gives it away once', () => {
    const meter = createMeter();
    meter.add(place, date('2026-11-23'), { seconds: 30, sittings: 1 });
    meter.add(place, date('2026-11-29'), { seconds: 12, forms: 1 });
    meter.add({ ...place, team: undefined }, date('2026-11-23'), { seconds: 5 });
    meter.add(place, date('2026-11-30'), { seconds: 7 });
    meter.add({ ...place, authority: 2 }, date('2026-11-23'), { seconds: 9 });
    const taken = meter.take();
    expect(taken.get(1)?.map(({ week, team, seconds, forms }) => [week, team, seconds, forms])).toEqual([
      ['2026-11-23', 'north', 42, 1],
      ['2026-11-23', undefined, 5, 0],
      ['2026-11-30', 'north', 7, 0],
    ]);
    expect(taken.get(2)?.map(({ seconds }) => seconds)).toEqual([9]);
    expect(meter.take().size).toBe(0);
  });
  it('holds nothing but the names of what it sums: no person, no entry, no instant', () => {
    const meter = createMeter();
    meter.add(place, date('2026-11-23'), { seconds: 30 });
    expect(Object.keys(meter.take().get(1)?.[0] ?? {}).sort()).toEqual([...Object.keys(nothing), 'step', 'team', 'week', 'wording'].sort());
  });
});

it('days late are those of what is of a day: a visit, and not who somebody is', () => {
  const lag = (name: string, on: string) => {
    const step = stepNamed(name);
    return step && lagOf(step, date(on), date('2026-11-27'));
  };
  expect(lag('visit', '2026-11-26')).toEqual({ dated: 1, lagDays: 1, prompt: 1 });
  expect(lag('visit', '2026-11-20')).toEqual({ dated: 1, lagDays: 7, prompt: 0 });
  expect(lag('visit', '2020-01-01')).toEqual({ dated: 1, lagDays: 365, prompt: 0 });
  expect(lag('personDetails', '2015-02-01')).toEqual({ dated: 0, lagDays: 0, prompt: 0 });
});

describe('what is told of it', () => {
  const cost = { ...nothing, forms: 10, shown: 200, answered: 150, mandatory: 40, prefilled: 100, corrected: 5, rekeyed: 3, seconds: 5400 };
  it('of a week: hours, and means of its entries', () => {
    const week = {
      ...cost,
      week: date('2026-11-23'),
      team: undefined,
      people: 6,
      sittings: 14,
      dated: 10,
      lagDays: 12,
      prompt: 9,
      contactMinutes: 480,
    };
    expect(weekFigures(week)).toEqual({
      recordingHours: 1.5,
      contactHours: 8,
      minutesPerForm: 9,
      sittingsPerForm: 1.4,
      lagDays: 1.2,
      prompt: 90,
    });
  });
  it('of a form: what it shows, and how much of that is answered, filled in, put right and typed again', () => {
    expect(stepFigures(cost)).toEqual({ shown: 20, mandatory: 4, answered: 75, prefilled: 50, corrected: 5, rekeyed: 0.3, minutes: 9 });
    expect(stepFigures(nothing).answered).toBeUndefined();
  });
  it('of questions: those most of whose answers nobody read, and of few answers nothing', () => {
    const asked = (field: string, answers: number, unread: number) => ({ week: date('2026-07-06'), step: 'visit', field, answers, unread });
    const told = unreadQuestions([asked('read', 40, 20), asked('few', 19, 19), asked('half', 40, 21), asked('never', 30, 30)]);
    expect(told.map(({ field }) => field)).toEqual(['never', 'half']);
  });
  it('direct contact is an hour for each step that is one, and each of these is a step', () => {
    expect(contactMinutesOf('visit')).toBe(60);
    expect(contactMinutesOf('referral')).toBe(0);
    for (const step of [
      'coreGroupMeeting',
      'familyGroupMeeting',
      'lookedAfterReview',
      'preProceedingsMeeting',
      'familyHelpReview',
      'pathwayPlanReview',
      'careLeaverContact',
      'returnHomeInterview',
    ])
      expect([step, stepNamed(step)?.name, contactMinutesOf(step)]).toEqual([step, step, 60]);
  });
});
