import type { EntityManager } from 'typeorm';
import { Rejected, type Complaint } from '../../common/errors.js';
import { ExperienceKind } from '../experience.enums.js';
import { Experience } from '../experience.entity.js';
import { Obstacle } from '../obstacle.entity.js';

/** Kinds that tell of something that stood in the way. */
const WITH_OBSTACLES: readonly ExperienceKind[] = [ExperienceKind.OBSTACLE, ExperienceKind.NEAR_MISS];
/** What an obstacle needs so that it can be counted and compared. */
const OF_AN_OBSTACLE = ['cause', 'likelihood', 'impact', 'regulated'] as const;

/** Refuses an experience that cannot be reviewed yet, with everything that it lacks. */
export async function refuseUnfinished(tx: EntityManager, id: string): Promise<void> {
  const experience = await tx.findOneOrFail(Experience, { where: { id }, relations: { stage: true, topic: true } });
  const obstacles = await tx.find(Obstacle, {
    where: { experience: { id } },
    relations: { cause: true },
    order: { ordinal: 'ASC' },
  });
  const complaints = complaintsOf(experience, obstacles);
  if (complaints.length > 0) throw new Rejected(complaints);
}

function complaintsOf(experience: Experience, obstacles: readonly Obstacle[]): Complaint[] {
  const { kind, stage, topic, happened, actionTaken, result } = experience;
  const required = (field: string): Complaint => ({ code: 'REQUIRED', field });
  const complaints: Complaint[] = [];
  // One that spans several stages has no stage, but then a topic says what it is about.
  if (!stage && !topic) complaints.push(required('stage'));
  if (!happened) complaints.push(required('happened'));
  if (!actionTaken) complaints.push(required('actionTaken'));
  if (!WITH_OBSTACLES.includes(kind)) return result ? complaints : [...complaints, required('result')];
  if (obstacles.length === 0) complaints.push({ code: 'OBSTACLE_REQUIRED', field: 'obstacles' });
  for (const [index, obstacle] of obstacles.entries())
    for (const field of OF_AN_OBSTACLE)
      if (obstacle[field] === null) complaints.push(required(`obstacles.${index}.${field}`));
  return complaints;
}
