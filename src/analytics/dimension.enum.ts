import { describedEnum } from '../common/read/comparators.js';

export enum ObstacleDimension {
  STAGE = 'STAGE',
  CYCLE = 'CYCLE',
  TOPIC = 'TOPIC',
  CAUSE = 'CAUSE',
  EVENT = 'EVENT',
  PROVINCE = 'PROVINCE',
  SATKER = 'SATKER',
  SATKER_LEVEL = 'SATKER_LEVEL',
  YEAR = 'YEAR',
  REGULATED = 'REGULATED',
  SEVERITY = 'SEVERITY',
  RISK_BAND = 'RISK_BAND',
  STATUS = 'STATUS',
}
describedEnum(ObstacleDimension, 'ObstacleDimension', 'Menurut apa kendala dihitung. / What to count by.', {
  STAGE: 'Tahapan pengalamannya. / Stage of the experience.',
  CYCLE: 'Siklus dari tahapannya. / Cycle of the stage.',
  TOPIC: 'Topik. / Topic.',
  CAUSE: 'Golongan penyebab. / Category of causes.',
  EVENT: 'Kegiatan tempat ia dibagikan. / The event it was shared at.',
  PROVINCE: 'Provinsi satker pelapor; pusat tersendiri. / Province of the unit; the centre stands by itself.',
  SATKER: 'Satker pelapor. / The reporting unit.',
  SATKER_LEVEL: 'Tingkat satker pelapor. / Level of the reporting unit.',
  YEAR: 'Tahun kejadian. / Year in which it happened.',
  REGULATED: 'Sudah diatur atau belum. / Whether rules foresaw it.',
  SEVERITY: 'Dampak kendalanya, 1–5. / Its impact.',
  RISK_BAND: 'Golongan skor risiko. / Band of the risk score.',
  STATUS: 'Tahap pengalamannya. / Status of the experience.',
});

export enum RiskBand {
  LOW = 'LOW',
  MODERATE = 'MODERATE',
  HIGH = 'HIGH',
  EXTREME = 'EXTREME',
}
describedEnum(RiskBand, 'RiskBand', 'Golongan skor risiko. / Band of a risk score.', {
  LOW: '1–4: rendah. / Low.',
  MODERATE: '5–9: sedang. / Moderate.',
  HIGH: '10–16: tinggi. / High.',
  EXTREME: '17–25: ekstrem. / Extreme.',
});

export enum BucketOrder {
  COUNT = 'COUNT',
  NATURAL = 'NATURAL',
}
describedEnum(BucketOrder, 'BucketOrder', 'Urutan kelompok hitungan. / Order of buckets.', {
  COUNT: 'Terbanyak dahulu. / Most first.',
  NATURAL: 'Urutan alami dimensinya: kode, tahun, tingkat; yang kosong terakhir. / By code, year, level; missing last.',
});

export enum TrendStep {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}
describedEnum(TrendStep, 'TrendStep', 'Lebar satu titik dalam tren. / Width of one point of a trend.', {
  MONTH: 'Bulan. / Month.',
  QUARTER: 'Triwulan. / Quarter.',
  YEAR: 'Tahun. / Year.',
});

export enum TrendDate {
  OCCURRED_ON = 'OCCURRED_ON',
  REPORTED_AT = 'REPORTED_AT',
}
describedEnum(TrendDate, 'TrendDate', 'Tanggal mana yang dipakai tren. / Which date a trend goes by.', {
  OCCURRED_ON: 'Tanggal kejadian. / When it happened.',
  REPORTED_AT: 'Saat dilaporkan, menurut WIB. / When it was reported, in Western Indonesian Time.',
});
