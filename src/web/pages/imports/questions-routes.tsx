import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Decided, QuestionInFull, WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { mustHold, Refusal, signedIn, type Who } from '../../session.ts';
import { QuestionPage, QuestionsPage } from './questions-page.tsx';

const administrator = (request: FastifyRequest): Who => {
  const who = signedIn(request);
  mustHold(who, ['administrator']);
  return who;
};

export function addQuestions(server: FastifyInstance, parts: WebParts): void {
  const asked = async (request: FastifyRequest): Promise<QuestionInFull> => {
    const id = parameter(request, 'question');
    const question = isId(id) ? await parts.imports.question(administrator(request).session, id) : undefined;
    if (question === undefined) throw new Refusal(404, 'There is no such question.');
    return question;
  };

  server.get('/imports/children', async (request, reply) => {
    const { session } = administrator(request);
    return sendPage(reply, <QuestionsPage frame={frameOf(request, parts)} questions={await parts.imports.questions(session)} />);
  });

  server.get('/imports/children/:question', async (request, reply) => {
    administrator(request);
    return sendPage(reply, <QuestionPage frame={frameOf(request, parts)} csrf={request.csrf} question={await asked(request)} />);
  });

  server.post('/imports/children/:question', async (request, reply) => {
    const { session } = administrator(request);
    const form = givenForm(request.body);
    const given = { choice: one(form, 'choice'), reason: one(form, 'reason').slice(0, 2_000) };
    const question = await asked(request);
    const refuse = (field: 'choice' | 'reason', message: string): FastifyReply =>
      sendPage(
        reply,
        <QuestionPage frame={frameOf(request, parts)} csrf={request.csrf} question={question} given={given} problem={{ field, message }} />,
        400,
      );
    const isKnown = given.choice === 'different' || question.records.some(({ person }) => person === given.choice);
    if (!question.isDecided && !isKnown) return refuse('choice', 'Select whose the rows are');
    if (given.reason === '') return refuse('reason', 'Enter the reason');
    const decided: Decided = question.isDecided
      ? await parts.imports.takeBack(session, question.id, given.reason)
      : await parts.imports.decide(session, question.id, given.choice === 'different' ? undefined : given.choice, given.reason);
    return decided.kind === 'refused' ? refuse('reason', decided.message) : reply.redirect(`/imports/children/${question.id}`, 303);
  });
}
