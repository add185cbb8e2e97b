/**
 * Words that no rule leads to their root: another word fits the rules better (mengawal is not a form of awal), the
 * first syllable is doubled (lelaki), an infix stands inside (turun-temurun), or a sound changes with the doubling
 * (sayur-mayur). A line holds a stem and the words that have it.
 */
export const EXCEPTIONS = `
  amal: beramal
  ampu: pengampu mengampu diampu
  awal: mengawali
  batu: bebatuan
  beras: beras-petas
  bolak: bolak-balik
  cari: pencari
  cerai: cerai-berai
  colok: menyolok
  contek: menyontek
  contoh: menyontoh
  cuci: menyuci
  daun: dedaunan
  gali: penggali
  gelar: pagelaran
  gerak: gerak-gerik
  gunung: gemunung
  kawal: mengawal pengawal pengawalan
  kurung: mengurung pengurungan
  laki: lelaki
  lauk: lauk-pauk
  ombak: berombak
  orang: seseorang
  pangku: memangku
  pohon: pepohonan
  rangkap: perangkapan
  retak: keretakan
  runtuh: reruntuhan
  sayur: sayur-mayur
  serba: serba-serbi
  syair: penyair
  tali: tali-temali
  tua: tetua
  turun: turun-temurun temurun
  warna: warna-warni
  wangi: wewangian
  wenang: wewenang
`;

/** Spellings that KBBI does not recommend but reports have, under the recommended one. */
export const VARIANTS = `
  ajudikasi: adjudikasi
  aktivitas: aktifitas
  aluminium: alumunium
  analisis: analisa
  andal: handal
  antre: antri
  apotek: apotik
  arti: erti
  asas: azas
  autentik: otentik
  autentikasi: autentifikasi otentikasi
  berahi: birahi
  cenderawasih: cendrawasih
  cenderung: cendrung
  cokelat: coklat
  dahsyat: dasyat
  debit: debet
  definitif: defenitif
  detail: detil
  diagnosis: diagnosa
  duafa: dhuafa
  embus: hembus
  euforia: eforia
  februari: pebruari
  fondasi: pondasi
  foto: photo
  frustrasi: frustasi
  hibrid: hybrid
  hoaks: hoax
  ijazah: ijasah
  imbau: himbau
  inci: inchi
  isap: hisap
  izin: ijin
  jadwal: jadual
  jenazah: jenasah
  kantong: kantung
  karier: karir
  klaster: kluster
  komoditas: komoditi
  konkret: kongkrit konkrit
  kontingensi: kontinjensi
  koordinasi: kordinasi
  koordinator: kordinator
  koper: kopor
  kualitas: kwalitas
  kuartal: kwartal
  kuitansi: kwitansi
  lembap: lembab
  manifes: manifest
  margin: marjin
  miliar: milyar
  musyawarah: musyawarat
  nafsu: napsu
  nasihat: nasehat
  november: nopember
  objek: obyek
  objektif: obyektif
  omzet: omset
  pepaya: papaya
  praktik: praktek
  pinggir: minggir
  prangko: perangko
  provinsi: propinsi
  proyek: projek
  rekrutmen: rekruitmen
  resor: resort
  rezeki: rejeki rizki
  rinci: perinci
  risiko: resiko
  ritel: retail
  samudra: samudera
  sandal: sendal
  sekadar: sekedar
  sembrono: semberono
  sertifikat: sertipikat
  setir: stir
  sintesis: sintesa
  sistem: sistim
  sopir: supir
  standardisasi: standarisasi
  subjek: subyek
  survei: survey
  sutra: sutera
  suvenir: souvenir
  tampak: nampak
  teknis: tehnis
  tenteram: tentram
  terompet: trompet
  tonton: nonton
  triliun: trilyun
  tumpang: numpang
  ubah: obah rubah
  urin: urine
  utang: hutang
  yudisial: judisial
`;

/** Words that look like a form of another root and have a meaning of their own; they are their own stem. */
export const INDEPENDENT = `
  celengan durian kawasan kuningan lebaran patungan rambutan
`;

/** Where the rules lead to several roots, the one before the colon is meant, not the ones after it. */
export const RIVALS = `
  alat: ralat
  angka: rangka
  api: rapi
  atap: ratap
  awan: rawan
  cap: kecap
  ekor: rekor
  evolusi: revolusi
  karang: arang
  kasasi: asasi
  kawan: awan
  kemas: emas
  ketik: etik
  kotak: otak
  kurban: urban
  las: kelas
  padu: madu
  pak: kepak
  paling: maling
  pental: mental
  saring: nyaring
  sepi: nyepi
  uang: ruang
`;
