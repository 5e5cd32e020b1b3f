import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { decimal, link } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { grades } from './grades.ts';

/** The posts of a team from a day on, until they are said anew: the whole of them. What is filled is told by the staff’s own employment, and what is vacant by both. */
export const teamPosts = defineStep({
  name: 'teamPosts',
  title: 'Posts of a team',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 2: workforce planning; Children Act 1989 s83 (workforce census): vacancies',
  file: 'workforce',
  fields: {
    from: date('From', { required: 'Vacancies are counted as they were on a day' }),
    team: link('Team', 'team', { required: 'Posts are a team’s' }),
    posts: rows(
      'Posts, as full-time equivalents',
      {
        grade: code('Grade', grades, { required: 'A vacancy is of a grade' }),
        fte: decimal('Full-time posts', { required: 'How many, as full-time equivalents' }),
      },
      {
        line: 'Post',
        shown: 3,
        hint: 'All posts of the team that are paid for, filled or not. Newly qualified workers fill posts of social workers',
      },
    ),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  may: { record: ['headOfService'], read: [...practitionersAndLeads, 'performanceAnalyst'] },
  summary: ({ posts = [] }) => `Posts: ${Math.round(posts.reduce((sum, { fte }) => sum + fte, 0) * 10) / 10} full-time equivalents`,
  decide: (_history, { from, posts = [] }, today) => [
    ...notAhead({ field: 'from', what: 'The first day', on: from }, today),
    ...(new Set(posts.map(({ grade }) => grade)).size < posts.length
      ? [{ field: 'posts', message: 'A grade is named twice: put both lines into one' }]
      : []),
  ],
  examples: {
    'six social workers and a manager': {
      from: literal('2026-04-01'),
      team: '22222222-2222-4222-8222-222222222222',
      posts: [
        { grade: 'manager', fte: 1 },
        { grade: 'socialWorker', fte: 4.5 },
        { grade: 'advanced', fte: 1.5 },
      ],
    },
    'a team that was closed': { from: literal('2026-04-01'), team: '22222222-2222-4222-8222-222222222222' },
  },
});
