import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { agencyWords, challengeEnds, openChallenges, openIssues, riskRegister, riskStates } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { counted } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import type { BodyBelow } from './below.ts';
import { BodyLink, Part, Then } from './part.tsx';

type Props = { readonly file: ChildModel };

const outcomes: Readonly<Record<string, string>> = challengeEnds;

/** Who challenged whom on what, the answer and what came of it: the unanswered first. */
export function Challenges({ file }: Props) {
  const { history } = file.record;
  const all = history.filter(({ step }) => step === 'bodyChallenge').toReversed();
  const open = new Set(openChallenges(history).map(({ entry }) => entry));
  if (all.length === 0) return null;
  const answerTo = ({ entry }: Statement) =>
    history.findLast(({ step, answers }) => step === 'bodyChallengeAnswer' && answers['challenge'] === entry);
  return (
    <Part id="challenges" title="Challenge log">
      <p class="govuk-body">
        {counted(all.length, 'challenge')}; {open.size} not answered yet.
      </p>
      <CardTable
        caption="Challenge log"
        captionClasses="govuk-visually-hidden"
        heads={['On what', 'Who to whom', 'Answer', 'What came of it']}
        rows={all
          .toSorted((a, b) => Number(open.has(b.entry)) - Number(open.has(a.entry)))
          .map((one) => [
            <>
              {String(one.answers['about'])} <span class="sl-due sl-line">{formatDate(one.happenedOn)}</span>
            </>,
            `${one.answers['by'] === undefined ? 'Not said' : agencyWords(one.answers['by'])} to ${agencyWords(one.answers['whom'])}`,
            <Answered file={file} asked={one} answer={answerTo(one)} />,
            String(answerTo(one)?.answers['came'] ?? ''),
          ])}
      />
    </Part>
  );
}

type AnsweredProps = Props & { readonly asked: Statement; readonly answer: Statement | undefined };

function Answered({ file, asked, answer }: AnsweredProps) {
  if (answer !== undefined)
    return (
      <>
        {String(answer.answers['answer'])}{' '}
        <span class="sl-due sl-line">
          {formatDate(answer.happenedOn)}
          {answer.answers['outcome'] === undefined ? '' : `. ${outcomes[String(answer.answers['outcome'])] ?? ''}`}
        </span>
      </>
    );
  const clock = file.record.clocks.find(({ startedBy, rule }) => startedBy === asked.entry && rule === 'bodyChallenge');
  return (
    <>
      {clock === undefined ? 'none yet' : <ClockWords clock={clock} known={file.known} />}{' '}
      <span class="sl-line">
        <Then
          file={file.record.person}
          step="bodyChallengeAnswer"
          query={new URLSearchParams({ challenge: asked.entry })}
          words="Answer"
          of={String(asked.answers['about'])}
        />
      </span>
    </>
  );
}

/** The risk register: the greatest first, what is closed folded away. */
export function Risks({ file }: Props) {
  const all = riskRegister(file.record.history);
  const open = all.filter(({ answers }) => answers.state !== 'closed');
  if (all.length === 0) return null;
  return (
    <Part id="risks" title="Risk register">
      <p class="govuk-body">
        {counted(open.length, 'risk')} open; {all.length - open.length} closed. How likely times how bad, from 1 to 9.
      </p>
      <CardTable
        caption="Risk register"
        captionClasses="govuk-visually-hidden"
        heads={['Risk', 'Now', 'At first', 'What is done', 'Then']}
        rows={open.map(({ entry, answers, score, scoreAtFirst, first, happenedOn }) => [
          <>
            {answers.risk}
            <span class="sl-due sl-line">
              {answers.owner === undefined ? 'nobody answers for it' : answers.owner}
              {answers.state === undefined ? '' : `; ${riskStates[answers.state].toLowerCase()}`}
            </span>
          </>,
          `${score ?? 'not judged'} (${formatDate(happenedOn)})`,
          `${scoreAtFirst ?? 'not judged'} (${formatDate(first)})`,
          answers.control ?? '',
          <>
            {answers.reviewOn === undefined ? null : (
              <span class="sl-due sl-line">to be judged again by {formatDate(answers.reviewOn)}</span>
            )}
            <Then
              file={file.record.person}
              step="bodyRisk"
              query={
                new URLSearchParams({ before: entry, risk: answers.risk, ...(answers.owner === undefined ? {} : { owner: answers.owner }) })
              }
              words="Judge it again"
              of={answers.risk}
            />
          </>,
        ])}
      />
    </Part>
  );
}

type IssuesProps = Props & { readonly below: readonly BodyBelow[] };

/** What this body raised, and what those that answer to it raised: each with its answer, or the day by which one is due. */
export function Issues({ file, below }: IssuesProps) {
  const own = file.record.history
    .filter(({ step }) => step === 'localIssue')
    .map((one) => ({ one, from: undefined, history: file.record.history }));
  const raised = below.flatMap(({ body, history }) =>
    history.filter(({ step }) => step === 'localIssue').map((one) => ({ one, from: body, history })),
  );
  const all = [...raised, ...own];
  if (all.length === 0) return null;
  const waiting = all.filter(({ one, history }) => openIssues(history).includes(one));
  return (
    <Part id="issues" title="Issues raised">
      <p class="govuk-body">
        {counted(all.length, 'issue')}; {waiting.length} not answered yet.
      </p>
      <CardTable
        caption="Issues raised"
        captionClasses="govuk-visually-hidden"
        heads={['What is seen', 'By', 'What is asked', 'Answer']}
        rows={[...waiting, ...all.filter((each) => !waiting.includes(each))].map(({ one, from, history }) => {
          const answer = history.findLast(({ step, answers }) => step === 'localIssueAnswer' && answers['issue'] === one.entry);
          const clock = (from?.clocks ?? file.record.clocks).find(
            ({ startedBy, rule }) => startedBy === one.entry && rule === 'localIssue',
          );
          return [
            <>
              {String(one.answers['issue'])}
              <span class="sl-due sl-line">{formatDate(one.happenedOn)}</span>
            </>,
            from === undefined ? 'this body' : <BodyLink {...from} />,
            String(one.answers['asked'] ?? ''),
            answer === undefined ? (
              <>
                {clock === undefined ? 'none yet' : <ClockWords clock={clock} known={file.known} />}{' '}
                <span class="sl-line">
                  <Then
                    file={from?.file ?? file.record.person}
                    step="localIssueAnswer"
                    query={new URLSearchParams({ issue: one.entry })}
                    words="Answer"
                    of={String(one.answers['issue'])}
                  />
                </span>
              </>
            ) : (
              <>
                {String(answer.answers['answer'])}
                <span class="sl-due sl-line">
                  {formatDate(answer.happenedOn)}
                  {answer.answers['changed'] === undefined ? '' : `. What changed: ${String(answer.answers['changed'])}`}
                </span>
              </>
            ),
          ];
        })}
      />
    </Part>
  );
}
