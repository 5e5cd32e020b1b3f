import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayInEngland, formatDate, isDate } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import { lawyers } from '../../../practice/pathway.ts';
import type { Option } from '../../../kernel/field/field.ts';
import type { ShownEntry } from '../../../record/expert-views.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage, several } from '../../request.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { mustBeOpen, personOf } from '../child/opening.ts';
import { GivePage } from './give-page.tsx';
import { ShownEntries, ShownToMe } from './shown-page.tsx';

const managers = ['teamManager', 'headOfService'] as const;
const outside = { config: { outside: true } };

/** What a named expert from outside is shown of one child: chosen entries, until a day, each reading logged. The database decides. */
export function addExpertView(server: FastifyInstance, parts: WebParts): void {
  addGiving(server, parts);
  addShown(server, parts);
}

function addGiving(server: FastifyInstance, parts: WebParts): void {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));

  const show = async (request: FastifyRequest, problem?: string) => {
    const opened = await mustBeOpen(request, parts);
    const { session } = signedIn(request);
    const [record, members, given] = await Promise.all([
      parts.record.read(opened),
      parts.members.all(session),
      parts.record.viewsOf(opened),
    ]);
    const own = new Set(record.chain.map(({ entry }) => entry));
    const entries = record.history
      .filter(({ entry, step, answers }) => own.has(entry) && !lawyers.has(step) && answers['adviser'] !== 'legalAdviser')
      .toReversed()
      .map(({ entry, step, happenedOn }) => ({ value: entry, text: `${steps.get(step)?.title ?? step}, ${formatDate(happenedOn)}` }));
    return (
      <GivePage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        person={opened.person}
        name={record.standing.name}
        members={members}
        entries={entries}
        given={given}
        today={dayInEngland(parts.now())}
        problem={problem}
      />
    );
  };

  server.get('/children/:id/expert-view', async (request, reply) => {
    mustHold(signedIn(request), managers);
    return sendPage(reply, await show(request));
  });

  server.post('/children/:id/expert-view', async (request, reply) => {
    mustHold(signedIn(request), managers);
    const opened = await mustBeOpen(request, parts);
    const form = givenForm(request.body);
    const [expert, until, view] = [one(form, 'expert'), one(form, 'until'), one(form, 'view')];
    if (!isDate(until)) return sendPage(reply, await show(request, 'Enter the last day as 2026-04-17'), 400);
    if (!isId(expert)) return sendPage(reply, await show(request, 'Choose an expert'), 400);
    const entries = several(form, 'entry').filter(isId);
    const outcome = await parts.record.giveView(opened, { view: isId(view) ? view : crypto.randomUUID(), expert, entries, until });
    if (outcome.kind === 'refused') return sendPage(reply, await show(request, outcome.message), 400);
    return reply.redirect(`/children/${opened.person}/expert-view`, 303);
  });

  server.post('/children/:id/expert-view/withdraw', async (request, reply) => {
    mustHold(signedIn(request), managers);
    const opened = await mustBeOpen(request, parts);
    const view = one(givenForm(request.body), 'view');
    const outcome = isId(view)
      ? await parts.record.withdrawView(opened, view)
      : ({ kind: 'refused', message: 'There is no such view' } as const);
    if (outcome.kind === 'refused') return sendPage(reply, await show(request, outcome.message), 400);
    return reply.redirect(`/children/${personOf(request)}/expert-view`, 303);
  });
}

function addShown(server: FastifyInstance, parts: WebParts): void {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));
  server.get('/shown-to-me', outside, async (request, reply) =>
    sendPage(reply, <ShownToMe frame={frameOf(request, parts)} views={await parts.record.ownViews(signedIn(request).session)} />),
  );

  server.get('/shown-to-me/:view', outside, async (request, reply) => {
    const view = parameter(request, 'view');
    const entries = isId(view) ? await parts.record.readView(signedIn(request).session, view) : [];
    if (entries.length === 0) throw new Refusal(404, 'Nothing of that is shown to you today.');
    return sendPage(reply, <ShownEntries frame={frameOf(request, parts)} entries={entries} steps={steps} links={unnamed(entries)} />);
  });
}

/** Whoever and whatever an answer points at is not named to somebody from outside: ids of people say nothing here. */
function unnamed(entries: readonly ShownEntry[]) {
  const values = entries
    .flatMap(({ answers }) => Object.values(answers))
    .flatMap((value) => [value, ...linesIn(value).flatMap(Object.values)]);
  const hidden = [...new Set(values)]
    .filter((value) => typeof value === 'string' && isId(value))
    .map((value): Option => ({ value: String(value), label: 'not named here' }));
  return { entry: hidden, member: hidden, team: hidden, person: hidden };
}
