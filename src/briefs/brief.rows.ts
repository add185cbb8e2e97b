import type { BriefDocument } from './brief.types.js';
import type { BriefLesson, BriefPractice, BriefRecommendation, BriefSource, BriefTerm } from './risk.types.js';

/** What the statement of a brief answers. Circles are those of `CIRCLE`. */
export interface BriefRows {
  asOf: string;
  counts: CircleRow[];
  cells: { circle: number; likelihood: number; impact: number; count: number }[];
  riskCount: number;
  risks: RiskRow[];
  openCount: number;
  overdueCount: number;
  open: BriefRecommendation[];
  documents: BriefDocument[];
}

export interface CircleRow {
  circle: number;
  obstacles: number;
  experiences: number;
  units: number;
  demo: number;
  unassessed: number;
  unregulated: number;
  years: number[];
}

export interface RiskRow {
  rank: number;
  /** The smallest circle that it was reported in. */
  nearness: number;
  own: number;
  near: number;
  obstacles: number;
  units: number;
  mean: number | null;
  most: number | null;
  last: string;
  demo: boolean;
  pattern: string | null;
  label: string;
  cause: BriefTerm | null;
  topic: BriefTerm | null;
  /** Likelihood, impact and how many obstacles have them, of those that were assessed. */
  grades: [likelihood: number, impact: number, count: number][];
  years: number[];
  sources: BriefSource[];
  lessons: BriefLesson[];
  practices: BriefPractice[];
  recommendations: BriefRecommendation[];
}
