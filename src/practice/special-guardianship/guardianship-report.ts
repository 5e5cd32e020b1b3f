import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** The Schedule of 2005, with what SI 2016/111 added: the child’s harm and needs, and the bond and ability of the guardian until 18. */
export const reportMatters = {
  child: 'The child: harm suffered and risk of it, needs now and until 18',
  family: 'The child’s family: parents, brothers and sisters, and contact with them',
  wishes: 'Wishes and feelings of the child, parents and others',
  guardian: 'The guardian: household, health, references, checks',
  bond: 'What the guardian is and was to the child, and how able to bring the child up until 18 and keep them safe',
  authority: 'The authority: its past involvement, and support that is proposed or not, and why',
  medical: 'Summary of the medical adviser',
  implications: 'What an order would mean for the child, parents, guardian and their family',
  merits: 'The merits of special guardianship beside other orders, adoption included',
  recommendation: 'Recommendation on the order, and on contact',
} as const;
type Matter = keyof typeof reportMatters;
const isMatter = (name: string): name is Matter => Object.hasOwn(reportMatters, name);

const recommendations = {
  order: 'Special guardianship order',
  otherOrder: 'Another order',
  noOrder: 'No order',
} as const;

/** The report without which no court makes the order. It deals with everything in the Schedule; what cannot be known it says. */
export const guardianshipReport = defineStep({
  name: 'guardianshipReport',
  title: 'Report to the court on special guardianship',
  law: 'Children Act 1989 s14A(8), (9) and (11); Special Guardianship Regulations 2005 reg 21 and Schedule, as amended by SI 2016/111',
  fields: {
    filedOn: date('Date given to the court', { required: 'Section 14A(11): no order without it' }),
    notice: link('Which notice', 'entry', { hint: 'Leave empty for the last one' }),
    covered: codes('What it deals with', reportMatters, { required: 'Regulation 21: each of these', neverPrefilled: true }),
    recommendation: code('Recommendation', recommendations, { required: 'The Schedule asks for it', neverPrefilled: true }),
    reasons: text('Reasons, and what is recommended on contact and support', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.filedOn,
  offers: (_history, today) => ({ filedOn: { value: today } }),
  among: (history) => history.filter(({ step }) => step === 'guardianshipNotice'),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ recommendation }) => `Report on special guardianship: ${inSentence(recommendations[recommendation])}`,
  decide: (history, { filedOn, covered }, today) => {
    const day = { field: 'filedOn', what: 'The date given to the court', on: filedOn };
    const dealtWith: ReadonlySet<string> = new Set(covered);
    const missing = Object.keys(reportMatters).filter((name) => !dealtWith.has(name));
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'guardianshipNotice', 'the notice was received'),
      ...(missing.length === 0
        ? []
        : [
            {
              field: 'covered',
              message: `What it deals with lacks: ${missing.map((name) => (isMatter(name) ? inSentence(reportMatters[name]) : name)).join('; ')}. The Schedule asks for each, if only to say what cannot be known`,
            },
          ]),
    ];
  },
  dependsOn: ['guardianshipNotice'],
  examples: {
    'for the order': {
      filedOn: literal('2026-04-07'),
      covered: ['child', 'family', 'wishes', 'guardian', 'bond', 'authority', 'medical', 'implications', 'merits', 'recommendation'],
      recommendation: 'order',
      reasons: 'He is settled and safe with her; his mother sees him each month, at her sister’s.',
    },
  },
});
