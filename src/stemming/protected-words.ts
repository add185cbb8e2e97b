/** Words that the election administration has coined. They look affixed, and do take affixes themselves: kepemiluan. */
export const COINED_WORDS = `
  adhoc bansos bawaslu bimtek coklit dapil disdukcapil forkopimda gakkumdu golput jurdil kemendagri kesbangpol loksus
  luber mahkumjakpol pantarlih panwascam panwaslih panwaslu parmas parpol paslon pemda pemilu pemkab pemkot pemprov
  perludem pilbup pileg pilgub pilkada pilkades pilpres pilwalkot satker satlinmas sekjen siakba sidakam sidalih
  sidapil sikadeka silog silon silonkada simpaw sipol sirekap situng siwaslih timsel verfak vermin
`;

/** Abbreviations: never cut, and no root of other words. */
export const ABBREVIATIONS = `
  apbd apbn apk asn atk bap bbm bnpb bpbd bpk bpp bps brpk bumn bups caleg dak dau dcs dct diy dkpp dp4 dpd dpk dpr
  dpra dprd dprk dprp dps dpshp dpt dptb dptln ipk jdih kip kk kpk kppi kpps kppsln kpu ktp kuhp ladk lhkpn lppdk
  lpsdk mk mou nik nkk nphd ormas p2ptps paw pdpb phpu pj plt pn pns pokja polda polres polri polsek ppdp ppk ppln
  ppp pps psl pss psu pt ptps pttun ptun puskesmas rakor rakornas rka rkb rkdk rt rutan rw satpol sdm sjk sk skck sop
  spip spj spt tms tni tps tpsln tungsura uu uud wna wni
`;

/** Names of places that an affix might be cut from, and those of provinces. */
export const PLACES = `
  aceh ambon asahan bali balikpapan bandung banggai bangkalan bangli banjarmasin bantaeng banten bantul banyuwangi
  barito batanghari bekasi belawan belitung bengkalis bengkulu berau bondowoso boyolali bulungan bungo cilacap
  cirebon demak denpasar dharmasraya dompu ende gorontalo gresik grobogan indonesia indragiri jakarta jambi jayapura
  jembrana jepara kalideres kalimantan kapuas karanganyar karangasem karawang kebayoran kebumen kediri kemayoran
  kendari kepahiang kerinci ketapang klaten klungkung kolaka konawe kotawaringin kulonprogo lamongan lampung langkat
  lombok lumajang luwu magelang magetan majalengka makassar malaka malinau maluku mamberamo mamuju manado manggarai
  mappi maros maybrat melawi mempawah mentawai menteng merangin meranti merapi merauke merbabu mesuji minahasa
  mojokerto morowali muna nganjuk ngawi nunukan pacitan pamekasan papua pasaman pasanggrahan pasuruan payakumbuh
  pekalongan pekanbaru pekutatan pelalawan pemalang pematangsiantar penajam penebel perbaungan pesanggrahan pesawaran
  pidie pinrang polewali pontianak poso prabumulih pringsewu probolinggo purbalingga purwakarta purworejo rembang
  riau salatiga samarinda sambas sampang sanggau sarolangun sebatik sekadau sekotong selaru selayar seluma semarang
  semeru senen serdang siantar sibolga sidenreng sidoarjo sigi simalungun singkawang sinjai situbondo sleman sorong
  sragen sukabumi sukoharjo sulawesi sumatera sumatra sumba sumbawa sumedang sumenep surabaya surakarta tabalong
  tabanan takalar talaud tangerang tanggamus tanimbar tapanuli tapin tarakan tasikmalaya tebo temanggung ternate
  tidore toli-toli tolitoli toraja trenggalek tuban tulungagung wajo wakatobi waropen wonogiri wonosobo yogyakarta
`;
