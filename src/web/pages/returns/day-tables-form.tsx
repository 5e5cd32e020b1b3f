import { returnsOfADay } from '../../../returns/of-a-day.ts';
import { FilterSelect } from '../../components/form-parts.tsx';

/** What is told of a day, as CSV files. */
export const DayTablesForm = () => (
  <form method="get" action="/returns/of-a-day/file" class="sl-filters sl-filters--plain" aria-label="What is told of a day, in tables">
    <FilterSelect
      id="day-return"
      name="return"
      label="Tables of a day (CSV files)"
      value="safeguarding-dataset"
      options={Object.entries(returnsOfADay).map(([value, label]) => ({ value, label }))}
    />
    <div class="sl-filter">
      <label class="govuk-label sl-label" for="day-on">
        As on (today if empty)
      </label>
      <input class="govuk-input sl-date" id="day-on" name="on" type="date" />
    </div>
    <div class="sl-filter">
      <label class="govuk-label sl-label" for="day-known">
        As known on (today if empty)
      </label>
      <input class="govuk-input sl-date" id="day-known" name="known" type="date" />
    </div>
    <div class="sl-filter">
      <label class="govuk-label sl-label" for="day-since">
        CP-IS: only changes since
      </label>
      <input class="govuk-input sl-date" id="day-since" name="since" type="date" />
    </div>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Make
    </button>
  </form>
);
