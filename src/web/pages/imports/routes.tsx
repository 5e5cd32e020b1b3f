import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sentForm } from './multipart.ts';
import { ImportsPage, type FormProblem, type ShownRuns } from './page.tsx';
import { administrator, reader, runOf } from './who-and-which.ts';
import { problemLines } from './problem-lines.ts';
import { addQuestions } from './questions-routes.tsx';
import { addReconciling } from './reconcile-routes.tsx';
import { addRepairs } from './repair-routes.tsx';
import { RunPage, type ShownRun } from './run-page.tsx';
import { addSettingAside } from './set-aside-routes.tsx';
import { pageOf } from '../../components/paging.tsx';
import type { Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { isCsrf, Refusal, type Who } from '../../session.ts';

const runsAtOnce = 50;

async function runsFor(parts: WebParts, { session }: Who, before?: string): Promise<ShownRuns> {
  const [runs, { incomplete }] = await Promise.all([
    parts.imports.list(session, { limit: runsAtOnce, ...(before === undefined ? {} : { before }) }),
    parts.imports.taken(session),
  ]);
  const last = runs.at(-1);
  return { runs, incomplete, ...(last === undefined || runs.length < runsAtOnce ? {} : { earlier: last.run }) };
}

async function shownRun(parts: WebParts, request: FastifyRequest): Promise<ShownRun> {
  const { session } = reader(request);
  const run = await runOf(parts, reader(request), request);
  const isAdministrator = session.roles.includes('administrator');
  const [total, { incomplete }, wholeBy, members] = await Promise.all([
    parts.imports.countProblems(session, run.run),
    parts.imports.taken(session),
    run.state === 'stopped' ? parts.imports.wholeBy(session, run.run) : undefined,
    run.setAsideBy === null ? [] : parts.members.all(session),
  ]);
  const page = pageOf(total, one(givenForm(request.query), 'page'), problemsOnPage);
  const maySuggest = isAdministrator && run.state !== 'running' && total > 0 && page.first === 0;
  const [problems, suggestions] = await Promise.all([
    parts.imports.problems(session, run.run, { after: page.first, limit: page.last - page.first }),
    maySuggest ? parts.imports.suggestions(session, run.run) : [],
  ]);
  const isIncomplete = incomplete.some((one) => one.run === run.run);
  const setAsideBy = members.find(({ id }) => id === run.setAsideBy)?.name ?? 'somebody who no longer works here';
  return { run, problems, page, suggestions, isAdministrator, isIncomplete, wholeBy, setAsideBy };
}

/** Lines are short: many can be read at once. */
const problemsOnPage = 250;

export function addImports(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  addQuestions(server, parts, memory);
  addRepairs(server, parts, memory);
  addSettingAside(server, parts, memory);
  addReconciling(server, parts);

  server.get('/imports', async (request, reply) => {
    const before = one(givenForm(request.query), 'before');
    const runs = await runsFor(parts, reader(request), isId(before) ? before : undefined);
    return sendPage(reply, <ImportsPage frame={frameOf(request, parts)} csrf={request.csrf} {...runs} />);
  });

  server.post('/imports', { config: { csrfInHandler: true }, bodyLimit: 512 * 1024 * 1024 }, async (request, reply) => {
    const who = administrator(request);
    const { fields, files } = await sentForm(request);
    if (!isCsrf(fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const refuse = async (problem: FormProblem) =>
      sendPage(
        reply,
        <ImportsPage frame={frameOf(request, parts)} csrf={request.csrf} {...await runsFor(parts, who)} problem={problem} />,
        400,
      );
    const year = fields.get('year')?.trim() ?? '';
    if (year !== '' && !/^20\d\d$/.test(year)) {
      for await (const { file } of files) file.resume();
      return refuse({ field: 'year', message: 'Enter the year in which the return ends, for example 2026' });
    }
    const asked = { dryRun: fields.has('dryRun'), ...(year === '' ? {} : { year: Number(year) }) };
    const run = await parts.imports.begin(who.session, files, asked);
    if (run === undefined) return refuse({ field: 'files', message: 'Select the files of a census or of a return' });
    if (run.kind === 'refused') return refuse({ field: 'files', message: run.message });
    return reply.redirect(`/imports/${run.run}`, 303);
  });

  server.get('/imports/:run', async (request, reply) =>
    sendPage(reply, <RunPage frame={frameOf(request, parts)} csrf={request.csrf} {...await shownRun(parts, request)} />),
  );

  server.get('/imports/:run/problems.csv', async (request, reply) => {
    const run = await runOf(parts, reader(request), request);
    reply.header('content-disposition', 'attachment; filename="sightline-import-problems.csv"');
    return reply.type('text/csv; charset=utf-8').send(Readable.from(problemLines(parts, reader(request).session, run)));
  });
}
