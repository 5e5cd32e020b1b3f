import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays } from '../../kernel/step/timescale.ts';
import { isBefore, notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { checkedAgencies } from './agency-checks.ts';

const answersOfAgencies = {
  came: 'Answered: something is known',
  nothingKnown: 'Answered: nothing is known',
  notReturned: 'Did not answer, and is not waited for',
} as const;

/** Of a request, who was asked; of an answer, who gave it. */
export const agenciesIn = ({ answers }: Statement): readonly string[] =>
  Array.isArray(answers['agencies']) ? answers['agencies'].map(String) : [];

/** The agencies of a request that by the end of an answer had neither answered nor been given up. */
function stillAsked(asked: Statement, history: History, by?: Statement): readonly string[] {
  const answered = new Set(
    statementsOf('agencyCheckAnswer', history)
      .filter((one) => isBefore(asked, one) && (by === undefined || one.entry === by.entry || isBefore(one, by)))
      .flatMap(agenciesIn),
  );
  return agenciesIn(asked).filter((agency) => !answered.has(agency));
}

function lastAnswer(answer: Statement, history: History, start?: Statement): LocalDate | undefined {
  return start === undefined || stillAsked(start, history, answer).length === 0 ? answer.happenedOn : undefined;
}

export const agencyCheckAnswer = defineStep({
  name: 'agencyCheckAnswer',
  title: 'Answer to a multi-agency check',
  law: 'Children Act 2004 ss10–11; Children Act 1989 s27',
  fields: {
    answeredOn: date('Date of the answer', { required: 'Says whether the answers came within the working day' }),
    agencies: codes('Who', checkedAgencies, { required: 'Says which of those asked is no longer waited for' }),
    answer: code('Answer', answersOfAgencies, { required: 'A check that never came back is not a check with nothing found' }),
    known: text('What they know', { lines: 5, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.answeredOn,
  timescales: [
    {
      rule: 'agencyChecks',
      version: 'local',
      title: 'Multi-agency checks answered',
      limit: workingDays(1),
      starts: [{ step: 'agencyChecks' }],
      meets: { step: 'agencyCheckAnswer', on: lastAnswer },
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2013-04-15') },
      announcedOn: literal('2013-04-15'),
      standing: 'local',
      law: 'Local standard: every agency asked answers within one working day, or is said not to have',
    },
  ],
  offers: (_history, today) => ({ answeredOn: { value: today } }),
  togetherWith: 'siblings',
  recordsAtOnce: true,
  may: { record: practitioners, read: practitioners },
  summary: ({ agencies, answer }) =>
    `Check: ${agencies.map((one) => checkedAgencies[one].split(':')[0]).join(', ')}: ${inSentence(answersOfAgencies[answer])}`,
  decide: (history, { answeredOn }, today) => {
    const day = { field: 'answeredOn', what: 'The date of the answer', on: answeredOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'agencyChecks', 'anybody was asked')];
  },
  dependsOn: ['agencyChecks'],
  examples: {
    'the school knows something': {
      answeredOn: literal('2026-03-03'),
      agencies: ['education'],
      answer: 'came',
      known: 'Attendance fell from 96 to 71 per cent since January.',
    },
    'the GP did not answer': { answeredOn: literal('2026-03-03'), agencies: ['health'], answer: 'notReturned' },
  },
});
