import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { everybodyHere } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { months } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';
import { checkedAgencies } from '../front-door/agency-checks.ts';
import { answering } from '../../kernel/step/limit-moments.ts';

export const commentingAgencies = { own: 'Our own staff', ...checkedAgencies } as const;

/** What an agency says of a section. It names no child: a worry about a child is a contact. */
export const procedureComment = defineStep({
  name: 'procedureComment',
  title: 'Comment on the procedures',
  law: 'Working Together 2023, chapter 2: the safeguarding partners keep their arrangements under review with the agencies that work by them',
  file: 'procedures',
  page: 'procedures',
  fields: {
    on: date('Date', { required: 'It is answered within three months of it' }),
    edition: date('Edition', { required: 'A later edition may have met it' }),
    section: text('Section', { longest: 80, required: 'What is said of a whole chapter amends nothing' }),
    agency: code('Which agency says so', commentingAgencies, { required: 'Each agency that works by the procedures is heard' }),
    comment: text('Comment', {
      lines: 4,
      longest: 4000,
      required: 'There is nothing else to answer',
      hint: 'What cannot be done as it is written, what is missing, what works better. No child is named here',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: [
    {
      rule: 'procedureComment',
      version: 'local',
      title: 'Answer to a comment on the procedures',
      limit: months(3),
      starts: [{ step: 'procedureComment' }],
      meets: answering('procedureCommentAnswer', 'comment'),
      endedBy: [],
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: within the quarter, at the next reading of the chapter',
    },
  ],
  may: { record: everybodyHere, read: everybodyHere },
  summary: ({ agency, section, comment }) => `${commentingAgencies[agency]}, on ${section.replaceAll('-', ' ')}: ${comment}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'of a school': {
      on: literal('2026-11-12'),
      edition: literal('2026-11-02'),
      section: 'strategy-discussion',
      agency: 'education',
      comment: 'We are told at nine that a discussion is at ten. Nobody who knows the child can come out of a lesson by then.',
    },
  },
});
