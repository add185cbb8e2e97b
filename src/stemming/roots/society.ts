/** People, professions, religion, education, culture. */
export const SOCIETY = `
  abah abang adik agama ahli ajar akad akademi akademik akademisi akhlak akidah akikah aksara aksesibilitas aktivis
  algojo aliyah almamater alumni alumnus amal aman ambisi anak angket arak arkeologi arsitek artikel artis asrama
  astronom atlet atletik ayah azan babad baca bagak bahasa bait bakti balita bangsa bangsawan banjar bapak bartender
  batik belasungkawa belia berhala berkah besan biang biara biarawan bibi bidah biduan bimbel bini biografi bocah
  bolos bonek bos budaya budayawan buddha bude budi bui bujang buku bulutangkis bunda buron buyut candi cendekia
  cendekiawan cerdas cerdik cerpen cicit cikgu cucu cumlaude dai daiah dakwah dalang dayang dedengkot demografi
  dermawan dialek dialog diaspora didik difabel diktat diploma diplomat disabilitas disertasi disiplin doa dogma
  doktor dongeng dosa dosen duafa duda dukun dunia dwitunggal editor ekonom eksklusi emak emir esai etiket etnik
  etnis eyang fakir fakultas fatwa feminis feminisme festival fikih fiksi filantropi film filologi filosof filosofi
  filsafat filsuf firman folklor fonem gadis galeri gamelan gampong gelandang gembong gender generasi geng genre
  gereja germo gurindam guru gus habib hadis hafal haji halal halalbihalal hamba hansip haram hijrah hikayat hikmah
  hindu historis hobi hulubalang ibadah ibtidaiyah ibu idola iduladha idulfitri ikhlas ilmu ilmuwan imam iman imigran
  imlek infak injil inklusi inklusivitas insinyur instruktur intel intelek intelektual ipar islam istri itikad janda
  jawara jemaah jemaat jenazah jenderal jenjang jihad jodoh joki jomlo jorong judo juragan jurnalis jurnalistik juru
  kabilah kafir kakak kakek kalam kampung kampus kamus kanak karate karnaval karya kasta katolik kawan kawula kelahi
  kelas kelasi keponakan kerabat keraton kesusasteraan khalayak khalifah khatam khatib khotbah khusyuk kiai kiblat
  kisah kitab klan klub koboi koko kolase kolektor kolonel kolonial komedi komik komposer komunis komunitas konco
  kondektur kongres konselor kopral koran koroner korps kristen kubur kuliah kultur kurban kurikulum kursus lajang
  laki lakon laskar latih lawan lebai legenda leksikon lektor leluhur liga linguis linguistik literasi literatur
  lomba loyalitas lukis lulus maaf madrasah mafia magang mahaguru mahar mahasiswa mahasiswi makalah maksiat maling
  mama manajer mandor mantri manula marga martabat masinis masjid materi mayat mayor mayoritas menantu mentor mertua
  migas minoritas misa misionaris mistik mitologi mitos moderator montir moral moyang mualaf mubalig muda mufti
  muhasabah muhrim mukimin mukjizat mukmin munafik mural murid musafir musala museum musikal musisi muslim muslimat
  muslimin nabi nagari nalar narasumber nasrani natal nazar nenek neraka ningrat nirlaba nisan nista notariat novel
  nyepi nyonya ogoh oknum olimpiade oma opa opsir orang ordo organisator orientalis orkes otobiografi paduka pahala
  pahlawan pak pakar pakde paman pamong panggung panglima panti pantun papa pariwisata paroki pascasarjana paskah
  pastor patih patriarki patriot patung paud pawai pekon pelatnas peleton pelopor penatua pencak pendekar pendeta
  pengacara pentas pers pesantren pesinden pewara piala piatu pidato pintar prajurit pramugara pramugari pramuka
  pramuniaga pramusaji preman pria priayi pribadi pribumi profesor prosa protestan psikiater psikolog psikologi puak
  puasa puisi pujangga punggawa pura purnabakti purnawaktu purnawirawan pustakawan putra putri putus radikal rahib
  rahmat raja rakyat ramadan ranking ras rasul ratu redaktur refleksi reformis rekan rektor relief religi religius
  remaja renang reporter resensi resital ritual ritus rohaniwan roman rukun sahabat sahaja sahur sajadah sajak salam
  salat saleh sanak sandiwara santri sarjana sasana sastra sastrawan satpam saudagar saudara sedekah sejarah
  sejarawan sekolah sekte sekuler selebriti sembahyang seminar seminari seni seniman sepupu serdadu seremoni
  seremonial sersan sesajen sesepuh silat simposium sindikat sinode siswa siswi skripsi soal sobat sosial sosiolog
  sosiologi spiritual stereotip stigma stratifikasi suami suci sultan sunah surau surga suster sutradara syahid
  syariah syariat syekh syirik syukur tabib tablig tabligh tahlil takbir takjil takwa takziah talenta tamat tamu
  tandang tante tarawih tarekat tari taurat teater teknisi teknokrat teladan teman tentara teolog teologi tetangga
  tobat transkrip trilogi tsanawiyah tuan tuhan tukang tulis tunadaksa tunagrahita tunakarya tunalaras tunanetra
  tunarungu tunasusila tunawicara tunawisma turis turnamen ulama ulayat umat umi umrah universitas upacara uskup
  ustaz ustazah veteran vihara vokalis wahyu waisak wakaf wanita wartawan wasit wayang wirausahawan wisatawan wisuda
  wudu yatim yogi yudo zikir zina zuriat
`;
