import type { ComponentChildren } from 'preact';
import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { isAdopted } from '../../../practice/adoption/adopted.ts';
import { KnownAtInputs } from '../../components/form-parts.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { InsetText, NotificationBanner } from '../../components/notices.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Warnings } from '../../components/warnings.tsx';
import { AnswerList } from '../../form/answers.tsx';
import { formatInstant } from '../../said-dates.ts';
import { ageWords, careWords, standingWords } from '../board/row.ts';
import { PastBanner } from '../board/page.tsx';
import { AboutTheRecord } from './about-the-record.tsx';
import { isOfferedFirst } from './offered-first.ts';
import { Beside } from './beside.tsx';
import type { ChildModel } from './child.ts';
import { Chronology } from './chronology.tsx';
import { Clocks } from './clocks.tsx';
import { Patterns } from './patterns.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly child: ChildModel;
  readonly drafts?: ComponentChildren;
  readonly asks?: ComponentChildren;
};

export function ChildPage({ frame, csrf, child, drafts, asks }: Props) {
  const {
    record: { standing, person },
    known,
  } = child;
  return (
    <Layout frame={frame} title={standing.name} wide {...(drafts === undefined ? {} : { script: '/assets/draft.js' })}>
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back={`/children/${person}`} />}
      {child.recorded ? (
        <NotificationBanner titleText="Recorded" text="It is in the record, and on every open board." role="alert" classes="sl-notice" />
      ) : null}
      {asks}
      <div class="sl-head">
        <div>
          <h1 class="govuk-heading-l sl-tight">{standing.name}</h1>
          <p class="govuk-body sl-tight">
            {[agePhrase(child), standingWords(standing), careWords(standing)].filter((part) => part !== '').join(' · ')}
          </p>
          <Beside child={child} />
        </div>
        <form method="get" action={`/children/${person}`} class="sl-filters sl-filters--plain" aria-label="As known at">
          <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
          <button class="govuk-button govuk-button--secondary sl-button" type="submit">
            Show
          </button>
        </form>
      </div>
      <Died child={child} />
      {child.closedTo === undefined ? null : (
        <InsetText text={`This record is restricted: ${child.closedTo.ring}. It may be opened by ${child.closedTo.names.join(', ')}.`} />
      )}
      <Warnings standing={standing} today={known.today} />
      {drafts}
      {child.mayRecord.length === 0 ? null : <RecordSomething child={child} />}
      <div class="sl-columns">
        <div class="sl-columns__main">
          <Clocks child={child} />
          <Patterns child={child} />
          <Chronology csrf={csrf} child={child} />
        </div>
        <div class="sl-columns__side">
          <Responsible child={child} />
          <Who child={child} />
          <WhoOpened child={child} />
        </div>
      </div>
    </Layout>
  );
}

/** A death that was recorded here: who restricts the record is asked to, until it is. */
function Died({ child: { record, mayRestrict, closedTo } }: { readonly child: ChildModel }) {
  const isAsked = mayRestrict && closedTo === undefined && record.history.some(({ step }) => step === 'childDeath');
  return isAsked ? (
    <InsetText
      text={
        <>
          This child has died. Restrict the record to the people who need it now:{' '}
          <a class="govuk-link" href={`/children/${record.person}/restrict`}>
            name them
          </a>
          .
        </>
      }
    />
  ) : null;
}

function agePhrase({ record: { standing }, known }: ChildModel): string {
  const age = ageWords(standing, known.today);
  return /^\d+$/.test(age) ? `${age} ${age === '1' ? 'year' : 'years'} old` : age;
}

function RecordSomething({
  child: {
    mayRecord,
    comesNext,
    record: { person, standing },
  },
}: {
  readonly child: ChildModel;
}) {
  const isFirst = ({ name }: AnyStep): boolean => isOfferedFirst(name, comesNext, standing);
  const first = mayRecord.filter(isFirst);
  const rest = mayRecord.filter((step) => !isFirst(step));
  const links = (steps: typeof mayRecord) =>
    steps.map(({ name, title }) => (
      <li>
        <a class="govuk-link" href={`/children/${person}/record/${name}`} data-key={name === 'visit' ? 'v' : undefined}>
          {title}
        </a>
      </li>
    ));
  return (
    <nav class="sl-record" aria-label="Record something">
      <strong>Record:</strong>
      <ul class="sl-record__list">{links(first)}</ul>
      {rest.length === 0 ? null : (
        <details class="sl-more">
          <summary data-key="r">Something else</summary>
          <ul class="sl-record__list">{links(rest)}</ul>
        </details>
      )}
      <span class="sl-due sl-keys-told">V: a visit. R: something else</span>
    </nav>
  );
}

const Facts = ({ facts }: { readonly facts: readonly (readonly [string, string])[] }) => (
  <SummaryList classes="sl-list" rows={facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />
);

const said = (on: LocalDate | undefined): string => (on === undefined ? 'not known' : formatDate(on));

function Responsible({
  child: {
    leavingCare,
    worker,
    team,
    managers,
    officer,
    mayRestrict,
    mayRecord,
    closedTo,
    record: { standing, chain, person, history },
  },
}: {
  readonly child: ChildModel;
}) {
  const latest = chain.at(-1);
  return (
    <section aria-labelledby="responsible">
      <h2 class="govuk-heading-m" id="responsible">
        Who is responsible
      </h2>
      <Facts
        facts={[
          ['Named worker', worker ?? 'No named worker'],
          ['Team', team ?? 'No team'],
          ...(managers.length === 0 ? [] : [['Team manager', managers.join(', ')] as const]),
          ['Last seen', standing.visitsNotInSource === true ? 'not in the source' : said(standing.lastSeenOn)],
          ...(standing.onPlanSince === undefined ? [] : [['Last review conference', said(standing.lastReviewOn)] as const]),
          ...(standing.lookedAfterSince === undefined
            ? []
            : ([
                ['Reviewing officer', officer ?? 'None named'],
                ['Last looked-after review', said(standing.lastLookedAfterReviewOn)],
              ] as const)),
          ...(leavingCare === undefined ? [] : [['Leaving care', leavingCare] as const]),
          ['Latest entry', latest === undefined ? 'none' : `recorded ${formatInstant(latest.recordedAt)}`],
        ]}
      />
      <AboutTheRecord
        person={person}
        mayRestrict={mayRestrict}
        isRestricted={closedTo !== undefined}
        maySeal={mayRestrict && isAdopted(history)}
        mayGiveCopies={mayRecord.some(({ name }) => name === 'subjectAccessRequest')}
      />
    </section>
  );
}

function Who({
  child: {
    record: { standing },
    details,
    detailsStep,
    links,
  },
}: {
  readonly child: ChildModel;
}) {
  return (
    <section aria-labelledby="who">
      <h2 class="govuk-heading-m" id="who">
        Who they are
      </h2>
      {detailsStep === undefined || Object.keys(details).length === 0 ? (
        <Facts
          facts={[
            ['Name', standing.name],
            ['Born', said(standing.bornOn)],
          ]}
        />
      ) : (
        <AnswerList classes="sl-list" fields={detailsStep.fields} answers={details} links={links} />
      )}
    </section>
  );
}

export function WhoOpened({ child: { access } }: { readonly child: ChildModel }) {
  return (
    <section aria-labelledby="opened">
      <h2 class="govuk-heading-m" id="opened">
        Who has opened this record
      </h2>
      <ul class="govuk-list sl-access">
        {access.slice(0, 30).map(({ openedAt, name, reason }) => (
          <li>
            <strong>{name}</strong> <span class="sl-due">{formatInstant(openedAt)}</span>
            <span class="sl-line">{reason}</span>
          </li>
        ))}
      </ul>
      {access.length > 30 ? <p class="govuk-body-s">and {access.length - 30} earlier openings</p> : null}
    </section>
  );
}
