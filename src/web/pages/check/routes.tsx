import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { HowToCheckSent, Told } from '../../../returns/validate/check-sent.ts';
import { cellsOf, columns } from '../../../returns/validate/columns.ts';
import { isCollectionYear } from '../../../returns/rule/years.ts';
import { sendSheet } from '../../export/send-sheet.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage, sendPageLater } from '../../request.ts';
import { isCsrf, Refusal } from '../../session.ts';
import { sentForm, type SentForm, type SentPart } from '../imports/multipart.ts';
import { Checking, mostSent, tooMuchSent } from './checking.ts';
import { FindingsPage } from './findings-page.tsx';
import { CheckPage } from './page.tsx';
import { Places } from './places.ts';
import { Summary } from './summary.ts';

/** Each takes a thread: who comes while so many are at work waits for so many milliseconds, and is then asked to come again. */
const [atOnce, patience] = [2, 20_000];
const limits = {
  config: { open: true, csrfInHandler: true, rateLimit: { max: 30, timeWindow: '1 minute' } },
  bodyLimit: mostSent,
};

/** A return is checked for whoever asks, signed in or not. Nothing is kept: no file, no row, no name of a file. */
export function addCheck(server: FastifyInstance, parts: WebParts): void {
  const places = new Places(atOnce, patience);

  server.get('/check', { config: { open: true } }, async (request, reply) =>
    sendPage(reply, <CheckPage frame={frameOf(request, parts)} csrf={request.csrf} />),
  );

  server.post('/check', limits, async (request, reply) => {
    const problem = (status: number, message: string) => sendProblem(request, reply, { parts, status, message });
    if (Number(request.headers['content-length'] ?? 0) > mostSent) return problem(413, tooMuchSent);
    const form = await sentForm(request);
    if (!isCsrf(form.fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const files = await begun(form);
    if (files === undefined) return problem(400, nothingChosen);
    const leave = await places.take();
    if (leave === undefined) return sendProblem(request, reply.header('retry-after', '60'), { parts, status: 503, message: busy });
    const checking = new Checking({ ...form, files }, reply, askedIn(form, parts.reference));
    checking.whenOver(leave);
    return answer(request, reply, { parts, as: form.fields.get('as'), checking });
  });
}

const nothingChosen = 'Select the file of a census, or the files of a looked-after return';
const busy = 'Others are having returns checked just now. Wait a minute, then send it again';

function askedIn({ fields }: SentForm, folder: string | undefined): HowToCheckSent {
  const year = fields.get('year') ?? '';
  const authority = fields.get('authority')?.trim() ?? '';
  return { year: isCollectionYear(year) ? year : undefined, authority: authority === '' ? undefined : authority, folder };
}

/** The files, if there is one. */
async function begun({ files }: SentForm): Promise<SentForm['files'] | undefined> {
  const coming = files[Symbol.asyncIterator]();
  const first = await coming.next();
  return first.done === true ? undefined : following(first.value, coming);
}

async function* following(first: SentPart, coming: AsyncIterator<SentPart>): AsyncGenerator<SentPart> {
  yield first;
  for (let next = await coming.next(); next.done !== true; next = await coming.next()) yield next.value;
}

type Problem = { readonly parts: WebParts; readonly status: number; readonly message: string };

const problemPage = (request: FastifyRequest, { parts, message }: Omit<Problem, 'status'>) => (
  <CheckPage frame={frameOf(request, parts)} csrf={request.csrf} problem={{ field: 'files', message }} />
);

/** A browser reads an answer when it has sent everything: what still comes is passed over. */
function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  request.raw.unpipe();
  request.raw.resume();
  return sendPage(reply, problemPage(request, problem), problem.status);
}

type Answering = { readonly parts: WebParts; readonly as: string | undefined; readonly checking: Checking };

async function answer(request: FastifyRequest, reply: FastifyReply, { parts, as, checking }: Answering) {
  if (as === 'csv' || as === 'xlsx') return answerAsFile(request, reply, { parts, as, checking });
  const summing = summed(checking);
  const page = async (): Promise<VNode> => {
    const { refused, summary } = await summing;
    if (refused !== undefined) return problemPage(request, { parts, message: refused });
    return <FindingsPage frame={frameOf(request, parts)} names={checking.names} summary={summary} />;
  };
  const isOver = await Promise.race([summing.then(() => true), checking.moved().then(() => false)]);
  if (!isOver)
    return sendPageLater(reply, partsOf(checking, summing), () => page().catch((error: unknown) => problemOf(request, parts, error)));
  return sendPage(reply, await page(), (await summing).refused === undefined ? 200 : 400);
}

/** The answer has begun: its status can no longer say that it was refused. */
function problemOf(request: FastifyRequest, parts: WebParts, error: unknown): VNode {
  if (error instanceof Refusal) return problemPage(request, { parts, message: error.message });
  throw error;
}

type Summed = { readonly summary: Summary; readonly refused?: string };

async function summed(checking: Checking): Promise<Summed> {
  const summary = new Summary();
  for await (const some of checking.all())
    for (const told of some) {
      if (told.kind === 'refused') {
        await checking.end();
        return { summary, refused: told.message };
      }
      summary.add(told);
    }
  return { summary };
}

/** How far it is, each time it has come further, until it is over. */
async function* partsOf(checking: Checking, summing: Promise<unknown>): AsyncGenerator<string> {
  let isOver = false;
  const over = summing.catch(() => {}).then(() => (isOver = true));
  while (!isOver) {
    yield `checked: ${Math.floor(checking.part * 100)} in 100`;
    await Promise.race([over, checking.moved()]);
  }
}

async function answerAsFile(request: FastifyRequest, reply: FastifyReply, { parts, as, checking }: Answering & { readonly as: string }) {
  const told = checking.all();
  const next = await told.next();
  const first = next.done === true ? [] : next.value;
  const refused = first.find((one) => one.kind === 'refused');
  if (refused !== undefined) {
    await checking.end();
    return sendProblem(request, reply, { parts, status: 400, message: refused.message });
  }
  const rows = rowsOf(first, told);
  return sendSheet(reply, as, 'findings', { name: 'Findings', heads: columns, rows: as === 'xlsx' ? asManyAsFit(rows) : rows });
}

type Rows = AsyncGenerator<readonly ReturnType<typeof cellsOf>[]>;

async function* rowsOf(first: readonly Told[], others: AsyncGenerator<readonly Told[]>): Rows {
  yield first.map(cellsOf);
  for await (const some of others) yield some.map(cellsOf);
}

/** As many rows as a workbook may have, less the head. */
const mostRows = 1_048_000;

async function* asManyAsFit(rows: Rows): Rows {
  let before = 0;
  for await (const some of rows) {
    if (before < mostRows) yield some;
    else if (before - some.length < mostRows) yield [[tooManyRows]];
    before += some.length;
  }
}

const tooManyRows = 'There are more findings than a table of a workbook can hold: these are the first. All of them are in the CSV.';
