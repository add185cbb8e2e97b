import { expectRows, type Row } from './input.js';

const FILE = 'taxonomy.json';
/** Topics that belong to no single stage carry this instead of a stage's code. */
const ACROSS_STAGES = 'LINTAS';

interface GivenTerm {
  code: string;
  name_id: string;
  name_en: string;
}

interface TaxonomyFile {
  topics: (GivenTerm & { stage: string })[];
  causes: GivenTerm[];
  evaluation_dimensions: { code: string; name_id: string; aspects_id: string }[];
}

export function taxonomyRows(
  json: string,
  stageCodes: ReadonlySet<unknown>,
): { topics: Row[]; causes: Row[]; dimensions: Row[] } {
  const file = JSON.parse(json) as TaxonomyFile;
  const topics = expectRows(FILE, 'topics', file.topics, 39);
  const causes = expectRows(FILE, 'causes', file.causes, 16);
  const dimensions = expectRows(FILE, 'dimensions', file.evaluation_dimensions, 4);
  for (const { code, stage } of topics) {
    if (stage !== ACROSS_STAGES && !stageCodes.has(stage)) {
      throw new Error(`${FILE} puts the topic ${code} in the stage "${stage}", which stages.json does not hold.`);
    }
  }
  return {
    topics: topics.map((topic) => ({
      code: topic.code,
      name: topic.name_id,
      name_en: topic.name_en,
      stage_id: topic.stage === ACROSS_STAGES ? null : topic.stage,
    })),
    causes: causes.map((cause) => ({ code: cause.code, name: cause.name_id, name_en: cause.name_en })),
    dimensions: dimensions.map((dimension) => ({
      code: dimension.code,
      name: dimension.name_id,
      aspects: dimension.aspects_id,
    })),
  };
}
