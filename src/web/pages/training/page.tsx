import { formatDate } from '../../../kernel/calendar/dates.ts';
import { topicWords } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Details, NotificationBanner } from '../../components/notices.tsx';
import { counted, lateOrUntil } from '../../said-dates.ts';
import type { Learner, ToCome, TrainingModel } from './model.ts';
import { AgencyPlaces } from './agency-places.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly model: TrainingModel;
  readonly said: string | undefined;
  /** The reader begins courses. */
  readonly mayBegin: boolean;
  readonly mayReadResults: boolean;
};

/** Courses and their sessions, one's own training and what is due of it; a manager's people; an agency's places. */
export function TrainingPage({ frame, csrf, model, said, mayBegin, mayReadResults }: Props) {
  const { own, supervised, speaksFor } = model;
  return (
    <Layout frame={frame} title="Training" wide>
      {said === undefined ? null : <NotificationBanner titleText="Done" text={said} role="alert" classes="sl-notice" />}
      <h1 class="govuk-heading-l">Training</h1>
      {own === undefined ? null : <Own own={own} model={model} csrf={csrf} />}
      <SessionsToCome model={model} csrf={csrf} />
      {speaksFor.size === 0 ? null : <AgencyPlaces csrf={csrf} model={model} />}
      {supervised.length === 0 ? null : <Supervised model={model} />}
      {mayReadResults ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/training/results">
            What training comes to: needs, courses, and whether practice changed
          </a>
        </p>
      ) : null}
      {mayBegin ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/training/courses">
            Courses: their files, and a new one
          </a>
        </p>
      ) : null}
      <p class="govuk-body sl-due">
        As of {formatDate(model.today)}. What somebody has learnt is read by themself, by whoever supervises them and by whoever keeps the
        register of that course.
      </p>
    </Layout>
  );
}

const attendanceWords: Readonly<Record<string, string>> = { came: 'came', partly: 'came for a part', absent: 'did not come' };

function Own({ own, model: { toCome, today }, csrf }: { readonly own: Learner; readonly model: TrainingModel; readonly csrf: string }) {
  const places = toCome.filter(({ session }) => own.booked.has(session.entry));
  return (
    <section aria-labelledby="own">
      <h2 class="govuk-heading-m" id="own">
        My training
      </h2>
      {own.owed.length === 0 ? (
        <p class="govuk-body">Nothing mandatory is due.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {own.owed.map(({ title, dueOn, lastOn }) => (
            <li>
              {title}: due by {formatDate(dueOn)},{' '}
              {dueOn < today ? (
                <strong class="govuk-tag govuk-tag--red sl-tag">{lateOrUntil(dueOn, today)}</strong>
              ) : (
                lateOrUntil(dueOn, today)
              )}
              {lastOn === undefined ? '; not yet on record' : `; last on ${formatDate(lastOn)}`}
            </li>
          ))}
        </ul>
      )}
      {places.length === 0 ? null : (
        <CardTable
          caption="My places"
          heads={['Course', 'Day', 'Then']}
          rows={places.map((one) => [
            one.course.title,
            <When toCome={one} />,
            <Send csrf={csrf} action="/training/give-back" session={one.session.entry} words="Give it back" of={one.course.title} />,
          ])}
        />
      )}
      {own.trained.length === 0 ? null : (
        <Details
          summaryText={`What I have come to: ${counted(own.trained.length, 'course or day', 'courses or days')}`}
          text={
            <CardTable
              caption="What I have come to"
              captionClasses="govuk-visually-hidden"
              heads={['What', 'Topic', 'Day', 'Whether']}
              rows={own.trained.map(({ title, topic, heldOn, came, course }) => [
                title,
                topicWords(topic),
                formatDate(heldOn),
                course === undefined ? 'somewhere else' : (attendanceWords[came] ?? came),
              ])}
            />
          }
        />
      )}
    </section>
  );
}

const When = ({ toCome: { session } }: { readonly toCome: ToCome }) => (
  <>
    {formatDate(session.heldOn)}
    {session.venue === undefined ? null : <span class="sl-due sl-line">{session.venue}</span>}
  </>
);

type SendProps = { readonly csrf: string; readonly action: string; readonly session: string; readonly words: string; readonly of: string };

const Send = ({ csrf, action, session, words, of }: SendProps) => (
  <form method="post" action={action}>
    <CsrfField token={csrf} />
    <input type="hidden" name="session" value={session} />
    <button class="govuk-button govuk-button--secondary sl-button sl-tight" type="submit">
      {words}
      <span class="govuk-visually-hidden">: {of}</span>
    </button>
  </form>
);

function SessionsToCome({ model: { toCome, own, supervised }, csrf }: { readonly model: TrainingModel; readonly csrf: string }) {
  return (
    <section aria-labelledby="to-come">
      <h2 class="govuk-heading-m" id="to-come">
        Sessions to come
      </h2>
      {toCome.length === 0 ? (
        <p class="govuk-body">No session is announced.</p>
      ) : (
        <CardTable
          caption="Sessions to come"
          captionClasses="govuk-visually-hidden"
          heads={['Course', 'Day', 'Free of ours', ...(own === undefined ? [] : ['Then'])]}
          rows={toCome.map((one) => [
            <>
              {one.course.title}
              <span class="sl-due sl-line">{topicWords(one.course.topic)}</span>
            </>,
            <When toCome={one} />,
            one.free > 0 ? String(one.free) : 'full',
            ...(own === undefined ? [] : [<Book csrf={csrf} one={one} own={own} supervised={supervised} />]),
          ])}
        />
      )}
    </section>
  );
}

type BookProps = { readonly csrf: string; readonly one: ToCome; readonly own: Learner; readonly supervised: readonly Learner[] };

/** Oneself, by one touch; whomever one supervises, by name. */
function Book({ csrf, one: { course, session, free }, own, supervised }: BookProps) {
  const others = supervised.filter(({ booked }) => !booked.has(session.entry));
  const isMine = own.booked.has(session.entry);
  if (free <= 0) return <>{isMine ? 'My place is booked' : ''}</>;
  if (others.length === 0) {
    return isMine ? (
      <>My place is booked</>
    ) : (
      <Send csrf={csrf} action="/training/book" session={session.entry} words="Book a place" of={course.title} />
    );
  }
  const id = `for-${session.entry}`;
  return (
    <form method="post" action="/training/book" class="sl-filters sl-filters--plain">
      <CsrfField token={csrf} />
      <input type="hidden" name="session" value={session.entry} />
      <div class="sl-filter">
        <label class="govuk-label sl-label" for={id}>
          For<span class="govuk-visually-hidden"> whom, {course.title}</span>
        </label>
        <select class="govuk-select" id={id} name="member">
          {isMine ? null : <option value={own.member.id}>Myself</option>}
          {others.map(({ member }) => (
            <option value={member.id}>{member.name}</option>
          ))}
        </select>
      </div>
      <button class="govuk-button govuk-button--secondary sl-button" type="submit">
        Book a place<span class="govuk-visually-hidden">: {course.title}</span>
      </button>
    </form>
  );
}

/** By name, in the order of names: a reminder of what is due, and no comparison of anybody with anybody. Whoever is not late does not hide whoever is. */
function Supervised({ model: { supervised, today } }: { readonly model: TrainingModel }) {
  const lateOf = ({ owed }: Learner) => owed.filter(({ dueOn }) => dueOn < today);
  const nextOf = ({ owed }: Learner) => owed.find(({ dueOn }) => dueOn >= today);
  const said = (one: Learner) => {
    const next = nextOf(one);
    return next === undefined ? 'nothing' : `${next.title}: ${formatDate(next.dueOn)}`;
  };
  const late = supervised.filter((one) => lateOf(one).length > 0);
  const others = supervised.filter((one) => lateOf(one).length === 0);
  return (
    <section aria-labelledby="supervised">
      <h2 class="govuk-heading-m" id="supervised">
        People I supervise: what is due
      </h2>
      {late.length === 0 ? (
        <p class="govuk-body">Nobody is late.</p>
      ) : (
        <CardTable
          caption="Who is late"
          captionClasses="govuk-visually-hidden"
          heads={['Who', 'Late', 'Next']}
          rows={late.map((one) => [
            one.member.name,
            lateOf(one).map(({ title, dueOn }) => (
              <span class="sl-line">
                {title} <span class="sl-due">{lateOrUntil(dueOn, today)}</span>
              </span>
            )),
            said(one),
          ])}
        />
      )}
      {others.length === 0 ? null : (
        <Details
          summaryText={`Not late: ${counted(others.length, 'person', 'people')}`}
          text={
            <CardTable
              caption="Not late"
              captionClasses="govuk-visually-hidden"
              heads={['Who', 'Next']}
              rows={others.map((one) => [one.member.name, said(one)])}
            />
          }
        />
      )}
    </section>
  );
}
