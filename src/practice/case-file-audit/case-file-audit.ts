import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { auditGrades, standards } from './grades.ts';

export const verdicts = {
  confirmed: 'Confirmed by the narrative',
  disputed: 'Disputed: the narrative says otherwise',
  cannotTell: 'Cannot be told',
} as const;
export const spokenWith = { practitioner: 'The practitioner', child: 'The child', parent: 'A parent', carer: 'A carer' } as const;
const notSafe = ({ safe }: { readonly safe?: unknown }): boolean => safe === false;

/** One audit of one child's record, in the auditor's own file. Whether the child is safe is asked before any grade, and told to the manager at once. */
export const caseFileAudit = defineStep({
  name: 'caseFileAudit',
  title: 'Audit of a case file',
  law: 'Children Act 2004 s11; Working Together 2023: the effectiveness of practice is scrutinised',
  file: 'caseAudit',
  fields: {
    auditedOn: date('Date of the audit', { required: 'What the record said is asked as known on it' }),
    child: link('Child', 'person', { required: 'An audit is of one child' }),
    safe: yesNo('Is the child safe today, as far as the record shows?', {
      required: 'A child who is not safe goes to the manager today, before any grade',
      neverPrefilled: true,
    }),
    manager: link('Which manager is told, at once', 'member', { askedWhen: notSafe }),
    worry: text('Why the child may not be safe', {
      lines: 3,
      askedWhen: notSafe,
      neverPrefilled: true,
      hint: 'Goes to the child’s record and to the manager now',
    }),
    standards: rows(
      'Standard by standard',
      {
        standard: code('Standard', standards),
        recordSays: text('What the record says', { lines: 2 }),
        verdict: code('The auditor finds', verdicts, { neverPrefilled: true }),
        why: text('From what', { lines: 2, neverPrefilled: true }),
      },
      { line: 'Standard', shown: Object.keys(standards).length },
    ),
    spokenWith: codes('With whom the auditor spoke', spokenWith, {
      hint: 'The practitioner always; the child, a parent or a carer where it is right for them',
      neverPrefilled: true,
    }),
    heard: text('What they said', { lines: 3, neverPrefilled: true }),
    strengths: text('Strengths', { lines: 3, neverPrefilled: true }),
    grade: code('Grade', auditGrades, { neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.auditedOn,
  offers: (_history, today) => ({ auditedOn: { value: today } }),
  elsewhere: ({ worry, ...here }) => ({
    here,
    there: here.safe
      ? []
      : [
          {
            person: here.child,
            step: 'childFoundUnsafe',
            answers: {
              foundOn: here.auditedOn,
              ...(here.manager === undefined ? {} : { manager: here.manager }),
              worry: worry ?? 'Found in an audit: ask the auditor',
            },
          },
        ],
  }),
  may: { record: ['headOfService', 'reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ grade, safe, manager }) =>
    `Audit${safe ? '' : `: child not safe, ${manager === undefined ? 'no manager named' : 'manager told'}`}${grade === undefined ? '' : `: ${auditGrades[grade].toLowerCase()}`}`,
  decide: (_history, { auditedOn }, today) => notAhead({ field: 'auditedOn', what: 'The date of the audit', on: auditedOn }, today),
  examples: {
    good: {
      auditedOn: literal('2026-05-07'),
      child: '33333333-3333-4333-8333-333333333333',
      safe: true,
      standards: [
        {
          standard: 'seen',
          recordSays: 'Seen alone 6 of 7 times',
          verdict: 'disputed',
          why: 'Twice "alone" was in the car with his brother',
        },
      ],
      spokenWith: ['practitioner', 'child'],
      heard: 'She says that the worker listens, and that nobody asked her about the car.',
      strengths: 'The worker went back when the story did not fit.',
      grade: 'good',
    },
    'not safe': {
      auditedOn: literal('2026-05-07'),
      child: '33333333-3333-4333-8333-333333333333',
      safe: false,
      manager: '11111111-1111-4111-8111-111111111111',
      worry: 'Nobody knows where he has slept since Monday.',
    },
    'not safe, and nobody is named': { auditedOn: literal('2026-05-07'), child: '33333333-3333-4333-8333-333333333333', safe: false },
  },
});
