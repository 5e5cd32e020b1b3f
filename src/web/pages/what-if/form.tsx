import { assumptionNames, assumptions } from '../../../oversight/simulation/assumptions.ts';
import { changeRanges, fieldOf, letterOf, mostScenarios, runRanges, type AskedProblem } from '../../../oversight/simulation/asking.ts';
import type { Asked } from '../../../oversight/simulation/plan.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Input } from '../../components/text-input.tsx';

export type Shown = {
  readonly asked: Asked;
  readonly problems: readonly AskedProblem[];
  /** As it was typed; nothing was: what is usual. */
  readonly typed: (name: string) => string | undefined;
};

type NumberProps = Pick<Shown, 'problems'> & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
};

const NumberInput = ({ name, label, value, problems, hint }: NumberProps) => (
  <Input
    name={name}
    label={{ text: label }}
    hint={hint === undefined ? undefined : { text: hint }}
    value={value}
    errorMessage={errorAt(problems, name)}
    inputmode="decimal"
    classes="govuk-input--width-5"
    formGroup={{ classes: 'sl-what-if__field' }}
  />
);

function ScenarioFields({ n, shown }: { readonly n: number; readonly shown: Shown }) {
  const { asked, problems, typed } = shown;
  const change = asked.scenarios.find(({ letter }) => letter === letterOf(n))?.change ?? {};
  const valueOf = (name: 'referrals' | 'workers' | 'visits'): string => typed(fieldOf(n, name)) ?? String(change[name] ?? '');
  const merged = fieldOf(n, 'merged');
  return (
    <fieldset class="govuk-fieldset sl-what-if__scenario">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Scenario {letterOf(n)}</legend>
      {(['referrals', 'workers', 'visits'] as const).map((name) => (
        <NumberInput key={name} name={fieldOf(n, name)} label={changeRanges[name].title} value={valueOf(name)} problems={problems} />
      ))}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" id={merged} name={merged} type="checkbox" value="yes" checked={change.merged === true} />
          <label class="govuk-label govuk-checkboxes__label" for={merged}>
            The two smallest teams merged
          </label>
        </div>
      </div>
    </fieldset>
  );
}

/** Scenarios and all that is assumed; it ends at an address that has them: what somebody was shown can be shown to others. */
export function WhatIfForm({ shown, csrf }: { readonly shown: Shown; readonly csrf: string }) {
  const { asked, problems, typed } = shown;
  return (
    <form method="post" action="/what-if" class="sl-what-if" aria-label="Scenarios and assumptions" novalidate>
      <CsrfField token={csrf} />
      <input type="hidden" name="given" value="yes" />
      <p class="govuk-body">Up to three scenarios, beside the service as it is. What is left empty stays as it is now.</p>
      <div class="sl-what-if__row">
        {Array.from({ length: mostScenarios }, (_, n) => (
          <ScenarioFields key={n} n={n} shown={shown} />
        ))}
      </div>
      <details class="govuk-details" open={problems.length > 0}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">What is assumed, because the record does not hold it</span>
        </summary>
        <div class="govuk-details__text">
          <div class="sl-what-if__row">
            {assumptionNames.map((name) => (
              <NumberInput
                key={name}
                name={name}
                label={assumptions[name].title}
                value={typed(name) || String(asked.assumptions[name])}
                problems={problems}
              />
            ))}
            {(['replications', 'seed'] as const).map((name) => (
              <NumberInput
                key={name}
                name={name}
                label={runRanges[name].title}
                hint={name === 'seed' ? 'The same seed gives the same figures again' : `${runRanges.replications.most} take some minutes`}
                value={typed(name) || String(asked[name])}
                problems={problems}
              />
            ))}
          </div>
        </div>
      </details>
      <Button text="Simulate" />
    </form>
  );
}
