import { describedEnum } from '../common/read/comparators.js';

export enum SearchType {
  EXPERIENCE = 'EXPERIENCE',
  OBSTACLE = 'OBSTACLE',
  RECOMMENDATION = 'RECOMMENDATION',
  LESSON = 'LESSON',
  EVENT = 'EVENT',
  STATEMENT = 'STATEMENT',
  PERSON = 'PERSON',
  SATKER = 'SATKER',
}
describedEnum(SearchType, 'SearchType', 'Jenis data yang dicari. / What is searched for.', {
  EXPERIENCE: 'Pengalaman. / Experiences.',
  OBSTACLE: 'Kendala. / Obstacles.',
  RECOMMENDATION: 'Rekomendasi. / Recommendations.',
  LESSON: 'Pelajaran. / Lessons.',
  EVENT: 'Kegiatan. / Events.',
  STATEMENT: 'Pernyataan. / Statements.',
  PERSON: 'Orang. / People.',
  SATKER: 'Satker. / Work units.',
});

export enum SearchRanking {
  RELEVANCE = 'RELEVANCE',
  RECENCY = 'RECENCY',
  SEVERITY = 'SEVERITY',
}
describedEnum(SearchRanking, 'SearchRanking', 'Urutan hasil. / How hits are ordered.', {
  RELEVANCE: 'Yang paling cocok dahulu. / Best match first.',
  RECENCY: 'Yang terbaru dahulu. / Newest first.',
  SEVERITY: 'Skor risiko tertinggi dahulu. / Highest risk score first.',
});

export enum SearchDimension {
  TYPE = 'TYPE',
  STAGE = 'STAGE',
  CAUSE = 'CAUSE',
  PROVINCE = 'PROVINCE',
  CYCLE = 'CYCLE',
  KIND = 'KIND',
  YEAR = 'YEAR',
  BAND = 'BAND',
}
describedEnum(SearchDimension, 'SearchDimension', 'Segi penghitungan hasil. / What hits are counted by.', {
  TYPE: 'Jenis data; untuk argumen types. / Kind of record; for the argument types.',
  STAGE: 'Tahapan; untuk filter stage. / Stage.',
  CAUSE: 'Penyebab; untuk filter cause. / Cause.',
  PROVINCE: 'Provinsi; untuk filter province. / Province.',
  CYCLE: 'Siklus; untuk filter cycle. / Cycle.',
  KIND: 'Jenis pengalaman; untuk filter kind. / Kind of experience.',
  YEAR: 'Tahun; untuk filter year. / Year.',
  BAND: 'Tingkat risiko; untuk filter band. / Severity band.',
});
