import type { FastifyInstance } from 'fastify';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, sendPage } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { mustHold, signedIn } from '../../session.ts';
import { linkOptions } from '../child/child.ts';
import { openedRecord, personOf } from '../child/opening.ts';
import { isRecordedOf } from '../child/recorded-of.ts';
import { ReasonPage } from '../child/reason-page.tsx';
import { peopleLinked } from '../family/people-linked.ts';
import { careModel } from './care-model.ts';
import { CarePage } from './page.tsx';

/** In care and after it: what holds for a child whose record is open. */
export function addCare(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id/care', async (request, reply) => {
    const person = personOf(request);
    const who = signedIn(request);
    mustHold(who, [...practitioners, 'inspector']);
    const opened = await openedRecord(request, parts, person);
    if (opened === undefined)
      return sendPage(reply, <ReasonPage frame={frameOf(request, parts)} csrf={request.csrf} person={person} next={request.url} />);
    const known = asKnown(givenForm(request.query), parts.now());
    const { session } = who;
    const record = await parts.record.read(opened, known.instant);
    const [members, teams, people] = await Promise.all([
      parts.members.all(session),
      parts.members.teams(session),
      peopleLinked(parts, session, record, known.instant),
    ]);
    const steps = new Map(parts.steps.map((step) => [step.name, step]));
    const mayRead = (step: string): boolean => steps.get(step)?.may.read.some((role) => session.roles.includes(role)) ?? false;
    const mayRecord = parts.steps.filter(
      (step) =>
        known.instant === undefined && isRecordedOf(step, record.standing) && step.may.record.some((role) => session.roles.includes(role)),
    );
    return sendPage(
      reply,
      <CarePage
        frame={frameOf(request, parts)}
        person={person}
        name={record.standing.name}
        known={known}
        sections={careModel({ history: record.history.filter(({ step }) => mayRead(step)), today: known.today, steps: parts.steps })}
        links={linkOptions(record, members, teams, steps, people)}
        mayRecord={new Map(mayRecord.map(({ name, title }) => [name, title]))}
      />,
    );
  });
}
