import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { bodyMeetingDue } from './body-limits.ts';
import { configurationOf, configurationTitles } from './configurations.ts';
import { mayMakeBodies } from './readers.ts';

/** How a body is made up from a day on: under which law, what it is for, where, how often it meets. The last one stands until the next. */
export const bodyConstitution = defineStep({
  name: 'bodyConstitution',
  title: 'Constitution',
  law: 'Children Act 2004 ss16E–16L; until 28 September 2019 ss13–16: Local Safeguarding Children Boards',
  file: 'body',
  fields: {
    from: date('From', { required: 'Who was answerable on a day is told by it' }),
    configuration: code('What it is', configurationTitles, {
      required: 'What the law asks of it, and who must sit on it, follows from that',
    }),
    purpose: text('What it is for', { lines: 3 }),
    area: text('Area: postcode districts', {
      longest: 300,
      pattern: /^\s*[a-z]{1,2}\d[a-z\d]?(\s*,\s*[a-z]{1,2}\d[a-z\d]?)*\s*$/i,
      patternSays: 'must be postcode districts with commas between them, such as OX1, OX2',
      hint: 'Of a panel: such as OX1, OX2. Blank: the teams of its area, or everywhere',
    }),
    teamsOf: text('Area: the teams of', { longest: 100, hint: 'Of a panel: the area as teams are listed, such as North' }),
    meetsEveryMonths: code(
      'It meets',
      { one: 'every month', two: 'every two months', three: 'every three months', six: 'every six months' },
      { hint: 'Blank: every three months' },
    ),
  },
  happenedOn: (answers) => answers.from,
  timescales: [bodyMeetingDue],
  may: mayMakeBodies,
  summary: ({ configuration, area, teamsOf }) =>
    `${configurationTitles[configuration]}${area === undefined && teamsOf === undefined ? '' : `, of ${teamsOf ?? area}`}`,
  decide: (_history, { from, configuration }, today) => {
    const { from: since, to, title } = configurationOf(configuration) ?? {};
    const isOutside = (since !== undefined && from < since) || (to !== undefined && from > to);
    return [
      ...notAhead({ field: 'from', what: 'The first day', on: from }, today),
      ...(isOutside
        ? [
            {
              field: 'from',
              message: `${formatDate(from)} is outside the time of a ${title}: ${since === undefined ? '' : formatDate(since)} to ${to === undefined ? 'today' : formatDate(to)}`,
            },
          ]
        : []),
    ];
  },
  examples: {
    'three partners': {
      from: literal('2024-12-01'),
      configuration: 'safeguardingPartners',
      purpose: 'To see that every child is safe, and that each agency does its part.',
      meetsEveryMonths: 'three',
    },
    'board of 2009': { from: literal('2009-01-05'), configuration: 'localSafeguardingChildrenBoard', meetsEveryMonths: 'two' },
    'a panel by postcode': { from: literal('2025-01-06'), configuration: 'panel', area: 'OX15, OX16, OX17', meetsEveryMonths: 'two' },
    'a panel by teams': { from: literal('2025-01-06'), configuration: 'panel', teamsOf: 'North' },
    'a sub-group': { from: literal('2025-01-06'), configuration: 'subGroup', purpose: 'Monitoring and evaluation' },
  },
});

/** The constitution that stands. */
export const constitutionOf = (history: History) => allOf(bodyConstitution, history).at(-1)?.answers;
