import type { AnyStep } from '../../../kernel/step/step.ts';
import type { Opened } from '../../../record/contract.ts';
import type { DraftOfOthers, ListedDraft } from '../../../record/drafts.ts';
import { byId } from '../../by-id.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { InsetText, NotificationBanner } from '../../components/notices.tsx';
import type { Member, WebParts } from '../../parts.ts';
import { counted, formatInstant } from '../../said-dates.ts';

type Steps = readonly AnyStep[];
const titleOf = (steps: Steps, name: string): string => steps.find((step) => step.name === name)?.title ?? name;

export const draftAddress = ({ person, step, entry }: Pick<ListedDraft, 'person' | 'step' | 'entry'>): string =>
  `/children/${person}/record/${step}?draft=${entry}`;

const missingWords = ({ missing }: ListedDraft): string =>
  missing.length === 0
    ? 'Nothing that must be answered'
    : missing.slice(0, 4).join('; ') + (missing.length > 4 ? `; and ${missing.length - 4} more` : '');

type ListProps = { readonly drafts: readonly ListedDraft[]; readonly steps: Steps; readonly csrf: string };

/** What somebody has begun: which child, which step, when, and what is still to be answered. */
export const DraftTable = ({ drafts, steps, csrf, caption }: ListProps & { readonly caption: string }) => (
  <CardTable
    caption={caption}
    heads={['Child', 'What', 'Saved', 'Still to be answered', 'Then']}
    rows={drafts.map((draft) => [
      draft.name === null ? (
        'A record that is closed to you'
      ) : (
        <a class="govuk-link" href={`/children/${draft.person}`}>
          {draft.name}
        </a>
      ),
      <a class="govuk-link" href={draftAddress(draft)}>
        {titleOf(steps, draft.step)}
      </a>,
      formatInstant(draft.savedAt),
      missingWords(draft),
      <OneButton
        csrf={csrf}
        action={`/drafts/${draft.entry}/throw-away`}
        text="Throw away"
        of={`${titleOf(steps, draft.step)}, ${draft.name ?? ''}`}
      />,
    ])}
  />
);

/** What was thrown away within the week, and can be brought back. */
export const ThrownAway = ({ drafts, steps, csrf }: ListProps) => (
  <CardTable
    caption="Thrown away: kept for seven days"
    heads={['Child', 'What', 'Thrown away', 'Then']}
    rows={drafts.map((draft) => [
      draft.name ?? 'A record that is closed to you',
      titleOf(steps, draft.step),
      formatInstant(draft.thrownAwayAt ?? ''),
      <OneButton
        csrf={csrf}
        action={`/drafts/${draft.entry}/bring-back`}
        text="Bring back"
        of={`${titleOf(steps, draft.step)}, ${draft.name ?? ''}`}
      />,
    ])}
  />
);

const OneButton = ({
  csrf,
  action,
  text,
  of,
}: {
  readonly csrf: string;
  readonly action: string;
  readonly text: string;
  readonly of: string;
}) => (
  <form method="post" action={action}>
    <CsrfField token={csrf} />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      {text}
      <span class="govuk-visually-hidden">: {of}</span>
    </button>
  </form>
);

export type DraftsOfChild = { readonly own: readonly ListedDraft[]; readonly others: readonly DraftOfOthers[] };

/** What its reader has begun about an open record, and what others have. */
export async function draftsHere({ drafts }: Pick<WebParts, 'drafts'>, opened: Opened): Promise<DraftsOfChild> {
  const [own, others] = await Promise.all([drafts.own(opened.session), drafts.ofOthers(opened)]);
  return { own: own.filter(({ person, thrownAwayAt }) => person === opened.person && thrownAwayAt === null), others };
}

type HereProps = {
  readonly drafts: DraftsOfChild;
  readonly steps: Steps;
  readonly members: readonly Member[];
  readonly isJustSaved: boolean;
  readonly settles: readonly string[];
};

/** At the head of a child's page: what its reader has begun about the child, and that others are writing too. */
export function DraftsHere({ drafts: { own, others }, steps, members, isJustSaved, settles }: HereProps) {
  const named = byId(members);
  return (
    <>
      <p class="govuk-body sl-due" id="draft-state" role="status" data-settles={settles.join(' ') || undefined}></p>
      {isJustSaved ? (
        <NotificationBanner titleText="Saved" text="It is a draft, and yours alone until you record it." role="alert" classes="sl-notice" />
      ) : null}
      {own.length === 0 && others.length === 0 ? null : (
        <ul class="govuk-list sl-drafts" aria-label="Begun and not yet recorded">
          {own.map((draft) => (
            <li>
              <a class="govuk-link" href={draftAddress(draft)}>
                Go on with your draft: {titleOf(steps, draft.step)}
              </a>{' '}
              <span class="sl-due">
                saved {formatInstant(draft.savedAt)}
                {draft.missing.length === 0 ? '' : `, ${counted(draft.missing.length, 'question')} still to be answered`}
              </span>
            </li>
          ))}
          {others.map(({ author, step, savedAt }) => (
            <li>
              {named.get(author)?.name ?? 'Somebody'} has begun: {titleOf(steps, step)}{' '}
              <span class="sl-due">last saved {formatInstant(savedAt)}. It is not recorded yet.</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Above a form that begins anew: what has been begun already. */
export const Unfinished = ({ drafts }: { readonly drafts: readonly ListedDraft[] }) =>
  drafts.length === 0 ? null : (
    <InsetText
      text={
        <>
          You have begun this already.{' '}
          {drafts.slice(0, 3).map((draft) => (
            <>
              <a class="govuk-link" href={draftAddress(draft)}>
                Go on with your draft, saved {formatInstant(draft.savedAt)}
              </a>{' '}
            </>
          ))}
        </>
      }
    />
  );
