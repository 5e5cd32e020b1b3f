import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { months, until, workingDays, type LimitOf, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { answering, dayIn } from '../../kernel/step/limit-moments.ts';
import { configurationOf } from './configurations.ts';

const local = {
  version: 'local',
  endedBy: [{ step: 'bodyClosed', because: 'the body was closed' }],
  inForce: { from: date('2004-11-15') },
  announcedOn: date('2004-11-15'),
  standing: 'local',
} as const;

const often: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, six: 6 };

/** As often as its constitution of the day says, else every three months. */
const asConstituted: LimitOf = (_start, history, on) => {
  const standing = history.findLast(({ step, happenedOn }) => step === 'bodyConstitution' && happenedOn <= on);
  return months(often[String(standing?.answers['meetsEveryMonths'])] ?? 3);
};

/** The first constitution begins a count; another one does not begin a second. */
const firstConstitution: Moment = {
  step: 'bodyConstitution',
  on: ({ entry, happenedOn }, history) =>
    history.find(({ step }) => step === 'bodyConstitution')?.entry === entry ? happenedOn : undefined,
};

export const bodyMeetingDue: Timescale = {
  ...local,
  rule: 'bodyMeeting',
  title: 'Meeting of the body',
  limit: asConstituted,
  starts: [firstConstitution, { step: 'bodyMeeting' }],
  meets: { step: 'bodyMeeting' },
  law: 'Local standard: as often as its constitution says, else every three months',
};

export const challengeAnswered: Timescale = {
  ...local,
  rule: 'bodyChallenge',
  title: 'Answer to a challenge between agencies',
  limit: workingDays(20),
  starts: [{ step: 'bodyChallenge' }],
  meets: answering('bodyChallengeAnswer', 'challenge'),
  law: 'Local standard: an agency that is challenged answers within 20 working days',
};

export const localIssueAnswered: Timescale = {
  ...local,
  rule: 'localIssue',
  title: 'Answer to an issue that was raised',
  limit: months(3),
  starts: [{ step: 'localIssue' }],
  meets: answering('localIssueAnswer', 'issue'),
  law: 'Local standard: what a panel raises is answered by the next meeting, within three months',
};

/** By September of the year in which the year of the report ends; the report of one year begins the count of the next. */
const reportBy: LimitOf = (start, history) => {
  const by = configurationOf(history.findLast(({ step }) => step === 'bodyConstitution')?.answers['configuration'])?.reportBy;
  const ended = dayIn(start, 'yearEnded');
  const year = ended === undefined ? firstMarchEnd(start.happenedOn) : Number(ended.slice(0, 4)) + 1;
  return by === undefined ? undefined : until(date(`${year}-${by}`));
};

/** In which year the first 31 March falls on or after a day. */
const firstMarchEnd = (on: LocalDate): number => Number(on.slice(0, 4)) + (on.slice(5) > '03-31' ? 1 : 0);

export const reportDue: Timescale = {
  ...local,
  rule: 'bodyReport',
  version: 'Working Together 2023',
  title: 'Yearly report of the partners',
  limit: reportBy,
  starts: [firstConstitution, { step: 'bodyReport' }],
  meets: { step: 'bodyReport' },
  inForce: { from: date('2018-06-29') },
  announcedOn: date('2018-06-29'),
  standing: 'guidance',
  law: 'Children Act 2004 s16G(7): at least once in 12 months; Working Together 2023, chapter 2: by the end of September',
};
