import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import { Layout, type Frame } from '../../components/layout.tsx';
import { CheckAnswers, type StepFormProps } from '../../form/step-form.tsx';
import type { Understood } from '../../form/understand.ts';
import { formatInstant } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly props: StepFormProps;
  readonly answers: Understood;
  readonly asRead: ReadonlyMap<string, ChildRecord>;
  readonly records: ReadonlyMap<string, ChildRecord>;
  readonly steps: ReadonlyMap<string, AnyStep>;
};

/** Somebody wrote first: nothing was recorded; what they wrote is shown above the answers, which are kept. */
export function ConflictPage({ frame, props, answers, asRead, records, steps }: Props) {
  const since = props.chosen.flatMap(({ person, name }) =>
    (records.get(person)?.chain ?? [])
      .filter(({ position }) => position > (asRead.get(person)?.position ?? 0))
      .map((line) => ({ name, line })),
  );
  return (
    <Layout frame={frame} title="Somebody wrote first">
      <div class="sl-incomplete" role="alert">
        <h2 class="govuk-heading-m">Somebody else recorded something just before you</h2>
        <p class="govuk-body">Your entry is not recorded yet. Read what was added, then record yours or change it.</p>
        <ul class="govuk-list govuk-list--bullet">
          {since.map(({ name, line }) => (
            <li>
              {name}: {steps.get(line.step)?.title ?? line.step}, {formatDate(line.happenedOn)}, recorded {formatInstant(line.recordedAt)}
            </li>
          ))}
        </ul>
      </div>
      <CheckAnswers {...props} answers={answers} />
    </Layout>
  );
}
