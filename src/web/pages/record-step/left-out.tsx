import type { AnyStep } from '../../../kernel/step/step.ts';
import { NotificationBanner } from '../../components/notices.tsx';
import type { Subject } from '../../form/understand.ts';

/** Of how many the record is restricted, so that this is not recorded there; of whom, no more than the page of the family says. */
export const LeftOut = ({ closed, step }: { readonly closed: number; readonly step: AnyStep }) => {
  const one = step.togetherWith === 'family' ? 'Somebody of the family has' : 'A brother or sister has';
  const more = step.togetherWith === 'family' ? `${closed} more of the family have` : `${closed} more brothers and sisters have`;
  return closed === 0 ? null : (
    <p class="govuk-body sl-due">
      {closed === 1 ? one : more} a restricted record: this is not recorded there. Whoever may open it records it there.
    </p>
  );
};

/** Whose own lines were filled in after they were ticked, before anything is recorded. */
export const FilledIn = ({ filled }: { readonly filled: readonly Subject[] }) =>
  filled.length === 0 ? null : (
    <NotificationBanner
      titleText="Filled in for you"
      classes="sl-notice"
      text={`What is known of ${filled.map(({ name }) => name).join(', ')} was filled in where nothing was answered: look whether it still holds.`}
    />
  );
