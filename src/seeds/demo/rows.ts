import type { ExperienceKind, ExperienceStatus, Regulated, Remedy } from '../../experiences/experience.enums.js';
import type { Instrument, Priority, RecommendationStatus } from '../../recommendations/recommendation.entity.js';

export interface DemoObstacle {
  text: string;
  cause: string;
  likelihood: number;
  impact: number;
  regulated: Regulated;
}

export interface DemoRecommendation {
  number: string;
  text: string;
  status: RecommendationStatus;
  remedy: Remedy;
  instrument: Instrument;
  priority: Priority;
  dueDate: string | null;
  /** Places, from 0, of the obstacles it addresses. */
  addresses: number[];
}

export interface DemoExperience {
  code: string;
  kind: ExperienceKind;
  status: ExperienceStatus;
  title: string;
  stage: string | null;
  topic: string;
  satkerId: string;
  expected: string | null;
  happened: string;
  actionTaken: string | null;
  result: string | null;
  occurredOn: string;
  reportedAt: string;
  severity: number;
  riskScore: number;
  obstacles: DemoObstacle[];
  recommendations: DemoRecommendation[];
}

/** Six digits, more from a million on. */
export const numberOf = (index: number): string => String(index).padStart(6, '0');
/** The code of a row, counted from 1. */
export const codeOf = (index: number): string => `DEMO-${numberOf(index)}`;

/** The row of a code. */
export const indexOf = (code: string): number => Number(code.slice('DEMO-'.length));
