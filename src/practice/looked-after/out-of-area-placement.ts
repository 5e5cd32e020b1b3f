import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { outOfAreaLimits, outOfAreaParts } from './out-of-area-limits.ts';

/** Who let a child be placed in the area of another authority, and that this authority was told. */
export const outOfAreaPlacement = defineStep({
  name: 'outOfAreaPlacement',
  title: 'Out-of-area placement: approval and notice',
  law: 'Care Planning, Placement and Case Review Regulations 2010 regs 11–13; Children Act 1989 Sch 2 para 19',
  fields: {
    doneOn: date('Date', { required: 'Regulations 11 and 13: before the placement, a notice in an emergency within five working days' }),
    done: codes('What was done', outOfAreaParts, { required: 'Regulations 11 to 13 ask for each' }),
    placement: link('Which placement', 'entry', {
      hint: 'Leave empty for one that begins on that day or within 60 days after it, else the placement of that day',
    }),
  },
  each: {
    reasons: text('Why this placement is the most appropriate one for the child', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.doneOn,
  offers: (_history, today) => ({ doneOn: { value: today } }),
  timescales: outOfAreaLimits,
  among: (history) => statementsOf('placement', history),
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ done }) => `Out-of-area placement: ${done.map((part) => summaries[part]).join(', ')}`,
  decide: (_history, { doneOn }, today) => notAhead({ field: 'doneOn', what: 'The date', on: doneOn }, today),
  examples: {
    'approved, and the authority there told': {
      doneOn: literal('2026-03-02'),
      done: ['approvedByDirector', 'areaAuthorityTold'],
      reasons: 'The only home with the therapy that she needs; her aunt lives ten minutes away.',
    },
  },
});

const summaries = {
  approvedByOfficer: 'approved by the nominated officer',
  approvedByDirector: 'approved by the director',
  areaAuthorityTold: 'the authority there told',
  courtApproved: 'approved by the court',
  holdersApproved: 'approved by everyone with parental responsibility',
  supervisionPlanned: 'how it is supervised is in the care plan',
} as const;
