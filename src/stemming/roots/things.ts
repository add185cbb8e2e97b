/** Things of everyday life. */
export const THINGS = `
  abjad aib air ajal akal akasia aki akibat akuarium album alis almanak almari alu ambal amplas amunisi andong aneka
  anggrek angka angklung anjung anting anyelir apartemen apron arang arca arena arit arloji aroma arsir asa asbak
  asbes asesoris asmara atap atlas atribusi aura aurat azimat babak badik badut bahana bahtera baja baju bak bakat
  bakiak bakmi bakso bakul bala balairung bale baling balkon balok balon ban banci bandit bandul bangau bangku
  bangsal bantal barel barikade baskom batang batok bau baut bawang bayonet bazar beban bedeng bedil beduk begawan
  bekas belati belukar benak benang benda bendera beranda berlian betis beton bianglala bibir bibit bidadari bidak
  biduk bihun biji bikini bilah bilur bilyar binatang bintik biola bioskop bis biskuit blok blokade blus bogem bola
  bolak bolpoin bolu bom bonbon boneka bongkah bor bordir borgol borok bot botol brankas bros brosur bubuk bubur buih
  bulir bulldozer bulu bumbu bumi bundel bungalo bunker buntal busa busana busi busur butir buyung cadik cagak cagar
  cakrawala caling cangkang cap capit cara cat catur cawan cawat celah celana celeng celurit cemeti cendawan cendera
  cendol cerek ceret cerobong ceruk cicak cikal cincin ciri cirit cita cobek cokelat corak corong cuka cula cumi
  cuping cuplik cutter dada dadu dagel daging dagu dahaga dahak dahan dahi dandang dapur dara dasi datuk dawai dawat
  dedak dekorasi delima dempul denah dendam dengkul derajat derita desain desas despot deviasi dewa dewi dinding
  dipan dirgantara dodol donat dosin drama drum duit duka dupa emas ember emosi empedu emping engkol es faedah
  fatamorgana figur firasat fobia folder fondasi frasa gading gagang galah galon gambir gandar ganja gapura garasi
  garpu garuda gaun gawang gaya gayut gebyar gedek gedung geladak gelang gelas gema gembala gendang genderang genteng
  geraham gerigi gerinda gerombol girik gitar golok goni gorden gorong gosip got gubuk guci gulai gulma gunduk gurita
  gusi hablur halaman halaqah hama hantu harfiah harkat harpa hasrat hati hektar hektare helai hidayah hidung hijab
  hilal hisab horizon hotel huma huruf husada iblis ide iga ijuk ikhwal ilalang ilusi ilustrasi imajinasi inai inang
  inci indekos indera indra ingus insan insang institut instrumen intan irigasi isak istana istilah isu isya jagoan
  jail jajan jala jalak jalang jamaah jamban jambang jambul jangkar janin jantan jargon jari jarum jas jasad jeda
  jejer jelaga jelantah jemari jempol jendela jenggot jengkal jengkol jenis jerami jerapah jeroan jeruji jeruk jidat
  jilbab jimat jin jingga jins jiwa jok jompo jubah judi judul juluk jumbai jus jute kaca kacamata kacang kadal kadar
  kado kafan kafilah kain kaisar kakap kakus kalajengking kaldu kaleng kalimat kalung kalus kamar kamp kancah kancing
  kandang kandil kangen kantong kantuk kanvas kapak kapas kapur karambol karcis karma karpet kartu kartun karyawan
  kasa kaset kasino kasur katak katalog katul katun kaus kawat kebab kebaya kecambah kecoak kecubung kedai kedok keju
  kelambu kelamin kelelawar kelenjar keler kelereng keliling kelingking kelip kelir kelor kembar kemeja kemenyan
  kemiri kemoceng kemul kendaga kendang kendi kening keong kepik kepul keramik keran keranda kerangka keranjang
  kerdus kerek kerincing keringat keris kerongkong kertas kerupuk kesatria keset kesumat ketam ketan ketapel ketel
  ketiak ketimun ketombe ketumbar ketupat kiamat kiat kidung kilang kilau kimono kincir kisi kismis klakson klasemen
  klep klise kodok koin koki kolam kolang kolong koloni komet kompas komplek komplotan kompor kondisi kongsi konser
  kontes koper kopiah kopra koral kornea korset kos kosa kosmetik kostum kota kotak koyo krim kristal kuadrat kuali
  kuartal kuas kubah kubik kudapan kue kuil kuku kukus kuliner kulkas kumbang kumis kuping kupon kupu kurcaci kusen
  kutang laban label laci ladang lajur lalang lambang lampu lancip landak langit lansekap lantai lap laras larva las
  lastik latar lawak lawang ledeng leher lem lemak lemari lembing lembu lempeng lemper lencana lendir lengan lensa
  lentera lepau les lesung letup liang lidah lidi lilin limas limpa linggis lingkar lingkung lini lipstik lisan liter
  lobak lokasi loker lonceng lontong lorong loteng lotre lowongan lumpang lutung lutut madu maharaja mahkota majalah
  makam makhluk makna malaikat mandau manekin mangkuk manikam mantra manusia manuskrip map marka markas martil
  materai maung mawar mayones medali medan mega meja melon menara mendiang menir mentah mentari mentega mentimun
  mercon mercu mercusuar meriam merica meses mesiu mie mihrab mik mimbar mimik misai misteri mode model mojang momen
  momentum monyet moto mozaik mukena mulut mur murai mustika mutiara nada nafsu naga naluri nama nampan nasab nasi
  nasib nats negeri nikel ninik nira nirwana niskala noktah nuansa nujum nyai nyiur obeng obor oli omong ompol onak
  onggok onta opak opera oplet opor ornamen oven pagar paha pakan paksi palu panah panci pangeran pangkat panili
  panorama pantat panu papan paprika parang paras parut pasta pastel pasuk paut payudara payung pecel pecut pedal
  pedang pegas pelaminan pelana pelantang pelek pelipis pelita pelor peluh peluit pelupuk peluru pendopo pengantin
  pengki peniti penjuru pensil perabot perawan perca perdu perisai periuk permadani permaisuri permata pernis persada
  persen persona perut pesona pesta petaka petis petromaks peuyeum piano pigura pilar pinggan pinggang pinggul pintu
  pion pipa pipi piring pisau pita piyama plang plano plasa plastik poci pokok pola polah pondok poni ponsel ponton
  popok pori porselen posisi postur pot prahara pranata prangko prasasti prasmanan primata profil proyektor puing
  pukat pulpen punai pundak puntung punuk puri pusaka pusar pusara puspa putik rabuk radang ragi rahang rajah rak
  raksasa rambut ranah ranjang ranjau ransel ransum rantang rasi rasio razia rebana rebung refleks regu relung rempah
  rendang rerata reservoir resin resto rezeki ria riam rimpang ringgit ritme riwayat roh rokok rompi rona rongga
  rongsok ronta ros roti ruang ruas rubik rudal rugbi ruh rujak rukuk rumah rumbai rumor rusuk rutinitas ruyung sabda
  sabit sablon sabuk sabun sajen saku salib salon sambal sampah sampul samurai sandal sanggar sangkar sangkur santan
  sapta sarapan sarden sate satwa sauna saung sawah sayap sayembara sayur sedan segi segitiga sekak sekam sekop
  selada selempang selendang seludang sembako semen senapan senar sendi sendok sendu seng senjata senter sentra
  sepatu septik serabut serambi serat serbet serbuk seri serial serigala serimpi serit serpih seruling sesaji setan
  setang setip sihir silet silinder silsilah simfoni sinema sinetron singgasana sinjang sinonim sinopsis sirene sirip
  sirkus sirup sisa sisi sisik situasi skandal sketsa skor sofa sol solar solusi sorban soto spasi speaker spidol
  spiral spiritus spons stadion stapler staples steker stiker stopkontak stoples studio suasana sudip sukma sulur
  sumbangsih sumber sumbu sumpit sunan sungut sup surai surban surya susu sutra suvenir suwir syair syal syarat
  tabiat tabir tajuk takdir takhta taktik taman tambur tameng tampuk tanduk tangki tank tantangan tapal tarikh taring
  tas tasbih tauge tauhid tawas teka teko teks telapak telegram telekomunikasi telunjuk telur tema tembaga tembang
  tembikar tembilang tempe tempurung tenaga tenda tenggorokan tengkorak tengkuk tengkulak tenis tepung terali terasi
  teratai teratak terminologi terompah terompet teropong terowong teve tiang ties tifa tikar timah tinta tirai tiram
  titel toa toga toilet tolok tombak ton toner tong tonggak tongkat topeng topi torak torpedo totem trah trem trik
  tripleks tripod trofi tubir tubuh tugu tulang tulip tumis tumit tumpeng tungau tunggul tungkai tungku tunik turap
  tutul tuyul uban ubin ubun ufuk ukulele ulos umur unggas urat urin usia usus variasi vas vespa villa viola visa
  wafer wahana wajah wajan wajik wangsa warni wartel wasangka waskita wastafel wedang wihara wiski wisma wol wong
  yayasan yoga yogurt yoyo zamrud zodiak
`;
