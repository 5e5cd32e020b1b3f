import type { Problem } from '../../../kernel/step/outcome.ts';
import { grounds } from '../../../practice/subject-access/grounds.ts';
import { Button } from '../../components/button.tsx';
import { errorAt } from '../../components/form-parts.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';
import { Weighed } from './entry-card.tsx';
import type { Known } from './people-named.ts';
import type { RequestRead } from './request-read.ts';

type Props = {
  readonly read: RequestRead;
  readonly known: Known;
  readonly mayDecide: boolean;
  readonly given: GivenForm | undefined;
  readonly problems: readonly Problem[];
};

/** Words that are blacked out wherever they stand: those that were, those that might be, and any others. Each button keeps the decisions of the page too. */
export const Everywhere = (props: Props) => (
  <section id="everywhere" aria-labelledby="everywhere-title" class="sl-disclosed">
    <h2 class="govuk-heading-m" id="everywhere-title">
      Names and words blacked out in every entry
    </h2>
    <Out {...props} />
    {props.mayDecide ? <Offered {...props} /> : null}
    {props.mayDecide ? <Others {...props} /> : null}
  </section>
);

const Out = ({ read, mayDecide }: Props) =>
  read.decided.everywhere.length === 0 ? (
    <p class="govuk-body">None so far.</p>
  ) : (
    <ul class="govuk-list">
      {read.decided.everywhere.map(({ words, ground }) => (
        <li class="sl-in-a-row">
          <span>
            {words}: {grounds[ground].title.toLowerCase()}
          </span>
          {mayDecide ? <Lift words={words} /> : null}
        </li>
      ))}
    </ul>
  );

const Lift = ({ words }: { readonly words: string }) => (
  <Button
    text={
      <>
        No longer<span class="govuk-visually-hidden"> black out {words} in every entry</span>
      </>
    }
    name="lift"
    value={words}
    classes="govuk-button--secondary sl-button"
  />
);

function Offered({ read, known }: Props) {
  const out = new Set(read.decided.everywhere.map(({ words }) => words.toLowerCase()));
  const offered = known.terms.filter(({ words }) => !out.has(words.toLowerCase()));
  if (offered.length === 0) return null;
  return (
    <>
      <p class="govuk-body">
        The record knows these. Press one to black it out in every entry, as a third party; say below first how it was weighed, or later
        before release:
      </p>
      <div class="govuk-button-group">
        {offered.map(({ words, what }) => (
          <Button
            text={`${words}: ${what}`}
            name="everywhere"
            value={words}
            classes="govuk-button--secondary sl-button"
            preventDoubleClick
          />
        ))}
      </div>
    </>
  );
}

const Others = ({ given = {}, problems }: Props) => (
  <div class="sl-disclosed__why">
    <Input
      id="words"
      name="words"
      label={{ text: 'Other words' }}
      classes="govuk-input--width-20"
      value={one(given, 'words')}
      errorMessage={errorAt(problems, 'words')}
    />
    <Select
      id="ground"
      name="ground"
      label={{ text: 'Ground' }}
      value={one(given, 'ground')}
      items={Object.entries(grounds).map(([value, { title }]) => ({ value, text: title }))}
    />
    <Weighed of="everywhere" given={given} />
    <Button text="Black out in every entry" name="stage" value="everywhere" classes="govuk-button--secondary" preventDoubleClick />
  </div>
);
