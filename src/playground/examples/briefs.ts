import type { ExampleQuery } from './example-query.js';

/** What a unit asks that prepares for a stage. */
export const BRIEFS: readonly ExampleQuery[] = [
  {
    title: 'Apa yang perlu diwaspadai sebelum suatu tahapan?',
    query: `# Apa yang perlu diwaspadai sebelum suatu tahapan?
# Dokumennya: buka alamat pada "documentUrl".
query BriefMitigasi($tahapan: String!, $satker: String!) {
  mitigationBrief(stage: $tahapan, satker: $satker) {
    documentUrl
    summary
    firstSteps
    topRisks {
      rank
      patternCode
      label
      scope
      maxRisk
      satkerCount
      lessons { code practice helpedSatkerCount strength { satkerCount } }
      practices { action result source { code } }
      recommendations { number text status isOverdue }
    }
    openRecommendations { number text status dueDate isOverdue leads }
  }
}
`,
    variables: { tahapan: 'PEMILU-09', satker: '73.71' },
  },
];
