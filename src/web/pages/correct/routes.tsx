import type { FastifyInstance } from 'fastify';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import { whatWasStruck, type Line } from '../../../kernel/step/history.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { labels, asOptions } from '../../by-id.ts';
import type { Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, parameter, sendPage } from '../../request.ts';
import { Refusal, signedIn } from '../../session.ts';
import { linkOptions } from '../child/child.ts';
import { mustBeOpen } from '../child/opening.ts';
import { EntryProcedures } from '../procedures/step-procedures.tsx';
import { nameWords, peopleLinked } from '../family/people-linked.ts';
import { addCorrecting } from './correct-routes.tsx';
import { addMoving, mayMove } from './move-routes.tsx';
import { findEntry } from './putting-right.ts';
import { addStriking } from './strike-routes.tsx';
import { versionOf, VersionsPage } from './versions-page.tsx';
import { WithheldPage } from './withheld-page.tsx';

/** What stands in a record is put right: corrected, struck out, or moved to whose it is. What it said before stays, for those who may read it. */
export function addPuttingRight(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  addVersions(server, parts);
  addCorrecting(server, parts, memory);
  addStriking(server, parts, memory);
  addMoving(server, parts, memory);
  addWithheld(server, parts);
}

function addVersions(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id/entries/:entry', async (request, reply) => {
    const opened = await mustBeOpen(request, parts);
    const { session } = signedIn(request);
    const [record, members, teams] = await Promise.all([
      parts.record.read(opened),
      parts.members.all(session),
      parts.members.teams(session),
    ]);
    const entry = parameter(request, 'entry');
    const names = labels(asOptions(members));
    const nameOf = (id: string): string => names.get(id) ?? id;
    const steps = new Map(parts.steps.map((step) => [step.name, step]));
    const links = linkOptions(record, members, teams, steps, await peopleLinked(parts, session, record));
    const struck = whatWasStruck(record.chain).find(({ lines }) => lines[0]?.entry === entry);
    const step = steps.get(struck?.by.step ?? '');
    const proceduresOf = ({ name }: AnyStep, [first]: readonly Line[]) =>
      first === undefined ? null : (
        <EntryProcedures manual={parts.procedures()} step={name} roles={session.roles} now={parts.now()} recordedAt={first.recordedAt} />
      );
    const page = { frame: frameOf(request, parts), person: record.person, name: record.standing.name, entry, links };
    if (struck !== undefined && step !== undefined)
      return sendPage(
        reply,
        <VersionsPage
          {...page}
          step={step}
          procedures={proceduresOf(step, struck.lines)}
          versions={struck.lines.map((line) => versionOf(line, nameOf(line.recordedBy)))}
          struck={{ by: nameOf(struck.by.recordedBy), at: struck.by.recordedAt, reason: struck.by.reason ?? '' }}
          isWithheld={false}
          mayPutRight={false}
          mayMove={false}
          recorded={false}
        />,
      );
    const found = await findEntry(request, parts, entry);
    return sendPage(
      reply,
      <VersionsPage
        {...page}
        step={found.step}
        procedures={proceduresOf(found.step, found.versions)}
        versions={found.versions.map((line) => versionOf(line, nameOf(line.recordedBy)))}
        struck={undefined}
        isWithheld={found.statement.withheld === true}
        mayPutRight={found.mayPutRight}
        mayMove={mayMove(found)}
        recorded={one(givenForm(request.query), 'recorded') !== ''}
      />,
    );
  });
}

function addWithheld(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id/withheld', async (request, reply) => {
    const opened = await mustBeOpen(request, parts);
    const record = await parts.record.read(opened);
    if (record.restricted !== true) throw new Refusal(404, 'This record is not restricted: nothing is withheld because of it.');
    const withheld = await parts.record.withheldFrom(opened);
    const named = await parts.record.named(signedIn(request).session, [...new Set(withheld.map(({ person }) => person))]);
    const steps = new Map(parts.steps.map(({ name, title }) => [name, title]));
    const wordsOf = (entry: string): string => {
      const line = record.chain.find((one) => one.entry === entry);
      return line === undefined ? 'An entry' : `${formatDate(line.happenedOn)}: ${steps.get(line.step) ?? line.step}`;
    };
    return sendPage(
      reply,
      <WithheldPage
        frame={frameOf(request, parts)}
        person={record.person}
        name={record.standing.name}
        withheld={withheld.map(({ person, entry }) => {
          const who = named.get(person);
          return {
            href: `/children/${person}/entries/${entry}/correct`,
            words: wordsOf(entry),
            from: who === undefined ? 'somebody' : nameWords(who),
          };
        })}
      />,
    );
  });
}
