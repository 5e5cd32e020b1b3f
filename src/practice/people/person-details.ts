import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { disabilities, ethnicities, sexes, unknownUpn } from '../../vocabulary/cin.ts';
import { notAhead } from '../checks.ts';
import { longestName } from './named-person.ts';
import { nhsNumberField, notAnNhsNumber } from './nhs-number.ts';

const uniquePupilNumber = {
  pattern: /^[A-Z]\d{11}[0-9A-Z]$/,
  patternSays: 'must be a letter, eleven digits and a digit or letter, for example A123456789123',
} as const;

/** Who the child is. Each entry adds to the ones before; a correction changes one. Sorted at the birth, as the record's first day. */
export const personDetails = defineStep({
  name: 'personDetails',
  title: 'Personal details',
  law: 'Children Act 1989 Sch 2 para 1; Children in need census, modules 1 and 2',
  fields: {
    laChildId: text('Child’s identifier in this authority', {
      required: 'Children in need census: every child is returned under the authority’s own identifier',
      identifies: 'LAchildID',
      returns: { cin: 'LAchildID', ssda903: 'header.CHILD' },
    }),
    firstName: text('First name', { longest: longestName }),
    lastName: text('Last name', { longest: longestName }),
    bornOn: date('Date of birth', { returns: { cin: 'PersonBirthDate', ssda903: 'header.DOB' } }),
    expectedOn: date('Expected date of birth', { hint: 'For an unborn child', returns: { cin: 'ExpectedPersonBirthDate' } }),
    diedOn: date('Date of death', { returns: { cin: 'PersonDeathDate' } }),
    sex: code('Sex', sexes, { returns: { cin: 'Sex', ssda903: 'header.SEX' } }),
    ethnicity: code('Ethnicity', ethnicities, { returns: { cin: 'Ethnicity', ssda903: 'header.ETHNIC' } }),
    disabilities: codes('Disabilities', disabilities, { returns: { cin: 'Disability' } }),
    upn: text('Unique pupil number', { ...uniquePupilNumber, identifies: 'UPN', returns: { cin: 'UPN', ssda903: 'header.UPN' } }),
    formerUpn: text('Former unique pupil number', { ...uniquePupilNumber, returns: { cin: 'FormerUPN' } }),
    upnUnknown: code('Why the unique pupil number is not known', unknownUpn, { returns: { cin: 'UPNunknown' } }),
    nhsNumber: nhsNumberField(),
    mother: yesNo('Is a mother', {
      askedWhen: (answers: SoFar) => answers['sex'] === 'F',
      returns: { ssda903: 'header.MOTHER' },
    }),
    ownChildBornOn: date('Date of birth of her child', {
      askedWhen: (answers: SoFar) => answers['mother'] === true,
      returns: { ssda903: 'header.MC_DOB' },
    }),
    language: text('Language spoken at home, if not English', {
      longest: 60,
      hint: 'For example: Urdu. Whoever works with the child is asked to speak it',
    }),
    family: text('Family', { hint: 'The reference that brothers and sisters share' }),
  },
  happenedOn: (answers) => answers.bornOn ?? answers.expectedOn ?? literal('1900-01-01'),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitionersAndLeads },
  summary: ({ firstName, lastName, bornOn, expectedOn }) => {
    const name = [firstName, lastName].filter((part) => part !== undefined).join(' ');
    const birth =
      bornOn === undefined ? (expectedOn === undefined ? '' : `expected ${formatDate(expectedOn)}`) : `born ${formatDate(bornOn)}`;
    return ['Personal details recorded', name, birth].filter((part) => part !== '').join(', ');
  },
  decide: (_history, { bornOn, diedOn, nhsNumber }, today) => [
    ...notAnNhsNumber(nhsNumber),
    ...notAhead({ field: 'bornOn', what: 'The date of birth', on: bornOn }, today),
    ...notAhead({ field: 'diedOn', what: 'The date of death', on: diedOn }, today),
    ...(bornOn !== undefined && diedOn !== undefined && diedOn < bornOn
      ? [{ field: 'diedOn', message: `The date of death is ${formatDate(diedOn)}, before the birth on ${formatDate(bornOn)}` }]
      : []),
  ],
  carriedBy: { cin: 'ChildIdentifiers', ssda903: 'header' },
  examples: {
    'a child of six': {
      laChildId: '100234',
      firstName: 'Amira',
      lastName: 'Example',
      bornOn: literal('2019-05-14'),
      sex: 'F',
      ethnicity: 'APKN',
      upn: 'A123456789123',
      nhsNumber: '9434765919',
      family: 'F100',
    },
    'an unborn child': { laChildId: '100235', lastName: 'Example', expectedOn: literal('2026-04-02'), family: 'F100' },
  },
});
