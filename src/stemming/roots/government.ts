/** Elections, administration, law and politics. */
export const GOVERNMENT = `
  abdi abolisi absah absen absensi absentia abstain adat adendum adil adopsi advis advokasi advokat afdal afiliasi
  afirmasi afirmatif agenda agitasi agraria ajudan ajudikasi aklamasi akomodir akreditasi akronim akselerasi
  aksesibel akta aktivitas aktor akuntabel akuntabilitas aliansi alibi alinea alternatif amanat amandemen amar ambang
  ambigu amnesti amplop ampu analis anarki anarkis anarkisme ancam anggar anggota antisipasi antitesis anulir aparat
  aparatur apel aplus apresiasi arbitrase arif arsip arsiparis asal asas asasi asesmen asesor asisten asistensi
  asosiasi aspirasi atensi atribut audiensi audit auditor aula autentik ayat badan bagan bahan baku balai baliho
  banding bantah barang batal berita berkala berkas bias bidang bikameral bilik bina binmas bipartisan bipartit biro
  birokrasi birokrat birokratisasi blangko blokir bupati buta cabup cabut cagub calon camat capres catut cawabup
  cawagub cawapres cek cekal ceklis centang cermin citra coblos coreng coret cuti daerah daftar dakwa dalil darurat
  dasar daulat debat debirokratisasi definitif defisit dekan deklarasi deklarator dekonsentrasi dekret dekrit
  delegasi delegator delegitimasi deliberasi deliberatif delik delimitasi demisioner demo demokrasi demokrat
  demokratis demokratisasi demonstran demonstrasi denda departemen deponer deponir deportasi deputi deregulasi
  derogasi desa desentralisasi desk detasemen deteksi dewan dikotomi diktum dinas dinasti direktorat direktur
  diseminasi disinformasi disintegrasi diskriminasi diskriminatif diskualifikasi disparitas dispensasi disposisi
  distorsi distrik divisi doktrin dokumen dokumentasi dominasi domisili donatur draf dubes duplik duplikat dusun duta
  edukasi eksaminasi eksekusi eksekutif eksepsi ekses eksponen ekspose eksternal ekstradisi ekstremis ekstremisme
  elektabilitas elektoral elektronik elemen elite embargo emblem entri eselon etape etik etika evakuasi evaluasi
  faksi fakta faktual fase fasis fasisme federal federasi fenomena feodal feodalisme fiktif finalisasi firma fokus
  formasi format formatur formulir forum fotokopi fraksi fungsi fungsional ganda ganjil garda gelanggang gelar
  genosida gerilya golong grasi gratifikasi gubernur gugat gugur gugus hak hakikat hakiki hakim haluan harmonisasi
  hegemoni helpdesk hibah hierarki himne hitung hoaks honor honorer hukum humas identifikasi identitas ideolog
  ideologi ijazah ijtihad iktikad ilegal imbal imparsial imparsialitas imperialis imperialisme implementasi imunitas
  incar independensi indikasi indikator indisipliner informan inisiasi inisiatif inisiator inklusif inkonsisten
  inkonstitusional inkrah inkumben inovator inpres insiden insidental inspeksi inspektorat inspektur instansi
  institusi institusional instruksi integral integralitas integrasi integrator integritas intelijen intensif internal
  interogasi interpelasi interpretasi interupsi intervensi intimidasi intimidatif intrusi invalid inventaris
  inventarisasi investigasi investigatif isbat izin jabat jadwal jaksa jasmani jejaring juara judikatif jujur juklak
  juknis juncto juri jurisdiksi jurkam jurnal justifikasi justisi kabinet kabul kabupaten kader kaderisasi kaji
  kalender kalkulasi kanal kandas kandidasi kandidat kantor kanwil kapabilitas kapitalis kapitalisme kapolda kapolres
  kapolri kapolsek karier kasasi kasus kategori kategorisasi kaukus kaveling kawal kebiri kejati kelola kelompok
  kemelut kendala kendali kepala kinerja kirab klaim klarifikasi klasifikasi klaster klausa klausul klien klinik
  koalisi kode kodifikasi kohesi kolega kolegial kolektif kolektivitas kolom kolonialisme komandan komando komisariat
  komisaris komisi komisioner komite komitmen komoditas komparasi kompetensi kompetisi kompilasi komplain komplikasi
  komposisi kompromi komunisme konfigurasi konfirmasi konflik konfrontasi konglomerat konsekuensi konseling konsensus
  konsep konsepsi konseptor konsideran konsiliasi konsistensi konsolidasi konspirasi konstelasi konstituante
  konstituen konstitusi konstitusional konsul konsulat konsultan konsultasi konsultatif kontestan kontestasi
  kontingensi kontrak kontraktor kontraproduktif kontrol kontroversi konvensi konversi kooptasi koordinasi
  koordinator koordinir koreksi korektif korelasi korporasi korupsi koruptif koruptor korwil krama kredensial
  kredibel kredibilitas kriminal kriminalisasi kriminalitas kriteria kritik kroni kronologi kronologis kualifikasi
  kuasa kubu kudeta kuesioner kuis kuorum kuota kuratif kurator kursi lansia lapas lapor larang legal legalisasi
  legalisir legalitas legislasi legislatif legislator legitimasi lembaga lembar liberal liberalisasi liberalisme
  litigasi lobi lokal lokalisasi lolos loyalis lumbung lurah luring magister mahkamah majelis makar maklumat
  maladministrasi malapraktik manajemen manajerial mandat mandataris mandatori manifestasi manifesto manipulasi
  manipulatif mantan marhaen mars masa masif maskot maskulin massa masyarakat matriks media mediasi mediator
  megaproyek mekanisme memorandum menkumham menteri merger metode metodologi militan militansi militer militerisme
  minutasi misi misinformasi miskonsepsi mitigasi mitra mobilisasi moderasi modus monarki monev monitor monitoring
  monopoli moratorium mosi motif motivasi mufakat mukadimah muktamar multikultural multikulturalisme munas munaslub
  murni muscab musda musrenbang mutasi napi narapidana narasi narkoba narkotika nasdem nasional nasionalis
  nasionalisme naskah negara nepotis nepotisme netizen netral netralitas nihil noken nomenklatur nominasi nominatif
  norma normatif nota notaris notifikasi notula notulen notulensi novum objek observasi obstruksi oligarki oligarkis
  ombudsman operasional operator opini oposan oposisi opsi opsional optimal optimalisasi orasi orator ordonansi organ
  organisasi orientasi otokrasi otokrat otonom otonomi otorisasi otoritas otoriter pakta pancasila pandemi panel
  panelis panitera panitia pansus panwas paraf parameter paripurna parlemen parlementer parsial partai partisan
  partisipan partisipasi partisipatif partisipatoris pasal pasifis patriotisme patroli patronase pecat pedagogi
  pedoman pegawai pelosok penal peraga perangkat perbawaslu perbup perda perdana perdata perdes pergub perkara permen
  perppu perpres persekusi persentase personal personalia personel perspektif persuasi perwira petahana petisi piagam
  pidana piket pilah pindai platform plebisit pleidoi pleno pluralis pluralisme poin polarisasi polemik poligami
  poling polisi politik politikus politis politisasi politisi polling populis populisme porsi portofolio posko poster
  potensi praduga praktik praperadilan prasarana preambul predikat preferensi premis preseden presentasi presiden
  presidensial presidium prestasi preventif primordial primordialisme prinsip prioritas privasi proaktif produk
  profesi profesionalisme profesionalitas propaganda propagandis proporsi proporsional proporsionalitas prosedur
  proses prosesi protes protokol protokoler provinsi provokasi provokator proyek proyeksi publik publikasi publisitas
  pungli pusat pusdiklat pustaka putatif qanun radikalisasi radikalisme ragam raih raker rakernas rakorda rakorwil
  rangka rapat raperda rapim rapor rasuah ratifikasi reaktif realisasi realistis redaksi redaksional referendum
  reformasi register registrasi regulasi regulatif regulator rehabilitasi rekam rekap rekapitulasi rekomendasi
  rekonsiliasi rekonstruksi rekor rekrut rekrutmen relaksasi relasi relawan relevansi reliabilitas renja renstra
  replik reposisi representasi representatif republik reputasi reses resistensi resolusi resor responden respons
  restorasi restrukturisasi retorika retribusi revisi revitalisasi reviu revolusi rezim risalah ritel rohani rotasi
  ruislag rujuk rumpun rumus sabotase saksi sanggah sangsi sanksi sara saran sasar satgas satwil sekda sekretariat
  sekretaris seksi sektarian sektoral sekularisme seleksi selisih senat senator senioritas sensus sentimen sentral
  sentralisasi sentralistik sentralistis separatis separatisme seragam serikat sertifikasi sertifikat sertijab sesi
  setjen siber sidak sidang silabus simbol simbolis simpati simpatisan simulasi sinergi sinergitas sipil sipir
  sirkuler sistem sistemik skenario skors skorsing slogan solidaritas somasi sosialis sosialisasi sosialisme sosok
  spanduk spionase srikandi stabil stabilisasi stabilitas staf stagnan stagnasi stakeholder standar standardisasi
  statistik status statuta statuter stempel strata strategi struktur studi suap subag subjek subsider substansi
  substansial substantif substitusi subversi subversif suksesi sumir supervisi supervisor supremasi surat surplus
  survei surveilans surveyor susur swadaya swakelola swasembada swasta tabulasi tahap taklimat taksonomi target tata
  teknis teknokratis telaah tematik templat tempo tendensi tendensius tenggang tenggat tenor teokrasi teritori
  teritorial terobos teror teroris terorisme tertib tesis testimoni tim timnas timses tindak tipologi tirani titik
  tokoh toleransi topik totalitas totaliter tradisi transisi transparan transparansi trantib tribunal tripartit
  triumvirat tugas tuntut tupoksi tutor tutorial uji ultimatum undang unifikasi unilateral unit unsur urgensi urut
  usul usung utopia utus vakansi vakum validasi validator validitas vandal vandalisme verifikasi verifikator veto
  visi visioner visitasi visum vonis wacana wajib wakil wali walikota walkout wanprestasi warga warganet wasbang
  wasdal wasekjen watak wawas wilayah yudikatif yudisial yudisium yuridis yuris yurisdiksi yurisprudensi zona zonasi
`;
