import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland, isDate } from '../../../kernel/calendar/dates.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { begunFile } from '../files/begun-file.ts';
import { openedFile } from '../files/opened-file.ts';
import { addChronologies } from './chronology-routes.tsx';
import { CaseReviewsPage } from './list-page.tsx';

type Again = { readonly given: GivenForm; readonly problems: readonly Problem[] };

/** Serious incidents and their reviews: for heads of service, and for those whom they name; the database decides who opens which. */
export function addCaseReviews(server: FastifyInstance, parts: WebParts): void {
  const step = parts.steps.find(({ name }) => name === 'seriousIncident');
  if (step === undefined) throw new Error('seriousIncident');

  server.get('/case-reviews', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    return showList(request, reply, { parts, step });
  });

  server.post('/case-reviews', async (request, reply) => {
    mustHold(signedIn(request), ['headOfService']);
    const given = givenForm(request.body);
    const { answers, problems } = askedIn(parts, step, given);
    if (problems.length > 0) return showList(request, reply, { parts, step, again: { given, problems } });
    const file = isId(one(given, 'file')) ? one(given, 'file') : crypto.randomUUID();
    const begun = await begunFile(request, parts, { file, kind: 'caseReview', title: `Review: ${one(given, 'title')}` }, step, answers);
    return reply.redirect(`/files/${begun}`, 303);
  });

  server.post('/case-reviews/:review/people', async (request, reply) => {
    mustHold(signedIn(request), ['headOfService']);
    const file = await openedFile(request, parts, parameter(request, 'review'));
    const given = givenForm(request.body);
    const [member, until] = [one(given, 'member'), one(given, 'until')];
    if (!isId(member)) throw new Refusal(400, 'Choose whom to name.');
    if (until !== '' && !isDate(until)) throw new Refusal(400, `"${until}" is not a day: write it as 2026-10-31.`);
    const who = { member, ...(isDate(until) ? { until } : {}), isOff: one(given, 'off') !== '' };
    const outcome = await parts.record.nameFor(signedIn(request).session, file.person, who);
    if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
    return reply.redirect(`/files/${file.person}#named`, 303);
  });

  addChronologies(server, parts);
}

type Listing = { readonly parts: WebParts; readonly step: AnyStep; readonly again?: Again };

async function showList(request: FastifyRequest, reply: FastifyReply, { parts, step, again }: Listing): Promise<FastifyReply> {
  const { harm, abuse } = step.fields;
  const begins = holds(signedIn(request), ['headOfService']);
  const titles = new Map(parts.timescales.map(({ rule, title }) => [rule, title]));
  return sendPage(
    reply,
    <CaseReviewsPage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      reviews={await parts.record.files(signedIn(request).session, 'caseReview')}
      titleOf={(rule) => titles.get(rule) ?? rule}
      today={dayInEngland(parts.now())}
      asked={begins && harm !== undefined && abuse !== undefined ? { harm, abuse } : undefined}
      {...again}
    />,
    again === undefined ? 200 : 400,
  );
}

/** What is asked to begin a file: the incident, as its step asks it, and what the review is called. */
function askedIn(parts: WebParts, step: AnyStep, given: GivenForm) {
  const asked = Object.fromEntries(['learntOn', 'harm', 'abuse'].map((name) => [`${sharedPrefix}.${name}`, one(given, name)]));
  const { answers, problems } = understandForm(step, asked, []);
  const title = one(given, 'title');
  const untitled = title === '' || title.length > 100;
  const wrong: Problem[] = [
    ...(untitled ? [{ field: 'title', message: 'Enter what the review is called, in 100 characters or fewer' }] : []),
    ...problems.map(({ field, message }) => ({ field: field?.split('.').at(-1) ?? '', message })),
  ];
  const later = wrong.length > 0 ? [] : step.decide([], answers.shared as never, dayInEngland(parts.now()));
  return { answers: answers.shared, problems: [...wrong, ...later] };
}
