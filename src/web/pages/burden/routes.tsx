import type { FastifyInstance } from 'fastify';
import { addDays, dayInEngland } from '../../../kernel/calendar/dates.ts';
import { isOfADay } from '../../../oversight/burden/lag.ts';
import { burdenMay } from '../../../oversight/burden/who-may.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { holds, mustHold, signedIn } from '../../session.ts';
import { BurdenPage } from './page.tsx';

/** Half a year of weeks. */
const days = 26 * 7;
const fourWeeks = 28 * 86_400_000;

/** What recording costs teams and the whole service. */
export function addBurden(server: FastifyInstance, parts: WebParts): void {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));
  server.get('/burden', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, burdenMay);
    const { session } = who;
    const asked = one(givenForm(request.query), 'team');
    const today = dayInEngland(parts.now());
    const ofADay = parts.steps.filter((step) => step.file === undefined && isOfADay(step, today)).map(({ name }) => name);
    const since = new Date(parts.now().getTime() - fourWeeks).toISOString();
    const [weeks, told, questions, lag, teams] = await Promise.all([
      parts.recording.weeks(session, addDays(today, -days)),
      parts.recording.steps(session),
      parts.recording.questions(session),
      parts.record.recordingLag(session, since, ofADay),
      parts.members.teams(session),
    ]);
    const seesAll = holds(who, ['headOfService', 'performanceAnalyst']);
    return sendPage(
      reply,
      <BurdenPage
        frame={frameOf(request, parts)}
        steps={steps}
        wordingOf={parts.wordingOf}
        teams={seesAll ? teams : teams.filter(({ id }) => session.teams.includes(id))}
        team={isId(asked) ? asked : undefined}
        weeks={weeks}
        told={told}
        questions={questions}
        lag={lag}
      />,
    );
  });
}
