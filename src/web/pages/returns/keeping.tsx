import { formatDate } from '../../../kernel/calendar/dates.ts';
import { returnRetention } from '../../../practice/retention/return-retention.ts';
import type { ReturnKept } from '../../../record/returns-kept.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Input } from '../../components/text-input.tsx';
import { formatInstant } from '../../said-dates.ts';

export type KeepingProps = {
  readonly kept: ReturnKept;
  readonly csrf: string;
  readonly by: string;
  readonly today: string;
  readonly isHead: boolean;
};

/** How long a return is kept, what holds it, and its end by two people. */
export const Keeping = (props: KeepingProps) => {
  const { kept } = props;
  return (
    <section aria-labelledby="keeping">
      <h2 class="govuk-heading-m" id="keeping">
        How long it is kept
      </h2>
      <p class="govuk-body">
        {kept.destroyedAt === null
          ? `Until ${formatDate(kept.keptUntil)}. ${returnRetention.law}.`
          : `Destroyed ${formatInstant(kept.destroyedAt)}: that it was there, its hash and who signed it stay.`}
        {kept.heldSince === null ? '' : ` A legal hold keeps it since ${formatDate(kept.heldSince)}.`}
      </p>
      {kept.destroyedAt === null ? <Acts {...props} /> : null}
    </section>
  );
};

const Acts = (props: KeepingProps) => {
  const { kept, isHead, today } = props;
  return (
    <>
      {isHead && kept.hold === null ? (
        <Act {...props} act="hold" words="Why nothing of it may be destroyed" send="Hold this return" />
      ) : null}
      {isHead && kept.hold !== null ? (
        <Act {...props} act="endHold" id={kept.hold} words="Why the hold is over" send="End the hold" />
      ) : null}
      {kept.hold === null && kept.destruction === null && kept.keptUntil < today ? (
        <Act {...props} act="ask" words="Why it is no longer needed" send="Ask for it to be destroyed" />
      ) : null}
      {kept.destruction === null ? null : <Asked {...props} id={kept.destruction} />}
    </>
  );
};

const Asked = (props: KeepingProps & { readonly id: string }) => (
  <>
    <p class="govuk-body">
      {props.by} asked for it to be destroyed: {props.kept.reason}. A head of service who is somebody else confirms it.
    </p>
    {props.isHead ? <Act {...props} act="confirm" send="Destroy this return" /> : null}
    <Act {...props} act="withdraw" send="Withdraw what was asked" />
  </>
);

type ActProps = KeepingProps & { readonly act: string; readonly id?: string; readonly words?: string; readonly send: string };

const Act = ({ kept, csrf, act, id = crypto.randomUUID(), words, send }: ActProps) => (
  <form method="post" action={`/returns/prepared/${kept.prepared}/keeping`}>
    <CsrfField token={csrf} />
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="id" value={id} />
    {words === undefined ? null : <Input name="words" id={`words-${act}`} label={{ text: words }} />}
    <Button text={send} classes="govuk-button--secondary" preventDoubleClick />
  </form>
);
