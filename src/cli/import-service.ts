import type { DataSource } from 'typeorm';
import { Creations } from '../audit/creations.service.js';
import { DraftChecks } from '../experiences/draft-checks.js';
import { ExperienceParts } from '../experiences/experience-parts.js';
import { ExperiencesService } from '../experiences/experiences.service.js';
import { ImportsService } from '../imports/imports.service.js';
import { ProposedRecommendations } from '../recommendations/proposed-recommendations.js';
import { SatkerService } from '../satker/satker.service.js';

/** The service as the server has it, put together by hand: a command needs neither GraphQL nor HTTP. */
export function importService(dataSource: DataSource): ImportsService {
  const parts = new ExperienceParts();
  new ProposedRecommendations(parts).onModuleInit();
  const checks = new DraftChecks(dataSource, new SatkerService());
  const experiences = new ExperiencesService(new Creations(dataSource), checks, parts);
  return new ImportsService(dataSource, experiences, checks);
}
