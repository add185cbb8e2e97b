import { ExperienceFact } from './analytics/experience-fact.entity.js';
import { ExperienceSum } from './analytics/experience-sum.entity.js';
import { ObstacleFact } from './analytics/obstacle-fact.entity.js';
import { ObstacleSum } from './analytics/obstacle-sum.entity.js';
import { ClientMutation } from './audit/client-mutation.entity.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { LoginAttempt } from './auth/login-attempt.entity.js';
import { RefreshToken } from './auth/refresh-token.entity.js';
import { User } from './users/user.entity.js';
import { AwardCategory } from './awards/award-category.entity.js';
import { Award } from './awards/award.entity.js';
import { OpenRecommendation } from './analytics/risks/open-recommendation.entity.js';
import { OpenSum } from './analytics/risks/open-sum.entity.js';
import { RiskObstacle } from './analytics/risks/risk-obstacle.entity.js';
import { RiskSum } from './analytics/risks/risk-sum.entity.js';
import { RiskTotal } from './analytics/risks/risk-total.entity.js';
import { Appearance } from './events/appearance.entity.js';
import { Event } from './events/event.entity.js';
import { Participation } from './events/participation.entity.js';
import { Presentation } from './events/presentation.entity.js';
import { Session } from './events/session.entity.js';
import { Statement } from './events/statement.entity.js';
import { Attachment } from './experiences/attachments/attachment.entity.js';
import { Experience } from './experiences/experience.entity.js';
import { Obstacle } from './experiences/obstacle.entity.js';
import { Review } from './experiences/review/review.entity.js';
import { Notification } from './notifications/notification.entity.js';
import { LessonApplication } from './lessons/application.entity.js';
import { Lesson } from './lessons/lesson.entity.js';
import { LessonSource } from './lessons/source.entity.js';
import { PatternMember } from './patterns/member.entity.js';
import { ObstaclePattern } from './patterns/pattern.entity.js';
import { Person } from './people/person.entity.js';
import { RecommendationAddressee } from './recommendations/addressee.entity.js';
import { Assessment } from './recommendations/assessments/assessment.entity.js';
import { FollowUp } from './recommendations/follow-ups/follow-up.entity.js';
import { Recommendation } from './recommendations/recommendation.entity.js';
import { Satker } from './satker/satker.entity.js';
import { SearchDocument } from './search/search-document.entity.js';
import { SearchSlice } from './search/search-slice.entity.js';
import { SearchWord } from './search/search-word.entity.js';
import { Synonym } from './search/synonym.entity.js';
import { SeedMark } from './seeds/mark.entity.js';
import { Citation } from './sources/citation.entity.js';
import { Conflict } from './sources/conflict.entity.js';
import { SourceDocument } from './sources/source.entity.js';
import { ElectionCycle } from './stages/cycle.entity.js';
import { StagePart } from './stages/stage-part.entity.js';
import { Stage } from './stages/stage.entity.js';
import { Cause, Dimension, Topic } from './stages/taxonomy.entities.js';

/** Every entity of the product: what the data source maps and migrations are checked against. */
export const ENTITIES = [
  Satker,
  ElectionCycle,
  Stage,
  StagePart,
  Topic,
  Cause,
  Dimension,
  SourceDocument,
  Citation,
  Conflict,
  Person,
  Event,
  Session,
  Appearance,
  Statement,
  Participation,
  Presentation,
  AwardCategory,
  Award,
  Experience,
  Obstacle,
  Review,
  Attachment,
  Recommendation,
  RecommendationAddressee,
  FollowUp,
  Assessment,
  Notification,
  ObstacleFact,
  ObstacleSum,
  ExperienceFact,
  ExperienceSum,
  ObstaclePattern,
  PatternMember,
  RiskObstacle,
  RiskSum,
  RiskTotal,
  OpenRecommendation,
  OpenSum,
  Lesson,
  LessonSource,
  LessonApplication,
  SearchDocument,
  SearchSlice,
  SearchWord,
  Synonym,
  AuditEntry,
  ClientMutation,
  User,
  LoginAttempt,
  RefreshToken,
  SeedMark,
];
