import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { Answers } from '../../kernel/field/field.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import { offerLink, type Offer } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';
import { reportsToWeigh, unanswered } from './reported.ts';

const which = { first: 'The first', second: 'The second', third: 'The third', fourth: 'The fourth' } as const;
const sides = { for: 'For it', against: 'Against it' } as const;
/** What somebody saw is not what somebody says, and neither is what somebody thinks. */
const kinds = {
  fact: 'Fact: seen, measured or documented',
  report: 'Report: somebody says so',
  opinion: 'Opinion: somebody thinks so',
} as const;
const reliabilities = {
  firm: 'Firm: two sources that do not know of each other, or a document',
  likely: 'Likely: one source, known to be sound',
  doubtful: 'Doubtful: second hand, or with an interest in it',
  unknown: 'Cannot be judged',
} as const;

const unknownColumns = {
  what: text('What we do not know', { lines: 2, required: 'What is not known is said, so that it is asked' }),
  how: text('How it will be found out, by whom and by when', { lines: 2 }),
} as const;
type Unknown = Answers<typeof unknownColumns>;
const isUnknown = (row: unknown): row is Unknown =>
  typeof row === 'object' && row !== null && 'what' in row && typeof row.what === 'string';

/** What was not known last time stands there until somebody takes it out. */
function stillUnknown(history: History): Offer<readonly Unknown[]> | undefined {
  const from = history.findLast(({ step, answers }) => step === 'explanations' && Array.isArray(answers['unknown']));
  const lines: readonly unknown[] = Array.isArray(from?.answers['unknown']) ? from.answers['unknown'] : [];
  return from && { value: lines.filter(isUnknown), from };
}

/**
 * Respectful uncertainty: more than one explanation, what speaks for and against each with where it comes from, what nobody knows yet, and what would change
 * our mind. Weighed again, it stands beside what was thought before: whoever changed their mind can be seen to have done so.
 */
export const explanations = defineStep({
  name: 'explanations',
  title: 'Explanations weighed',
  law: 'Working Together 2023, chapter 3: analysis that tests other explanations; Children Act 1989 s47',
  fields: {
    weighedOn: date('Date', { required: 'What became known later was not weighed' }),
    of: link('For which assessment, enquiry or review', 'entry', { hint: 'Leave empty for the one that is under way' }),
    competing: rows(
      'What could explain it',
      {
        explanation: text('Explanation', { lines: 2, required: 'An explanation that is not said cannot be tested', neverPrefilled: true }),
      },
      { line: 'Explanation', hint: 'At least two: also the one that nobody likes', neverPrefilled: true },
    ),
    evidence: rows(
      'What speaks for and against each',
      {
        explanation: code('Which explanation', which, { neverPrefilled: true }),
        side: code('It speaks', sides, { neverPrefilled: true }),
        what: text('What', { lines: 2, required: 'Evidence is something that somebody can look up or ask about' }),
        entry: link('Entry it comes from', 'entry'),
        kind: code('Kind', kinds),
        reliability: code('How far it can be relied on', reliabilities, { neverPrefilled: true }),
      },
      { line: 'Evidence', hint: 'What was reported stands there: weigh it, or take it out' },
    ),
    unknown: rows('What is not known', unknownColumns, { line: 'Question' }),
  },
  each: { wouldChange: text('What would change our mind about this child', { lines: 3, neverPrefilled: true }) },
  happenedOn: (answers) => answers.weighedOn,
  offers: (history, today) => {
    const from = history.findLast(({ step }) => step === 'childAndFamilyAssessment' || step === 'section47Enquiry');
    return {
      weighedOn: { value: today },
      of: offerLink(from),
      unknown: stillUnknown(history) ?? unanswered(history),
      evidence: reportsToWeigh(history),
    };
  },
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: ({ competing, unknown }) =>
    `Explanations weighed${competing === undefined ? '' : `: ${competing.length}`}${unknown === undefined ? '' : `; not known: ${unknown.length}`}`,
  decide: (history, { weighedOn }, today) => {
    const day = { field: 'weighedOn', what: 'The date', on: weighedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'a burn': {
      weighedOn: literal('2026-04-10'),
      competing: [{ explanation: 'She fell against the heater, alone in the room.' }, { explanation: 'Somebody held her arm to it.' }],
      evidence: [
        {
          explanation: 'first',
          side: 'for',
          what: 'She says so, to two people who do not know each other',
          kind: 'report',
          reliability: 'likely',
        },
        {
          explanation: 'first',
          side: 'against',
          what: 'The edge is sharp, without a splash or drag',
          kind: 'opinion',
          reliability: 'likely',
        },
        { explanation: 'second', side: 'for', what: 'The mark is as wide as the bar of the heater', kind: 'fact', reliability: 'firm' },
      ],
      unknown: [{ what: 'Who was at home at six', how: 'The aunt is asked by the social worker before Friday' }],
      wouldChange: 'A doctor who says that a fall leaves such an edge.',
    },
  },
});
