import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { bonds, bondsTold, isBond, isOfBlood } from './bonds.ts';
import { notUntilBefore, oneOfBoth } from './named-person.ts';

/** How it is known: a fact that rests on a certificate is not the same as one that was said. */
export const waysOfKnowing = {
  birthCertificate: 'Birth certificate seen',
  marriageCertificate: 'Marriage or civil partnership certificate seen',
  courtOrder: 'Court order seen',
  agencyRecord: 'Another agency’s record',
  saidByThem: 'Said by the person themselves',
  saidByFamily: 'Said by somebody of the family',
  notChecked: 'Not checked',
} as const;

const isOtherThanBlood = ({ bond }: SoFar): boolean => isBond(bond) && !isOfBlood(bond);
/** A couple does not end on a day of its own: the later statement that they are separated or divorced follows. */
const ends = (answers: SoFar): boolean =>
  isOtherThanBlood(answers) && isBond(answers['bond']) && bondsTold[answers['bond']].meaning.kind !== 'couple';

/**
 * What two people are to one another, stated once and about both when both are on record. No words of anybody's own are asked, so
 * that nothing names the other: their name is read from their own record, by those who may know it.
 */
export const relationship = defineStep({
  name: 'relationship',
  title: 'Relationship',
  law: 'Children Act 1989 s1(3), s17 and s22(4); Working Together 2023, chapter 3: the family, its network and who matters in it',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    learntOn: date('Date on which we learnt of it', { required: 'Says what was known to the service, and when' }),
    source: code('How it is known', waysOfKnowing),
  },
  each: {
    relative: link('Who', 'person', { hint: 'Somebody who has a record. Their own record will say it too' }),
    name: text('Name of somebody who has no record', { askedWhen: ({ relative }: SoFar) => relative === undefined }),
    bond: code('What they are to this person', bonds, { required: 'Without it nobody can say who may be told, asked or moved in with' }),
    from: date('Since when', { askedWhen: isOtherThanBlood }),
    until: date('Until when', { askedWhen: ends }),
  },
  happenedOn: (answers) => answers.learntOn,
  offers: (_history, today) => ({ learntOn: { value: today } }),
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ bond, from, until }) => {
    const since = from === undefined ? '' : ` since ${from.slice(0, 4)}`;
    return `Relationship: ${bonds[bond].toLowerCase()}${since}${until === undefined ? '' : ` until ${until.slice(0, 4)}`}`;
  },
  decide: (_history, { relative, name, from, until, learntOn }, today) => [
    ...oneOfBoth({ field: 'relative', person: relative, name }),
    ...notAhead({ field: 'learntOn', what: 'The date on which we learnt of it', on: learntOn }, today),
    ...notAhead({ field: 'from', what: 'The date since when it is so', on: from }, today),
    ...notUntilBefore(from, until),
  ],
  alsoAbout: (person, { relative, bond, from, until }) =>
    relative === undefined
      ? undefined
      : {
          person: relative,
          answers: {
            relative: person,
            bond: bondsTold[bond].inverse,
            ...(from === undefined ? {} : { from }),
            ...(until === undefined ? {} : { until }),
          },
        },
  examples: {
    'her mother': {
      learntOn: literal('2026-03-03'),
      source: 'birthCertificate',
      relative: '33333333-3333-4333-8333-333333333333',
      bond: 'mother',
    },
    'a grandmother without a record': {
      learntOn: literal('2026-03-03'),
      source: 'saidByFamily',
      name: 'Nasreen Example',
      bond: 'maternalGrandmother',
    },
    'a foster carer until last year': {
      learntOn: literal('2026-03-03'),
      source: 'agencyRecord',
      relative: '33333333-3333-4333-8333-333333333333',
      bond: 'fosterCarer',
      from: literal('2024-01-08'),
      until: literal('2025-06-30'),
    },
  },
});
