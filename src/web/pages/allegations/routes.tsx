import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland, formatDate, isDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { practitionersAndLeads, type Role } from '../../../kernel/step/permission.ts';
import type { NewFile } from '../../../record/files.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { holds, mustHold, signedIn } from '../../session.ts';
import { fieldsAsked } from '../files/kind-routes.tsx';
import { readFiles } from '../files/read-files.ts';
import { statedIn } from '../files/stated-in.ts';
import { AllegationsPage } from './page.tsx';

export const allegationsMay: readonly Role[] = [...practitionersAndLeads, 'designatedOfficer'];

type Again = { readonly given: GivenForm; readonly problems: readonly Problem[] };

/** Whoever works here tells the designated officer of an allegation; who opens its file, the database says. */
export function addAllegations(server: FastifyInstance, parts: WebParts): void {
  const step = parts.steps.find(({ name }) => name === 'allegation');
  if (step === undefined) throw new Error('allegation');
  const asked = fieldsAsked(step, { asks: ['learntOn', 'toldOn', 'who', 'setting', 'words', 'children'] });
  const titles = new Map(parts.timescales.map(({ rule, title }) => [rule, title]));

  const show = async (request: FastifyRequest, reply: FastifyReply, again?: Again) => {
    const { session } = signedIn(request);
    const [files, members] = await Promise.all([parts.record.files(session, 'allegation'), parts.members.all(session)]);
    const records = await readFiles(parts, session, files);
    return sendPage(
      reply,
      <AllegationsPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        files={files}
        histories={new Map([...records].map(([file, { history }]) => [file, history]))}
        titleOf={(rule) => titles.get(rule) ?? rule}
        today={dayInEngland(parts.now())}
        isOfficer={holds(signedIn(request), ['designatedOfficer'])}
        hasTold={again === undefined && one(givenForm(request.query), 'told') !== ''}
        asked={asked}
        members={members}
        given={prefilled(request)}
        {...again}
      />,
      again === undefined ? 200 : 400,
    );
  };

  server.get('/allegations', async (request, reply) => {
    mustHold(signedIn(request), allegationsMay);
    return show(request, reply);
  });

  server.post('/allegations', async (request, reply) => {
    mustHold(signedIn(request), allegationsMay);
    const given = givenForm(request.body);
    const file = newFile(given, formatDate(dayInEngland(parts.now())));
    const entry = isId(one(given, 'entry')) ? one(given, 'entry') : crypto.randomUUID();
    const problems = await statedIn(request, parts, { file, step, entry, form: given });
    return problems.length > 0 ? show(request, reply, { given, problems }) : reply.redirect('/allegations?told=1', 303);
  });
}

/** From the file of carers or adopters: what is known there already. */
function prefilled(request: FastifyRequest): GivenForm {
  const [setting, learntOn] = [one(givenForm(request.query), 'setting'), one(givenForm(request.query), 'learntOn')];
  return { ...(setting === '' ? {} : { 'f.setting': setting }), ...(isDate(learntOn) ? { 'f.learntOn': learntOn } : {}) };
}

/** Called by its day and the beginning of its number: nobody’s name stands in a list. */
function newFile(given: GivenForm, today: string): NewFile {
  const file = isId(one(given, 'file')) ? one(given, 'file') : crypto.randomUUID();
  const [toldOn, subject] = [one(given, 'f.toldOn'), one(given, 'subject')];
  const title = `Allegation of ${isDate(toldOn) ? formatDate(toldOn) : today}, ${file.slice(0, 4).toUpperCase()}`;
  return { file, kind: 'allegation', title, ...(isId(subject) ? { subject } : {}) };
}
