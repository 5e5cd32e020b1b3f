import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createFailedSignIns } from '../../failed-sign-ins.ts';
import type { Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, safeNext, sendPage } from '../../request.ts';
import { cookieNames, cookieOptions, Refusal } from '../../session.ts';
import { SignInPage } from './page.tsx';

const closedToday = 'Your account is not open today. A head of service says from and until when an inspector is let in';

export function addSignIn(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const names = cookieNames(parts.https ?? false);
  const options = cookieOptions(parts.https ?? false);

  const page = async (request: FastifyRequest, next: string, problem?: string) => (
    <SignInPage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      next={next}
      people={parts.demonstration ? await parts.members.demonstrationPeople() : undefined}
      wanted={{ find: one(givenForm(request.query), 'find'), role: one(givenForm(request.query), 'role') }}
      ended={one(givenForm(request.query), 'ended')}
      problem={problem}
      email={one(givenForm(request.body), 'email')}
    />
  );

  server.get('/sign-in', { config: { open: true } }, async (request, reply) => {
    const next = safeNext(one(givenForm(request.query), 'next'));
    return request.who === undefined ? sendPage(reply, await page(request, next)) : reply.redirect(next, 303);
  });

  const failures = createFailedSignIns(parts.now);
  const signInByPassword = async (address: string, email: string, password: string): Promise<string | undefined> => {
    const token = await parts.members.signInByPassword(email, password);
    failures[token === undefined ? 'failed' : 'succeeded'](address, email);
    return token;
  };

  server.post('/sign-in', { config: { open: true } }, async (request, reply) => {
    const form = givenForm(request.body);
    const next = safeNext(one(form, 'next'));
    const email = one(form, 'email');
    if (!parts.demonstration && failures.isTooMany(request.ip, email))
      return sendPage(reply, await page(request, next, 'Too many wrong passwords. Wait a few minutes, then try again'), 429);
    const token = parts.demonstration
      ? await signInDemonstrationPerson(parts, one(form, 'person'))
      : await signInByPassword(request.ip, email, one(form, 'password'));
    if (token === undefined) return sendPage(reply, await page(request, next, 'The email address or the password is not right'), 400);
    if (request.who !== undefined) await parts.members.signOut(request.who.token);
    const signedIn = await parts.members.sessionOf(token);
    // Known only to whoever has given the right password: an inspector before their weeks, or after them.
    if (signedIn === undefined) return sendPage(reply, await page(request, next, closedToday), 403);
    reply.setCookie(names.session, token, options);
    const key = request.cookies[names.kept];
    const kept = key === undefined ? undefined : memory.keptFor(key, signedIn.session.actor);
    if (kept === undefined) return reply.redirect(next, 303);
    return reply.clearCookie(names.kept, options).redirect(`${kept.path}?kept=${key}`, 303);
  });

  server.post('/sign-out', async (request, reply) => {
    if (request.who !== undefined) {
      await parts.members.signOut(request.who.token);
      memory.end(request.who.token);
    }
    return reply.clearCookie(names.session, options).clearCookie(names.kept, options).redirect('/sign-in', 303);
  });
}

async function signInDemonstrationPerson(parts: WebParts, chosen: string): Promise<string> {
  const person = (await parts.members.demonstrationPeople()).find(({ memberId }) => memberId === chosen);
  if (person === undefined) throw new Refusal(400, 'Choose one of the people listed.');
  return parts.members.signIn(person.authority, person.memberId);
}
