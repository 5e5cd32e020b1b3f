import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkInThread } from '../../../returns/validate/check-in-thread.ts';
import type { HowToCheckSent, SentFile, Told } from '../../../returns/validate/check-sent.ts';
import { cellsOf, columns } from '../../../returns/validate/columns.ts';
import { isCollectionYear } from '../../../returns/rule/years.ts';
import { sendSheet } from '../../export/send-sheet.ts';
import type { Sheet } from '../../export/sheet.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { isCsrf, Refusal } from '../../session.ts';
import { sentForm, type SentForm, type SentPart } from '../imports/multipart.ts';
import { FindingsPage } from './findings-page.tsx';
import { CheckPage } from './page.tsx';
import { Summary } from './summary.ts';

/** Each takes a thread: who comes while so many are at work waits a minute. */
const atOnce = 2;
/** Who sends nothing for so long has gone; and nothing takes longer. */
const patience = { silent: 30_000, whole: 15 * 60_000 };
const limits = {
  config: { open: true, csrfInHandler: true, rateLimit: { max: 30, timeWindow: '1 minute' } },
  bodyLimit: 512 * 1024 * 1024,
};

/** A return is checked for whoever asks, signed in or not. Nothing is kept: no file, no row, no name of a file. */
export function addCheck(server: FastifyInstance, parts: WebParts): void {
  let working = 0;

  server.get('/check', { config: { open: true } }, async (request, reply) =>
    sendPage(reply, <CheckPage frame={frameOf(request, parts)} csrf={request.csrf} />),
  );

  server.post('/check', limits, async (request, reply) => {
    const form = await sentForm(request);
    if (!isCsrf(form.fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const files = await begun(form);
    if (files === undefined) return sendProblem(request, reply, { parts, status: 400, message: nothingChosen });
    if (working >= atOnce) return sendProblem(request, reply.header('retry-after', '60'), { parts, status: 503, message: busy });
    working += 1;
    const checking = new Checking({ ...form, files }, reply, parts.reference);
    checking.whenOver(() => (working -= 1));
    return answer(request, reply, { parts, form, checking });
  });
}

const nothingChosen = 'Select the file of a census, or the files of a looked-after return';
const busy = 'Others are having returns checked just now. Wait a minute, then send it again';

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

const sendProblem = (request: FastifyRequest, reply: FastifyReply, { parts, status, message }: Problem) =>
  sendPage(reply, <CheckPage frame={frameOf(request, parts)} csrf={request.csrf} problem={{ field: 'files', message }} />, status);

type Answering = { readonly parts: WebParts; readonly form: SentForm; readonly checking: Checking };

async function answer(request: FastifyRequest, reply: FastifyReply, { parts, form, checking }: Answering) {
  const first = await checking.next();
  const refused = first?.find((told) => told.kind === 'refused');
  if (refused !== undefined) {
    await checking.end();
    return sendProblem(request, reply, { parts, status: 400, message: refused.message });
  }
  const as = form.fields.get('as');
  if (as === 'csv' || as === 'xlsx') return sendSheet(reply, as, 'findings', sheetOf(checking.all(first)));
  const summary = new Summary();
  for await (const some of checking.all(first)) for (const told of some) summary.add(told);
  return sendPage(reply, <FindingsPage frame={frameOf(request, parts)} names={checking.names} summary={summary} />);
}

/** As many rows as a workbook may have, less the head. */
const mostRows = 1_048_000;

const sheetOf = (told: AsyncIterable<readonly Told[]>): Sheet => ({ name: 'Findings', heads: columns, rows: rowsOf(told) });

async function* rowsOf(told: AsyncIterable<readonly Told[]>) {
  let rows = 0;
  for await (const some of told) {
    if (rows < mostRows) yield some.flatMap((each) => (each.kind === 'refused' ? [] : [cellsOf(each)]));
    else if (rows - some.length < mostRows) yield [['There are more findings than a table of a workbook can hold: these are the first.']];
    rows += some.length;
  }
}

/** One check that is going on: over when all is told, or when who asked has gone. */
class Checking {
  readonly names: string[] = [];
  private readonly stop = new AbortController();
  private readonly told: AsyncGenerator<readonly Told[]>;
  private over: (() => void) | undefined;
  private silence: NodeJS.Timeout;
  private readonly whole: NodeJS.Timeout;

  constructor(form: SentForm, reply: FastifyReply, folder: string | undefined) {
    this.silence = this.waiting();
    this.whole = setTimeout(() => this.stop.abort(new Refusal(400, 'This took too long.')), patience.whole);
    reply.raw.once('close', () => void this.end());
    const year = form.fields.get('year') ?? '';
    const authority = form.fields.get('authority')?.trim() ?? '';
    const asked: HowToCheckSent = {
      year: isCollectionYear(year) ? year : undefined,
      authority: authority === '' ? undefined : authority,
      folder,
    };
    this.told = checkInThread(this.files(form), asked, this.stop.signal);
  }

  whenOver(work: () => void): void {
    this.over = work;
  }

  private waiting(): NodeJS.Timeout {
    return setTimeout(() => this.stop.abort(new Refusal(400, 'Nothing more came. Send it again.')), patience.silent);
  }

  private async *files({ files }: SentForm): AsyncGenerator<SentFile> {
    for await (const { name, file, field } of files) {
      this.names.push(name);
      yield { name, isLast: field === 'last', bytes: this.heard(file) };
    }
    clearTimeout(this.silence);
  }

  private async *heard(file: Readable): AsyncGenerator<Uint8Array> {
    for await (const bytes of file) {
      clearTimeout(this.silence);
      this.silence = this.waiting();
      yield bytes;
    }
  }

  async next(): Promise<readonly Told[] | undefined> {
    const next = await this.told.next().catch(async (error: unknown) => {
      await this.end();
      throw tooMuch(error);
    });
    return next.done === true ? undefined : next.value;
  }

  async *all(first: readonly Told[] | undefined): AsyncGenerator<readonly Told[]> {
    for (let some = first; some !== undefined; some = await this.next()) yield some;
    await this.end();
  }

  async end(): Promise<void> {
    clearTimeout(this.silence);
    clearTimeout(this.whole);
    this.over?.();
    this.over = undefined;
    this.stop.abort(new Error('nobody waits for it'));
    await this.told.return(undefined).catch(() => {});
  }
}

const tooMuch = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new Refusal(400, 'To check this takes more memory than any return does. Look whether it is one.')
    : error;
