/** Compounds written as one word, and words whose prefix nobody feels any more (sepakat, keluar). */
export const COMPOUNDS = `
  alihbahasa alihfungsi ambilalih balasbudi bandarudara berangkat beritahu budidaya campuraduk darmabakti daurulang
  dayaguna gantirugi garisbawah gotongroyong hancurlebur hasilguna ikutserta jungkirbalik kacaubalau kambinghitam
  keluar keluarga kerjasama ketua lalulintas latarbelakang lipatganda luluhlantak mandiri memadai merajalela olahraga
  orangtua padatkarya pecahbelah peduli pelihara pengaruh penjara peranserta percaya perempuan peringkat peristiwa
  salahguna salahpaham samarata sebarluas sederhana sediakala sejahtera selaras selenggara semangat sempurna sengketa
  sepakat sepakbola serahterima serbaguna serentak sesuai setara setuju siapsiaga simpangsiur sukacita sukarela
  sumberdaya tandatangan tanggungjawab tatacara tatakelola tatalaksana tatanegara tataruang tatausaha telantar
  tenagakerja tepatguna terampil terimakasih terjemah tertawa tindaklanjut titikberat tumpangtindih ujicoba unjukrasa
  wiraswasta wirausaha
`;
