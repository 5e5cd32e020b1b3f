import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Answers, Fields } from '../../../kernel/field/field.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import { contact } from '../../../practice/front-door/contact.ts';
import { personDetails } from '../../../practice/people/person-details.ts';

/** Who may make a record for somebody who has none. */
export const beginners: readonly Role[] = ['socialWorker', 'teamManager', 'dutyWorker'];

const { firstName, lastName, bornOn, sex } = personDetails.fields;

/** No more than is known when somebody rings. The number of the authority is made here, and the rest is asked when it is known. */
export const childFields = {
  firstName,
  lastName,
  bornOn: { ...bornOn, hint: 'Of an unborn child the day on which it is expected' },
  sex,
} satisfies Fields;
export const ownFields = contact.each;

export type NewChild = {
  readonly person: string;
  readonly answers: Answers<typeof childFields>;
};

/**
 * A number of this authority for a child who has none yet: ten letters and figures, as many as the census takes, made from the id of the person. It is one
 * of a hundred million million; whoever has a system of record that gives numbers corrects it.
 */
export const numberFor = (person: string): string =>
  `N${BigInt(`0x${person.replaceAll('-', '')}`)
    .toString(36)
    .slice(-9)
    .padStart(9, '0')}`.toUpperCase();

/** The details as they are stated; a day ahead is the day on which the child is expected. */
export function detailsOf({ person, answers: { bornOn: day, ...answers } }: NewChild, family: string, today: LocalDate) {
  const birth = day === undefined ? {} : day > today ? { expectedOn: day } : { bornOn: day };
  return { laChildId: numberFor(person), ...answers, ...birth, family };
}

/** Brothers and sisters of one contact share a reference, by which each is found from the others. */
export const familyOf = (first: string): string => `F${numberFor(first).slice(1)}`;

/** Nothing was entered of a child: the lines for brothers and sisters are often empty. */
export const isNobody = ({ answers }: NewChild): boolean => Object.keys(answers).every((name) => name === 'sex');
