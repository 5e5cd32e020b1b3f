import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { rows } from '../../kernel/field/rows.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { lastGiven } from '../../kernel/step/prefill.ts';
import { defineStep, type Step } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** The areas that the placement plan must say something of. */
export const delegatedMatters = {
  medical: 'Medical and dental treatment',
  education: 'Education',
  leisure: 'Leisure and home life: clubs, sleepovers, haircuts',
  faith: 'Faith and religious observance',
  socialMedia: 'Use of social media, and photographs',
  travel: 'Trips and holidays, here and abroad',
  other: 'Another matter',
} as const;

export const decidesMatter = {
  carer: 'The carer decides',
  carerTells: 'The carer decides and tells the social worker',
  authority: 'The authority decides',
  parent: 'A parent decides',
  child: 'The child decides',
} as const;

const columns = {
  matter: code('Matter', delegatedMatters, { required: 'The carers must know for each what they may decide' }),
  decides: code('Who decides', decidesMatter, { required: 'The carers must know for each what they may decide' }),
  note: text('What exactly, or what not', { longest: 200 }),
};
const fields = {
  decidedOn: date('Date', { required: 'The carers may decide from this day on' }),
  matters: rows('Matter by matter', columns, {
    line: 'Matter',
    shown: 3,
    required: 'Care Planning Regulations 2010 Sch 2 para 4: for each area',
  }),
};

/** Who may decide what of everyday life. Replaces the one before as a whole; a sibling group is told once. */
export const delegatedAuthority: Step<typeof fields> = defineStep({
  name: 'delegatedAuthority',
  title: 'Delegated authority: who decides what',
  law: 'Children Act 1989 s3(5) and s22C; Care Planning, Placement and Case Review Regulations 2010 Sch 2 para 4, as amended in 2013',
  fields,
  happenedOn: (answers) => answers.decidedOn,
  offers: (history, today) => ({ decidedOn: { value: today }, matters: lastGiven(delegatedAuthority, 'matters', history) }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ matters }) => {
    const mayDecide = matters.filter(({ decides }) => decides === 'carer' || decides === 'carerTells').length;
    return `Delegated authority: the carers decide ${mayDecide} of ${matters.length} matters`;
  },
  decide: (_history, { decidedOn }, today) => notAhead({ field: 'decidedOn', what: 'The date', on: decidedOn }, today),
  examples: {
    'with foster carers': {
      decidedOn: literal('2026-01-13'),
      matters: [
        { matter: 'leisure', decides: 'carer', note: 'Sleepovers with school friends whose parents they know' },
        { matter: 'medical', decides: 'carerTells', note: 'Anything but an operation' },
        { matter: 'travel', decides: 'authority', note: 'Abroad; her mother is asked too' },
      ],
    },
  },
});
