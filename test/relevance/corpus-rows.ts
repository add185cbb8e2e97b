import type { DataSource } from 'typeorm';
import { ExperienceKind, ExperienceStatus, Regulated } from '../../src/experiences/experience.enums.js';
import { Priority, RecommendationStatus } from '../../src/recommendations/recommendation.enums.js';
import { NOTHING } from '../../src/seeds/demo/accountability.js';
import { readCorpus, type Pair } from '../../src/seeds/demo/corpus.js';
import { readReference } from '../../src/seeds/demo/reference.js';
import type { DemoExperience } from '../../src/seeds/demo/rows.js';
import { shorten } from '../../src/seeds/demo/texts.js';
import { DemoWriter } from '../../src/seeds/demo/writer.js';
import { clearDemo } from '../../src/seeds/seed.js';

/**
 * Puts the rows of the corpus where the demonstration was: one published experience for each, with its obstacle and its
 * recommendation and no other words, under the row's id as its code. All are equal in what could be ranked by besides words.
 */
export async function loadCorpusRows(dataSource: DataSource): Promise<void> {
  await clearDemo(dataSource);
  const reference = await readReference(dataSource);
  const satkerId = reference.units[0]!.id;
  const experiences = readCorpus().map((pair) => experienceOf(pair, satkerId));
  await dataSource.transaction((tx) => new DemoWriter(reference).write(tx, experiences));
  await dataSource.query('analyze');
}

function experienceOf(pair: Pair, satkerId: string): DemoExperience {
  return {
    code: pair.id,
    kind: ExperienceKind.OBSTACLE,
    status: ExperienceStatus.PUBLISHED,
    title: shorten(pair.obstacle),
    stage: pair.stage,
    topic: pair.topic,
    satkerId,
    expected: null,
    happened: `${pair.obstacle}.`,
    actionTaken: null,
    result: null,
    occurredOn: '2024-02-14',
    reportedAt: '2025-07-30T02:00:00.000Z',
    severity: 3,
    riskScore: 9,
    obstacles: [{ text: pair.obstacle, cause: pair.cause, likelihood: 3, impact: 3, regulated: Regulated.UNREGULATED }],
    recommendations: [recommendationOf(pair)],
  };
}

function recommendationOf({ id, recommendation, remedy, instrument }: Pair): DemoExperience['recommendations'][number] {
  const number = `REK-${id}`;
  const status = RecommendationStatus.PROPOSED;
  return {
    number,
    text: recommendation,
    status,
    remedy,
    instrument,
    priority: Priority.MEDIUM,
    dueDate: null,
    addresses: [0],
    became: NOTHING,
  };
}
