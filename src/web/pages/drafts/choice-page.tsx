import type { AnyStep } from '../../../kernel/step/step.ts';
import { labels } from '../../by-id.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, Problems } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { AskedFields, DraftFields } from '../../components/draft-fields.tsx';
import { optionsOf, type LinkOptions } from '../../form/asking.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { GivenForm } from '../../memory.ts';
import { several } from '../../request.ts';
import { formatInstant } from '../../said-dates.ts';
import { canBeBoth, wordsOf, type Difference, type Side } from './draft-of-form.ts';

/** An answer as it stands in a form, in the words of its question's choices. */
export function givenWords({ field }: Pick<Difference, 'field'>, part: GivenForm, links: LinkOptions): string {
  const control = field?.control;
  const options = control?.kind === 'choice' ? control.options : control?.kind === 'link' ? optionsOf(links, control.to) : [];
  const known = labels(options);
  const said = Object.keys(part).flatMap((name) => {
    const values = several(part, name).map((value) => known.get(value) ?? value);
    return values.every((value) => value === '') ? [] : [values.join(control?.kind === 'date' ? '/' : ', ')];
  });
  return said.length === 0 ? 'No answer' : said.join('\n');
}

type Props = {
  readonly frame: Frame;
  readonly step: AnyStep;
  readonly form: StepFormProps;
  readonly found: readonly Difference[];
  readonly savedAt: string;
  /** Questions for which nothing was chosen, once the page has been sent. */
  readonly unchosen: readonly Difference[];
};

/** Two windows have written in one draft: each question that they answer differently, side by side. The writer says which stays; nothing is merged. */
export function ChoicePage({ frame, step, form, found, savedAt, unchosen }: Props) {
  const names = new Map([form.child, ...form.siblings].map(({ person, name }) => [person, name]));
  const titleOf = ({ id, field, person }: Difference): string =>
    id === 'with'
      ? 'Brothers and sisters this is also about'
      : `${person === undefined || names.size === 1 ? '' : `${names.get(person) ?? ''}: `}${field?.label ?? id}`;
  const problems = unchosen.map((difference) => ({
    field: `choice.${difference.id}`,
    message: `Choose which answer stays: ${titleOf(difference)}`,
  }));
  return (
    <Layout frame={frame} title={`${problems.length > 0 ? 'Error: ' : ''}Two windows, one draft`}>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Another window has saved this draft too</h1>
      <p class="govuk-body">
        {step.title}, {form.child.name}. Nothing is lost and nothing was put together: choose for each question which answer stays.
      </p>
      <form method="post" action={form.action} noValidate>
        <CsrfField token={form.csrf} />
        <input type="hidden" name="entry" value={form.entry} />
        <DraftFields draft={form.draft} />
        <AskedFields people={[form.child, ...form.siblings]} />
        <Words given={wordsOf(form.given)} />
        {several(form.given, 'settles').map((tab) => (
          <input type="hidden" name="settles" value={tab} />
        ))}
        {found.map((difference) => (
          <Choice
            key={difference.id}
            difference={difference}
            title={titleOf(difference)}
            links={form.links}
            savedAt={savedAt}
            names={names}
          />
        ))}
        <Button text="Go on with these answers" name="stage" value="choose" preventDoubleClick />
      </form>
    </Layout>
  );
}

const Words = ({ given }: { readonly given: GivenForm }) => (
  <>{Object.keys(given).flatMap((name) => several(given, name).map((value) => <input type="hidden" name={name} value={value} />))}</>
);

type ChoiceProps = {
  readonly difference: Difference;
  readonly title: string;
  readonly links: LinkOptions;
  readonly savedAt: string;
  readonly names: ReadonlyMap<string, string>;
};

function Choice({ difference, title, links, savedAt, names }: ChoiceProps) {
  const id = `choice.${difference.id}`;
  const wordsIn = (part: GivenForm): string =>
    difference.id === 'with'
      ? several(part, 'with')
          .map((person) => names.get(person) ?? '')
          .join(', ') || 'Nobody else'
      : givenWords(difference, part, links);
  const offered: readonly (readonly [Side, string, string])[] = [
    ['mine', 'In this window', wordsIn(difference.mine)],
    ['saved', `Saved by the other window, ${formatInstant(savedAt)}`, wordsIn(difference.saved)],
  ];
  return (
    <fieldset class="govuk-fieldset sl-choose">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
      <div class="govuk-radios govuk-radios--small sl-choose__sides">
        {offered.map(([side, label, words], n) => (
          <div class="sl-choose__side">
            <Box name={id} id={n === 0 ? id : `${id}-${side}`} side={side} label={label} />
            <p class="govuk-body sl-words">{words}</p>
          </div>
        ))}
        {canBeBoth(difference) ? (
          <div class="sl-choose__side sl-choose__side--both">
            <Box name={id} id={`${id}-both`} side="both" label="Both, the other window’s words first" />
          </div>
        ) : null}
      </div>
    </fieldset>
  );
}

const Box = ({ name, id, side, label }: { readonly name: string; readonly id: string; readonly side: Side; readonly label: string }) => (
  <div class="govuk-radios__item">
    <input class="govuk-radios__input" type="radio" name={name} id={id} value={side} />
    <label class="govuk-label govuk-radios__label" for={id}>
      {label}
    </label>
  </div>
);
