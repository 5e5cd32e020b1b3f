import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keptForm } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { Decided, QuestionInFull, WebParts } from '../../parts.ts';
import { administrator } from './who-and-which.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { Refusal, type Who } from '../../session.ts';
import { QuestionPage, QuestionsPage } from './questions-page.tsx';

type Session = Who['session'];
const saidIn = (form: GivenForm) => ({ choice: one(form, 'choice'), reason: one(form, 'reason').slice(0, 2_000) });
const actionOf = ({ isDecided }: QuestionInFull): string => (isDecided ? 'takeBack' : 'decide');

type Said = { readonly choice: string; readonly reason: string; readonly decision: string };

export function addQuestions(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const asked = async (request: FastifyRequest): Promise<QuestionInFull> => {
    const id = parameter(request, 'question');
    const question = isId(id) ? await parts.imports.question(administrator(request).session, id) : undefined;
    if (question === undefined) throw new Refusal(404, 'There is no such question.');
    return question;
  };

  /** As the form that was shown says, whatever the question has become since. */
  const carriedOut = (session: Session, id: string, action: string, said: Said): Promise<Decided> => {
    const { choice, reason, decision } = said;
    if (action === 'takeBack') return parts.imports.takeBack(session, id, { decision, reason });
    if (action !== 'decide') throw new Refusal(400, 'The form is not whole. Go back, reload the page and send it again.');
    return parts.imports.decide(session, id, { decision, reason, ...(choice === 'different' ? {} : { person: choice }) });
  };

  server.get('/imports/children', async (request, reply) => {
    const { session } = administrator(request);
    return sendPage(reply, <QuestionsPage frame={frameOf(request, parts)} questions={await parts.imports.questions(session)} />);
  });

  server.get('/imports/children/:question', async (request, reply) => {
    const question = await asked(request);
    const kept = keptForm(memory, administrator(request).session.actor, request);
    // What was meant for the question as it was then is not put into the form of the question as it is now.
    const isSame = kept !== undefined && one(kept.form, 'action') === actionOf(question);
    if (isSame) kept.shown();
    const given = isSame ? { given: saidIn(kept.form) } : {};
    return sendPage(reply, <QuestionPage frame={frameOf(request, parts)} csrf={request.csrf} question={question} {...given} />);
  });

  server.post('/imports/children/:question', { config: { keeps: true } }, async (request, reply) => {
    const { session } = administrator(request);
    const form = givenForm(request.body);
    const given = saidIn(form);
    const [action, decision] = [one(form, 'action'), one(form, 'decision')];
    if (!isId(decision)) throw new Refusal(400, 'The form is not whole. Go back, reload the page and send it again.');
    const question = await asked(request);
    const page = { frame: frameOf(request, parts), csrf: request.csrf, question };
    const refuse = (field: 'choice' | 'reason', message: string): FastifyReply =>
      sendPage(reply, <QuestionPage {...page} given={given} problem={{ field, message }} />, 400);
    const isKnown = given.choice === 'different' || question.records.some(({ person }) => person === given.choice);
    if (action === 'decide' && !question.isDecided && !isKnown) return refuse('choice', 'Select whose the rows are');
    if (given.reason === '') return refuse('reason', 'Enter the reason');
    const decided = await carriedOut(session, question.id, action, { ...given, decision });
    if (decided.kind === 'done') return reply.redirect(`/imports/children/${question.id}`, 303);
    // What was meant for the question as it was then is not put into the form of the question as it is now.
    const isStale = question.isDecided !== (action === 'takeBack') || (question.isDecided && decision !== question.decision);
    if (isStale) return sendPage(reply, <QuestionPage {...page} problem={{ field: 'reason', message: decided.message }} />, 409);
    return refuse('reason', decided.message);
  });
}
