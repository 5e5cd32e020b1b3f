import type { JsonSchema } from './json-schema.ts';

/*
 * What the Department's child-level API takes: the schema CSC of its OpenAPI 1.0.1 (DFE-Digital/children-in-social-care-schemas, MIT licence), without its descriptions. A test holds it
 * against the published file.
 */

const words: JsonSchema = { type: 'string' };
const upTo = (maxLength: number): JsonSchema => ({ type: 'string', maxLength });
const day: JsonSchema = { type: 'string', format: 'date' };
const flag: JsonSchema = { type: 'boolean' };
const pupilNumber: JsonSchema = { type: 'string', minLength: 13, maxLength: 13 };
const id = (maxLength = 36): JsonSchema => ({ type: 'string', pattern: '^[A-Za-z0-9_-]*$', maxLength });
const codes = (maxItems: number, maxLength: number): JsonSchema => ({ type: 'array', items: upTo(maxLength), uniqueItems: true, maxItems });
type Properties = Readonly<Record<string, JsonSchema>>;
const object = (properties: Properties, ...required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...(required.length === 0 ? {} : { required }),
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const purge = flag;

const episode = object(
  {
    social_care_episode_id: id(),
    referral_date: day,
    referral_source: upTo(2),
    referral_no_further_action_flag: flag,
    closure_date: day,
    closure_reason: upTo(3),
    care_worker_details: list(object({ worker_id: id(12), start_date: day, end_date: day })),
    child_and_family_assessments: list(
      object(
        { child_and_family_assessment_id: id(), start_date: day, authorisation_date: day, factors: codes(41, 3), purge },
        'child_and_family_assessment_id',
      ),
    ),
    child_in_need_plans: list(object({ child_in_need_plan_id: id(), start_date: day, end_date: day, purge }, 'child_in_need_plan_id')),
    section_47_assessments: list(
      object(
        { section_47_assessment_id: id(), start_date: day, icpc_required_flag: flag, icpc_date: day, end_date: day, purge },
        'section_47_assessment_id',
      ),
    ),
    child_protection_plans: list(
      object({ child_protection_plan_id: id(), start_date: day, end_date: day, purge }, 'child_protection_plan_id'),
    ),
    child_looked_after_placements: list(
      object(
        {
          child_looked_after_placement_id: id(),
          start_date: day,
          start_reason: upTo(1),
          placement_type: upTo(3),
          postcode: upTo(8),
          end_date: day,
          end_reason: upTo(3),
          change_reason: upTo(6),
          purge,
        },
        'child_looked_after_placement_id',
      ),
    ),
    adoption: object({ initial_decision_date: day, matched_date: day, placed_date: day, purge }),
    care_leavers: object({ contact_date: day, activity: upTo(2), accommodation: upTo(1), purge }),
    purge,
  },
  'social_care_episode_id',
);

const details = object({
  unique_pupil_number: pupilNumber,
  former_unique_pupil_number: pupilNumber,
  unique_pupil_number_unknown_reason: upTo(4),
  first_name: words,
  surname: words,
  date_of_birth: day,
  expected_date_of_birth: day,
  sex: upTo(1),
  ethnicity: upTo(4),
  disabilities: codes(12, 4),
  postcode: upTo(8),
  uasc_flag: flag,
  uasc_end_date: day,
  purge,
});

/** A call: at most a hundred children. */
export const feedSchema: JsonSchema = {
  type: 'array',
  maxItems: 100,
  items: object(
    {
      la_child_id: { type: 'string', pattern: '^[A-Za-z0-9]+$', maxLength: 20 },
      mis_child_id: id(),
      child_details: details,
      health_and_wellbeing: object({ sdq_assessments: list(object({ date: day, score: { type: 'integer' } })), purge }),
      social_care_episodes: list(episode),
      purge,
    },
    'la_child_id',
  ),
};
