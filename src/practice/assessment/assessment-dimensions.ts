import { text } from '../../kernel/field/plain.ts';

/**
 * The dimensions of the Assessment Framework (2000), which Working Together keeps. Each is words about what is known and who says so; any may be left
 * out, and nothing is lost by it: an assessment is as long as the child needs.
 */
const known = (label: string, hint?: string) => text(label, { lines: 3, ...(hint === undefined ? {} : { hint }) });

/** Each child’s own. */
export const developmentalNeeds = {
  health: known('Health'),
  education: known('Education'),
  emotionalDevelopment: known('Emotional and behavioural development'),
  identity: known('Identity'),
  relationships: known('Family and social relationships'),
  socialPresentation: known('Social presentation'),
  selfCare: known('Self-care skills'),
} as const;

export const parentingCapacity = {
  basicCare: known('Basic care'),
  safety: known('Ensuring safety'),
  warmth: known('Emotional warmth'),
  stimulation: known('Stimulation'),
  boundaries: known('Guidance and boundaries'),
  stability: known('Stability'),
} as const;

export const familyAndEnvironment = {
  familyHistory: known('Family history and functioning'),
  widerFamily: known('Wider family'),
  housing: known('Housing'),
  employment: known('Employment'),
  income: known('Income', 'Also whether the family has no recourse to public funds'),
  socialIntegration: known('Family’s social integration'),
  communityResources: known('Community resources'),
} as const;
