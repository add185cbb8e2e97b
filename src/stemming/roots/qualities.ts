/** Qualities: what is mostly said of something. */
export const QUALITIES = `
  abstrak absurd acuh adab adekuat afiat agresif agung ajaib ajek akbar akrab aktif aktual akurat alim alot alpa
  amatir ambruk amis ampuh andal aneh anggun angker angkuh anonim antik antusias apes apik aral aromatik artistik
  asin asing asli asri asyik atletis atos aus awet ayu azali bagus bahagia bahaya baik bajik baka bakhil balig banal
  bandel bangkai basah basi batil bawel bayu bebal bebas bejat beken belang beliak beloh bengal bengis bening benjol
  berahi berani berat beres beringas berisik berkat bersih bertele besar besok betah betul biadab bijak bijaksana
  bimbang bingung biru bisu bobrok bocor bodoh bombastis bonafide bongsor bopeng borjuis brutal bujur bulat buncit
  bundar bungah bungsu buntu buram buruk busuk butek cabul cacat cakap canggih canggung cantik capek cekak cekatan
  ceking cekung celaka cemas cemberut cembung cemerlang cenderung cengeng centil cepat cerewet ceria cermat ceroboh
  cetek ciut compang congkak cuek culas culun cupet curam curang dahsyat damai damba dangkal datar degil dekil dengki
  deras detail dewasa dinamis dongkol doyan dramatis drastis dungu durhaka dusta edan efektif efisien egois eksentrik
  eksklusif ekstra ekstrem elastis elegan elok emosional empuk enak encer enggan enteng epik esa esensial etis
  evaluatif fana fanatik fardu fasih fatal favorit fisik fleksibel formal fundamental futuristik gagah gagu galak
  galau gamblang gampang ganas ganjen ganteng garang garing gawat gegabah gegap gelap gelisah gemar gemas gembira
  gembur gemetar gemilang gempal gemuk genap gencar genting geram gering gesit getas getir getol gigih girang global
  goblok gondrong gontai gosong gugup gundah gundul gurih gusar guyub halus hambar hampa hancur hangat hangus
  harmonis haru harum haus hebat heboh hening heran heroik heterogen hibrid higienis hijau hikmat hilang hina hiruk
  hitam holistik horizontal humoris ideal identik idiot imbang implisit impulsif indah independen individual informal
  ingar inovatif insaf intens intern inti intim intuitif ironis istimewa jahat jahil jamak janggal jangkung jelas
  jelek jeli jelita jengah jengkel jenius jenuh jera jernih jinak jitu jorok judes julid juling jumawa jumbo kabur
  kacau kaget kagum kaku kalap kalem kalis kalut kapabel kapok karat karib kasar kasat kasip kaya kebas kecil kecut
  kejam kejang kekal kekar kekeh kelabu kelam keliru kelu kemayu kempes kencang kental kentara kenyal kenyang keramat
  keras kerdil keren keriting keruh kesal kesat ketat ketir ketus khas khawatir khidmat khilaf khusus kikir kikis
  kikuk kisruh klasik kocak koheren kokoh kolosal kolot komersial kompak kompeten kompetitif kompleks komplet
  komprehensif komunal kondusif konkret konsekuen konservatif konsisten konstan konstruktif kontemporer kontinu
  kontroversial konvensional kooperatif kosong kotor kritis krusial kualitatif kuantitatif kuat kudus kukuh kumal
  kumuh kuning kuno kurus kusam kusut kuyu labil laknat lalai lalim lamban lambat lamur lancang lancar langgeng
  langka langsing lantang lapang lapar lapuk latah laten lawas layak layu lazim lebar lebay lecek lega legam legit
  lekas lekat leluasa lembap lembek lembut lemot lena lengah lengang lengkap lengket lentur lestari lesu lezat liar
  licik licin lihai lincah linglung loba logis longgar loyal loyo luas lucu lugas lugu luhur lumayan lumrah lunak
  luntur lurus luwes mabuk madani mahir majemuk makmur makruf malang malas malu mampat mampu mancung mandek mandul
  mangkus manis manja manjur mantap manusiawi mapan marah marak masak masam masyhur matang mati megah megap mekar
  melar melarat memar menor merah merdeka merdu mesra mewah minim miring miris miskin misterius moderat modern modis
  molek molor momok muak mubazir mudah mujarab mujur mulia muluk mulus mumpung mumpuni mungil muram murka mustahil
  mutakhir mutlak naas nahas naif najis nakal naluriah nanar natural negatif nekat nestapa ngeri ngilu nisbi nomaden
  normal nyaman nyaring nyata nyentrik nyenyak nyinyir objektif optimis optimistis otomatis padat padu pahit pakem
  palsu pandai pangling panik panjang pantas parah pasif patah paten patut payah pedas pedih pegal pejal peka pekat
  pelan pelik pelit penat pendek pengap penting penuh pepat perih perkasa perlu permanen persuasif pesat pesimis
  pesimistis petah picik pikun pilu pipih plural polos pongah populer portabel posesif positif potensial pragmatis
  praktis prematur prima primer primitif privat profesional progresif prosedural provokatif puas puber pudar pulas
  punah pundung pungkas purba puritan purna putih rabun ragu rahasia rajin rakus ramah ramai rampung rancu rapi rapuh
  rasional rata rawan redup rela relatif relevan remang remeh remuk rendah renggang renta rentan renyah repot resah
  resmi responsif retak revolusioner rewel riang ribet ribut rileks rimbun rinci rindang ringan ringkas ringkih risih
  riskan riuh romantis royal rumit runcing rusak rusuh rutin ruwet sabar sah sahih saksama sakti salih samar santai
  sarat sebal sedih segan segar sejati sejuk sekunder selamat selektif seluk sembrono sempit semrawut semu senang
  senggang sengit senior sensitif sentimental sentosa senyap sepele serakah seram serampangan serasi serius serong
  seronok setia siaga siap sibuk sigap signifikan silau simetris simpatik simpel simultan sinergis singkat sinis
  sinting sistematis skeptis solid sombong sopan spekulatif spesial spesifik spontan sportif strategis struktural
  subjektif subur sudi suka sukar sukses sulit sumpek sumringah sungkan suntuk sunyi suram susah syahdu taat tabah
  tabu tajam takabur taksa taktis takut tamak tambun tampan tandus tangguh tanggung tangkas tebal teduh tegang tegap
  tegar tegas teguh tekun telak telanjang telanjur telat telaten teledor teliti temaram temeh temperamental tenang
  tenar tengik tengil tentatif tenteram teoretis tepat terang terik terjal terlena tersier tetap timpang tinggi tipis
  toksik toleran tolol tradisional tragis trendi tua tulen tuli tulus tumpul tunggal tuntas turistik turun udik ulet
  ulung umum unggul ungu unik universal urban urgen usang utama utuh uzur valid variatif verbal vertikal viral vital
  vokal vulgar vulkanik wafat wajar wangi waspada welas wibawa wigati wira yakin zalim zuhud
`;
