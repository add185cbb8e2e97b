import type { ExperienceKind, ExperienceStatus, Regulated, Remedy } from '../../experiences/experience.enums.js';
import type {
  AddresseeRole,
  Fulfilment,
  Instrument,
  Priority,
  RecommendationStatus,
} from '../../recommendations/recommendation.enums.js';

export interface DemoObstacle {
  text: string;
  cause: string;
  likelihood: number;
  impact: number;
  regulated: Regulated;
}

export interface DemoAddressee {
  satkerId: string | null;
  organisation: string | null;
  role: AddresseeRole;
}

export interface DemoFollowUp {
  action: string;
  satkerId: string | null;
  organisation: string | null;
  startDate: string;
  dueDate: string | null;
  progress: number;
  evidence: string | null;
  doneOn: string | null;
  at: string;
}

export interface DemoAssessment {
  fulfilment: Fulfilment;
  note: string;
  at: string;
}

/** What became of a recommendation; times are ISO 8601, and null where it has not come that far. */
export interface DemoAccountability {
  acceptedAt: string | null;
  reportedDoneAt: string | null;
  verifiedAt: string | null;
  addressees: DemoAddressee[];
  followUps: DemoFollowUp[];
  assessments: DemoAssessment[];
}

export interface DemoPlan {
  status: RecommendationStatus;
  remedy: Remedy;
  instrument: Instrument;
  dueDate: string | null;
}

export interface DemoRecommendation extends DemoPlan {
  number: string;
  text: string;
  priority: Priority;
  /** Places, from 0, of the obstacles it addresses. */
  addresses: number[];
  became: DemoAccountability;
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
