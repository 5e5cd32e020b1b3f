import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { notUntilBefore } from './named-person.ts';

export const professionalRoles = {
  midwife: 'Midwife',
  healthVisitor: 'Health visitor',
  schoolNurse: 'School nurse',
  generalPractitioner: 'GP',
  paediatrician: 'Paediatrician',
  mentalHealth: 'Mental health worker',
  teacher: 'Teacher or tutor',
  safeguardingLead: 'Designated safeguarding lead at school or nursery',
  earlyYears: 'Nursery or childminder',
  familyHelp: 'Family help worker',
  police: 'Police officer',
  probation: 'Probation officer',
  youthJustice: 'Youth justice worker',
  substanceMisuse: 'Drug and alcohol worker',
  domesticAbuse: 'Independent domestic violence adviser',
  housing: 'Housing officer',
  guardian: 'Children’s guardian (Cafcass)',
  solicitor: 'Solicitor',
  advocate: 'Advocate or independent visitor',
  other: 'Somebody else',
} as const;

/** A professional around the child: who is rung, invited and told. A later entry about the same name replaces the earlier. */
export const professional = defineStep({
  name: 'professional',
  title: 'Professional around the child',
  law: 'Children Act 2004 ss10–11; Working Together 2023, chapter 2: the agencies that work with the child',
  about: 'anybody',
  fields: {
    name: text('Name', { required: 'Whoever is on duty tonight must be able to ask for them by name' }),
    role: code('What they do', professionalRoles, { required: 'Says whom a conference or a strategy discussion must invite' }),
    agency: text('Agency, school or surgery'),
    contact: text('How to reach them', { hint: 'Telephone and e-mail' }),
  },
  each: {
    from: date('Involved since', { required: 'Says who knew the child, and when' }),
    until: date('Involved until', { hint: 'Only if they no longer are' }),
  },
  happenedOn: (answers) => answers.from,
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ name, role, agency, until }) =>
    `${professionalRoles[role]}: ${name}${agency === undefined ? '' : `, ${agency}`}${until === undefined ? '' : `, until ${formatDate(until)}`}`,
  decide: (_history, { from, until }, today) => [
    ...notAhead({ field: 'from', what: 'The date since when they are involved', on: from }, today),
    ...notUntilBefore(from, until),
  ],
  examples: {
    'a health visitor': {
      name: 'Joan Field',
      role: 'healthVisitor',
      agency: 'Riverside Health Centre',
      contact: '01632 960200',
      from: literal('2024-04-02'),
    },
    'a teacher who left': {
      name: 'Mark Hill',
      role: 'teacher',
      agency: 'St Anne’s Primary',
      from: literal('2023-09-04'),
      until: literal('2025-07-18'),
    },
  },
});

/** The professionals around the child on a day, each as last recorded: whoever was recorded last stands last. */
export const professionalsOn = (history: History, on: string) =>
  allOf(professional, history).filter(
    (one, _n, all) =>
      (one.answers.until === undefined || one.answers.until >= on) &&
      one === all.findLast(({ answers }) => answers.name === one.answers.name),
  );
