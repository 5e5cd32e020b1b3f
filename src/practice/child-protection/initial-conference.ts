import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays, type Timescale } from '../../kernel/step/timescale.ts';
import { isBefore, notAhead, notBeforePregnancy, statementsOf } from '../checks.ts';
import { chairBefore, initialColumns, peopleOffered } from './conference-people.ts';
import { reportsInTime, withReports } from './reports-in-time.ts';
import { concludedWithoutConference, enquiryOf, initiated } from './enquiries.ts';

const outcomes = { planMade: 'Child protection plan made', noPlan: 'No child protection plan' } as const;

/** The strategy discussions of one enquiry: since the last conference, up to and including a day. */
function discussionsBefore(day: LocalDate, history: History): readonly Statement[] {
  const conference = statementsOf('initialConference', history).findLast((one) => one.happenedOn < day);
  return statementsOf('strategyDiscussion', history).filter(
    (one) => one.happenedOn <= day && (conference === undefined || one.happenedOn > conference.happenedOn),
  );
}

/** The entry of the start, in the same enquiry, says that no conference is needed: so a census tells it, which carries no outcome. */
function conferenceNotNeeded(discussion: Statement, history: History): boolean {
  const start = enquiryOf(discussion, history)?.find((one) => one.step === 'section47Enquiry' && one.happenedOn >= discussion.happenedOn);
  return start?.answers['conferenceNotRequired'] === true;
}

/** An enquiry counts from itself only where the discussion that started it is not on record, as in a census file. */
function enquiryAlone(enquiry: Statement, history: History): LocalDate | undefined {
  if (enquiry.answers['conferenceNotRequired'] === true) return undefined;
  const earlier = statementsOf('section47Enquiry', history).findLast((one) => one.happenedOn < enquiry.happenedOn);
  const begunByDiscussion = discussionsBefore(enquiry.happenedOn, history).some(
    (one) => initiated(one) && (earlier === undefined || one.happenedOn > earlier.happenedOn),
  );
  return begunByDiscussion ? undefined : enquiry.happenedOn;
}

function theInitiating(discussion: Statement, history: History): LocalDate | undefined {
  return initiated(discussion) && !conferenceNotNeeded(discussion, history) ? discussion.happenedOn : undefined;
}

/** As counted before 17 March 2010: the last discussion before the conference, once enquiries had been started. */
function theLast(discussion: Statement, history: History): LocalDate | undefined {
  const conference = statementsOf('initialConference', history).find((one) => one.happenedOn >= discussion.happenedOn);
  const later = statementsOf('strategyDiscussion', history).some(
    (one) => isBefore(discussion, one) && (conference === undefined || one.happenedOn <= conference.happenedOn),
  );
  const started = discussionsBefore(discussion.happenedOn, history).some(initiated);
  return later || !started || conferenceNotNeeded(discussion, history) ? undefined : discussion.happenedOn;
}

const endsOfEnquiry: Timescale['endedBy'] = [
  { step: 'closure', because: 'case closed' },
  { step: 'section47Outcome', because: 'the section 47 enquiry led to no conference', on: concludedWithoutConference },
];

export const initialConference = defineStep({
  name: 'initialConference',
  title: 'Initial child protection conference',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the initial child protection conference', {
      required: 'Children in need census, and the start of the limits for the core group and the first review',
      returns: { cin: 'DateOfInitialCPC' },
    }),
    chair: link('In the chair', 'member'),
    people: rows('Who was asked, and what each says', initialColumns, { line: 'Person', shown: 4 }),
    quorate: yesNo('Enough agencies came', {
      hint: 'Social care and at least two others. A conference that went ahead all the same is still one',
      neverPrefilled: true,
    }),
  },
  each: {
    childsView: text('What the child said, or somebody for the child', { lines: 3, neverPrefilled: true }),
    danger: text('What makes the child unsafe, and how likely it is to happen again', { lines: 3, neverPrefilled: true }),
    outcome: code('Outcome', outcomes, { neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({ heldOn: { value: today }, chair: chairBefore(history), people: peopleOffered(history, today) }),
  timescales: [
    {
      rule: 'initialConference',
      version: 'Working Together 2010',
      title: 'Initial child protection conference',
      limit: workingDays(15),
      starts: [
        { step: 'strategyDiscussion', on: theInitiating },
        { step: 'section47Enquiry', on: enquiryAlone },
      ],
      meets: { step: 'initialConference' },
      endedBy: endsOfEnquiry,
      reading: 2,
      inForce: { from: literal('2010-03-17') },
      announcedOn: literal('2010-03-17'),
      standing: 'guidance',
      law: 'Working Together 2010 and every edition since: 15 working days from the strategy discussion at which section 47 enquiries were initiated',
    },
    {
      rule: 'initialConference',
      version: 'Working Together 2006',
      title: 'Initial child protection conference',
      limit: workingDays(15),
      starts: [
        { step: 'strategyDiscussion', on: theLast },
        { step: 'section47Enquiry', on: enquiryAlone },
      ],
      meets: { step: 'initialConference' },
      endedBy: endsOfEnquiry,
      reading: 2,
      inForce: { from: literal('2000-01-01'), to: literal('2010-03-16') },
      announcedOn: literal('2000-01-01'),
      standing: 'guidance',
      law: 'Working Together 1999 and 2006: 15 working days from the last strategy discussion',
    },
  ],
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ outcome, heldOn, people }) =>
    withReports(
      `Initial child protection conference${outcome === undefined ? '' : `: ${outcomes[outcome].toLowerCase()}`}`,
      reportsInTime(people, heldOn, 'initial'),
    ),
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the initial child protection conference', on: heldOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  carriedBy: { cin: 'Section47' },
  examples: {
    'plan made': {
      heldOn: literal('2026-03-24'),
      people: [
        { who: 'Health visitor: Joan Field', sharedOn: literal('2026-03-20'), view: 'agrees' },
        { who: 'School: Mark Hill', view: 'dissents', dissent: 'A child in need plan would be enough.' },
      ],
      chair: '33333333-3333-4333-8333-333333333333',
      quorate: true,
      childsView: 'He wants his dad to stop shouting.',
      danger: 'He is hit when his father drinks, most weeks.',
      outcome: 'planMade',
    },
  },
});
