import { formatDate } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { briefingReaders, voiceKinds } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { counted } from '../../said-dates.ts';
import { Then } from '../safeguarding-board/part.tsx';

const kindWords: ReadonlyMap<string, string> = new Map(Object.entries(voiceKinds));
const readerWords: ReadonlyMap<string, string> = new Map(Object.entries(briefingReaders));

const said = (statements: readonly Statement[], name: string): string =>
  statements.map(({ happenedOn, answers }) => `${formatDate(happenedOn)}: ${String(answers[name])}`).join('; ');

type Props = {
  readonly history: History;
  /** The register, for whoever records in it: beside each theme stands what can be done with it next. */
  readonly file: string | undefined;
};

/** What several say: the evidence, what is done about it, what changed, and who above was asked and answered. */
export function Themes({ history, file }: Props) {
  const of = (step: string): readonly Statement[] => history.filter((one) => one.step === step);
  const themes = of('voiceTheme').toReversed();
  if (themes.length === 0) return <p class="govuk-body">No theme is on record.</p>;
  return (
    <CardTable
      caption="Themes"
      captionClasses="govuk-visually-hidden"
      heads={['Theme', 'Response', 'What changed', 'Told upwards, and the answer']}
      rows={themes.map((theme) => {
        const title = String(theme.answers['theme']);
        const about = (step: string) => of(step).filter(({ answers }) => answers['theme'] === theme.entry);
        const then = (step: string, words: string, names = 'theme', entry = theme.entry) =>
          file === undefined ? null : (
            <span class="sl-line">
              <Then file={file} step={step} query={new URLSearchParams({ [names]: entry })} words={words} of={title} />
            </span>
          );
        return [
          <>
            {title}
            <span class="sl-due sl-line">
              {formatDate(theme.happenedOn)}: {String(theme.answers['evidence'])}
            </span>
          </>,
          <>{said(about('themeResponse'), 'response') || <>None yet {then('themeResponse', 'Respond')}</>}</>,
          <>{said(about('whatChanged'), 'changed') || <>Not known yet {then('whatChanged', 'Say what changed')}</>}</>,
          <>
            {briefingsOf(theme, history).map(({ briefing, answer }) => (
              <span class="sl-line">
                {briefedSaid(briefing, answer)}
                {answer === undefined ? then('briefingAnswer', 'Record their answer', 'briefing', briefing.entry) : null}
              </span>
            ))}
            {briefingsOf(theme, history).length > 0 ? null : <>Not yet {then('themeBriefing', 'Brief those above', 'themes.0.theme')}</>}
          </>,
        ];
      })}
    />
  );
}

type Briefed = { readonly briefing: Statement; readonly answer: Statement | undefined };

function briefingsOf(theme: Statement, history: History): readonly Briefed[] {
  const answers = history.filter(({ step }) => step === 'briefingAnswer');
  return history
    .filter(({ step, answers: { themes } }) => step === 'themeBriefing' && linesIn(themes).some((line) => line['theme'] === theme.entry))
    .map((briefing) => ({ briefing, answer: answers.find((one) => one.answers['briefing'] === briefing.entry) }));
}

function briefedSaid(briefing: Statement, answer: Statement | undefined): string {
  const to = readerWords.get(String(briefing.answers['to'])) ?? '';
  const answered = answer === undefined ? 'no answer yet' : `${formatDate(answer.happenedOn)}: ${String(answer.answers['answer'])}`;
  return `${to}, ${formatDate(briefing.happenedOn)}: ${String(briefing.answers['asks'])} (${answered})`;
}

/** Who was asked, how many answered, and what they said. */
export const Exercises = ({ history }: { readonly history: History }) => {
  const held = history.filter(({ step }) => step === 'voiceExercise').toReversed();
  return held.length === 0 ? (
    <p class="govuk-body">Nobody has been asked yet.</p>
  ) : (
    <CardTable
      caption={counted(held.length, 'time')}
      captionClasses="govuk-visually-hidden"
      heads={['When and how', 'Who answered', 'What they said', 'Who was not heard']}
      rows={held.map(({ happenedOn, answers: { kind, asked, answered, said: words, notHeard } }) => [
        `${formatDate(happenedOn)}, ${kindWords.get(String(kind)) ?? ''}`,
        answered === undefined ? 'not counted' : `${String(answered)}${asked === undefined ? '' : ` of ${String(asked)}`}`,
        String(words ?? ''),
        String(notHeard ?? ''),
      ])}
    />
  );
};
