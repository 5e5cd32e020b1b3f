import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { idWithin } from '../../../practice/pathway.ts';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { begunFile } from '../files/begun-file.ts';
import { openedFile } from '../files/opened-file.ts';
import { drawnFor } from './drawing.ts';
import { AuditsPage } from './page.tsx';
import { resultsOf, themesOf } from './results.tsx';
import { sayingsOf } from './sayings.ts';

const auditors = ['teamManager', 'headOfService', 'reviewingOfficer'] as const;

/** Programmes of audits, whom they drew, and each auditor's own file, which nobody else who audits opens. */
export function addAudits(server: FastifyInstance, parts: WebParts): void {
  const stepNamed = (name: string): AnyStep => {
    const step = parts.steps.find((known) => known.name === name);
    if (step === undefined) throw new Error(name);
    return step;
  };

  server.get('/audits', async (request, reply) => {
    mustHold(signedIn(request), auditors);
    const { session } = signedIn(request);
    const [programmes, themes] = await Promise.all([
      resultsOf(parts, session),
      session.roles.includes('headOfService') ? themesOf(parts, session) : undefined,
    ]);
    return sendPage(
      reply,
      <AuditsPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        programmes={programmes}
        themes={themes}
        today={dayInEngland(parts.now())}
      />,
    );
  });

  server.post('/audits', async (request, reply) => {
    mustHold(signedIn(request), auditors);
    const given = givenForm(request.body);
    const step = stepNamed('auditProgramme');
    const today = dayInEngland(parts.now());
    const asked = ['question', 'population', 'method', 'theme', 'size', 'seed'].map((name) => [
      `${sharedPrefix}.${name}`,
      one(given, name),
    ]);
    const { answers, problems } = understandForm(step, { ...Object.fromEntries(asked), [`${sharedPrefix}.decidedOn`]: today }, []);
    const [problem] = problems.length > 0 ? problems : step.decide([], answers.shared as never, today);
    if (problem !== undefined) throw new Refusal(400, `${problem.message}.`);
    const file = isId(one(given, 'file')) ? one(given, 'file') : crypto.randomUUID();
    const drawn = await drawnFor(parts, signedIn(request).session, answers.shared, file);
    const title = `Audit: ${one(given, 'question').slice(0, 200)}`;
    const programme = await begunFile(request, parts, { file, kind: 'auditProgramme', title }, step, { ...answers.shared, ...drawn });
    return reply.redirect(`/files/${programme}`, 303);
  });

  /** The auditor's own file of this programme, and in it the form, with what the record says of each standard. */
  server.post('/audits/:programme/audit', async (request, reply) => {
    mustHold(signedIn(request), auditors);
    const { session, name } = signedIn(request);
    const programme = await openedFile(request, parts, parameter(request, 'programme'));
    const child = one(givenForm(request.body), 'child');
    const { history, standing } = await parts.record.read(programme);
    const drawn = history.flatMap(({ answers }) => linesIn(answers['children']));
    if (!drawn.some((line) => line.child === child)) throw new Refusal(404, 'This child was not drawn.');
    const question = history[0]?.answers['question'];
    const title = `${standing.name}: audits by ${name}`.slice(0, 300);
    const file = { file: idWithin(programme.person, session.actor, 0), kind: 'caseAudit', title, subject: session.actor } as const;
    const begun = await begunFile(request, parts, file, stepNamed('auditsTakenOn'), { on: dayInEngland(parts.now()), question });
    await openedFile(request, parts, begun);
    const query = new URLSearchParams({ child, ...(await sayingsOf(parts, session, child)) });
    return reply.redirect(`/children/${begun}/record/caseFileAudit?${query}`, 303);
  });
}
