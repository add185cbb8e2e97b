import type { Row, World } from './world.js';

/** Who asks, as the specification sees it. */
export interface Viewer {
  readonly name: string;
  readonly role: string | null;
  readonly userId: string | null;
  readonly satkerId: string | null;
}

/** The parts of the specification that a control may break, to see that the comparison notices. */
export interface Rules {
  visible(world: World, viewer: Viewer, type: string, row: Row): boolean;
  fulfils(values: readonly unknown[], operator: string, operand: unknown): boolean;
  /** Where a missing value stands against a present one: 1 after it. */
  missing(direction: 'ASC' | 'DESC'): 1 | -1;
}

/** Everything a rule may need about the question being answered. */
export interface Asking {
  readonly world: World;
  readonly viewer: Viewer;
  readonly rules: Rules;
  sees(type: string, row: Row): boolean;
}

export function asking(world: World, viewer: Viewer, rules: Rules): Asking {
  return { world, viewer, rules, sees: (type, row) => rules.visible(world, viewer, type, row) };
}

const UNSENT = ['DRAFT', 'WITHDRAWN'];

/** Who sees which rows. Types that are not named here are for everybody. */
export function visible(world: World, viewer: Viewer, type: string, row: Row): boolean {
  switch (type) {
    case 'Experience':
      return seesExperience(world, viewer, row);
    case 'Attachment':
    case 'Obstacle':
    case 'Recommendation':
      return seesExperience(world, viewer, world.get('Experience', row['experienceId'])!);
    case 'RecommendationAddressee':
    case 'FollowUp':
    case 'Assessment':
      return visible(world, viewer, 'Recommendation', world.get('Recommendation', row['recommendationId'])!);
    case 'PatternMember':
      return visible(world, viewer, 'Obstacle', world.get('Obstacle', row['obstacleId'])!);
    case 'Lesson':
      return row['endorsedAt'] !== null || viewer.role === 'ANALYST' || viewer.role === 'AUDITOR';
    case 'LessonApplication':
      return visible(world, viewer, 'Lesson', world.get('Lesson', row['lessonId'])!);
    case 'LessonSource': {
      const experience = world.get('Experience', row['experienceId']);
      const isKnown = visible(world, viewer, 'Lesson', world.get('Lesson', row['lessonId'])!);
      return isKnown && (!experience || seesExperience(world, viewer, experience));
    }
    case 'Review':
      return takesPart(world, viewer, world.get('Experience', row['experienceId'])!);
    case 'AuditEntry':
      return readsAccounts(viewer) || (viewer.role === 'ANALYST' && row['subjectType'] !== 'User');
    case 'Notification':
      return viewer.userId !== null && row['recipientId'] === viewer.userId;
    case 'User':
      return readsAccounts(viewer) || (viewer.userId !== null && row['id'] === viewer.userId);
    default:
      return true;
  }
}

const readsAccounts = ({ role }: Viewer): boolean => role === 'ADMIN' || role === 'AUDITOR';

const seesExperience = (world: World, viewer: Viewer, experience: Row): boolean =>
  experience['status'] === 'PUBLISHED' || takesPart(world, viewer, experience);

/** Sees how an experience came about, published or not. */
export function takesPart(world: World, { role, satkerId }: Viewer, experience: Row): boolean {
  const status = experience['status'] as string;
  const isOwn = satkerId !== null && experience['satkerId'] === satkerId;
  switch (role) {
    case 'AUDITOR':
      return true;
    case 'ANALYST':
      return !UNSENT.includes(status);
    case 'CONTRIBUTOR':
      return isOwn;
    case 'REVIEWER':
      return isOwn || (isDirectlyBelow(world, experience, satkerId) && !UNSENT.includes(status));
    default:
      return false;
  }
}

function isDirectlyBelow(world: World, experience: Row, satkerId: string | null): boolean {
  return satkerId !== null && world.get('Satker', experience['satkerId'])!['parentId'] === satkerId;
}
