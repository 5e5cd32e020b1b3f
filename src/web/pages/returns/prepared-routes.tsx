import type { FastifyInstance } from 'fastify';
import { dayInEngland, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { isOfChildren } from '../../../returns/of-a-day.ts';
import { isCollectionYear } from '../../../returns/rule/years.ts';
import { isSignedOfADay, kindOfReturn } from '../../../returns/signed-of-a-day.ts';
import { returnsMay } from '../../../returns/who-may.ts';
import { asOptions, labels } from '../../by-id.ts';
import type { GivenForm } from '../../memory.ts';
import type { PreparedOfDay, PreparedOfYear, WebParts, WhyOfDay, WhyOfYear } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { addComparing, againstAsked, atFile, comparedPage, othersOf } from './comparing-routes.tsx';
import { addFound, fileNameOf } from './found-routes.tsx';
import type { Named, OfPage, Show } from './of-page.ts';
import { knownReason, noteOf, PreparedPage } from './prepared.tsx';
import { AskWhyPage } from './why-form.tsx';
import { WhyPage } from './why.tsx';

const types = {
  xml: 'application/xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const maySign: readonly Role[] = ['headOfService'];

const done = (outcome: { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string }): void => {
  if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
};

/** Returns that are prepared, explained, signed and kept; and what has changed in the record since. */
export function addPreparedReturns(server: FastifyInstance, parts: WebParts): void {
  const { prepared: returns } = parts.returns;

  const named: Named = async (request) => {
    const who = signedIn(request);
    mustHold(who, returnsMay);
    const id = parameter(request, 'prepared');
    const all = isId(id) ? await returns.all(who.session) : [];
    const found = all.find(({ prepared }) => prepared === id);
    if (found === undefined) throw new Refusal(404, 'There is no such prepared return.');
    return { who, found, all };
  };
  server.post('/returns/prepared', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, returnsMay);
    const given = givenForm(request.body);
    const asked = preparedAsked(given, dayInEngland(parts.now()), who.authorityName ?? '');
    const { prepared } = asked;
    done(await returns.prepare(who.session, asked));
    return reply.redirect(`/returns/prepared/${prepared}`, 303);
  });

  const show = shownBy(parts);
  server.get('/returns/prepared/:prepared', async (request, reply) => show(request, reply, await named(request)));

  server.get('/returns/prepared/:prepared/file', async (request, reply) => {
    const { who, found } = await named(request);
    const file = await returns.file(who.session, found.prepared);
    if (file === undefined) throw new Refusal(404, 'There is no such prepared return.');
    const kind = kindOfReturn(found.return);
    return reply
      .type(types[kind])
      .header('content-disposition', `attachment; filename="${fileNameOf(found)}.${kind}"`)
      .send(file.bytes);
  });

  addFound(server, parts, { named });
  addExplaining(server, parts, { named, show });
  addComparing(server, parts, { named, show });
  addKeeping(server, parts, { named, show });
  addWhy(server, parts);
}

/** The page of one of them, and of what it is compared with. */
const shownBy =
  (parts: WebParts): Show =>
  async (request, reply, shown, { problem, other } = {}) => {
    const { who, found } = shown;
    const { prepared: returns } = parts.returns;
    const against = other ?? againstAsked(request, shown);
    const made = against === undefined ? undefined : await returns.compare(who.session, found, against);
    const unread = made?.changes.problem;
    const wrong = problem ?? (unread === undefined ? undefined : atFile(`The file could not be read. ${unread}`));
    const compared = made === undefined || unread !== undefined ? undefined : await comparedPage(request, shown, made);
    const problems = wrong === undefined ? [] : [wrong];
    const names = labels(asOptions(await parts.members.all(who.session)));
    const frame = frameOf(request, parts);
    const kept = (await returns.kept(who.session)).find(({ prepared }) => prepared === found.prepared);
    const isHead = holds(who, maySign);
    const by = names.get(kept?.askedBy ?? '') ?? 'Somebody who has left';
    const keeping = kept && { kept, csrf: request.csrf, by, today: dayInEngland(parts.now()), isHead };
    const props = {
      keeping,
      frame,
      csrf: request.csrf,
      one: found,
      others: othersOf(shown),
      names,
      compared,
      isSigner: holds(who, maySign),
      problems,
    };
    return sendPage(reply, <PreparedPage {...props} />, wrong === undefined ? 200 : wrong.field === undefined ? 409 : 400);
  };

/** Of a year, or of a day that has come: today, where none is given. */
function preparedAsked(given: GivenForm, today: LocalDate, authority: string): PreparedOfYear | PreparedOfDay {
  const [prepared, of, year] = [one(given, 'prepared'), one(given, 'return'), one(given, 'year')];
  const again = 'Go back to the page of returns, and prepare it there.';
  if (!isId(prepared)) throw new Refusal(400, again);
  if (isSignedOfADay(of)) {
    const on = one(given, 'on').trim() || today;
    if (!isDate(on) || on > today) throw new Refusal(400, 'It is of a day that has come: choose today or an earlier day.');
    return { prepared, of, on, authority };
  }
  if (!isCollectionYear(year)) throw new Refusal(400, again);
  return { prepared, of: of === 'cin' ? 'cin' : 'ssda903', year };
}

function addWhy(server: FastifyInstance, parts: WebParts): void {
  server.get('/returns/why', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), returnsMay);
    const given = givenForm(request.query);
    const number = one(given, 'child').trim();
    const frame = frameOf(request, parts);
    const askAgain = (status: number, message: string) =>
      sendPage(reply, <AskWhyPage {...{ frame, given: whyGiven(given), problem: message }} />, status);
    if (number === '') return askAgain(400, 'Enter the number of a child, or of a social worker');
    const { instant: knownAt, problem } = asKnown({ known: one(given, 'known') ?? '' }, parts.now());
    if (problem !== undefined) throw new Refusal(400, problem);
    const asked = { ...whyAsked(given, number, dayInEngland(parts.now())), knownAt };
    const why = await parts.returns.prepared.why(session, asked);
    if (why === undefined) return askAgain(404, `Nobody is returned under the number “${number.slice(0, 40)}”`);
    const names = new Map((await parts.members.all(session)).map(({ id, name }) => [id, name]));
    return sendPage(reply, <WhyPage {...{ frame, asked, names, ...why }} />);
  });
}

const whyGiven = (given: GivenForm) => ({
  return: one(given, 'return'),
  year: one(given, 'year'),
  on: one(given, 'on'),
  known: one(given, 'known'),
  child: one(given, 'child').trim().slice(0, 40),
});

/** Of a return of a year, or of the tables of a day that has come. */
function whyAsked(given: GivenForm, number: string, today: LocalDate): WhyOfYear | WhyOfDay {
  const of = one(given, 'return');
  if (isOfChildren(of) || of === 'annex-a' || of === 'workforce-census') {
    const on = one(given, 'on') || today;
    if (!isDate(on) || on > today) throw new Refusal(400, 'It is of a day that has come: choose today or an earlier day.');
    return { of, on, number };
  }
  const year = one(given, 'year');
  if (!isCollectionYear(year)) throw new Refusal(404, 'There is no return of that year. Choose one on the page of returns.');
  return { of: of === 'cin' ? 'cin' : 'ssda903', year, number };
}

/** How long it is kept: held, or ended by two people. */
function addKeeping(server: FastifyInstance, { returns: { prepared: returns } }: WebParts, { named, show }: OfPage): void {
  server.post('/returns/prepared/:prepared/keeping', async (request, reply) => {
    const { who, found } = await named(request);
    const given = givenForm(request.body);
    const [kind, id, words] = [one(given, 'act'), one(given, 'id'), one(given, 'words').trim()];
    if (!isId(id)) throw new Refusal(400, 'Go back to the page of the return, and do it there.');
    const isWorded = kind === 'hold' || kind === 'endHold' || kind === 'ask';
    if (!isWorded && kind !== 'confirm' && kind !== 'withdraw')
      throw new Refusal(400, 'Go back to the page of the return, and do it there.');
    if (isWorded && (words.length < 3 || words.length > 2_000)) throw new Refusal(400, 'Say why, in 3 to 2,000 characters.');
    const outcome = await returns.keep(who.session, found.prepared, isWorded ? { kind, id, words } : { kind, id });
    if (outcome.kind === 'refused') return show(request, reply, await named(request), { problem: { message: outcome.message } });
    return reply.redirect(`/returns/prepared/${found.prepared}`, 303);
  });
}

function addExplaining(server: FastifyInstance, { returns: { prepared: returns } }: WebParts, { named, show }: OfPage): void {
  server.post('/returns/prepared/:prepared/explain', async (request, reply) => {
    const { who, found } = await named(request);
    const given = givenForm(request.body);
    for (const { code, reason } of explained(found, given)) {
      if (reason.length < 3 || reason.length > 2_000) throw new Refusal(400, `Explain ${code} in 3 to 2,000 characters.`);
      const noted = await returns.note(who.session, found.prepared, { code, reason });
      if (noted.kind === 'refused') return show(request, reply, await named(request), { problem: { message: noted.message } });
    }
    return reply.redirect(`/returns/prepared/${found.prepared}`, 303);
  });

  server.post('/returns/prepared/:prepared/sign', async (request, reply) => {
    const { who, found } = await named(request);
    mustHold(who, maySign);
    const signedBy = one(givenForm(request.body), 'signedBy').trim();
    if (signedBy.length < 3 || signedBy.length > 200)
      return show(request, reply, await named(request), {
        problem: { field: 'signedBy', message: 'Enter the name and post of whoever answers for the return, in 3 to 200 characters' },
      });
    const signed = await returns.sign(who.session, found.prepared, signedBy);
    if (signed.kind === 'refused') return show(request, reply, await named(request), { problem: { message: signed.message } });
    return reply.redirect(`/returns/prepared/${found.prepared}`, 303);
  });
}

/** What somebody has written of a rule, or has said to be so by a tick: of what nobody touched, nothing. */
const explained = (prepared: PreparedReturn, given: GivenForm) =>
  prepared.found.flatMap(({ code }) => {
    const isSo = one(given, `known.${code}`) === 'so';
    const reason = one(given, `reason.${code}`).trim() || (isSo ? (knownReason(prepared, code) ?? '') : '');
    return reason === '' || reason === noteOf(prepared, code) ? [] : [{ code, reason }];
  });
