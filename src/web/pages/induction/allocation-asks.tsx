import type { Session } from '../../../record/contract.ts';
import { NotificationBanner } from '../../components/notices.tsx';
import type { WebParts } from '../../parts.ts';
import type { ChildModel } from '../child/child.ts';
import { decisionAt } from './file-section.tsx';
import { isRunning, protectedCaseloads, type Protected } from './model.ts';

/** A child’s record as it is shown after something was recorded. */
type Recorded = Pick<ChildModel, 'known' | 'recorded'> & {
  readonly record: { readonly chain: readonly Pick<ChildModel['record']['chain'][number], 'step' | 'answers'>[] };
};

/**
 * What an allocation that was just recorded asks of its manager: if it takes somebody newly qualified beyond what is protected, and nobody has decided that, a decision in
 * their own name. Of any other, nothing.
 */
export async function allocationAsks(parts: WebParts, session: Session, { record: { chain }, known, recorded }: Recorded) {
  const last = chain.at(-1);
  const worker = last?.step === 'allocation' && (last.answers['role'] ?? 'lead') === 'lead' ? last.answers['worker'] : undefined;
  if (!recorded || known.instant !== undefined || typeof worker !== 'string') return null;
  const one = (await protectedCaseloads(parts, session, known.today)).find(({ member }) => member.id === worker);
  return one !== undefined && isBeyond(one) ? <AllocationAsks one={one} /> : null;
}

const isBeyond = (one: Protected): boolean => isRunning(one) && (one.breach.kind === 'undecided' || one.breach.kind === 'overdue');

/** The child has their worker; what that means for the worker is asked next. */
const AllocationAsks = ({ one: { file, member, caseload } }: { readonly one: Protected }) => (
  <NotificationBanner
    titleText="Protected caseload"
    classes="sl-notice"
    text={
      <>
        The child is allocated. {member.name} is newly qualified and now carries {caseload.carried}, weighed; {caseload.most} is protected.{' '}
        <a class="govuk-notification-banner__link" href={decisionAt(file, caseload.carried)}>
          Say why, and by when it is mended
        </a>
        . It shows until it is.
      </>
    }
  />
);

type ListProps = { readonly inductees: readonly Protected[] };

/** In a manager’s day: whoever carries more than was promised and of whom that is not decided, or is beyond the day that was named. */
export const ProtectedBeyond = ({ inductees }: ListProps) => {
  const some = inductees.filter(isBeyond);
  return some.length === 0 ? null : (
    <section aria-labelledby="protected">
      <h2 class="govuk-heading-m" id="protected">
        Protected caseloads that are exceeded
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {some.map(({ file, member, caseload, breach }) => (
          <li>
            <a class="govuk-link" href={`/files/${file}`}>
              {member.name}
            </a>
            : {caseload.carried} of {caseload.most}, weighed;{' '}
            {breach.kind === 'overdue' ? 'beyond the day that was named' : 'nobody has said why'}
          </li>
        ))}
      </ul>
    </section>
  );
};
