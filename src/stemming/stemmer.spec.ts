import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { derivationsOf } from '../../test/stemming/derivations.js';
import { labelsOf, score } from '../../test/stemming/labels.js';
import { Lexicon } from './lexicon.js';
import { ROOTS } from './roots.js';
import { stem, Stemmer } from './stemmer.js';
import { words } from './word-list.js';
import { KnownWords, wordsOf } from './words.js';

/** Repeatable, and good enough to choose words by. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** `word: stem` lines, as they are wanted and as they are found. */
function expectStems(lines: string): void {
  const wanted = lines.trim().split(/\s*\n\s*/);
  const found = wanted.map((line) => {
    const list = words(line.split(': ')[1] ?? '');
    const stems = new Set(list.map((word) => stem(word)));
    return `${[...stems].join(' ')}: ${list.join(' ')}`;
  });
  expect(found).toEqual(wanted);
}

describe('stems of labelled words', () => {
  it.each(['stem-pairs.tsv', 'stems.tsv'])('are those of %s, and no two roots are taken for one', (file) => {
    const { exact, f1, wrong, merged } = score(labelsOf(file), stem);
    expect({ wrong: exact < 0.97 ? wrong : [], merged }).toEqual({ wrong: [], merged: [] });
    expect(f1).toBeGreaterThanOrEqual(0.98);
  });

  it.each([
    ['leaves words as they are', (word: string) => word],
    ['cuts to four letters', (word: string) => word.slice(0, 4)],
    ['finds no affix but -nya', (word: string) => word.replace(/nya$/, '')],
  ])('could not come from something that %s', (_, naive) => {
    const { exact, f1 } = score(labelsOf('stems.tsv'), naive);
    expect(exact).toBeLessThan(0.5);
    expect(f1).toBeLessThan(0.5);
  });

  it('are mostly found when every tenth root is unknown', () => {
    const labels = [...labelsOf('stem-pairs.tsv'), ...labelsOf('stems.tsv')];
    const random = randomFrom(7);
    const stemmer = new Stemmer(new Lexicon(ROOTS.filter(() => random() > 0.1)));
    const { exact, f1 } = score(labels, (word) => stemmer.stem(word));
    expect(exact).toBeGreaterThan(0.93);
    expect(f1).toBeGreaterThan(0.95);
  });
});

describe('the rules', () => {
  it('find the way back from regular derivations of 300 roots', () => {
    const random = randomFrom(20_250_730);
    const lexicon = new Lexicon();
    const roots = Array.from({ length: 300 }, () => ROOTS[Math.floor(random() * ROOTS.length)]!);
    const derived = roots.flatMap((root) => derivationsOf(root).map((word) => ({ word, root })));
    const lost = derived.filter(({ word, root }) => {
      const found = stem(word);
      const isAnotherWord = lexicon.hasRoot(word) || lexicon.isFixed(word);
      return found !== root && !isAnotherWord && !derivationsOf(found).includes(word);
    });
    expect(derived.length).toBe(3000);
    expect(lost.length <= derived.length / 100 ? [] : lost).toEqual([]);
  });

  it('choose among several roots', () =>
    expectStems(`
      peta: petanya pemetaan
      tanya: penanya menanyakan
      suka: menyukai disukai
      retak: keretakan
      rasa: perasaan terasa
      masuk: pemasukan memasukkan
      beri: berikan memberikan pemberian
      urus: mengurus pengurus kepengurusan
      kemas: mengemas pengemasan kemasan
      ketik: mengetik pengetikan
      kering: pengeringan pengering
      imbang: penyeimbang seimbang
      kawal: mengawal pengawalan dikawal
      awal: mengawali diawali
      padu: memadukan perpaduan
      alat: peralatan
      langgar: pelanggaran
      paku: dipaku terpaku`));

  it('know the names of stages and of what is done in them', () =>
    expectStems(`
      pilih: pemilihan pemilih dipilih
      pemilu: pemilu kepemiluan prapemilu
      nilai: penilaian
      nyata: menyatakan pernyataan
      kata: mengatakan
      tahu: mengetahui pengetahuan diketahui
      penting: kepentingan
      sehat: kesehatan
      terang: keterangan
      laksana: pelaksanaan
      atur: peraturan pengaturan
      ubah: perubahan berubah mengubah merubah
      butuh: kebutuhan
      kabupaten: kabupaten
      camat: kecamatan
      lurah: kelurahan
      uang: keuangan
      anggar: anggaran penganggaran
      lapor: laporan
      dukung: dukungan
      pasang: pasangan
      tahap: tahapan
      giat: kegiatan
      putus: keputusan
      tentu: ketentuan
      syarat: persyaratan
      bencana: bencana
      tugas: petugas
      pegawai: pegawai kepegawaian
      serta: peserta
      selenggara: penyelenggara
      awas: pengawas
      saksi: saksi kesaksian
      sanksi: sanksi
      gugat: gugatan
      sengketa: sengketa
      selisih: perselisihan
      hitung: penghitungan perhitungan
      pungut: pemungutan
      coblos: pencoblosan
      lipat: pelipatan
      simpan: penyimpanan
      kurang: kekurangan
      rusak: kerusakan
      kendala: terkendala
      kendali: terkendali`));

  it('take loanwords with and without nasal assimilation', () =>
    expectStems(`
      protes: memprotes
      koordinir: mengkoordinir mengoordinir
      koordinasi: mengoordinasikan mengkoordinasikan
      upload: mengupload di-upload
      scan: menscan
      verifikasi: memverifikasi terverifikasi
      sortir: penyortiran
      kampanye: mengkampanyekan mengampanyekan
      sosialisasi: mensosialisasikan menyosialisasikan
      program: pemrograman memprogramkan
      pengaruh: memengaruhi mempengaruhi
      cek: mengecek pengecekan
      sah: mengesahkan pengesahan`));

  it('stack prefixes', () =>
    expectStems(`
      lambat: keterlambatan memperlambat
      laku: memberlakukan pemberlakuan
      timbang: mempertimbangkan dipertimbangkan
      ajar: mempelajari pembelajaran
      lanjut: berkelanjutan keberlanjutan
      hadir: ketidakhadiran
      atur: ketidakteraturan
      calon: prapencalonan antarcalon
      setara: menyetarakan kesetaraan
      samping: mengesampingkan dikesampingkan
      tanggungjawab: pertanggungjawaban dipertanggungjawabkan`));
});

describe('words that stand', () => {
  it('are not cut, and give their clitics away', () =>
    expectStems(`
      sirekap: Sirekap sirekapnya SIREKAP-nya
      dpt: DPT DPT-nya
      kpu: KPU-nya ke-KPU-an KPU-lah
      coklit: coklit dicoklit pencoklitan
      sebelum: sebelum sebelumnya
      kawasan: kawasan kawasannya
      dalam: dalam mendalam pedalaman
      sementara: sementara`));

  it('among them the grammar of a sentence', () => {
    const grammar = `dalam dengan kepada terhadap tentang antara bahwa kemudian sebagai seperti setelah sebelum sehingga
      sesuai setiap seluruh semua selama sementara berbagai beberapa adalah`;
    expect(words(grammar).filter((word) => stem(word) !== word)).toEqual([]);
  });

  it('among them every province, regency and city', () => {
    const rows = readFileSync(new URL('../seeds/data/satker.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const regions = rows.slice(1).map((row) => row.split(',')[4]!);
    const names = new Set(regions.flatMap((region) => region.toLowerCase().split(/[^a-z-]+/)));
    const common = ['bagian', 'kepulauan', 'pegunungan', 'seribu']; // Lima Puluh Kota, Kepulauan Seribu, …
    expect(names.size).toBeGreaterThan(400);
    expect([...names].filter((name) => stem(name) !== name).sort()).toEqual(common);
  });
});

describe('doubled words', () => {
  it('have the stem of what is doubled', () =>
    expectStems(`
      undang: undang-undang undang-undangnya perundang-undangan
      ulang: berulang-ulang
      hari: sehari-hari berhari-hari
      anak: anak-anaknya
      surat: surat-menyurat
      hati: berhati-hati kehati-hatian
      besar: dibesar-besarkan sebesar-besarnya
      sebut: menyebut-nyebut
      sayur: sayur-mayur
      turun: turun-temurun`));

  it('are not those that only have a hyphen', () => {
    for (const word of ['sortir-lipat', 'gotong-royong', 'e-coklit', 'h-1', 'ke-5', '-', '--', 'di-', '-nya'])
      expect(stem(word)).toBe(word);
  });
});

describe('words with an unknown root', () => {
  it('are cut where the affixes are clear', () =>
    expectStems(`
      zogrami: zogrami zograminya
      bluntik: membluntikkan dibluntikkan pembluntikan dibluntik terbluntik
      gorantu: menggorantu menggorantukan penggorantuan`));

  it('stay as they are when they may be names', () => {
    const names = 'Setiawan Kurniawan Ridwan Sulaiman Dinda Dimas Terry Perry Kalideres Medina Yulianto Berliana';
    for (const name of words(names)) expect([name, stem(name)]).toEqual([name, name.toLowerCase()]);
  });
});

describe('what is given', () => {
  it('may be of any kind', () => {
    expect(stem('')).toBe('');
    expect(stem('  PEMILIHAN\n')).toBe('pilih');
    expect(stem('Kafe\u0301')).toBe('kafé');
    expect(stem('2024')).toBe('2024');
    expect(stem('C.Hasil')).toBe('c.hasil');
    expect(stem('🗳')).toBe('🗳');
  });

  it('may be long, and costs no more for it', () => {
    const long = 'ke-'.repeat(50_000);
    expect(stem(long)).toBe(long);
  });

  it('has one stem however often a text has it, also after much else', () => {
    const once = wordsOf('Perolehan suara');
    for (let number = 0; number < 25_000; number += 1) wordsOf(`kata${number}x`);
    expect(wordsOf('Perolehan suara')).toEqual(once);
    expect(once.map(({ stem }) => stem)).toEqual(['oleh', 'suara']);
  });

  it('is remembered within bounds', () => {
    const known = new KnownWords();
    expect(known.of('perolehan').stem).toBe('oleh');
    for (let number = 0; number < 25_000; number += 1) known.of(`kata${number}`);
    expect(known.of('perolehan').stem).toBe('oleh');
    expect(known.size).toBeGreaterThan(0);
    expect(known.size).toBeLessThanOrEqual(20_000);
  });
});

describe('the lexicon', () => {
  it('holds many roots, each once, in plain lower-case letters', () => {
    expect(ROOTS.length).toBeGreaterThan(4500);
    expect(ROOTS.filter((root, index) => ROOTS.indexOf(root) !== index)).toEqual([]);
    expect(ROOTS.filter((root) => !/^[a-z]{2,}$/.test(root))).toEqual([]);
  });

  it('finds every root as its own stem', () => {
    expect(ROOTS.filter((root) => stem(root) !== root)).toEqual([]);
  });
});
