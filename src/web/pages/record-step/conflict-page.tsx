import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { Layout, type Frame } from '../../components/layout.tsx';
import { CheckAnswers, type StepFormProps } from '../../form/step-form.tsx';
import type { Understood } from '../../form/understand.ts';
import { formatInstant } from '../../said-dates.ts';
import type { WrittenSince } from './recording.ts';

type Props = {
  readonly frame: Frame;
  readonly props: StepFormProps;
  readonly answers: Understood;
  readonly since: readonly WrittenSince[];
  readonly steps: ReadonlyMap<string, AnyStep>;
};

/** Somebody wrote first: nothing was recorded; what they wrote is shown above the answers, which are kept. */
export function ConflictPage({ frame, props, answers, since, steps }: Props) {
  return (
    <Layout frame={frame} title="Somebody wrote first">
      <div class="sl-incomplete" role="alert">
        <h2 class="govuk-heading-m">Somebody else recorded something just before you</h2>
        <p class="govuk-body">Your entry is not recorded yet. Read what was added, then record yours or change it.</p>
        <ul class="govuk-list govuk-list--bullet">
          {since.map(({ name, line }) => (
            <li>
              {name}: {steps.get(line.step)?.title ?? line.step}, {formatDate(line.happenedOn)}, recorded {formatInstant(line.recordedAt)}.{' '}
              {steps.get(line.step)?.summary(line.answers as never)}
            </li>
          ))}
        </ul>
      </div>
      <CheckAnswers {...props} answers={answers} />
    </Layout>
  );
}
