import { daysBetween, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { capacityOf, caseloadOf, type Caseload, type Capacity } from '../../../oversight/workforce/caseload.ts';
import { turnoverOf } from '../../../oversight/workforce/establishment.ts';
import { thereOn, type Pressure } from '../../../oversight/workforce/pressure.ts';
import { absenceOn, type Spell, type StaffMember } from '../../../oversight/workforce/staff.ts';
import type { WaitingTotal } from '../../../oversight/workforce/waiting.ts';
import { contracts, grades } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { Words } from '../../components/field-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import type { Team } from '../../parts.ts';
import { counted, lateOrUntil } from '../../said-dates.ts';
import { DayForm } from '../measures/page.tsx';
import { percent, said, type Known, type TeamFigures } from './model.ts';

type Props = {
  readonly frame: Frame;
  readonly known: Known;
  readonly problem: string | undefined;
  readonly today: LocalDate;
  readonly figures: TeamFigures;
  /** The staff files of the team that the reader may open, by member. */
  readonly files: ReadonlyMap<string, string>;
  /** Others of the reader’s teams. */
  readonly others: readonly Team[];
  /** Children of the team in nobody’s hands. */
  readonly waiting: WaitingTotal;
};

/** A manager’s own team: for that manager, and for their own manager. */
export const TeamPage = ({ frame, known, problem, today, figures, files, others, waiting }: Props) => (
  <Layout
    frame={frame}
    title={`Workforce: ${figures.team.name}`}
    wide
    problems={problem === undefined ? [] : [{ field: 'on', message: problem }]}
  >
    <h1 class="govuk-heading-l sl-tight">Workforce: {figures.team.name}</h1>
    <p class="govuk-body">
      As known at the end of {formatDate(known.on)}. Read by the manager of the team and by their own manager, and by nobody else.
    </p>
    <DayForm action={`/workforce/team/${figures.team.id}`} on={known.on} />
    <p class="govuk-body">
      <a class="govuk-link" href={`/workforce/allocation?team=${figures.team.id}`}>
        Caseloads, and children without a worker
      </a>
      {others.map((team) => (
        <>
          {' · '}
          <a class="govuk-link" href={`/workforce/team/${team.id}`}>
            {team.name}
          </a>
        </>
      ))}
    </p>
    <Figures figures={figures} known={known} waiting={waiting} />
    <People known={known} today={today} team={figures.team} files={files} />
    <p class="govuk-body sl-due">
      In the order of names. What is written here was written in the staff file; what changes is written there. No illness is named
      anywhere.
    </p>
  </Layout>
);

const nameIn = (members: Known['members'], member: string): string => members.get(member)?.name ?? 'somebody who has left';

const recordingLines = ({ prompt, recording }: Pressure): readonly (readonly [string, string])[] => [
  ['Recorded on the day or the next', prompt === undefined ? 'not told of so few' : percent(prompt.n, prompt.among)],
  [
    'Hours of recording in the last week told',
    recording === undefined ? 'not told of so few' : `${said(recording.n)} of ${said(recording.among)} hours of contract`,
  ],
];

function Figures({
  figures: { team, establishment: own, pressure },
  known: { standard, members },
  waiting,
}: Pick<Props, 'figures' | 'known' | 'waiting'>) {
  const turnover = turnoverOf(own);
  const lines: readonly (readonly [string, string])[] = [
    [
      'Managed by',
      team.managers.length === 0
        ? 'nobody'
        : team.managers
            .map((one) => nameIn(members, one))
            .toSorted()
            .join(', '),
    ],
    [
      'Posts',
      own.posts === 0 ? 'not said' : `${said(own.posts)} full-time; ${said(own.filled)} filled by employees, ${said(own.vacant)} vacant`,
    ],
    ['Agency staff', own.agencyPeople === 0 ? 'none' : `${own.agencyPeople}, ${said(own.agency)} full-time`],
    [
      'The manager supervises',
      `${pressure.people}${pressure.isOverSpan ? `: more than ${standard.span}, which is more than one manager can do well. Their own manager sees this too` : ` of ${standard.span} at most`}`,
    ],
    [
      'Supervision in three months',
      pressure.held.among === 0
        ? 'none on record'
        : `${pressure.held.n} held, ${pressure.held.among - pressure.held.n} put off; ${pressure.late.n} late now`,
    ],
    [
      'Children',
      pressure.carriers === 0
        ? 'none'
        : `${pressure.children}, with ${pressure.carriers} workers: ${said(pressure.children / pressure.carriers)} each. Weighted ${said(pressure.weighted)} of ${said(pressure.most)} at most; ${pressure.over.n} carry more than they should`,
    ],
    [
      'Children without a worker',
      waiting.all === 0
        ? 'none'
        : `${waiting.all}${waiting.longest === undefined ? '' : `, the longest for ${counted(waiting.longest, 'day')}`}: who they are stands under “Caseloads, and children without a worker”`,
    ],
    ...recordingLines(pressure),
    [
      'In twelve months',
      `${own.starters} came, ${own.leavers} left${turnover === undefined ? '' : ` (${Math.round(turnover * 100)} %)`}; ${said(own.sickDays)} days of sickness`,
    ],
    [
      'Incidents at work in twelve months',
      pressure.incidents === 0 ? 'none on record' : `${pressure.incidents}, ${pressure.alone} of them alone`,
    ],
  ];
  return <SummaryList rows={lines.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />;
}

function People({ known, today, team, files }: Pick<Props, 'known' | 'today' | 'files'> & { readonly team: Team }) {
  const nameOf = (member: string): string => nameIn(known.members, member);
  const there = thereOn(known.staff, team.id, known.on).toSorted((a, b) => nameOf(a.one.member).localeCompare(nameOf(b.one.member)));
  if (there.length === 0)
    return (
      <p class="govuk-body">
        Nobody’s employment in this team is on record. It is written in the staff file: Employment, begun or changed.
      </p>
    );
  return (
    <CardTable
      caption="Who works here"
      heads={['Who', 'Employed', 'Hours', 'Children', 'Weighted', 'Registered until', 'Away']}
      rows={there.map(({ one, spell }) => [
        <Name name={nameOf(one.member)} spell={spell} file={files.get(one.member)} />,
        <>
          {contracts[spell.contract]}
          <span class="sl-due sl-line">since {formatDate(one.employments.at(-1)?.from ?? spell.from)}</span>
        </>,
        said(spell.hours),
        ...carriedCells(
          caseloadOf(one.member, known.carried, known.standard),
          capacityOf(spell, known.standard, known.percents.get(one.member)),
        ),
        registeredUntil(one, known.on, today),
        awaySaid(one, known.on),
      ])}
    />
  );
}

const Name = ({ name, spell, file }: { readonly name: string; readonly spell: Spell; readonly file: string | undefined }) => (
  <>
    {file === undefined ? (
      name
    ) : (
      <a class="govuk-link" href={`/files/${file}`}>
        {name}
      </a>
    )}
    <span class="sl-due sl-line">{grades[spell.grade]}</span>
  </>
);

export const carriedCells = (caseload: Caseload, capacity: Capacity): readonly Words[] =>
  caseload.children + caseload.second === 0
    ? ['none', '']
    : [
        `${caseload.children}${caseload.second === 0 ? '' : `, ${caseload.second} as second worker`}`,
        caseload.weighted > capacity.most ? (
          <strong>
            {said(caseload.weighted)} of {said(capacity.most)}
            {capacity.isProtected ? ', protected' : ''}
          </strong>
        ) : (
          `${said(caseload.weighted)} of ${said(capacity.most)}${capacity.isProtected ? ', protected' : ''}`
        ),
      ];

/** Who is not registered may not practise: it stands out. Of yesterday, which is what is known without asking, it says how far it is from today. */
function registeredUntil({ history }: StaffMember, on: LocalDate, today: LocalDate): Words {
  const until = history.findLast(({ step, happenedOn }) => step === 'staffRegistration' && happenedOn <= on)?.answers['until'];
  if (typeof until !== 'string') return 'not on record';
  const day = until as LocalDate;
  const from = daysBetween(on, today) === 1 ? today : on;
  const words = `${formatDate(day)}, ${lateOrUntil(day, from)}`;
  return day < from ? <strong>{words}</strong> : words;
}

function awaySaid(one: StaffMember, on: LocalDate): string {
  const absence = absenceOn(one, on);
  return absence === undefined ? '' : `since ${formatDate(absence.from)}`;
}
