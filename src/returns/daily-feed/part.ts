import type { DatasetRow } from '../safeguarding-dataset/row.ts';
import type { DatasetTable } from '../../vocabulary/safeguarding-dataset.ts';

/** What is sent of a child, by the Department's OpenAPI 1.0.1. */
export type Part = Readonly<Record<string, unknown>>;
export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

export type ChildPayload = {
  readonly la_child_id: string;
  readonly mis_child_id: string;
  readonly purge?: true;
  readonly child_details?: Part;
  readonly health_and_wellbeing?: Part;
  readonly social_care_episodes?: readonly EpisodePayload[];
};
export type EpisodePayload = Part & { readonly social_care_episode_id: string };

export type Cells = DatasetRow['cells'];
export type Told = (table: DatasetTable) => readonly Cells[];

/** A part without what nothing is known of; empty lists are nothing. */
export const known = (part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
