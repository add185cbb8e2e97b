/** Weather, geography, plants and animals. */
export const NATURE = `
  abrasi abu ajak alam alang alga alpukat ampas anemon angsa angsana anjing anoa api ara arus asoka asteroid atol
  awan ayam babi badai badak bajing bakau bakung balam bambu bandeng banjir banteng banyu bara batu baung bawal bayam
  bebek bekicot beku belalang belatung belibis belimbing beliung belut bencana bendung bengawan benua beringin biawak
  bidara bintang biota bonggol bonsai botani buaya bukit bunian burung cabai cacing cahaya camar cemara cempaka
  cendana cenderawasih cengkeh cerah ceri cuaca dadap dahlia damar danau daun debu delta dingin domba duri eceng
  ekologi ekosistem elang embun embung enau endemik enggang erosi erupsi fauna flora fosil gabus gagak gaharu gajah
  gambut gandum gelatik gempa geografi geologi gerhana gerimis gersang getah geyser gletser guntur gunung gurami
  guruh gurun guyur habitat halilintar harimau hayat hewan hiu hujan humus hutan iguana iklim itik jahe jambu
  jangkrik jati jengger kabut kakatua kaki kaktus kalkun kambing kambium kamboja kancil kangkung kanguru kapuk
  kapulaga karang karst kasuari kawah kayu kecipir kecoa kedondong kelabang kelapa keledai kelengkeng kelinci kelopak
  kemangi kemarau kembang kemuning kenanga kenari kencur kentang kepiting kepompong kera kerang kerbau kering kesemek
  ketela kiambang kijang kilat kina koala kobra kol komodo konifer konservasi kuau kucing kudanil kukang kulit kunang
  kuncup kunyit kura kurma kutilang kutu labu lada laguna lahar lalat lamtoro langsat laron laut lava lebah lebat
  lele lembah lemur lengkuas lereng leunca limau lindu lintah lipan lobster lumba lumpur lumut luwak macan magma
  mahoni mamalia mangga manggis mangrove marmut mata matahari matoa melati melinjo mendung mengkudu menjangan merak
  merbau merpati meteor mindi monsun mujair musang musim nanas nangka ngarai nila nilam nipah nuri nyamuk oasis ombak
  oncom orangutan orkestra ozon padang padi pakis pala palawija palem palung panas panda pandan pantai pare pari
  parit pasang pasir patin paus payau pelanduk pelangi pelatuk pelikan penguin penyu pepaya perkutut pesisir pesut
  petai petir pinang pinus pipit pisang piton planet plankton plasma pohon poksay polusi pucuk pulau puma puncak
  puyuh rajawali rami randu ranting rayap reda rimba rinai rob rotan rumbia rusa sabana sagu salak salju salmon
  samudra sapi savana sawi sawo sedimen seismik selasih selat seledri selokan semak semanggi semangka semenanjung
  semi semut sengon serai serangga sereh sidat siklon singa singkong siput sirih sirsak sorgum srikaya stepa stroberi
  suaka sukun sumur surut taifun talas tanah tangkai tanjung tapir tawon tebu telaga teluk temulawak tenggiri teri
  teripang terong terumbu timun tokek tomat tongkol topan tornado trembesi trenggiling tropis tsunami tuna tunas
  tundra tupai turi ubi udara ular ulat umbi undur unta uranium vanili vegetasi vulkan walang walet wedus wereng
  wijen wortel yuyu zaitun zebra
`;
