/** Loanwords of general prose that belong to no single field. */
export const LOANWORDS = `
  abnormal absolut absorpsi adegan adjektif administrasi administratif administrator advertensi advertorial afeksi
  afinitas agensi agresi agresivitas akademis aklimatisasi akomodasi akomodatif akrobat aksen aksi aksioma
  aktualisasi aktualitas akulturasi akurasi alarm alegori alfabet alfabetis alien altruisme ambiguitas ambisius
  amfibi anakronisme analogi anekdot animo anomali anonimitas antipati antologi antonim antropologi apatis apatisme
  aplikatif apologi aransemen arbitrasi argumen argumentasi argumentatif arogan arogansi artifisial artikulasi
  asertif asimetri asketis asosial asumsi ateis atmosfer atraksi atraktif audiens autentisitas automasi avontur
  backdrop backup balans balet banner barbar batalion beasiswa bestari bilateral billboard blunder brifing brilian
  budget buzzer civitas cover deadline debarkasi deduksi deduktif defensif definisi degradasi dekadensi deklamasi
  dekoratif delusi demarkasi demoralisasi denotasi depresi depresif deret desainer deskripsi deskriptif destinasi
  destruktif deteriorasi determinan determinasi deterministik devaluasi diferensiasi difusi digitisasi diklat
  diktator diktatorial dikte dilema dilematis diplomasi diplomatik direksi disfungsi diskrepansi diskresi diskursus
  diskusi dislokasi disonansi disorientasi dispersi disposal disrupsi divergen diversitas dogmatis dokumenter dominan
  doping drainase dualisme duplikasi durasi edisi efektivitas egalitarian egaliter ego egoisme eksaminator ekshibisi
  eksis eksistensi ekskavasi ekskursi eksodus eksotis ekspektasi eksplisit eksploitasi eksplorasi eksplosif ekspos
  eksposisi ekspresi ekspresif ekstensifikasi eksternalitas ekstrakurikuler ekualitas ekuivalen elaborasi elastisitas
  elegansi elevasi eliminasi elips emansipasi embrio emigran emigrasi empati empirik endorse ensiklopedi entitas
  entusias entusiasme epilog episode era ergonomis eror esensi eskalasi esoteris estafet estetika estetis estimasi
  etnografi etnosentrisme etos eufemisme euforia event eventual evidensi evolusioner faktor fanatisme fantasi
  fantastis fasad fatalisme figuratif filosofis filtrasi final finalis finis fisibel fisibilitas fitrah fleksibilitas
  folio forensik formalitas formulasi forsir fotogenik fragmentasi frontal frustrasi fundamentalisme galaksi gap
  generalisasi generik geografis geometris geopolitik geosentris gestur globalisasi gradasi gradual grafiti
  gramatikal habituasi harmoni hedonis hedonisme herbal heterogenitas hibernasi hibrida hiperaktif hiperbola hipnotis
  hipokrit hipotetis historiografi homogenitas horor hospitalisasi humaniora humanis humanisme humor idealis
  idealisme idealitas idiom ikonik ilustrator imajinatif imigrasi imitasi imperatif impersonal implikasi impresi
  impresif improvisasi indeksasi indikatif individu indoktrinasi induktif inefisiensi infiltrasi infleksi influencer
  informatif inkompetensi inkonsistensi inkubator insinuasi insomnia inspirasi instabilitas instan insting
  instruksional instruktif instrumental integratif intelektualitas intensi intensifikasi intensitas interelasi
  interim interkoneksi interlokal internalisasi internasional interseksi interviu introduksi introspeksi introver
  invasif inventarisir inversi ironi item jingle jurnalisme kabaret kaligrafi kampanye kamuflase kanalisasi
  karakteristik karikatur karisma karismatik kasual kasuistik katalis katalisator kausal kausalitas klandestin
  klasikal klimaks koefisien koersif kognisi kognitif kohesif kolaborasi kolaboratif kolaborator koleksi kombatan
  komentator komparatif kompatibel kompatibilitas kompleksitas komplemen komplementer kompromistis kompulsif
  komunikan komunikasi komunikatif komunikator konfederasi konfidensial kongregasi konjungsi konklusi konkretisasi
  konkuren konotasi konsentris konseptual konsorsium konstanta konstatir konstruksi konteks kontekstual kontemplasi
  kontemplatif kontingen kontinuasi kontinuitas kontra kontradiksi kontradiktif kontras kontrasepsi konvergen
  kooperasi korelatif koresponden korespondensi kosmopolitan kreasi kreatif kreativitas kreator kredo kriminolog
  kriminologi kualitas kuantifikasi kuantitas kulminasi kumulatif kurikuler leaflet legasi legendaris linear literal
  literer lokakarya longitudinal magis magnitudo makrokosmos makroskopis maksimalisasi maksimalisir malinformasi
  manuver marginal marginalisasi martir material materialis materialisme maturitas medioker medsos megalomania
  melankolis melodi melodrama memoar mental metafisika metafora metamorfosis metropolis metropolitan migran
  mikrokosmos milenial miniatur minimalis minimalisasi minimalisir misoginis mixer mobilisator modalitas modernisasi
  modernisme modernitas monolog monopolisasi monoton monumen monumental moralitas motivator multidimensi multilateral
  multimedia multipleks mutilasi mutual mutualisme naratif narator narsis narsisme naturalisasi negasi negosiasi
  negosiator netralisasi nihilisme nomadik normalisasi nostalgia notabene novelis obituari objektivitas obsesi
  obsesif okupasi opresi opresif optimisme orisinal orisinalitas ortodoks otentisitas otodidak outsourcing overlap
  pamflet paradigma paradoks paranoia paranoid parodi partikular pasifisme patriotik penetrasi perfeksionis
  perfeksionisme performa periferi periode periodik periodisasi permanensi personalisasi personalitas personifikasi
  pesimisme pin pionir plagiarisme plagiat plakat podium polisemi pop popularitas populasi pornografi pose posesi
  positivisme pragmatisme prakarya prakata prakira praktikum predator prediksi prediktif prediktor prelude preparat
  preservasi prestise prestisius pretensi prevensi primadona prinsipal prinsipiil privilese problem problematik
  problematika prodi progres progresivitas proklamasi proklamator prolegnas prolog prolongasi proteksionisme
  prudensial psikologis purifikasi ramifikasi rasial rasialis rasionalitas rasis rasisme realis realisme realitas
  realokasi reduksi reedukasi reevaluasi referen referensi refleksif reformulasi refraksi regenerasi regional regresi
  reinkarnasi rekapitalisasi reklamasi rekondisi rekreasi rekreatif rektifikasi relativisme relativitas remedial
  remisi reorganisasi reorientasi repetisi repetitif reportase represi represif reproduktif reschedule reservasi
  residivis residu resiprokal responsivitas restoratif resume resusitasi retensi retoris retrospeksi retrospektif
  revolver rigid risiko rivalitas sakralitas sanatorium sarkasme sarkastis sekuel sekuens sekuritas selebrasi
  selektivitas semantik semiotik sensasi sensasional sensual sentrifugal separasi serialisasi signifikansi
  signifikasi simbiosis simetri simplifikasi simptom simulatif siniar sinkretisme sinoptik skematis skeptisisme sound
  spekulan spekulasi spesialisasi spontanitas sporadis standing stereo stimulan stipulasi stratum subjektivitas
  subordinasi subordinat subtitel sugesti sugestif suporter suportif supra surealis tagar teknikal tekstual telepati
  teoretikus tipe tipikal toksisitas total tragedi transenden transendental transformatif transkripsi transliterasi
  tren trending turbulensi universalitas urbanisasi utilisasi utilitarian variabilitas vegetarian verbalisme vibrasi
  vila viralitas visibilitas vitalitas vokasi vokasional volatil volatilitas vulnerabilitas workshop
`;
