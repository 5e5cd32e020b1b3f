import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';
import { chairBefore, peopleOffered, who } from './conference-people.ts';

/** Who is asked to a conference. Written again as reports come and are given to the parents; the conference then begins with it. */
export const conferenceInvitation = defineStep({
  name: 'conferenceInvitation',
  title: 'Invitations to a child protection conference',
  law: 'Working Together 2023, chapter 3: reports are shared with the family before the conference',
  fields: {
    invitedOn: date('Date', { required: 'Says how long before the conference they were asked' }),
    conferenceOn: date('Date of the conference', { hint: 'May lie ahead' }),
    chair: link('In the chair', 'member'),
    people: rows(
      'Who is asked',
      {
        who,
        reportOn: date('Report received on'),
        sharedOn: date('Report given to the parents on'),
      },
      { line: 'Person', shown: 4 },
    ),
  },
  happenedOn: (answers) => answers.invitedOn,
  offers: (history, today) => ({ invitedOn: { value: today }, chair: chairBefore(history), people: peopleOffered(history, today) }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: ({ people = [], conferenceOn }) =>
    `Invited to ${conferenceOn === undefined ? 'a conference' : `the conference of ${formatDate(conferenceOn)}`}: ${people.length}; reports received: ${people.filter(({ reportOn }) => reportOn !== undefined).length}, given to the parents: ${people.filter(({ sharedOn }) => sharedOn !== undefined).length}`,
  decide: (history, { invitedOn }, today) => {
    const day = { field: 'invitedOn', what: 'The date', on: invitedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'to a review': {
      invitedOn: literal('2026-06-04'),
      conferenceOn: literal('2026-06-18'),
      people: [{ who: 'Health visitor: Joan Field', reportOn: literal('2026-06-12'), sharedOn: literal('2026-06-15') }, { who: 'Mother' }],
    },
    'to an initial conference': {
      invitedOn: literal('2026-03-17'),
      conferenceOn: literal('2026-03-24'),
      chair: '33333333-3333-4333-8333-333333333333',
      people: [
        { who: 'Mother' },
        { who: 'Health visitor: Joan Field', reportOn: literal('2026-03-19'), sharedOn: literal('2026-03-20') },
        { who: 'Police officer: DC Hall' },
      ],
    },
  },
});
