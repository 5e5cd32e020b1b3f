import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { waitingOf, waitingTotal, type Gone } from '../../../oversight/workforce/waiting.ts';
import { noTeamMay, ownTeamMay, workforcePageMay } from '../../../oversight/workforce/who-may.ts';
import { sharedPrefix } from '../../form/understand.ts';
import { askedDay } from '../../asked-day.ts';
import type { Team, WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { Elsewhere, holds, mustHold, Refusal, signedIn, type Who } from '../../session.ts';
import { statedIn } from '../files/stated-in.ts';
import { AllocationPage } from './allocation-page.tsx';
import { candidatesIn, goneOn, waitingIn } from './allocating.ts';
import { standardFor } from '../induction/model.ts';
import { figuresOf, knownOn, recordingOf, register, toldOn } from './model.ts';
import { NoTeamPage } from './no-team-page.tsx';
import { TotalsPage } from './totals-page.tsx';
import { TeamPage } from './team-page.tsx';

/** A head of service answers for every team, a manager for their own. */
const teamsOf = <T extends Team>(who: Who, teams: readonly T[]): readonly T[] =>
  holds(who, ['headOfService']) ? teams : teams.filter(({ id }) => who.session.teams.includes(id));

/** The workforce that the record rests on: posts and people, what presses on them, who carries what, and who has nobody. */
export function addWorkforce(server: FastifyInstance, parts: WebParts): void {
  const today = () => dayInEngland(parts.now());

  server.get('/workforce', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, workforcePageMay);
    const { session } = who;
    const isHead = holds(who, ['headOfService']);
    if (!isHead && !holds(who, ['performanceAnalyst'])) throw new Elsewhere(`/workforce/team/${session.teams[0] ?? 'none'}`);
    const { on, problem } = askedDay(request, today());
    const [known, recording] = await Promise.all([knownOn(parts, session, toldOn(isHead, on, today())), recordingOf(parts, session, on)]);
    const figures = figuresOf(known, recording, known.teams);
    const waiting = waitingTotal(known.carried, goneOn(known), known.on);
    const props = { frame: frameOf(request, parts), csrf: request.csrf, known, problem, figures, isHead, waiting };
    return sendPage(reply, <TotalsPage {...props} />, problem === undefined ? 200 : 400);
  });

  server.post('/workforce/register', async (request, reply) => {
    mustHold(signedIn(request), ['headOfService']);
    const given = givenForm(request.body);
    const step = parts.steps.find(({ name }) => name === 'caseloadStandard');
    if (step === undefined) throw new Error('caseloadStandard');
    const form = Object.fromEntries(['why', 'usual'].map((name) => [`${sharedPrefix}.${name}`, one(given, name)]));
    const asked = { ...form, [`${sharedPrefix}.from`]: today() };
    const entry = isId(one(given, 'entry')) ? one(given, 'entry') : crypto.randomUUID();
    const problems = await statedIn(request, parts, { file: register, step, entry, form: asked });
    if (problems[0] !== undefined) throw new Refusal(400, `${problems[0].message}.`);
    return reply.redirect(`/files/${register.file}`, 303);
  });

  server.get('/workforce/team/:team', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, ownTeamMay);
    const { session } = who;
    const { on, problem } = askedDay(request, today());
    const [known, recording] = await Promise.all([knownOn(parts, session, on), recordingOf(parts, session, on)]);
    const own = teamsOf(who, known.teams);
    const team = teamAsked(parameter(request, 'team'), own);
    const [figures] = figuresOf(known, recording, [team]);
    if (figures === undefined) throw new Error('a team has figures');
    const files = new Map(
      (await parts.record.files(session, 'staff')).flatMap(({ file, subject }) => (subject === undefined ? [] : [[subject, file]])),
    );
    const others = holds(who, ['headOfService']) ? [] : own.filter(({ id }) => id !== team.id);
    const ofTeam = known.carried.filter((child) => child.team === team.id);
    const waiting = waitingTotal(ofTeam, goneOn(known), known.on);
    const props = { frame: frameOf(request, parts), known, problem, today: today(), figures, files, others, waiting };
    return sendPage(reply, <TeamPage {...props} />, problem === undefined ? 200 : 400);
  });

  addNoTeam(server, parts);
  addAllocation(server, parts);
}

/** Who carries what, and which children of a team have nobody. */
function addAllocation(server: FastifyInstance, parts: WebParts): void {
  server.get('/workforce/allocation', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, ownTeamMay);
    const { session } = who;
    const known = await knownOn(parts, session, dayInEngland(parts.now()));
    const teams = teamsOf(who, known.teams);
    const asked = one(givenForm(request.query), 'team');
    const gone = goneOn(known);
    const { ofTeam } = waitingTotal(known.carried, gone, known.on);
    const first = teams.find(({ id }) => ofTeam.has(id)) ?? teams[0];
    const team = teamAsked(isId(asked) ? asked : (first?.id ?? ''), teams);
    const children = await parts.record.list(session, { teams: [team.id], runningOn: known.on, purpose: 'children without a worker' });
    const candidates = candidatesIn(team.id, known, children, gone);
    const waiting = waitingIn(children, candidates, known, gone);
    return sendPage(reply, <AllocationPage {...{ frame: frameOf(request, parts), known, team, teams, ofTeam, waiting, candidates }} />);
  });
}

/** Children who are in no team, and so on the page of none. */
function addNoTeam(server: FastifyInstance, parts: WebParts): void {
  const today = () => dayInEngland(parts.now());
  server.get('/workforce/no-team', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, noTeamMay);
    const [children, standard] = await Promise.all([
      parts.record.list(who.session, { withoutTeam: true, runningOn: today(), purpose: 'children in no team yet' }),
      standardFor(parts, who.session, today()),
    ]);
    const waiting = children
      .filter(({ standing }) => standing.team === undefined && standing.worker === undefined)
      .flatMap(({ person, standing }) => {
        const one = waitingOf(standing, nobodyGone, today());
        return one === undefined ? [] : [{ ...one, person, standing }];
      })
      .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0) || a.standing.name.localeCompare(b.standing.name));
    const props = { frame: frameOf(request, parts), standard, waiting, mayAllocate: holds(who, ['headOfService']) };
    return sendPage(reply, <NoTeamPage {...props} />);
  });
}

/** Whom nobody was named for nobody has left. */
const nobodyGone: Gone = { left: new Map(), away: new Map() };

function teamAsked<T extends Team>(asked: string, own: readonly T[]): T {
  const team = own.find(({ id }) => id === asked);
  if (team === undefined) throw new Refusal(403, 'A team is read by its own manager and by heads of service.');
  return team;
}
