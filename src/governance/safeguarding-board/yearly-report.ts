import { addMonths, formatDate } from '../../kernel/calendar/dates.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import type { Block, Letterhead, OutputDocument } from '../../outputs/document.ts';
import { agencyWords, attendanceOf, bodyPriority, configurationOf, constitutionOf, seats, sittings } from '../../practice/pathway.ts';
import { answerTo, asOf, heading, many, ofYear, paragraph, said, table, type YearAsked } from './of-year.ts';
import { assessments, challenges, figures, issues, others, risks } from './report-tables.ts';

/** The yearly report of a body, made of its record and of nothing else: what speaks against it stands first. */
export function yearlyReport(asked: YearAsked): readonly Block[] {
  return [
    ...inShort(asked),
    ...whoSits(asked),
    ...attendance(asked),
    ...priorities(asked),
    ...challenges(asked),
    ...issues(asked),
    ...figures(asked),
    ...assessments(asked),
    ...risks(asked),
    ...others(asked),
  ];
}

export const yearTitle = ({ body, until }: YearAsked): string =>
  `${body.title}: yearly report, April ${Number(until.slice(0, 4)) - 1} to March ${until.slice(0, 4)}`;

/** On paper: for everybody, since it names no child, and of adults only who sits on the body and who answers for a risk. */
export const yearlyDocument = (asked: YearAsked, letterhead: Letterhead, now: string): OutputDocument => ({
  title: yearTitle(asked),
  language: 'en-GB',
  isPublic: true,
  letterhead,
  about: asked.body.title,
  madeFor: 'the public, the national Panel and the What Works centre',
  madeAt: now,
  knownAt: now,
  blocks: yearlyReport(asked),
});

function inShort(asked: YearAsked): readonly Block[] {
  const { body, until } = asked;
  const meetings = ofYear(asked, body.history, 'bodyMeeting');
  const decisions = meetings.reduce((sum, { answers }) => sum + linesIn(answers['decisions']).length, 0);
  const since = addMonths(until, -12);
  const actions = body.clocks.filter(({ rule, dueOn }) => rule === 'actionDue' && dueOn > since && dueOn <= until);
  const inTime = actions.filter(({ metOn, dueOn }) => metOn !== undefined && metOn <= dueOn).length;
  const against = contrary(asked);
  return [
    heading('What speaks against us'),
    against.length === 0
      ? paragraph('Nothing was found in the record. That is not the same as nothing being wrong.')
      : { kind: 'list', items: against },
    heading('In short'),
    {
      kind: 'facts',
      lines: [
        ['Meetings', String(meetings.length)],
        ['Decisions', String(decisions)],
        ['Actions done by their day', `${inTime} of ${actions.length} that were due in the year`],
        ['Challenges between agencies', String(ofYear(asked, body.history, 'bodyChallenge').length)],
      ],
    },
  ];
}

/** What the record itself says against the body: who did not come, what was not answered, what has no figure. */
function contrary(asked: YearAsked): readonly string[] {
  const { body, until } = asked;
  const standing = asOf(body.history, until);
  const { agencies } = attendanceOf(standing, until);
  const seldom = agencies.filter(({ came, deputy, invited }) => (came + deputy) * 2 < invited);
  const open = ofYear(asked, body.history, 'bodyChallenge').filter(({ entry }) => answerTo(standing, entry) === undefined);
  const silent = allOf(bodyPriority, standing).filter(
    ({ entry }) => !ofYear(asked, body.history, 'bodyPriorityProgress').some(({ answers }) => answers['priority'] === entry),
  );
  return [
    ...seldom.map(
      ({ agency, came, deputy, invited }) =>
        `${agencyWords(agency)} came, or sent somebody, to ${came + deputy} of ${many(invited, 'meeting')}.`,
    ),
    ...open.map(({ answers }) => `By the end of the year ${agencyWords(answers['whom'])} had not answered: ${said(answers['about'])}`),
    ...silent.map(({ answers }) => `Nobody said in the year what the measure says of: ${answers.priority}`),
  ];
}

function whoSits({ body, until }: YearAsked): readonly Block[] {
  const constitution = constitutionOf(asOf(body.history, until));
  const configuration = configurationOf(constitution?.configuration);
  const sitting = sittings(body.history).filter(
    ({ from, until: last }) => from <= until && (last === undefined || last > addMonths(until, -12)),
  );
  return [
    heading('Who we are'),
    paragraph(
      `${configuration?.title ?? 'No constitution is on record'} (${configuration?.law ?? 'no law is named'}). ${constitution?.purpose ?? ''}`,
    ),
    table(
      ['As', 'Agency', 'Who', 'From', 'Until'],
      sitting.map(({ seat, agency, name, from, until: last }) => [
        seats[seat],
        agencyWords(agency),
        name,
        formatDate(from),
        last === undefined ? '' : formatDate(last),
      ]),
      'Nobody sat on it.',
    ),
  ];
}

function attendance({ body, until }: YearAsked): readonly Block[] {
  const { meetings, agencies } = attendanceOf(asOf(body.history, until), until);
  return [
    heading('Who came'),
    paragraph(`${many(meetings, 'meeting')}. An agency came where anybody of it did.`),
    table(
      ['Agency', 'Came', 'Sent a deputy', 'Apologies', 'No word'],
      agencies.map(({ agency, invited, came, deputy, apologies, absent }) => [
        agencyWords(agency),
        `${came} of ${invited}`,
        String(deputy),
        String(apologies),
        String(absent),
      ]),
      'No meeting is on record.',
    ),
  ];
}

function priorities(asked: YearAsked): readonly Block[] {
  const { body, below, until } = asked;
  const progress = (history: History, entry: string) =>
    ofYear(asked, history, 'bodyPriorityProgress').filter(({ answers }) => answers['priority'] === entry);
  const rows = [body, ...below].flatMap(({ title, history }) =>
    allOf(bodyPriority, asOf(history, until)).map(({ entry, answers }) => {
      const told = progress(history, entry);
      return [
        answers.priority,
        title,
        answers.localMeasure ?? answers.measure,
        said(told[0]?.answers['found']) || 'nothing',
        said(told.at(-1)?.answers['found']) || 'nothing',
      ];
    }),
  );
  return [
    heading('Our priorities, here and in each area'),
    table(['Priority', 'Where', 'How we know', 'First told in the year', 'Last told'], rows, 'No priority is on record.'),
  ];
}
