import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, planOpenOn } from '../checks.ts';

const leadProfessions = {
  socialWorker: 'Social worker',
  familyHelp: 'Family help worker',
  health: 'Health visitor, midwife or nurse',
  education: 'School, nursery or college',
  youthJustice: 'Youth justice worker',
  domesticAbuse: 'Domestic abuse worker',
  substanceMisuse: 'Drug and alcohol worker',
  disability: 'Worker with disabled children',
  voluntary: 'Worker of a voluntary organisation',
} as const;

/** Working Together 2023 leaves who leads under section 17 to skill and to the family; of a child protection plan it is a social worker. */
function socialWorkerOnPlan(
  history: History,
  on: ReturnType<typeof literal>,
  profession: string,
  exception: string | undefined,
): readonly Problem[] {
  return profession !== 'socialWorker' && exception === undefined && planOpenOn(history, on)
    ? [
        {
          field: 'exception',
          message:
            'The child is on a child protection plan, of which the lead practitioner is a social worker (Working Together 2023, chapter 3): enter who agreed to another, and why',
        },
      ]
    : [];
}

/** Whom the family rings. Not an allocation: the lead may be of another agency, and sign in to nothing here. */
export const leadPractitioner = defineStep({
  name: 'leadPractitioner',
  title: 'Lead practitioner',
  law: 'Working Together 2023, chapter 3: a lead practitioner, who need not be a social worker',
  fields: {
    from: date('Since when', { required: 'Says who led, and since when' }),
    profession: code('What they are', leadProfessions, { required: 'Of a child protection plan it is a social worker' }),
    member: link('Who, of our own staff', 'member'),
    name: text('Who, of another agency', { longest: 200, askedWhen: ({ member }: SoFar) => member === undefined }),
    oversight: link('Social work manager who oversees', 'member', {
      hint: 'Working Together: where the lead is not a social worker, a social work qualified manager has oversight of the work',
    }),
    exception: text('If the child is on a protection plan: who agreed to a lead who is not a social worker, and why', { lines: 2 }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['teamManager', 'headOfService', 'socialWorker', 'dutyWorker'], read: practitionersAndLeads },
  summary: ({ profession }) => `Lead practitioner: ${leadProfessions[profession].toLowerCase()}`,
  decide: (history, { from, profession, member, name, exception }, today) => [
    ...notAhead({ field: 'from', what: 'The date since when', on: from }, today),
    ...(member === undefined && name === undefined && history.length > 0
      ? [{ field: 'member', message: 'Choose the lead practitioner, or enter the name of somebody of another agency' }]
      : []),
    ...socialWorkerOnPlan(history, from, profession, exception),
  ],
  dependsOn: ['childProtectionPlan', 'childProtectionPlanEnd'],
  examples: {
    'a health visitor': { from: literal('2026-03-05'), profession: 'health', name: 'Ms Lind, health visitor' },
    'a family help worker of our own': {
      from: literal('2026-03-05'),
      profession: 'familyHelp',
      member: '11111111-1111-4111-8111-111111111111',
      oversight: '22222222-2222-4222-8222-222222222222',
    },
  },
});
