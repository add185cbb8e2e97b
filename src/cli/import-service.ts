import type { DataSource } from 'typeorm';
import { Changes } from '../audit/changes.service.js';
import { Creations } from '../audit/creations.service.js';
import { Reader } from '../common/read/reader.js';
import { DraftChecks } from '../experiences/draft-checks.js';
import { ExperienceParts } from '../experiences/experience-parts.js';
import { ExperiencesService } from '../experiences/experiences.service.js';
import { Standings } from '../experiences/review/standings.js';
import { ImportsService } from '../imports/imports.service.js';
import { ProposedRecommendations } from '../recommendations/proposed-recommendations.js';
import { SatkerService } from '../satker/satker.service.js';

/** The service as the server has it, put together by hand: a command needs neither GraphQL nor HTTP. */
export function importService(dataSource: DataSource): ImportsService {
  const parts = new ExperienceParts();
  new ProposedRecommendations(parts).onModuleInit();
  const checks = new DraftChecks(dataSource, new SatkerService());
  const standings = new Standings(new Reader(dataSource));
  const writers = [new Creations(dataSource), new Changes(dataSource)] as const;
  const experiences = new ExperiencesService(dataSource, ...writers, checks, standings, parts);
  return new ImportsService(dataSource, experiences, checks);
}
