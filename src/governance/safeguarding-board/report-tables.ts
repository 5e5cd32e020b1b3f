import { addMonths, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { allOf } from '../../kernel/step/step.ts';
import type { Block } from '../../outputs/document.ts';
import { agencyAssessment, agencyWords, attendanceOf, challengeEnds, measureOf, riskRegister, trendsOf } from '../../practice/pathway.ts';
import { fewest, isSmall } from '../../oversight/statistics/small-numbers.ts';
import { answerTo, asOf, heading, ofYear, paragraph, said, table, type YearAsked } from './of-year.ts';

const outcomes: Readonly<Record<string, string>> = challengeEnds;

export function challenges(asked: YearAsked): readonly Block[] {
  const { body, until } = asked;
  const rows = ofYear(asked, body.history, 'bodyChallenge').map(({ entry, happenedOn, answers }) => {
    const answer = answerTo(asOf(body.history, until), entry);
    return [
      formatDate(happenedOn),
      `${answers['by'] === undefined ? 'Not said' : agencyWords(answers['by'])} to ${agencyWords(answers['whom'])}`,
      said(answers['about']),
      answer === undefined
        ? 'Not answered in the year'
        : `${formatDate(answer.happenedOn)}: ${said(answer.answers['answer'])} ${outcomes[said(answer.answers['outcome'])] ?? ''}`,
      said(answer?.answers['came']),
    ];
  });
  return [
    heading('How we held one another to account'),
    table(['Date', 'Who to whom', 'On what', 'Answer', 'What came of it'], rows, 'No agency challenged another in the year.'),
  ];
}

export function issues(asked: YearAsked): readonly Block[] {
  const rows = asked.below.flatMap(({ title, history }) =>
    ofYear(asked, history, 'localIssue').map(({ entry, answers }) => {
      const answer = asOf(history, asked.until).findLast((one) => one.step === 'localIssueAnswer' && one.answers['issue'] === entry);
      return [
        title,
        said(answers['issue']),
        answer === undefined ? 'Not answered in the year' : said(answer.answers['answer']),
        said(answer?.answers['changed']),
      ];
    }),
  );
  return [
    heading('What panels and sub-groups raised'),
    table(['Who', 'What was seen', 'Answer', 'What changed'], rows, 'Nothing was raised in the year.'),
  ];
}

/** A count of people by which one could be known is not published. */
const published = (point: { readonly value: number; readonly of?: number } | undefined): string => {
  if (point === undefined) return 'not told';
  const { value, of } = point;
  if (isSmall(value) || (of !== undefined && isSmall(of - value))) return `not shown: fewer than ${fewest}, or all but so few`;
  return of === undefined ? value.toLocaleString('en-GB') : `${value.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`;
};

export function figures({ body, until }: YearAsked): readonly Block[] {
  const before = addMonths(until, -12);
  const rows = trendsOf(asOf(body.history, until)).map(({ measure, agency, points }) => {
    const at = (on: LocalDate) => points.find((point) => point.on === on);
    const { title, of } = measureOf(measure);
    return [of === undefined ? title : `${title}, of ${of}`, agencyWords(agency), published(at(before)), published(at(until))];
  });
  return [
    heading('What the agencies counted'),
    table(['What', 'Agency', `Quarter to ${formatDate(before)}`, `Quarter to ${formatDate(until)}`], rows, 'No agency told any figure.'),
  ];
}

export function assessments(asked: YearAsked): readonly Block[] {
  const { body } = asked;
  const ids = new Set(ofYear(asked, body.history, 'agencyAssessment').map(({ entry }) => entry));
  const rows = allOf(agencyAssessment, body.history)
    .filter(({ entry }) => ids.has(entry))
    .map(({ entry, answers }) => {
      const scored = (answers.standards ?? []).filter(({ score }) => score !== undefined);
      const met = scored.filter(({ score }) => score === 'three' || score === 'four').length;
      const peers = ofYear(asked, body.history, 'agencyAssessmentChallenge').filter((one) => one.answers['assessment'] === entry);
      return [
        agencyWords(answers.agency),
        `${met} of ${scored.length}`,
        peers.length === 0 ? 'no peer looked' : peers.map((one) => said(one.answers['why'])).join(' '),
      ];
    });
  return [
    heading('How the agencies judge themselves'),
    table(['Agency', 'Standards met, by its own judgement', 'What peers found'], rows, 'No agency judged itself in the year.'),
  ];
}

export function risks({ body, until }: YearAsked): readonly Block[] {
  const rows = riskRegister(asOf(body.history, until)).map(({ answers, score, scoreAtFirst }) => [
    answers.risk,
    answers.owner ?? 'nobody',
    `${scoreAtFirst ?? 'not judged'}`,
    answers.state === 'closed' ? 'closed' : `${score ?? 'not judged'}`,
  ]);
  return [
    heading('What may go wrong'),
    table(['Risk', 'Who answers for it', 'At first, of 9', 'Now, of 9'], rows, 'No risk is on the register.'),
  ];
}

export function others(asked: YearAsked): readonly Block[] {
  const rows = asked.below.map(({ title, history }) => {
    const { agencies } = attendanceOf(asOf(history, asked.until), asked.until);
    const [least] = agencies;
    return [
      title,
      String(ofYear(asked, history, 'bodyMeeting').length),
      least === undefined ? '' : `${agencyWords(least.agency)}: ${least.came + least.deputy} of ${least.invited}`,
    ];
  });
  return [
    heading('Sub-groups and panels'),
    table(['Which', 'Meetings', 'Who came least'], rows, 'None answers to it.'),
    paragraph(
      `Made from what is on record of the twelve months to ${formatDate(asked.until)}. No child is named in it, and of adults only who sits on the body and who answers for a risk.`,
    ),
  ];
}
