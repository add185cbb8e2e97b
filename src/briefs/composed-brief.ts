import { OPEN_STATUSES } from '../analytics/risks/open-recommendation.entity.js';
import { bandOf } from '../analytics/risk-bands.js';
import { CIRCLE } from './brief.fragments.js';
import type { BriefScopeName } from './brief.enums.js';
import type { BriefRows, CircleRow, RiskRow } from './brief.rows.js';
import type { OpenFilter, ScopeOfUnit } from './brief-scopes.js';
import type { BriefCell, BriefScope, MitigationBrief } from './brief.types.js';
import { firstStepsFor } from './first-steps.js';
import { RANKING, summaryOf } from './summary.js';
import type { BriefUnit } from './preparation.js';
import type { StageRow } from './related-stages.js';
import type { BriefRisk } from './risk.types.js';

const SCOPES = Object.keys(CIRCLE) as BriefScopeName[];
const SCALE = [1, 2, 3, 4, 5];
const NOTHING: Omit<CircleRow, 'circle'> = {
  obstacles: 0,
  experiences: 0,
  units: 0,
  demo: 0,
  unassessed: 0,
  unregulated: 0,
  years: [],
};

/** What the statement answered, as people read it. */
export function composed(
  stages: readonly [StageRow, ...StageRow[]],
  unit: BriefUnit,
  scopes: readonly ScopeOfUnit[],
  rows: BriefRows,
): MitigationBrief {
  const [stage] = stages;
  const codes = stages.map(({ code }) => code);
  // What is handed out is what everybody may read, whoever asks for it.
  const published = { status: { eq: 'PUBLISHED' }, stage: { in: codes } };
  const { code, name, level, region } = unit;
  const shownScopes = scopes.map((scope) => scopeOf(scope, rows, published));
  const nation = shownScopes.at(-1)!;
  const topRisks = rows.risks.map((risk) => riskOf(risk, published));
  const brief = {
    asOf: rows.asOf,
    stage,
    stagesUsed: [...stages],
    satker: { code, name, level, region },
    isEmpty: nation.obstacleCount === 0,
    hasDemo: nation.demoCount > 0 || topRisks.some(({ lessons }) => lessons.some(({ isDemo }) => isDemo)),
    ranking: RANKING,
    scopes: shownScopes,
    riskCount: rows.riskCount,
    topRisks,
    firstSteps: firstStepsFor(topRisks),
    openRecommendationCount: rows.openCount,
    overdueCount: rows.overdueCount,
    openRecommendations: rows.open,
    openRecommendationsFilter: { stage: { in: codes }, status: { in: [...OPEN_STATUSES] } },
    documents: rows.documents,
    documentUrl: `/api/v1/brief.docx?stage=${encodeURIComponent(stage.code)}&satker=${encodeURIComponent(code)}`,
  };
  return { ...brief, summary: summaryOf(brief) };
}

function scopeOf(
  { scope, label, filter }: ScopeOfUnit,
  { counts, cells }: BriefRows,
  published: OpenFilter,
): BriefScope {
  const counted = counts.find(({ circle }) => circle === CIRCLE[scope]) ?? NOTHING;
  const opens = { ...published, ...filter };
  const matrix = SCALE.flatMap((likelihood) =>
    SCALE.map((impact): BriefCell => {
      const here = cells.find(
        (cell) => cell.circle === CIRCLE[scope] && cell.likelihood === likelihood && cell.impact === impact,
      );
      const openFilter = { ...opens, likelihood: { eq: likelihood }, impact: { eq: impact } };
      return { likelihood, impact, band: bandOf(likelihood * impact), count: here?.count ?? 0, openFilter };
    }),
  );
  return {
    scope,
    label,
    obstacleCount: counted.obstacles,
    experienceCount: counted.experiences,
    satkerCount: counted.units,
    demoCount: counted.demo,
    unassessedCount: counted.unassessed,
    unregulatedCount: counted.unregulated,
    years: counted.years,
    matrix,
    openFilter: opens,
  };
}

/** What all obstacles of a risk have in common, and no others. Those without a pattern have one cause and one topic. */
const kindOf = ({ pattern, cause, topic }: RiskRow): OpenFilter =>
  pattern === null
    ? { pattern: { isNull: true }, cause: exactly(cause?.code), topic: exactly(topic?.code) }
    : { pattern: { eq: pattern } };

const exactly = (code: string | undefined): OpenFilter => (code === undefined ? { isNull: true } : { eq: code });

function riskOf(row: RiskRow, published: OpenFilter): BriefRisk {
  const { rank, pattern, label, cause, topic, years, most, mean, sources, lessons, practices, recommendations } = row;
  return {
    rank,
    patternCode: pattern,
    label,
    cause,
    topic,
    scope: SCOPES[row.nearness - 1]!,
    ownCount: row.own,
    provinceCount: row.near,
    obstacleCount: row.obstacles,
    satkerCount: row.units,
    years,
    lastSeen: row.last,
    maxRisk: most,
    meanRisk: mean,
    typicalLikelihood: median(row.grades.map(([likelihood, , count]) => [likelihood, count])),
    typicalImpact: median(row.grades.map(([, impact, count]) => [impact, count])),
    band: most === null ? null : bandOf(most),
    hasDemo: row.demo,
    sources,
    lessons,
    practices,
    recommendations,
    openFilter: { ...published, ...kindOf(row) },
  };
}

/** The lower one of values that each stand for so many; null where there are none. */
function median(counted: readonly (readonly [value: number, count: number])[]): number | null {
  let left = counted.reduce((sum, [, count]) => sum + count, 0) / 2;
  for (const [value, count] of counted.toSorted(([a], [b]) => a - b)) if ((left -= count) <= 0) return value;
  return null;
}
