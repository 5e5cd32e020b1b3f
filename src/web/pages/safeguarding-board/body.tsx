import { formatDate, isDate } from '../../../kernel/calendar/dates.ts';
import { agendaOf, configurationOf, constitutionOf, openActions } from '../../../practice/pathway.ts';
import type { ListedFile } from '../../../record/files.ts';
import { CardTable } from '../../components/card-table.tsx';
import { entryAt } from '../../entry-at.ts';
import { lateOrUntil } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import type { BodyFigure } from '../../../record/body-figures.ts';
import { AreaFigures } from './area-figures.tsx';
import { AgencyData, Assessments } from './agency-figures.tsx';
import { bodiesBelow, type BodyBelow } from './below.ts';
import { Challenges, Issues, Risks } from './challenges.tsx';
import { Attendance, Members } from './members.tsx';
import { Priorities } from './priorities.tsx';
import { BodyLink, mayRecord, Part, recordAt, Then } from './part.tsx';

type Props = {
  readonly file: ChildModel;
  /** The body to which it answers; undefined: to none. */
  readonly above: string | undefined;
  /** All bodies that the session may open. */
  readonly bodies: readonly ListedFile[];
  /** Of those that answer to it, what is read of them. */
  readonly below: readonly BodyBelow[];
  /** Courses answer to it. */
  readonly hasCourses: boolean;
  /** Of the area of a panel. */
  readonly figures: readonly BodyFigure[];
};

/** A body as it works: what its next meeting is about, what is to be done, who sits on it. */
export const Body = ({ file, above, bodies, below, hasCourses, figures }: Props) => (
  <>
    <WhatItIs file={file} />
    <Ties above={bodies.find((body) => body.file === above)} below={bodiesBelow(file.record.person, bodies)} />
    {hasCourses ? (
      <p class="govuk-body">
        Courses answer to it.{' '}
        <a class="govuk-link" href="/training/results">
          What training comes to
        </a>
      </p>
    ) : null}
    <Agenda file={file} />
    <Actions file={file} />
    <AreaFigures figures={figures} area={constitutionOf(file.record.history)?.teamsOf} />
    <Priorities file={file} below={below} />
    <Challenges file={file} />
    <Issues file={file} below={below} />
    <Risks file={file} />
    <AgencyData file={file} />
    <Assessments file={file} />
    <Members file={file} />
    <Attendance file={file} />
  </>
);

function WhatItIs({ file }: { readonly file: ChildModel }) {
  const constitution = constitutionOf(file.record.history);
  const where = constitution?.teamsOf === undefined ? constitution?.area : `the teams of ${constitution.teamsOf}`;
  return (
    <p class="govuk-body">
      {configurationOf(constitution?.configuration)?.title ?? 'No constitution is on record'}
      {where === undefined ? '' : `, of ${where}`}. {constitution?.purpose}{' '}
      <a class="govuk-link" href={`/safeguarding-board/${file.record.person}/report`}>
        Yearly report
      </a>
    </p>
  );
}

const Ties = ({ above, below }: { readonly above: ListedFile | undefined; readonly below: readonly ListedFile[] }) => (
  <p class="govuk-body">
    {above === undefined ? null : (
      <>
        It answers to <BodyLink {...above} />.{' '}
      </>
    )}
    {below.length === 0 ? null : (
      <>
        The bodies that answer to it:{' '}
        {below.map((body, n) => (
          <>
            {n === 0 ? '' : ', '}
            <BodyLink {...body} />
          </>
        ))}
        .
      </>
    )}
  </p>
);

function Agenda({ file }: { readonly file: ChildModel }) {
  const items = agendaOf(file.record.history, file.known.today);
  const planned = file.record.history.findLast(({ step }) => step === 'bodyMeeting')?.answers['nextOn'];
  return (
    <Part id="agenda" title="Agenda of the next meeting">
      <p class="govuk-body">
        {typeof planned === 'string' && isDate(planned) ? `Planned for ${formatDate(planned)}. ` : ''}It is made from what is on record
        today.
      </p>
      <ol class="govuk-list govuk-list--number">
        {items.map(({ item, from }) => (
          <li>
            {from === undefined ? (
              item
            ) : (
              <a class="govuk-link" href={entryAt(file.record.person, from.entry, true)}>
                {item}
              </a>
            )}
          </li>
        ))}
      </ol>
      {mayRecord(file, 'bodyMeeting') ? (
        <a class="govuk-button" href={recordAt(file, 'bodyMeeting')}>
          Record the meeting, with this agenda
        </a>
      ) : null}
    </Part>
  );
}

function Actions({ file }: { readonly file: ChildModel }) {
  const open = openActions(file.record.history);
  const named = new Map(file.links.member.map(({ value, label }) => [value, label]));
  if (open.length === 0) return null;
  return (
    <Part id="actions" title="Actions that are open">
      <CardTable
        caption="Actions that are open"
        captionClasses="govuk-visually-hidden"
        heads={['What', 'By whom', 'By', 'Then']}
        rows={open.map(({ entry, answers: { what, owner, whoElse, byWhen, measure } }) => [
          <>
            {String(what)}
            {measure === undefined ? null : <span class="sl-due sl-line">{String(measure)}</span>}
          </>,
          named.get(String(owner)) ?? String(whoElse ?? 'nobody is named'),
          typeof byWhen === 'string' && isDate(byWhen) ? (
            <>
              {formatDate(byWhen)} <span class="sl-due">{lateOrUntil(byWhen, file.known.today)}</span>
            </>
          ) : (
            'no day'
          ),
          <Then
            file={file.record.person}
            step="actionProgress"
            query={new URLSearchParams({ action: entry })}
            words="Say how it stands"
            of={String(what)}
          />,
        ])}
      />
    </Part>
  );
}
