import { text } from '../../kernel/field/plain.ts';

/**
 * The dimensions of the Assessment Framework (2000), which Working Together keeps. Each is words about what is known and who says so; any may be left
 * out, and nothing is lost by it: an assessment is as long as the child needs.
 */
const known = (label: string, hint?: string) => text(label, { lines: 3, ...(hint === undefined ? {} : { hint }) });
/** Asked until then with a box of its own; now with what it is written about together. */
const apart = (label: string) => text(label, { lines: 3, until: '2026-11-28' });

/** In which box what was asked apart is asked now. */
export const writtenWith: Readonly<Record<string, readonly string[]>> = {
  emotionalDevelopment: ['socialPresentation', 'selfCare'],
  basicCare: ['warmth', 'stimulation', 'boundaries'],
  income: ['employment'],
  communityResources: ['socialIntegration'],
};

/** Each child’s own. */
export const developmentalNeeds = {
  health: known('Health'),
  education: known('Education'),
  emotionalDevelopment: known('Emotional and behavioural development, social presentation, self-care'),
  identity: known('Identity'),
  relationships: known('Family and social relationships'),
  socialPresentation: apart('Social presentation'),
  selfCare: apart('Self-care skills'),
} as const;

export const parentingCapacity = {
  basicCare: known('Basic care, warmth, stimulation, guidance and boundaries'),
  safety: known('Ensuring safety'),
  warmth: apart('Emotional warmth'),
  stimulation: apart('Stimulation'),
  boundaries: apart('Guidance and boundaries'),
  stability: known('Stability'),
} as const;

export const familyAndEnvironment = {
  familyHistory: known('Family history and functioning'),
  widerFamily: known('Wider family'),
  housing: known('Housing'),
  employment: apart('Employment'),
  income: known('Employment and income', 'Also whether the family has no recourse to public funds'),
  socialIntegration: apart('Family’s social integration'),
  communityResources: known('Social integration and community resources'),
} as const;
