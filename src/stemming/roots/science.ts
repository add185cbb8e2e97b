/** Information technology, science and health. */
export const SCIENCE = `
  abdomen abses adaptasi adaptif adaptor adiksi afasia agregasi akar akses aksesori aktivasi aktivator akun
  akupunktur akustik akut alamat alat alergen alergi algoritma alkali alkohol aluminium ambeien amnesia amputasi
  analisis analitik analog anatomi anemia anestesi angin animasi antena antibiotik antibodi antigen antiseptik
  antivirus apendiks aplikasi apotek apoteker aritmetika aritmia arsenik arsitektur asam asimetris asimilasi asma
  astronomi atom atrofi audio autentikasi autisme avatar bakteri balsam balut basis bata baterai batuk bayi bengkak
  bersin beta bidai bidan bidik biner biofisika biokimia biologi biometrik biopsi bisul bius blog blogger bluetooth
  bobot bohlam browser bug bugar buka byte cacar cakra cakram campak cangkok catu cebol cedera cerna chip cip cookie
  covid darah daring dasbor data database debug deformasi dehidrasi dekode dekripsi demam derau detektor detoks
  diabetes diafragma diagnosis diagonal diagram dialisis diare diet difteri digital digitalisasi dimensi dinamika
  dinamo diode disinfeksi disinfektan disk disket dokter domain donor dosis download driver drone ebola efek eksim
  eksitasi eksperimen ekstensi ekstrak ekstrapolasi elektrik elektro elektroda elektrode elektronika email empiris
  emulator endemi energi engsel enkripsi enzim epidemi epidemiologi epilepsi error eter evolusi fail faring farmasi
  fermentasi file filter firewall fisika fisiologi fisioterapi fitur flu formula fosfor foto fotografi fragmen
  fraktur frekuensi fungi fusi galat gas gastritis gatal gateway gawai gejala gelombang gen generator genetik genset
  geofisika geometri geospasial geotag gerd geser gigi ginekologi ginjal giroskop gizi glukosa gondok grafik grafis
  gravitasi grup gula hacker haid halusinasi hamil hapus hardware helm hemofilia hepatitis hernia herpes hidrogen
  hidrolik hidup higiene higienitas hipertensi hipnosis hipotermia hipotesis histeria hologram homogen hormon hosting
  hub ikon impedansi implan impuls imun imunisasi induksi infarksi infeksi influenza infografik infografis informasi
  informatika inframerah infus inhalasi inisialisasi inkubasi inovasi input instal instalasi insulin interaksi
  interaktif interaktivitas interferensi internet interoperabilitas interpolasi interval intranet intuisi invasi
  invensi inventori ion iradiasi iritasi isolasi isolator isoman isotop iterasi jamur jantung jaring jepret jerawat
  kabel kadaluwarsa kalibrasi kalium kalkulator kalor kalori kalsium kamera kanker kapsul karakter karantina
  karbohidrat karbon kardiologi karies kata katarak kateter katup kebal keloid kerucut ketik keyboard kimia klik
  klinis kloning klorin koding kolera kolesterol koma kombinasi komorbid komponen komprehensi kompresi kompresor
  komputasi komputer komputerisasi konduktor koneksi konektor konsentrasi kontaminasi konten kontur konvergensi
  koordinat korban koreng korosi korteks kosinus kosmos kronis kuadran kuantum kudis kuman kursor kusta laboran
  laboratorium lahir laman lambung laptop laser lebam lecet lelah lemah lemas lepra letih leukemia level linier link
  linu log logaritma logika login logo logout luka lumpuh lupus maag magnet magnetis malaria malnutrisi malware
  manual masker masuk matematika medik medis meditasi mekanik mekanika mekanis memori menstruasi menu mesin
  metabolisme metadata meter migrain migrasi mikroba mikrofon mikroskop milimeter mineral minus mobile modem
  modifikasi modul modular modulasi molekul mouse mual mumi muntah musik mutan nadi nafas nanah nanoteknologi napas
  natrium nebula nekrosis neon neurologi neuron nikotin nirkabel nitrogen node notasi nuklir nutrisi nyeri obat
  obesitas observatorium offline oksidasi oksigen oktan online opname optik optimasi optimisasi oral orbit organisme
  ortopedi osmosis otomatisasi otot output pangkas paralel paralisis parasit partikel paru pasien pasteurisasi
  patologi pediatri peladen pendrive pening peramban peranti perban peta petri pijat piksel pil pincang pingsan
  plasenta plugin pneumatik pneumonia podcast polimer polindes polio pompa port posyandu potret presisi prevalensi
  print printer prisma probabilitas program prokes prosesor protein proteksi proton prototipe proxy psikis psikosis
  pulih pusing racun radar radiasi radio radioaktif radiologi radius rahim rakitis raster rawat reaksi reaktor
  rekayasa rekursif relai rematik replikasi reproduksi resep reset resistor respirasi respirator restart retas retina
  rhesus robot roket rontgen router ruam rubela sains sakit salah salep salin salindia sampel sandi sanitasi
  sanitizer saraf sariawan satelit scan scanner scroll segmen segmentasi sehat sekresi sekrup sel selancar seluler
  semat semikonduktor sensitivitas sensor sentimeter server sesak setel sianida sifat sifilis simulator sindrom
  sinkron sinkronisasi sintaksis sintesis sintetis sinus sinusitis sinyal sirkuit situs skema skizofrenia skrining
  skrip software solder spam spasial spasme spektrum sperma spesies spesifikasi spora stabilisator stadium stent
  steril sterilisasi sterilitas stetoskop stimulasi stimulus streaming stres stroke stunting subskripsi suhu sumsum
  suntik sunting superkonduktor surel suspensi swab swafoto switch tablet tambal tampil tangga tangkap tato taut
  tayang tekan teknik teknolog teknologi telegrafi telekonferensi telemetri teleskop televisi telinga tensi teorema
  teori terapi terapis termal termodinamika termometer termostat tes tetanus tetikus tifus tik tikus tinja tipus
  token toksin tombol topografi topologi trafik trakea transformasi transformator transfusi transistor transmisi
  transmiter transplantasi trauma traumatis trigonometri tuberkulosis tumor turbin ultrasonografi ultraviolet unduh
  unggah update upgrade upload url urologi user username utas vaksin vaksinasi vakuola variabel varian varians vektor
  vena ventilasi ventilator verba versi vertigo video videotron virologi virtual virus viskositas visual visualisasi
  vitamin voltase volume wabah waras wasir waterpas web webinar website wifi wireless yodium zat zoom
`;
