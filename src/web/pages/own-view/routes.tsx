import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { assemble } from '../../../outputs/assemble.ts';
import { mustBeLeftOut } from '../../../outputs/material.ts';
import { reviewing } from '../../../practice/pathway.ts';
import { familyOn } from '../../../practice/people/family.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { Refusal } from '../../session.ts';
import { mustBeOpen } from '../child/opening.ts';
import { materialOf } from '../outputs/making.ts';
import { peopleAround } from '../outputs/people.ts';
import { OwnViewPage } from './page.tsx';

/** What the child would read, from the record as it stands; beside it, for the worker alone, what is left out and why. */
export function addOwnView(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id/own-view', async (request, reply) => {
    const opened = await mustBeOpen(request, parts);
    const [record, relatives] = await Promise.all([parts.record.read(opened), parts.record.relatives(opened)]);
    const { person, standing } = record;
    if (standing.adult === true || standing.file !== undefined) throw new Refusal(404, 'This is no child’s record.');
    const today = dayInEngland(parts.now());
    const around = peopleAround(familyOn(person, relatives, today), record);
    const child = { person, name: standing.name, bornOn: standing.bornOn, expectedOn: standing.expectedOn };
    const made = await materialOf(
      request,
      parts,
      { records: new Map([[person, record]]), around, props: { child, chosen: [child], given: {} } },
      {
        kind: 'ownView',
        recipient: { kind: 'child', name: standing.name, person },
        filter: { from: '', to: '', steps: [] },
        format: 'pdf',
      },
    );
    // Nobody has approved it by looking at it.
    const material = { ...made, madeBy: '' };
    const leftOut = mustBeLeftOut(material, 'ownView');
    const topics = reviewing.notToldToChild(record.history);
    const frame = frameOf(request, parts);
    const mayRecord = (step: string): boolean => frame.viewer?.records.has(step) === true;
    return sendPage(
      reply,
      <OwnViewPage
        frame={frame}
        person={person}
        name={standing.name}
        sections={assemble('ownView', material, leftOut)}
        leftOut={leftOut}
        topics={topics}
        unread={(record.unread ?? []).filter(({ isStruck }) => isStruck !== true).length}
        may={{ make: mayRecord('ownView'), tell: mayRecord('childTold'), release: mayRecord('documentReleased') }}
      />,
    );
  });
}
