/** Finance, trade, logistics and transport. */
export const ECONOMY = `
  agen aglomerasi agraris agregat agribisnis agun aksep aktiva akuisisi akumulasi akuntan akuntansi alihmuat alokasi
  alsintan amanah ambulans amortisasi andil angkasa angkut anjlok antar antre anyam armada aset aspal asuransi avtur
  bagasi bahari bajaj balas balik bandar bandara banderol bangkrut bank bankir barcode barter batako batas bayar bea
  becak becek belanja beli bendahara bengkel benih bensin benteng beras besi biaya bilyet bisnis boga boks bon
  bongkar bonus borong boros bulog bumdes bunga bursa buruh bus busway cabang cadang cair cargo carter catat cengkih
  cetak cicil cukai curah dagang dana darat daur dayung debit debitur deflasi dekarbonisasi depo deposit deposito
  depot depresiasi derek dermaga devisa diesel diskon distribusi distributor diversifikasi dividen dokar dolar dolog
  domestik dompet donasi dus ecer efisiensi ekonomi ekonomis ekor ekspansi ekspedisi ekspeditur ekspor eksportir
  ekspres ekuitas emisi emiten entrepreneur etalase faktur fasilitas fasilitasi fasilitator feri finansial fiskal
  fluktuasi fluktuatif forklift gabah gadai gaji gandeng gantung garam garap garmen gawe gerai gerbang gerbong
  gerobak giling giro gojek gratis grosir gudang halte hanggar harga harta hasil helikopter hemat hilirisasi hipotek
  homestay honorarium ikan ikat ikhtisar impas impor importir indeks inden industri industrialisasi inflasi
  infrastruktur insentif intermoda investasi investor invois iring itinerari iuran jagung jahit jalan jalur jamin
  jarak jasa jejak jembatan jemput jeriken jetski jual jukung jurang kabin kafe kakao kapal kapasitas kapital kardus
  karet kargo karoseri karton karung kas kasir katering katrol kebun kedelai kemas kemudi kendara kenek kereta
  kerikil kernet ketinting kilometer kios kirim kliring klotok kompensasi kompetitor konektivitas konsinyasi konsumen
  konsumsi konsumtif kontainer kontan kontribusi kontributor konveksi konvoi koperasi kopi korporat krat kredit
  kreditur krisis kriya kuda kuitansi kulak kuli kurir kurs kurva kusir laba labuh lacak lahan laju lakban landas
  langgan lapak laris layar lelang likuid likuidasi likuiditas limbah limpah lintas lisensi listrik logam logistik
  loket loko lokomotif longboat longsor lori losmen lot lunas macet mahal majikan makelar makro maksimal maksimum
  manifes manufaktur margin maritim maskapai mebel merchandise merek meterai mikro minimal minimum minyak mobil
  mobilitas moda modal mogok moneter mortir motor mualim muara muat murah mutu nafkah nakhoda navigasi nelayan neraca
  netto niaga nilai nominal nomor obligasi obral ojek olah oleng oligopoli omzet ongkos operasi order organda
  otomotif pabean pabrik pagu pailit pajak paket palet panen panjar parkir partikelir pasar pasok paspor patok pedati
  pelampung pelat penalti pensiun perahu perak peron perseroan pesan pesawat pesiar peti petik pikap pikul pilot
  pinjam piutang plafon poros portal pos potong premi privatisasi produksi produktif produktivitas produsen promo
  promosi proposal prospek prospektif provisi pulsa pungut pupuk rabat rakit rambu rawa reboisasi redenominasi
  rekening reksa reksadana rel relokasi remunerasi renovasi rental rente reparasi resesi resi restitusi restoran
  retur riil rintis roda royalti rugi rumput rupiah rusun rute saham saldo salur sampan sandar santun sarana sawit
  segel sekoci sektor sepeda setir setor sewa siklus simpan sirkulasi skala sopir sortasi sortir speedboat sponsor
  stasiun statis stok subsidi suku sukuk sumbang sungai suplai suplemen suplier susut swadana swalayan syahbandar
  tabel tabrak tabung tagih takar taksi talang tali tambak tambang tani tanker tarif tawar tebing tebus teh tekor
  tekstil tembakau tempuh tender tenun terbang terminal ternak tiket tilang timbang tip titian toko tol tonase
  tongkang trail trailer traktor transaksi transfer transit transmigran transmigrasi transpor transportasi trayek
  tronton trotoar truk tukar tumpang tumpuk tunai tunda tunggak tunjang uang udang ukir umkm untung upah upeti urea
  urun usaha utang utilitas valas valuta vendor voucer waduk waralaba warung wesel wisata zakat
`;
