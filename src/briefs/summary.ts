import { RiskBand } from '../analytics/dimension.enum.js';
import { BriefScopeName } from './brief.enums.js';
import type { BriefScope, MitigationBrief } from './brief.types.js';
import type { BriefRisk } from './risk.types.js';
import { BAND_WORDS, inNumber, inShare, inYears, shortened } from './wording.js';

type Unsummed = Omit<MitigationBrief, 'summary'>;

export const RANKING =
  'Kendala yang sama di berbagai satker dan tahun, juga bila kata-katanya berbeda, dihitung sebagai satu risiko: satu pola ' +
  'kendala, dengan kode POLA. Kendala yang tidak berpola digolongkan menurut penyebab dan topiknya. Risiko yang pernah dialami satker sendiri ' +
  'didahulukan, kemudian yang dialami satker lain di provinsinya, kemudian yang hanya dialami satker lain secara nasional. ' +
  'Di dalam setiap kelompok, risiko diurutkan menurut skor rata-rata (kemungkinan × dampak) dikalikan jumlah satker yang ' +
  'melaporkannya; bila sama, yang terakhir terjadi didahulukan. Risiko yang belum dinilai ditempatkan di akhir kelompoknya.';

const LABEL_LENGTH = 160;

/** What a chairman should know, in three to six sentences that hold nothing but what was counted. */
export function summaryOf(brief: Unsummed): string[] {
  const nation = brief.scopes.at(-1)!;
  if (brief.isEmpty) return [nothingYet(brief), openSentence(brief)].filter(isSaid);
  return [
    basis(brief, nation),
    nearby(brief),
    severity(nation),
    first(brief.topRisks),
    helped(brief.topRisks),
    openSentence(brief),
  ].filter(isSaid);
}

const isSaid = (sentence: string | null): sentence is string => sentence !== null;

const nothingYet = ({ stage, satker }: Unsummed): string =>
  `Belum ada kendala yang diterbitkan untuk tahapan ${stage.name} (${stage.code}), baik dari ${satker.name} maupun dari ` +
  'satker lain, sehingga belum ada risiko yang dapat disusun.';

const basis = ({ stage }: Unsummed, { obstacleCount, experienceCount, satkerCount, years }: BriefScope): string =>
  `Untuk tahapan ${stage.name} dan tahapan sejenis tercatat ${inNumber(obstacleCount)} kendala dalam ` +
  `${inNumber(experienceCount)} pengalaman yang diterbitkan dari ${inNumber(satkerCount)} satker (${inYears(years)}).`;

function nearby({ scopes, satker }: Unsummed): string | null {
  const own = scopes.find(({ scope }) => scope === BriefScopeName.OWN);
  const province = scopes.find(({ scope }) => scope === BriefScopeName.PROVINCE);
  if (!own || !province) return null;
  const neighbours = province.obstacleCount - own.obstacleCount;
  const units = province.satkerCount - own.satkerCount;
  const theirs =
    neighbours > 0
      ? `satker lain di ${province.label} melaporkan ${inNumber(neighbours)} kendala (${inNumber(units)} satker)`
      : `satker lain di ${province.label} juga belum melaporkannya`;
  if (own.obstacleCount === 0)
    return `${satker.name} belum melaporkan kendala pada tahapan ini, sedangkan ${theirs}.`.replace(
      /sedangkan (.*) juga/,
      'dan $1 juga',
    );
  return `${satker.name} sendiri melaporkan ${inNumber(own.obstacleCount)} kendala; ${theirs.replace(' juga', '')}.`;
}

function severity({ matrix, obstacleCount, unassessedCount, unregulatedCount }: BriefScope): string {
  const assessed = obstacleCount - unassessedCount;
  const grave = matrix.reduce(
    (sum, { band, count }) => sum + (band === RiskBand.HIGH || band === RiskBand.EXTREME ? count : 0),
    0,
  );
  const unregulated = `${inNumber(unregulatedCount)} kendala (${inShare(unregulatedCount, obstacleCount)}) belum diatur dalam peraturan`;
  if (assessed === 0) return `Belum ada kendala yang dinilai risikonya; ${unregulated}.`;
  return `Secara nasional, ${inNumber(grave)} kendala (${inShare(grave, assessed)} dari yang dinilai) berisiko tinggi atau ekstrem, dan ${unregulated}.`;
}

function first([risk]: readonly BriefRisk[]): string | null {
  if (!risk) return null;
  const score =
    risk.maxRisk === null ? 'belum dinilai' : `skor tertinggi ${risk.maxRisk} dari 25, ${BAND_WORDS[risk.band!]}`;
  return `Risiko teratas adalah “${shortened(risk.label, LABEL_LENGTH)}” (${score}), yang dilaporkan ${inNumber(risk.satkerCount)} satker.`;
}

function helped(risks: readonly BriefRisk[]): string {
  const count = risks.filter(({ lessons, practices }) => lessons.length + practices.length > 0).length;
  if (count === 0) return 'Belum ada pelajaran dan belum ada tindakan dengan hasil baik untuk risiko teratas.';
  const which =
    count === risks.length ? `seluruh ${inNumber(count)}` : `${inNumber(count)} dari ${inNumber(risks.length)}`;
  const lessons = risks.some((risk) => risk.lessons.length > 0) ? 'pelajaran yang disahkan atau ' : '';
  return `Untuk ${which} risiko teratas tersedia ${lessons}tindakan yang hasilnya baik menurut satker pelapornya.`;
}

function openSentence({ openRecommendationCount: open, overdueCount: overdue }: Unsummed): string {
  if (open === 0) return 'Tidak ada rekomendasi yang masih terbuka untuk tahapan ini.';
  const late = overdue > 0 ? `${inNumber(overdue)} di antaranya melewati tenggat` : 'tidak ada yang melewati tenggat';
  return `Sebanyak ${inNumber(open)} rekomendasi masih terbuka; ${late}.`;
}
