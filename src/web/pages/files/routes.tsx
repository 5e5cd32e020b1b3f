import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { assuring } from '../../../governance/assurance/assuring.ts';
import { fileKinds, type FileKind } from '../../../kernel/step/file-kind.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import type { Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage, several } from '../../request.ts';
import { asKnown } from '../../said-dates.ts';
import { Elsewhere, signedIn } from '../../session.ts';
import { soughtWords } from '../../sought.ts';
import { childModel, type ChildModel } from '../child/child.ts';
import { tryFileDoor } from '../child/opening.ts';
import { filterIn } from '../child/routes.tsx';
import { draftsHere, DraftsHere } from '../drafts/lists.tsx';
import { peopleLinked } from '../family/people-linked.ts';
import { StaffAgenda } from '../supervision/agenda.tsx';
import { ComplaintSection } from '../voice/complaint.tsx';
import { begunIn, sampledOf, SupervisionSample } from '../audits/supervision-sample.tsx';
import { gradesOf, Programme } from '../audits/programme.tsx';
import { AllegationsTold } from './allegations-told.tsx';
import { AllegationSection } from '../allegations/file-section.tsx';
import { InductionSection } from '../induction/file-section.tsx';
import { inductionsOf } from '../induction/model.ts';
import { CourseSection } from '../training/course-section.tsx';
import { LivingThere } from '../fostering/living-there.tsx';
import { ReviewSection } from '../case-reviews/file-section.tsx';
import { bodiesBelow, readBodies, shownBelow } from '../safeguarding-board/below.ts';
import { Body } from '../safeguarding-board/body.tsx';
import { mayRecord } from '../safeguarding-board/part.tsx';
import { ServiceSection } from '../inspections/file-section.tsx';
import { Themes } from '../voice/themes.tsx';
import { openedFile } from './opened-file.ts';
import { FilePage, foldsEntries } from './page.tsx';

/** A file: what is due in it, what was recorded, the latest first; of a member of staff with what the next supervision is about. */
export function addFiles(server: FastifyInstance, parts: WebParts): void {
  server.addHook('preHandler', (request) => tryFileDoor(request, parts));

  server.get('/files/:id', async (request, reply) => {
    const { session } = signedIn(request);
    const opened = await openedFile(request, parts, parameter(request, 'id'));
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
    const agenda = known.instant === undefined ? await agendaOf(request, parts, model) : null;
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
        agenda={agenda}
        isFolded={agenda !== null && foldsEntries(model, one(given, 'entries') !== '')}
      />,
    );
  });
}

/** What a file of this kind is worked from. */
async function agendaOf(request: FastifyRequest, parts: WebParts, model: ChildModel): Promise<ComponentChildren> {
  const { session } = signedIn(request);
  const { file } = model.record.standing;
  if (file?.kind === 'staff') {
    const subject = file.subject ?? '';
    const [children, drafts] = await Promise.all([
      parts.record.list(session, { worker: subject, runningOn: model.known.today }),
      parts.record.draftsWaiting(session, subject),
    ]);
    return <StaffAgenda file={model} children={children} drafts={drafts} />;
  }
  if (file?.kind === 'caseReview' || file?.kind === 'complaint' || file?.kind === 'allegation') {
    const [named, members] = await Promise.all([parts.record.namedFor(session, model.record.person), parts.members.all(session)]);
    const props = { csrf: request.csrf, file: model, named, members, mayName: session.roles.includes(namerOf(file.kind)) };
    if (file.kind === 'allegation') return <AllegationSection {...props} />;
    return file.kind === 'complaint' ? <ComplaintSection {...props} /> : <ReviewSection {...props} />;
  }
  if (file?.kind === 'induction') {
    const { inductees } = await inductionsOf(parts, session, model.known);
    return <InductionSection file={model} one={inductees.find((one) => one.file === model.record.person)} />;
  }
  if (file?.kind === 'course') {
    const [named, members, bookings, found] = await Promise.all([
      parts.record.namedFor(session, model.record.person),
      parts.members.all(session),
      parts.record.courseBookings(session),
      parts.record.practiceFound(session),
    ]);
    const props = { csrf: request.csrf, file: model, named, members, mayName: session.roles.includes('headOfService') };
    return <CourseSection {...props} bookings={bookings} found={found} />;
  }
  if (file?.kind === 'body') return bodyAgenda(parts, session, model);
  if (file?.kind === 'fosterCarer') return carersSections(parts, session, model);
  if (file?.kind === 'adopters') return <AllegationsTold history={model.record.history} setting="other" />;
  if (file?.kind === 'inspection') return <ServiceSection file={model} members={await parts.members.all(session)} />;
  if (file?.kind === 'voice')
    return <Themes history={model.record.history} file={mayRecord(model, 'themeResponse') ? model.record.person : undefined} />;
  if (file?.kind !== 'auditProgramme') return null;
  if (begunIn(model.record.history)?.answers['population'] === 'supervisions') {
    const mayJudge = session.roles.includes('headOfService');
    return <SupervisionSample file={model} sampled={await sampledOf(parts, session, model)} mayJudge={mayJudge} />;
  }
  const isModerator = model.mayRecord.some(({ name }) => name === 'auditModeration');
  const grades = await gradesOf(parts, session, model.record.person);
  return (
    <Programme
      csrf={request.csrf}
      file={model}
      people={model.links.person}
      grades={grades}
      isModerator={isModerator}
      isChair={session.roles.includes('reviewingOfficer')}
    />
  );
}

async function carersSections(parts: WebParts, session: Session, { record, known }: ChildModel): Promise<ComponentChildren> {
  const [listed, used] = await Promise.all([parts.record.list(session, { lookedAfter: true }), parts.record.fosterPlaces(session)]);
  const children = listed.filter(({ standing }) => standing.carersFile === record.person);
  return (
    <>
      <LivingThere children={children} used={used.get(record.person) ?? 0} today={known.today} />
      <AllegationsTold history={record.history} setting="fostering" />
    </>
  );
}

async function bodyAgenda(parts: WebParts, session: Session, model: ChildModel): Promise<ComponentChildren> {
  const [bodies, courses, figures] = await Promise.all([
    parts.record.files(session, 'body'),
    parts.record.courses(session),
    parts.record.bodyFigures(session, model.record.person, assuring.rules),
  ]);
  const { person, history, standing } = model.record;
  const below = await readBodies(parts, session, shownBelow(history, model.known.today, bodiesBelow(person, bodies)));
  const hasCourses = courses.some(({ body }) => body === person);
  return <Body file={model} above={standing.file?.subject} bodies={bodies} below={below} hasCourses={hasCourses} figures={figures} />;
}

const namerOf = (kind: FileKind): Role => (kind === 'allegation' ? 'designatedOfficer' : 'headOfService');

const kindWords = (kind: FileKind): string => fileKinds[kind];
