import type { FastifyInstance, FastifyRequest } from 'fastify';
import { practitioners } from '../../../kernel/step/permission.ts';
import { registerNames } from '../../../practice/pathway.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, parameter, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { RegisterPage, RegistersPage } from './page.tsx';
import { registeredOf } from './registered.ts';

/** Registers of children of whom something is owed besides plans and our own care: of those whom the reader’s lists show. */
export function addRegistersOfChildren(server: FastifyInstance, parts: WebParts): void {
  const read = async (request: FastifyRequest) => {
    mustHold(signedIn(request), practitioners);
    const { today } = asKnown({}, parts.now());
    const children = await parts.record.list(signedIn(request).session, { onRegister: true, runningOn: today });
    return { children, today };
  };

  server.get('/registers', async (request, reply) => {
    const { children, today } = await read(request);
    const counts = registerNames.map((register) => {
      const some = registeredOf(children, register, today);
      return { register, children: some.length, late: some.filter(({ owed }) => owed.some(({ dueOn }) => dueOn < today)).length };
    });
    return sendPage(reply, <RegistersPage frame={frameOf(request, parts)} counts={counts} />);
  });

  server.get('/registers/:register', async (request, reply) => {
    const register = registerNames.find((name) => name === parameter(request, 'register'));
    if (register === undefined) {
      mustHold(signedIn(request), practitioners);
      throw new Refusal(404, 'There is no such register.');
    }
    const { children, today } = await read(request);
    const members = new Map((await parts.members.all(signedIn(request).session)).map(({ id, name }) => [id, name]));
    const titles = new Map(parts.timescales.map(({ rule, title }) => [rule, title]));
    return sendPage(
      reply,
      <RegisterPage
        frame={frameOf(request, parts)}
        register={register}
        today={today}
        children={registeredOf(children, register, today)}
        titleOf={(rule) => titles.get(rule) ?? rule}
        nameOf={(member) => members.get(member) ?? 'Somebody who has left'}
      />,
    );
  });
}
