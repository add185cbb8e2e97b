import type { EntityManager } from 'typeorm';
import { codeOf } from './rows.js';

interface DemoLesson {
  code: string;
  /** Rows of the corpus that it is made from: their obstacles support it. */
  from: readonly number[];
  status: 'CANDIDATE' | 'ENDORSED' | 'LEARNED';
  title: string;
  context: string;
  insight: string;
  practice: string;
}

/** A few lessons, so that the demonstration has some: made up like the experiences they are taken from. */
const LESSONS: readonly DemoLesson[] = [
  {
    code: 'DEMO-L-01',
    from: [13, 22, 42, 125],
    status: 'LEARNED',
    title: 'Sistem melambat pada hari terakhir: bagi beban, jangan menunggu batas akhir',
    context: 'Unggah dan pendaftaran lewat SIDALIH, SIPOL, SILON, atau SIAKBA menjelang batas waktu.',
    insight: 'Gangguan terjadi karena semua mengirim pada jam yang sama, bukan karena satu aplikasi.',
    practice: 'Tetapkan jadwal unggah bergiliran per wilayah dan batas internal dua hari lebih awal.',
  },
  {
    code: 'DEMO-L-02',
    from: [71, 73, 74, 127],
    status: 'ENDORSED',
    title: 'Petugas yang kelelahan keliru dan jatuh sakit: atur giliran sejak awal',
    context: 'Pemungutan dan penghitungan yang berlangsung sampai dini hari.',
    insight: 'Kekeliruan dan sakit berasal dari jam kerja yang sama panjangnya.',
    practice: 'Bagi tugas bergiliran, siapkan pengganti, dan periksa silang formulir sebelum ditandatangani.',
  },
  {
    code: 'DEMO-L-03',
    from: [93, 115, 123],
    status: 'CANDIDATE',
    title: 'Gudang diperiksa sebelum disewa',
    context: 'Penyimpanan kotak dan bilik suara pada musim hujan.',
    insight: 'Kerusakan terjadi sebelum barang keluar dari gudang.',
    practice: 'Periksa atap, lantai, ventilasi, dan jarak dengan daftar periksa sebelum kontrak.',
  },
];

/** Adds those that are missing, from rows of the corpus that are there. */
export async function addDemoLessons(manager: EntityManager): Promise<void> {
  const rows = LESSONS.map(({ from, ...lesson }) => ({ ...lesson, sources: from.map(codeOf) }));
  await manager.query(
    `with given as (
       select * from json_to_recordset($1::json) as x
         (code text, sources text[], status text, title text, context text, insight text, practice text)),
     added as (
       insert into lessons (code, status, title, context, insight, practice, endorsed_at, is_demo)
       select code, status, title, context, insight, practice, case when status <> 'CANDIDATE' then now() end, true
       from given where not exists (select unnest(sources) except select code from experiences where is_demo)
       on conflict (code) do nothing returning id, code)
     insert into lesson_sources (lesson_id, relation, obstacle_id, experience_id)
     select added.id, 'SUPPORTS', o.id, e.id
     from added join given using (code)
     join experiences e on e.code = any(given.sources)
     join obstacles o on o.experience_id = e.id and o.ordinal = 1
     order by e.code`,
    [JSON.stringify(rows)],
  );
}

/** Takes away every lesson of the demonstration, whoever made it, with its history and the requests that made it. */
export async function removeDemoLessons(manager: EntityManager): Promise<void> {
  for (const [type, ids] of Object.entries({
    LessonSource: 'select s.id from lesson_sources s join lessons l on l.id = s.lesson_id where l.is_demo',
    LessonApplication: 'select a.id from lesson_applications a join lessons l on l.id = a.lesson_id where l.is_demo',
    Lesson: 'select id from lessons where is_demo',
  })) {
    // A request is known by what it made or changed, and by the action; only lessons have several.
    await manager.query(`delete from client_mutations where action = any($1) and subject_id in (${ids})`, [
      ACTIONS[type],
    ]);
    await manager.query(`delete from audit_entries where subject_type = $1 and subject_id in (${ids})`, [type]);
  }
  await manager.query('delete from lessons where is_demo');
}

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  LessonSource: ['linkLessonSource'],
  LessonApplication: ['recordLessonApplication', 'updateLessonApplication'],
  Lesson: [
    ...['createLesson', 'updateLesson', 'endorseLesson', 'markLessonLearned', 'supersedeLesson', 'retireLesson'],
    ...['mergeLessons', 'unmergeLessons', 'unlinkLessonSource'],
  ],
};
