import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { dayIn } from '../../../kernel/step/limit-moments.ts';

/** Of each allegation against carers or adopters whether the designated officer was told, and where to tell them; nothing of what is alleged. */
export function AllegationsTold({ history, setting }: { readonly history: History; readonly setting: 'fostering' | 'other' }) {
  const raised = history.filter(
    ({ step, answers }) => (step === 'fosterConcern' || step === 'adopterConcern') && answers['kind'] === 'allegation',
  );
  if (raised.length === 0) return null;
  return (
    <section aria-labelledby="allegations-told">
      <h2 class="govuk-heading-m" id="allegations-told">
        Allegations
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {raised.map((concern) => {
          const told = dayIn(concern, 'officerToldOn');
          return (
            <li>
              {formatDate(concern.happenedOn)}:{' '}
              {told === undefined ? (
                <a class="govuk-link" href={`/allegations?setting=${setting}&learntOn=${concern.happenedOn}#tell`}>
                  Tell the designated officer
                </a>
              ) : (
                `the designated officer was told on ${formatDate(told)}.`
              )}
            </li>
          );
        })}
      </ul>
      <p class="govuk-body">What is alleged stands in a file of its own, which the designated officer opens and whom they name.</p>
    </section>
  );
}
