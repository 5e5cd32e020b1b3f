import type { FastifyInstance } from 'fastify';
import type { Role } from '../../../kernel/step/permission.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, parameter, sendPage } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { FormPageOf, FormsPage } from './page.tsx';

const may: readonly Role[] = ['performanceAnalyst', 'headOfService', 'administrator'];

/** What is asked, of whom and why, for whoever designs forms or counts what they say. */
export function addForms(server: FastifyInstance, parts: WebParts): void {
  server.get('/forms', async (request, reply) => {
    mustHold(signedIn(request), may);
    return sendPage(reply, <FormsPage frame={frameOf(request, parts)} steps={parts.steps} />);
  });
  server.get('/forms/:step', async (request, reply) => {
    mustHold(signedIn(request), may);
    const step = parts.steps.find(({ name }) => name === parameter(request, 'step'));
    if (step === undefined) throw new Refusal(404, 'There is no such form.');
    return sendPage(reply, <FormPageOf frame={frameOf(request, parts)} step={step} />);
  });
}
