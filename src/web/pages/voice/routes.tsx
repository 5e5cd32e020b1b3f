import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import { idWithin } from '../../../practice/pathway.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { addFilesOfKind } from '../files/kind-routes.tsx';
import { statedIn } from '../files/stated-in.ts';
import { VoicePage } from './page.tsx';

/** One register for each authority: whose it is stands before the id in every key. */
const register = { file: idWithin('the register of what people say', 'voice', 0), kind: 'voice', title: 'What people say' } as const;

type Again = { readonly given: GivenForm; readonly problems: readonly Problem[] };

/** Complaints, each in its own file; and the register of what people say otherwise. */
export function addVoice(server: FastifyInstance, parts: WebParts): void {
  addComplaints(server, parts);
  const exercise = parts.steps.find(({ name }) => name === 'voiceExercise');
  if (exercise === undefined) throw new Error('voiceExercise');

  const show = async (request: FastifyRequest, reply: FastifyReply, again?: Again) => {
    const opening = await parts.record.openFile(signedIn(request).session, register.file);
    const record = opening.kind === 'opened' ? await parts.record.read(opening.record) : undefined;
    const asked = Object.entries(exercise.fields);
    const known = record === undefined ? undefined : { file: register.file, history: record.history };
    const props = { frame: frameOf(request, parts), csrf: request.csrf, register: known, asked, today: dayInEngland(parts.now()) };
    return sendPage(reply, <VoicePage {...props} {...again} />, again === undefined ? 200 : 400);
  };

  server.get('/voice', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    return show(request, reply);
  });

  server.post('/voice', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    const given = givenForm(request.body);
    const entry = isId(one(given, 'entry')) ? one(given, 'entry') : crypto.randomUUID();
    const problems = await statedIn(request, parts, { file: register, step: exercise, entry, form: given });
    return problems.length > 0 ? show(request, reply, { given, problems }) : reply.redirect('/voice', 303);
  });
}

const addComplaints = (server: FastifyInstance, parts: WebParts): void =>
  addFilesOfKind(server, parts, {
    path: '/complaints',
    kind: 'complaint',
    step: 'complaint',
    asks: ['receivedOn', 'from', 'about', 'words', 'wants'],
    mayRead: practitioners,
    mayBegin: ['headOfService'],
    called: 'Complaint ',
    words: {
      title: 'Complaints',
      intro:
        'Each complaint has a file of its own, which heads of service open and the people whom they name for it; nothing of it is on the child’s record. A child who complains is offered an advocate first.',
      none: 'There is no complaint that you may open.',
      one: 'Complaint',
      begin: {
        heading: 'Somebody complains',
        title: 'Reference',
        hint: 'A number and a year: nobody’s name',
        button: 'Record the complaint',
      },
    },
  });
