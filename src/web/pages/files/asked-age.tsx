import type { FastifyRequest } from 'fastify';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/text-input.tsx';
import { givenForm, one } from '../../request.ts';

/** For a child of which age somebody looks for a home, as a page is asked. */
export type AskedAge = { readonly asked: string; readonly age: number | undefined; readonly problem: string | undefined };

/** The age in the address; nothing given, and what is no age of a child, is none. */
export function askedAge(request: FastifyRequest): AskedAge {
  const asked = one(givenForm(request.query), 'age').trim();
  const age = /^\d{1,2}$/.test(asked) && Number(asked) < 18 ? Number(asked) : undefined;
  const problem = asked === '' || age !== undefined ? undefined : `"${asked}" is not the age of a child: enter whole years, from 0 to 17`;
  return { asked, age, problem };
}

export const AgeForm = ({ action, label, asked, problem }: Omit<AskedAge, 'age'> & { readonly action: string; readonly label: string }) => (
  <form method="get" action={action} noValidate>
    <Input
      name="age"
      label={{ text: label }}
      value={asked}
      inputmode="numeric"
      classes="govuk-input--width-2"
      errorMessage={problem === undefined ? undefined : { text: problem }}
    />
    <Button text="Look" />
  </form>
);
