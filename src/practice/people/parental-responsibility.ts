import { date as literal, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitioners, practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { lifeOf, notBeforeBirth } from '../checks.ts';
import { notUntilBefore, oneOfBoth } from './named-person.ts';

/** How it is acquired, with the section that gives it. */
export const waysOfAcquiring = {
  motherAtBirth: 'Mother, at the birth (s2)',
  marriedAtBirth: 'Married to, or civil partner of, the mother at the birth (s2)',
  birthRegistration: 'Named on the birth registration (s4(1)(a), s4ZA(1)(a))',
  agreement: 'Parental responsibility agreement (s4(1)(b), s4ZA(1)(b), s4A(1)(a))',
  order: 'Parental responsibility order (s4(1)(c), s4ZA(1)(c), s4A(1)(b))',
  laterMarriage: 'Married the mother after the birth (Legitimacy Act 1976 s2)',
  childArrangements: 'Child arrangements order (s12)',
  specialGuardianship: 'Special guardianship order (s14C)',
  guardianAppointed: 'Appointed guardian after a death (s5)',
  adoption: 'Adoption order (Adoption and Children Act 2002 s46)',
  placedForAdoption: 'Placement for adoption (Adoption and Children Act 2002 s25)',
  parentalOrder: 'Parental order after surrogacy (Human Fertilisation and Embryology Act 2008 s54)',
  careOrder: 'Local authority, care or interim care order (s33, s38)',
  emergencyProtection: 'Emergency protection order (s44)',
} as const;

export const evidenceSeen = {
  birthCertificate: 'Full birth certificate',
  marriageCertificate: 'Marriage or civil partnership certificate',
  agreementForm: 'Agreement registered with the court',
  sealedOrder: 'Sealed court order',
  register: 'Checked with the court or the registrar',
  saidOnly: 'Said, nothing seen',
} as const;

/** Fathers who were not married acquire it by registering the birth since this day, and not before (Adoption and Children Act 2002 s111). */
const registrationCounts = literal('2003-12-01');

/** Who may consent, and must be told: consent is worth what the evidence for it is worth. */
export const parentalResponsibility = defineStep({
  name: 'parentalResponsibility',
  title: 'Parental responsibility',
  law: 'Children Act 1989 ss2–5, 12, 14C, 33 and 44; Adoption and Children Act 2002 ss25, 46 and 111',
  fields: {
    holder: link('Who holds it', 'person', { hint: 'Somebody who has a record' }),
    name: text('Name of a holder who has no record, or the authority', { askedWhen: ({ holder }: SoFar) => holder === undefined }),
    acquired: code('How they acquired it', waysOfAcquiring, {
      required: 'Children Act 1989: whose consent is needed depends on how it was acquired',
    }),
    from: date('Since when', { required: 'A consent counts from the day on which it could be given' }),
    until: date('Until when'),
    evidence: codes('What was seen', evidenceSeen, { required: 'A consent taken from somebody who cannot give it is no consent' }),
  },
  happenedOn: (answers) => answers.from,
  togetherWith: 'siblings',
  may: { record: practitioners, read: practitionersAndLeads },
  summary: ({ acquired, until, evidence }) =>
    `Parental responsibility${until === undefined ? '' : `, until ${formatDate(until)}`}: ${waysOfAcquiring[acquired].toLowerCase()}. ${evidence.includes('saidOnly') ? 'Nothing seen' : 'Evidence seen'}`,
  decide: (history, { holder, name, acquired, from, until }) => [
    ...oneOfBoth({ field: 'holder', person: holder, name }),
    ...notBeforeBirth({ field: 'from', what: 'The date since when it is held', on: from }, history),
    ...notByEarlyRegistration(acquired, from, history),
    ...notUntilBefore(from, until),
  ],
  examples: {
    'her mother': {
      holder: '33333333-3333-4333-8333-333333333333',
      acquired: 'motherAtBirth',
      from: literal('2019-05-14'),
      evidence: ['birthCertificate'],
    },
    'the authority, under a care order': {
      name: 'North County Council',
      acquired: 'careOrder',
      from: literal('2026-02-02'),
      until: literal('2026-08-03'),
      evidence: ['sealedOrder'],
    },
  },
});

function notByEarlyRegistration(acquired: string, from: LocalDate, history: History): readonly Problem[] {
  const registered = lifeOf(history).bornOn ?? from;
  return acquired === 'birthRegistration' && (from < registrationCounts || registered < registrationCounts)
    ? [
        {
          field: 'acquired',
          message: `A birth registered before ${formatDate(registrationCounts)} gave an unmarried father no parental responsibility: choose the agreement, order or marriage by which he has it`,
        },
      ]
    : [];
}
