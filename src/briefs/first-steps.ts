import { RecommendationStatus } from '../recommendations/recommendation.enums.js';
import type { BriefLesson, BriefRecommendation, BriefRisk } from './risk.types.js';
import { inDay, inNumber, shortened } from './wording.js';

const MOST = 3;
const AMONG = 5;
const TEXT_LENGTH = 170;

/** What to do first, one sentence for each of the gravest risks that something is known about. */
export function firstStepsFor(risks: readonly BriefRisk[]): string[] {
  return risks
    .slice(0, AMONG)
    .flatMap((risk) => stepFor(risk) ?? [])
    .slice(0, MOST);
}

/**
 * A lesson that helped somebody is surest; a recommendation says what should be; without one there is what was understood, or
 * what somebody did.
 */
function stepFor({ rank, lessons, recommendations, practices }: BriefRisk): string | null {
  const [lesson, recommendation, practice] = [lessons[0], recommendations[0], practices[0]];
  if (lesson && (lesson.helpedSatkerCount > 0 || !recommendation)) return `${applied(lesson)} (risiko ${rank}).`;
  if (recommendation) return `${demand(recommendation)} (risiko ${rank}).`;
  if (!practice) return null;
  return `Pertimbangkan langkah ${practice.source.satker.name}: “${quoted(practice.action)}” (risiko ${rank}).`;
}

function applied({ code, title, practice, helpedSatkerCount: helped }: BriefLesson): string {
  const named = `Terapkan pelajaran ${code} “${quoted(practice ?? title)}”`;
  return helped > 0 ? `${named}, yang telah membantu ${inNumber(helped)} satker` : named;
}

function demand({ number, text, status, dueDate, isOverdue }: BriefRecommendation): string {
  const named = `rekomendasi ${number} “${quoted(text)}”`;
  const day = dueDate === null ? '' : inDay(dueDate);
  switch (status) {
    case RecommendationStatus.VERIFIED:
      return `Terapkan ${named}, yang pelaksanaannya telah diverifikasi`;
    case RecommendationStatus.REPORTED_DONE:
      return `Pastikan ${named}, yang dilaporkan selesai, benar-benar berjalan`;
    case RecommendationStatus.ACCEPTED:
    case RecommendationStatus.IN_PROGRESS:
      if (isOverdue) return `Dorong penyelesaian ${named}, yang melewati tenggat ${day}`;
      return `Kawal ${named} sampai selesai${day && `, dengan tenggat ${day}`}`;
    default:
      return `Bahas usulan ${number} “${quoted(text)}”, yang belum diputuskan`;
  }
}

const quoted = (text: string): string => shortened(text, TEXT_LENGTH).replace(/\.$/, '');
