import type { legalStatuses, placementTypes } from './ssda903.ts';

/*
 * A few words for each code, where a line must hold several: boards and the head of a child's page. The record and the returns say the label of
 * the DfE (`ssda903.ts`). What a short word leaves out, such as long-term or not, is in the record.
 */

/** LS. */
export const legalStatusesInShort = {
  C1: 'Interim care order',
  C2: 'Care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  V2: 'Section 20',
  V3: 'Short breaks',
  V4: 'Short breaks, agreed',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
  J1: 'Remand',
  J2: 'Police custody, accommodated',
  J3: 'Youth rehabilitation order',
} as const satisfies Readonly<Record<keyof typeof legalStatuses, string>>;

/** PLACE. */
export const placementTypesInShort = {
  U1: 'family or friends, long-term',
  U2: 'family or friends who may adopt',
  U3: 'family or friends',
  U4: 'foster carers, long-term',
  U5: 'foster carers who may adopt',
  U6: 'foster carers',
  K1: 'secure children’s home',
  K2: 'children’s home',
  K3: 'supported accommodation',
  P1: 'with parents',
  P3: 'residential employment',
  R1: 'residential care home',
  R2: 'hospital or nursing home',
  R3: 'family centre',
  R5: 'young offender institution',
  S1: 'residential school',
  A3: 'adopters who fostered, consent',
  A4: 'adopters, consent',
  A5: 'adopters who fostered, placement order',
  A6: 'adopters, placement order',
  T0: 'away for a while',
  T1: 'in hospital for a while',
  T2: 'on holiday',
  T3: 'away while the carers are on holiday',
  T4: 'elsewhere for up to seven days',
  Z1: 'other placement',
  Z11: 'other placement (Z11)',
  Z12: 'other placement (Z12)',
  Z13: 'other placement (Z13)',
  Z14: 'other placement (Z14)',
  H5: 'semi-independent living',
  P2: 'independent living',
} as const satisfies Readonly<Record<keyof typeof placementTypes, string>>;
