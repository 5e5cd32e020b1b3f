import { addDays, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { lateOrUntil } from '../../said-dates.ts';

/** Renewal opens in September and ends in November: two months are long enough. */
const ahead = 60;

/** Until when one is registered oneself, where that ends within two months or has ended. A head of service, who is told of everybody’s, finds it on the page of a team. */
export async function ownRenewal(parts: WebParts, session: Session, today: LocalDate): Promise<LocalDate | undefined> {
  if (session.roles.includes('headOfService')) return undefined;
  const own = (await parts.record.supervised(session)).find(({ member }) => member === session.actor);
  const due = own?.clocks.find(
    ({ rule, metOn, endedOn }) => rule === 'registrationRenewal' && metOn === undefined && endedOn === undefined,
  );
  return due !== undefined && due.dueOn <= addDays(today, ahead) ? due.dueOn : undefined;
}

/** In one’s day: a reminder, and who writes down that it is done. */
export const RenewalDue = ({ until, today }: { readonly until: LocalDate | undefined; readonly today: LocalDate }) =>
  until === undefined ? null : (
    <section aria-labelledby="registration">
      <h2 class="govuk-heading-m" id="registration">
        Registration with Social Work England
      </h2>
      <p class="govuk-body">
        Registered until {formatDate(until)}, {lateOrUntil(until, today)}. Once it is renewed, your manager looks at the register and writes
        it in your staff file.
      </p>
    </section>
  );
