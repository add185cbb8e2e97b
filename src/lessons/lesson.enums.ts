import { describedEnum } from '../common/read/comparators.js';

export enum LessonStatus {
  CANDIDATE = 'CANDIDATE',
  ENDORSED = 'ENDORSED',
  LEARNED = 'LEARNED',
  SUPERSEDED = 'SUPERSEDED',
  RETIRED = 'RETIRED',
}
describedEnum(LessonStatus, 'LessonStatus', 'Keadaan pelajaran. / Status of a lesson.', {
  CANDIDATE: 'Calon; hanya analis dan auditor yang melihat. / A candidate, seen by analysts and auditors only.',
  ENDORSED: 'Disahkan. / Endorsed.',
  LEARNED: 'Terbukti. / Learned: there is evidence.',
  SUPERSEDED: 'Digantikan pelajaran lain. / Superseded by another.',
  RETIRED: 'Tidak berlaku lagi. / Retired.',
});

export enum SourceRelation {
  SUPPORTS = 'SUPPORTS',
  CONTRADICTS = 'CONTRADICTS',
  REFINES = 'REFINES',
}
describedEnum(SourceRelation, 'SourceRelation', 'Hubungan sumber dengan pelajaran. / What a source is to a lesson.', {
  SUPPORTS: 'Mendukung. / Supports it.',
  CONTRADICTS: 'Menyanggah. / Contradicts it.',
  REFINES: 'Mempertajam. / Refines it.',
});

export enum ApplicationOutcome {
  HELPED = 'HELPED',
  PARTLY = 'PARTLY',
  NO_EFFECT = 'NO_EFFECT',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}
describedEnum(ApplicationOutcome, 'ApplicationOutcome', 'Hasil penerapan. / What came of applying a lesson.', {
  HELPED: 'Membantu. / It helped.',
  PARTLY: 'Membantu sebagian. / It helped in part.',
  NO_EFFECT: 'Tidak berpengaruh. / It had no effect.',
  NOT_APPLICABLE: 'Tidak dapat diterapkan di sini. / It cannot be applied here.',
});
