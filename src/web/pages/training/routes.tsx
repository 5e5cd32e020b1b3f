import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addMonths, dayInEngland } from '../../../kernel/calendar/dates.ts';
import { boardPeople, practitioners, practitionersAndLeads } from '../../../kernel/step/permission.ts';
import { coursesOf, neededTopics } from '../../../oversight/training/courses.ts';
import type { NewFile } from '../../../record/files.ts';
import { sharedPrefix } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { addFilesOfKind } from '../files/kind-routes.tsx';
import { statedIn } from '../files/stated-in.ts';
import { trainingOf, type ToCome } from './model.ts';
import { TrainingPage } from './page.tsx';
import { TrainingResultsPage } from './results-page.tsx';

const makers = ['headOfService', 'boardManager'] as const;
const readers = [...practitionersAndLeads, ...boardPeople];
const resultsReaders = [...practitioners, ...boardPeople];
const notices: Readonly<Record<string, string>> = {
  booked: 'The place is booked.',
  'given-back': 'The place is given back.',
  places: 'The places are booked.',
};

/** Training: courses and places; what is due; what it comes to. A course has a file of its own. */
export function addTraining(server: FastifyInstance, parts: WebParts): void {
  server.get('/training', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, readers);
    const model = await trainingOf(parts, who.session, dayInEngland(parts.now()));
    const frame = frameOf(request, parts);
    const said = notices[one(givenForm(request.query), 'done')];
    const may = { mayBegin: holds(who, makers), mayReadResults: holds(who, resultsReaders) };
    return sendPage(reply, <TrainingPage frame={frame} csrf={request.csrf} model={model} said={said} {...may} />);
  });

  server.get('/training/results', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, resultsReaders);
    const [entries, needs, found, bodies] = await Promise.all([
      parts.record.courses(who.session),
      parts.record.trainingNeeds(who.session),
      parts.record.practiceFound(who.session),
      parts.record.files(who.session, 'body'),
    ]);
    const courses = coursesOf(entries);
    const sits = courses.some(({ body }) => bodies.some(({ file }) => file === body));
    const today = dayInEngland(parts.now());
    return sendPage(
      reply,
      <TrainingResultsPage
        frame={frameOf(request, parts)}
        today={today}
        courses={courses}
        needs={neededTopics(needs, courses, addMonths(today, -12))}
        found={found}
        isTold={holds(who, makers) || sits}
      />,
    );
  });

  addCourses(server, parts);
  addBooking(server, parts);
  addAgencyBooking(server, parts);
}

function addCourses(server: FastifyInstance, parts: WebParts): void {
  addFilesOfKind(server, parts, {
    path: '/training/courses',
    kind: 'course',
    step: 'courseDesign',
    asks: ['from', 'topic', 'aim', 'standard', 'mandatoryFor', 'everyMonths'],
    mayRead: [...practitioners, 'boardManager'],
    mayBegin: makers,
    called: '',
    answersTo: {
      kind: 'body',
      label: 'Which body it answers to',
      hint: 'Whoever sits there is told what it comes to, and agencies book there',
    },
    words: {
      title: 'Courses',
      intro: 'The courses whose file you may open: sessions, who has booked, who came, and what those say who came.',
      none: 'There is no course whose file you may open.',
      one: 'Course',
      begin: {
        heading: 'A new course',
        title: 'What the course is called',
        hint: '“Respectful uncertainty”',
        button: 'Begin the course',
      },
    },
  });
}

function addBooking(server: FastifyInstance, parts: WebParts): void {
  /** A place for oneself, or for somebody whom one supervises: an entry of their staff file. */
  server.post('/training/book', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitionersAndLeads);
    const { toCome, own, supervised } = await trainingOf(parts, who.session, dayInEngland(parts.now()));
    const given = givenForm(request.body);
    const found = sessionIn(toCome, one(given, 'session'));
    const asked = one(given, 'member');
    const learner = [...(own === undefined ? [] : [own]), ...supervised].find(
      ({ member }) => member.id === (asked === '' ? own?.member.id : asked),
    );
    if (learner === undefined) throw new Refusal(403, 'You book a place for yourself, or for somebody whom you supervise.');
    if (found.free <= 0) throw new Refusal(400, 'This session is full. Choose another one.');
    return stated(request, reply, parts, {
      file: staffFile(learner.member),
      step: 'trainingBooking',
      answers: { course: found.course.title, session: found.session.entry, heldOn: found.session.heldOn },
      done: 'booked',
    });
  });

  server.post('/training/give-back', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), practitionersAndLeads);
    const wanted = one(givenForm(request.body), 'session');
    const mine = (await parts.record.supervised(session)).find(({ member }) => member === session.actor)?.file;
    const opening = mine === undefined ? undefined : await parts.record.openFile(session, mine);
    const history = opening?.kind === 'opened' ? (await parts.record.read(opening.record)).history : [];
    const given = new Set(history.flatMap(({ step, answers }) => (step === 'trainingBookingEnd' ? [answers['booking']] : [])));
    const booking = history.findLast(
      ({ step, entry, answers }) => step === 'trainingBooking' && answers['session'] === wanted && !given.has(entry),
    );
    const name = (await parts.members.all(session)).find(({ id }) => id === session.actor)?.name ?? '';
    if (booking === undefined) throw new Refusal(404, 'You have no place in this session.');
    return stated(request, reply, parts, {
      file: staffFile({ id: session.actor, name }),
      step: 'trainingBookingEnd',
      answers: { booking: booking.entry },
      done: 'given-back',
    });
  });
}

function addAgencyBooking(server: FastifyInstance, parts: WebParts): void {
  /** Places for an agency, in the file of the body to which the course answers: the database lets nobody book in another’s name. */
  server.post('/training/places', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, boardPeople);
    const model = await trainingOf(parts, who.session, dayInEngland(parts.now()));
    const given = givenForm(request.body);
    const found = sessionIn(model.toCome, one(given, 'session'));
    const { body } = found.course;
    const title = body === undefined || !model.speaksFor.has(body) ? undefined : body;
    if (title === undefined) throw new Refusal(403, 'You do not sit on the body to which this course answers.');
    const [agency, places] = [one(given, 'agency'), one(given, 'places')];
    const own = model.bookings.find((one) => one.session === found.session.entry && one.agency === agency)?.places ?? 0;
    if (Number(places) > found.agencyFree + own)
      throw new Refusal(400, `${places} places are asked for, and ${Math.max(0, found.agencyFree + own)} are free for agencies.`);
    return stated(request, reply, parts, {
      file: { file: title, kind: 'body', title: found.course.title },
      step: 'agencyPlaces',
      answers: { agency, course: found.course.title, session: found.session.entry, heldOn: found.session.heldOn, places },
      done: 'places',
    });
  });
}

function sessionIn(toCome: readonly ToCome[], entry: string): ToCome {
  const found = toCome.find(({ session }) => session.entry === entry);
  if (!isId(entry) || found === undefined) throw new Refusal(404, 'There is no such session to come.');
  return found;
}

const staffFile = ({ id, name }: { readonly id: string; readonly name: string }): NewFile => ({
  file: crypto.randomUUID(),
  kind: 'staff',
  title: `Staff file of ${name}`,
  subject: id,
});

type Stating = { readonly file: NewFile; readonly step: string; readonly answers: Readonly<Record<string, string>>; readonly done: string };

async function stated(request: FastifyRequest, reply: FastifyReply, parts: WebParts, { file, step: name, answers, done }: Stating) {
  const step = parts.steps.find((known) => known.name === name);
  if (step === undefined) throw new Error(name);
  const form = Object.fromEntries(
    Object.entries({ on: dayInEngland(parts.now()), ...answers }).map(([field, value]) => [`${sharedPrefix}.${field}`, value]),
  );
  const [problem] = await statedIn(request, parts, { file, step, entry: crypto.randomUUID(), form });
  if (problem !== undefined) throw new Refusal(400, `${problem.message}.`);
  return reply.redirect(`/training?done=${done}`, 303);
}
