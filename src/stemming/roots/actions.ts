/** Actions and events, most of them roots of meN- and ber- verbs. */
export const ACTIONS = `
  abadi abai acak acap acara acu acung adang adem adon adu aduh aduk ajang aju alas alih alir alun alur ambil amblas
  ambrol amin ampun amuk ancang angan anggap angguk anggur angkat angsur aniaya anjak anjur antarmuka anut apit apung
  arah arung asah asap asuh atur aur awas ayak ayom ayun azab babat bacok bahas bahu bai bajak bakar balap bangga
  bangkang bangkit bangun bantai bantar banting bantu bantun bapa barak baring baris basmi basuh batin baur bawa
  bayang bebat beber becus bedah bedak bekal bekap bekuk bela belai belalak belenggu belit belok belot benah benam
  benci bengkalai bengkok bengong bentak bentang bentrok bentuk bentur berai berang berangus berantas beri berondong
  berontak bersit besuk besut betot biak bicara bikin bilas bimbing binar binasa bincang bingkai bingkis bisik bobol
  bohong boikot bolong bombardir bonceng bopong boyong buai bual buang buat bubar bubuh bubung bubut budak bugil
  bujuk bukti bumbung buncah bungkam bungkuk bungkus bunting buntut bunuh bunyi burai buru busung butuh buyar cabik
  cacah caci cakar cakup calo cambuk camil campur canang canda cangkir cangkul cantol cantum capai cari carut cebok
  cebur cecar cegah cegat cekam cekcok cekik celoteh celup cemar cemburu cemooh cengang cengkeram cengkerama ceplos
  cerai ceramah cerca cerita cetus cibir cicip ciduk cincang cinta ciprat cipta cium coba cocok cokol colek colok
  colong comblang comot condong contek conteng contoh copet copot corat cuap cuat cuci cuil cuit cukil cukur culik
  cumbu cungkil curi curiga dadak dadar daki dalih dampak dampar damping dandan dapuk darma datang dawam daya debar
  dedah dedikasi degenerasi degup dekam dekap dendang dengar dengking dengkur denyut depak deru desah desak desau
  desing desis detak diam didih digdaya dobrak dodok dolok dompleng dongak dongkel dongkrak dorong duduk duga dukung
  dulang dupak duyun edar egang eja ejawantah ejek elak elu elus emban embat embus emis empang empas endap endon
  endus engah entas enyah enyak eram erang erat fitnah gabung gaduh gaet gagal gagap gagas gait galang gali gamang
  gambar gambling gamit gandrung ganggu ganjal ganjar ganti ganyang gapai garis garuk gasak gasing gaul gaung gayung
  gebrak gebuk gegar gegas gelak gelayut geledah gelegar gelembung geleng gelepar geletak geliat gelincir gelinding
  gelintir gelontor gelora gelung gelut gembar gembleng gembok gembor gembos gemerlap gempur gemuruh genang gencat
  gencet gendong gendut genggam genjot gentar gentayang gerah gerak gerayang gerebek gerek gergaji gerogot gertak
  gerutu gesek getar getok giat gigil gigit gila gilas gilir gimbal gincu giring gocek goda godam godok golak golek
  gondol goreng gores gosok gotong goyah goyang grebek gubah gubris gugah gulat guling gulir gulung gumam gumpal
  gumul guncang gunjing gunting gurat gurau gusur habis hadang hadap hadiah hadir hajar hajat halang halau hambat
  hambur hampar handuk hantam hantar hanyut harap hardik hasut hela helat hempas hengkang henti henyak hias hibur
  hidang hidap himpit himpun hindar hingar hinggap hirau hirup hormat hubung hujat hulur huni hunjam hunjuk hunus
  huru ibarat idam idap igau ijab ikal ikhtiar iklan ikrar ikut ilham imbas imbau iming impi impit inap incang induk
  ingat ingin ingkar ingsut injak intai intip intrik irama iri iris isap isi islah isolir istirahat isyarat jabar
  jaga jagal jagat jaja jajah jajak jajal jajar jalar jalin jamah jambak jambret jampi jamu jangka jangkau jangkit
  janjang janji jarah jatah jatuh jawab jawil jebak jebol jejal jelajah jelma jemur jengkang jenguk jentik jepang
  jepit jerang jerat jerit jerumus jijik jilat jilid jinjing jinjit jiplak jitak jogging jolok jongkok jotos juang
  jubel julang jumlah jumpa jumput jungkal jungkir jungkit junjung juntai jurai jurus kabar kabung kail kait kalah
  kambuh kandung kangkang kapar karam karut kasih kaul kawin kayuh kebut kecam kecap kecewa kecimpung kecoh kecuali
  kecup kedip keduk kejap kejar kejut kekang kelakar kelana kelebat kelindan kelit kelok keluh kelupas keluyur kemah
  kembali kembara kembung kempis kenal kenan kencing kendor kendur kenduri kentut kenyam kepak kepal kepung kerah
  keramas kerat kerdip kerja kerjap kerling kernyit kerok keroncong keropos keroyok kertak kerudung keruk kerumun
  kerut kesan kesima ketar ketuk khayal khianat khitan kias kibar kibas kibul kidal kilah kilap kilas kilir kinang
  kipas kitar kobar kocek kocok kokang kokok kolaps komat komentar kongkalikong kontak konyol korek koyak kuak kuala
  kuap kubang kucil kucur kudung kulum kumandang kumpar kumpul kunci kungkung kunjung kuntit kunyah kupas kuras
  kurung kutip kutub kutuk kuyup labrak labur lacur laden lafal laga lagak lagu lahap laku lalap lamar lambai lampau
  lampias lampir lamun lancong landa landai langgar langkah langsung lanjut lantak lantar lantik lantun lantur lapis
  lari larung larut lasak lata lawat laya layan layang layat lebur leceh lecut ledak ledek leha lejit lekang lekap
  lelap leleh lembur lempar lenggang lenggok lengos lengser lenguh lenyap lepuh lerai lesat letak letus libas libat
  libur lihat liku lilit limpas linang lindap lindas lindung lingkup lintang lipat lipur liput lirik lisut litik
  lolong lompat loncat longgok longok lonjak lonjor lontar lorot luap lubang lucut ludah luluh lumas lumat lumur
  luncur lungsur lunta lupa luput luruh lusuh main maju makan maki maklum maksud mampir mandi manfaat mangkir
  mangkrak manut masalah melek melempem meleset menang merana meriah mesum mimpi minat minggat minta minum mohon
  mondar muai mudik mukim multi munajat muncul mundar mundur mungkir musnah musuh musyawarah nasihat naung niat nikah
  nikmat nobat noda nonaktif nongkrong nyala nyalang nyanyi nyawa obok obrol oceh oles olok ombang ompong onar
  ongkang oper oret otak pacak pacar pacu padam padan paham pahat pajang pakai paksa paku palak palang paling pamer
  pamit pamor pampang pampas pampat pancang pancar pancing pandang pandu pangan panggang panggil panggul pangku
  panjat pantang pantau pantul papah papar pasak pasrah pasung patri patuh pecah pegang pejam pekik pelesir pelintir
  peluang peluk pencar pencet pencil pendam pendar penggal pental perah peram peran perang perangah perangkap
  perantah peras percik pergi pergok peri periksa perintah perkosa permisi perosok persis petak petuah piara picing
  picu pijak pijar pikat pikir pilih pilin pimpin pindah pingit pinta pintal pintas pirsa pisah plester plot poles
  porak prakarsa prasangka prihatin pugar puja puji pukau pulang pumpun punggung pungkir punya pupus purnatugas putar
  puyeng raba racik raga rajuk rajut raket ralat ramal rambah rambat rampas rampok rancang rangkai rangkak rangkap
  rangkul rangkum rangsang rangsek rantai rantau rasa rasionalisasi rasuk ratap raung raup raut raya rayu rebah rebak
  rebus rebut recok redam regang reguk rehat rejam rekah rekat remas rembes rembuk rencana renda rendam rengek
  renggut rengkuh rengut rentak rentang rentet renung resap resik restu riak riap rias ricuh rilis rindu ringkus
  ringsek rintang rintih rintik risak risau riset robek roboh rogoh rombak rombeng rombong rompak ronda rontok rosot
  royong rubuh rubung runding runduk rundung runtuh runut rutuk sabet sabot sabung sadap sadar sadur sahut saing saji
  sakral salip samak sambang sambar sambat sambung sambut sandang sandera sanding sandung sanggul sanggup sangit
  sangka sangkal sangkut sanjung santap sapa sapih sapu sarang sari saring sarung saur saut sawer sayang sayat sebar
  sebarang sebut sedak sedap sedekap sedia sedot sedu seduh seka sekap sekat sekongkol sekutu sela selam seleweng
  selia selidik selimut selinap seling selip selonjor selubung selundup selusur semai semayam sembah sembelih sembuh
  sembul sembunyi sembur semburat sempat semprot senandung senda sendat sengaja sengat sengau senggol sengguk
  sengsara sentak sentil sentuh senyum sepah sepak sepuh serah serak serang serap serbu seret sergah sergap seringai
  serobot seru seruak seruput serut sesal sesap sesat setrika setrum setubuh siar siasat sibak sidik sikap sikat
  siksa sikut silang simak simpang simpuh simpul sinar sindir singgah singgung singkap singkir singsing sinyalemen
  sinyalir sipu siram sirat sirna sisih sisip sisir sita siul siuman sobek sodok sodor sogok sohor sokong solek
  songsong sontak sorak sorong sorot sua suai suara suguh sujud sulam sulap suling suluh sulut sumbat sumpah sumpal
  sunat sundul sungkur suruh suruk surung surup susul susun susup syuting tabuh tabur tadah tafakur tafsir tahan
  tahbis tahu taja taji takik takjub taklik takluk taksir talak tamasya tambah tambat tampak tampang tampar tampik
  tampung tanak tanam tancap tanda tandas tanding tandu tangan tanggap tanggul tanggulang tangis tangkal tangkis
  tanjak tanya tapa tapak tapis tarik taruh taruna tarung tatih tawa tawan tawuran tebak tebang tebar tebas tegak
  teguk tegur tekad tekuk telan telepon telik telikung telungkup telusup telusur tembak tembok tembus tempa tempat
  tempel tempur temu tendang tengadah tengara tenggak tenggelam tengger tengkar tengok tepis tepuk tera terap teras
  terawang terbit terima terjang terjun terka terkam terpa terpal teruk terus tetak tetas teter tetes tetirah tewas
  tiarap tidur tikai tikam tikung tilap tilep timang timba timbrung timbul timbun timpa timpal timpuk tindas tindih
  tingkah tingkat tinjau tinju tipu tiris tiru titah titip tiup tolak toleh tolong tombok tonjok tonjol tonton topang
  toreh totok tuah tuai tuang tuduh tuju tukas tukik tular tumbal tumbang tumbuh tumbuk tumpah tumpas tumpu tunduk
  tunggang tungging tunggu tunjuk tuntun turut tusuk tutup tutur uap ubah ucap ujub ukur ulah ulang ulas ulek ulik
  ulir ulur umbar umbul umpan umpat umpet undak undi unduk ungkai ungkap ungkit ungsi unjuk untai upam upaya urai
  urap urung urus usai usap usik usir usut utak wadah wanti waris warna warta wasiat wawancara wejang wenang wujud
  ziarah
`;
