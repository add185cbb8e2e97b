import { describedEnum } from '../common/read/comparators.js';

export enum RecommendationStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  DEFERRED = 'DEFERRED',
  REJECTED = 'REJECTED',
  IN_PROGRESS = 'IN_PROGRESS',
  REPORTED_DONE = 'REPORTED_DONE',
  VERIFIED = 'VERIFIED',
}
describedEnum(RecommendationStatus, 'RecommendationStatus', 'Keadaan rekomendasi. / Status of a recommendation.', {
  PROPOSED: 'Diusulkan. / Proposed.',
  ACCEPTED: 'Diterima. / Accepted.',
  DEFERRED: 'Ditunda. / Deferred.',
  REJECTED: 'Ditolak. / Rejected.',
  IN_PROGRESS: 'Dikerjakan. / In progress.',
  REPORTED_DONE: 'Dilaporkan selesai. / Reported done.',
  VERIFIED: 'Terverifikasi. / Verified.',
});

export enum Instrument {
  NONE = 'NONE',
  SOP = 'SOP',
  KPU_DECISION = 'KPU_DECISION',
  PKPU = 'PKPU',
  LAW = 'LAW',
}
describedEnum(Instrument, 'Instrument', 'Bentuk hukum yang diperlukan. / Legal form it needs.', {
  NONE: 'Tidak perlu. / None.',
  SOP: 'SOP. / A procedure.',
  KPU_DECISION: 'Keputusan KPU. / A decision of the KPU.',
  PKPU: 'Peraturan KPU. / A regulation of the KPU.',
  LAW: 'Undang-undang. / A law.',
});

export enum Priority {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
}
describedEnum(Priority, 'Priority', 'Prioritas. / Priority.', {
  LOW: 'Rendah. / Low.',
  MEDIUM: 'Sedang. / Medium.',
  HIGH: 'Tinggi. / High.',
});

/** By which recommendations are ordered: the texts themselves would stand as in a dictionary. */
export const PRIORITY_RANKS: Readonly<Record<Priority, number>> = {
  [Priority.LOW]: 1,
  [Priority.MEDIUM]: 2,
  [Priority.HIGH]: 3,
};

export enum AddresseeRole {
  LEAD = 'LEAD',
  SUPPORT = 'SUPPORT',
}
describedEnum(AddresseeRole, 'AddresseeRole', 'Peran pihak yang dituju. / Part of an addressee.', {
  LEAD: 'Penanggung jawab. / Answers for it.',
  SUPPORT: 'Membantu. / Supports.',
});

export enum Fulfilment {
  NOT = 'NOT',
  PARTLY = 'PARTLY',
  MOSTLY = 'MOSTLY',
  FULLY = 'FULLY',
  NO_LONGER_APPLICABLE = 'NO_LONGER_APPLICABLE',
}
describedEnum(Fulfilment, 'Fulfilment', 'Sejauh mana rekomendasi terlaksana. / How far it was carried out.', {
  NOT: 'Belum terlaksana. / Not at all.',
  PARTLY: 'Sebagian. / Partly.',
  MOSTLY: 'Sebagian besar. / Mostly.',
  FULLY: 'Seluruhnya. / Fully.',
  NO_LONGER_APPLICABLE: 'Tidak lagi relevan. / No longer applicable.',
});
