import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { createFailedSignIns } from '../../failed-sign-ins.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { problemsWith } from './new-password.ts';
import { NoPasswordPage, PasswordPage } from './page.tsx';

/** Each try works a processor for a tenth of a second. */
const rateLimit = { max: 12, timeWindow: '1 minute' };

const refusals = {
  wrong: { field: 'current', message: 'The password you have now is not right' },
  none: { field: 'current', message: 'You sign in without a password, so that there is none to change' },
  tooMany: { field: 'current', message: 'Too many wrong passwords. Wait a few minutes, then try again' },
} as const;

export function addPassword(server: FastifyInstance, parts: WebParts): void {
  const failures = createFailedSignIns(parts.now);
  const show = (request: FastifyRequest, reply: FastifyReply, problems: readonly Problem[], status: number): FastifyReply =>
    sendPage(reply, <PasswordPage frame={frameOf(request, parts)} csrf={request.csrf} problems={problems} />, status);

  server.get('/password', async (request, reply) => {
    const frame = frameOf(request, parts);
    if (parts.demonstration) return sendPage(reply, <NoPasswordPage frame={frame} />);
    const isChanged = one(givenForm(request.query), 'changed') !== '';
    return sendPage(reply, <PasswordPage frame={frame} csrf={request.csrf} isChanged={isChanged} />);
  });

  server.post('/password', { config: { rateLimit } }, async (request, reply) => {
    const who = signedIn(request);
    if (parts.demonstration) return sendPage(reply, <NoPasswordPage frame={frameOf(request, parts)} />, 400);
    const form = givenForm(request.body);
    const sent = { current: one(form, 'current'), next: one(form, 'next'), again: one(form, 'again') };
    const problems = problemsWith(sent, who.name);
    if (problems.length > 0) return show(request, reply, problems, 400);
    const { actor } = who.session;
    if (failures.isTooMany(request.ip, actor)) return show(request, reply, [refusals.tooMany], 429);
    const outcome = await parts.members.changePassword(who, sent);
    failures[outcome === 'wrong' ? 'failed' : 'succeeded'](request.ip, actor);
    return outcome === 'changed' ? reply.redirect('/password?changed=1', 303) : show(request, reply, [refusals[outcome]], 400);
  });
}
