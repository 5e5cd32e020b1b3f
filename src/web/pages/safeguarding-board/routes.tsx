import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { boardPeople, practitioners } from '../../../kernel/step/permission.ts';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { begunFile } from '../files/begun-file.ts';
import { readFiles } from '../files/read-files.ts';
import { ofWhat } from '../child/shown-clocks.ts';
import { ownActions } from '../my-day/actions.tsx';
import { BodiesPage } from './page.tsx';
import { addYearlyReport } from './report.tsx';

const makers = ['headOfService', 'boardManager'] as const;

/** The bodies on which somebody sits, and what is theirs to do in them: where a member of a board lands who is let into no child's record. */
export function addSafeguardingBoard(server: FastifyInstance, parts: WebParts): void {
  server.get('/safeguarding-board', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, [...practitioners, ...boardPeople, 'performanceAnalyst']);
    const [bodies, actions] = await Promise.all([
      parts.record.files(who.session, 'body'),
      holds(who, boardPeople) ? ownActions(parts, who.session) : [],
    ]);
    const records = await readFiles(parts, who.session, bodies);
    return sendPage(
      reply,
      <BodiesPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        bodies={bodies}
        actions={actions}
        known={asKnown({}, parts.now())}
        mayBegin={holds(who, makers)}
        titles={new Map(parts.timescales.map(({ rule, title }) => [rule, title]))}
        ofWhat={(body, clock) => ofWhat(records.get(body)?.history ?? [], clock, parts)}
      />,
    );
  });

  addYearlyReport(server, parts);

  /** A body begins with its constitution. */
  server.post('/safeguarding-board', async (request, reply) => {
    mustHold(signedIn(request), makers);
    const given = givenForm(request.body);
    const step = parts.steps.find(({ name }) => name === 'bodyConstitution');
    if (step === undefined) throw new Error('bodyConstitution');
    const today = dayInEngland(parts.now());
    const asked = ['configuration', 'area', 'teamsOf', 'purpose'].map((name) => [`${sharedPrefix}.${name}`, one(given, name)]);
    const from = one(given, 'from') === '' ? today : one(given, 'from');
    const { answers, problems } = understandForm(step, { ...Object.fromEntries(asked), [`${sharedPrefix}.from`]: from }, []);
    const refused = problems[0] ?? step.decide([], answers.shared as never, today)[0];
    if (refused !== undefined) throw new Refusal(400, `${refused.message}.`);
    const title = one(given, 'title').slice(0, 200);
    if (title === '') throw new Refusal(400, 'Enter what the body is called.');
    const above = one(given, 'above');
    const file = isId(one(given, 'file')) ? one(given, 'file') : crypto.randomUUID();
    const asFile = { file, kind: 'body', title, ...(isId(above) ? { subject: above } : {}) } as const;
    return reply.redirect(`/files/${await begunFile(request, parts, asFile, step, answers.shared)}`, 303);
  });
}
