import { describedEnum } from '../common/read/comparators.js';

export enum ExperienceKind {
  OBSTACLE = 'OBSTACLE',
  GOOD_PRACTICE = 'GOOD_PRACTICE',
  INNOVATION = 'INNOVATION',
  NEAR_MISS = 'NEAR_MISS',
}
describedEnum(ExperienceKind, 'ExperienceKind', 'Jenis pengalaman. / Kind of experience.', {
  OBSTACLE: 'Kendala. / An obstacle.',
  GOOD_PRACTICE: 'Praktik baik. / Good practice.',
  INNOVATION: 'Terobosan. / Innovation.',
  NEAR_MISS: 'Nyaris menjadi masalah. / Nearly went wrong.',
});

export enum ExperienceStatus {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  PROVINCE_REVIEW = 'PROVINCE_REVIEW',
  CENTRAL_REVIEW = 'CENTRAL_REVIEW',
  CHANGES_REQUESTED = 'CHANGES_REQUESTED',
  PUBLISHED = 'PUBLISHED',
  REJECTED = 'REJECTED',
  DUPLICATE = 'DUPLICATE',
  WITHDRAWN = 'WITHDRAWN',
}
describedEnum(ExperienceStatus, 'ExperienceStatus', 'Tahap hidup sebuah pengalaman. / Life of an experience.', {
  DRAFT: 'Konsep; hanya satkernya yang melihat. / Draft, seen by its unit only.',
  SUBMITTED: 'Dikirim. / Submitted.',
  PROVINCE_REVIEW: 'Diperiksa provinsi. / Reviewed by the province.',
  CENTRAL_REVIEW: 'Diperiksa pusat. / Reviewed by the centre.',
  CHANGES_REQUESTED: 'Dikembalikan untuk diperbaiki. / Returned for changes.',
  PUBLISHED: 'Diterbitkan. / Published.',
  REJECTED: 'Ditolak. / Rejected.',
  DUPLICATE: 'Sama dengan yang lain. / A duplicate.',
  WITHDRAWN: 'Ditarik satkernya. / Withdrawn by its unit.',
});

export enum Regulated {
  REGULATED = 'REGULATED',
  PARTLY = 'PARTLY',
  UNREGULATED = 'UNREGULATED',
}
describedEnum(Regulated, 'Regulated', 'Apakah kendala sudah diatur. / Whether rules foresaw it.', {
  REGULATED: 'Sudah diatur. / Regulated.',
  PARTLY: 'Sebagian diatur. / Partly regulated.',
  UNREGULATED: 'Belum diatur. / Not regulated.',
});

export enum Remedy {
  REGULATION = 'REGULATION',
  SOP = 'SOP',
  TRAINING = 'TRAINING',
  SYSTEM = 'SYSTEM',
  LOGISTICS = 'LOGISTICS',
  BUDGET = 'BUDGET',
  ORGANISATION = 'ORGANISATION',
}
describedEnum(Remedy, 'Remedy', 'Jenis perbaikan. / Kind of remedy.', {
  REGULATION: 'Regulasi. / Regulation.',
  SOP: 'Prosedur. / Procedure.',
  TRAINING: 'Pelatihan. / Training.',
  SYSTEM: 'Sistem informasi. / IT system.',
  LOGISTICS: 'Logistik. / Logistics.',
  BUDGET: 'Anggaran. / Budget.',
  ORGANISATION: 'Organisasi. / Organisation.',
});
