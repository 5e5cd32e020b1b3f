import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fileKinds, type FileKind } from '../../../kernel/step/file-kind.ts';
import type { Opened } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage, several } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { Elsewhere, Refusal, signedIn } from '../../session.ts';
import { soughtWords } from '../../sought.ts';
import { childModel } from '../child/child.ts';
import { openedRecord, openFileFor } from '../child/opening.ts';
import { filterIn } from '../child/routes.tsx';
import { draftsHere, DraftsHere } from '../drafts/lists.tsx';
import { peopleLinked } from '../family/people-linked.ts';
import { StaffAgenda } from '../supervision/agenda.tsx';
import { FilePage } from './page.tsx';

const none = 'There is no such file, or it is not yours to open.';

/** The door of a file asks for no reason: whoever may open it has one, and the opening is logged all the same. */
async function openedFile(request: FastifyRequest, parts: WebParts): Promise<Opened> {
  const file = parameter(request, 'id').toLowerCase();
  if (!isId(file)) throw new Refusal(404, none);
  const known = await openedRecord(request, parts, file);
  if (known !== undefined) return known;
  const opening = await openFileFor(request, parts, file);
  if (opening.kind !== 'opened') throw new Refusal(404, none);
  return opening.record;
}

/** A file: what is due in it, what was recorded, the latest first; of a member of staff with what the next supervision is about. */
export function addFiles(server: FastifyInstance, parts: WebParts): void {
  server.get('/files/:id', async (request, reply) => {
    const { session } = signedIn(request);
    const opened = await openedFile(request, parts);
    const given = givenForm(request.query);
    const known = asKnown(given, parts.now());
    const [record, access, members, teams, drafts] = await Promise.all([
      parts.record.read(opened, known.instant),
      parts.record.whoOpened(opened),
      parts.members.all(session),
      parts.members.teams(session),
      draftsHere(parts, opened),
    ]);
    const { file } = record.standing;
    if (file === undefined) throw new Elsewhere(`/children/${opened.person}`);
    const model = childModel({
      record,
      access,
      restriction: undefined,
      members,
      teams,
      people: await peopleLinked(parts, session, record, known.instant),
      parts,
      session,
      known,
      filter: filterIn(given, soughtWords(request, 'words')),
      recorded: one(given, 'recorded') !== '',
    });
    const { subject = '' } = file;
    const children = file.kind === 'staff' ? await parts.record.list(session, { worker: subject, runningOn: known.today }) : [];
    return sendPage(
      reply,
      <FilePage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        kind={kindWords(file.kind)}
        file={model}
        drafts={
          <DraftsHere
            drafts={drafts}
            steps={parts.steps}
            members={members}
            isJustSaved={one(given, 'draft') === 'saved'}
            settles={several(given, 'settles').filter(isId)}
          />
        }
        agenda={file.kind === 'staff' && known.instant === undefined ? <StaffAgenda file={model} of={subject} children={children} /> : null}
      />,
    );
  });
}

const kindWords = (kind: FileKind): string => fileKinds[kind];
