/** Words that carry the grammar. They take clitics and no other affixes, and many look affixed (sebelum, kepada). */
export const FUNCTION_WORDS = `
  adalah adapun agar ah alias anda andaikata apa apabila apalagi apapun asalkan atau ataupun awak ayo bagaikan
  bagaimana bahkan bahwa bahwasanya bakal banget barangkali barangsiapa beberapa begini begitu begitupun belaka
  beliau berbagai berhubung berikut betapa biarpun bila bilamana bukan cuma dan dari darimana daripada deh demi
  demikian dengan di dia dimana dong engkau entah gimana gua gue hampir hanya ia ialah ini itu iya jangan jika
  jikalau jua juga kalau kalian kami kamu kapan karena ke kelak kemana kemari kemarin kemudian kenapa kendati
  kendatipun kepada kerap ketika ketimbang kita kok konon lagi lagipula lantaran lantas maha maka mana manakala mari
  masih masing maupun melainkan memang mengapa menjelang mereka meski meskipun nah namun nian nih niscaya nun nyaris
  oh pada para perihal pernah pula pun saban saja saking saling sambil sana sang saya seakan seantero sebagai
  sebagaimana sebelum sebentar secara sedangkan sedemikian segala segenap sehingga sejak sekadar sekali sekalian
  sekaligus sekalipun sekarang sekian sekonyong selagi selaku selalu selama sembari semenjak sementara semoga seolah
  seperti seraya sesudah setelah setiap siapa siapapun sih silakan sini situ sungguhpun supaya tak tanpa tapi tatkala
  telah terhadap terlalu tetapi tuh untuk usah versus via wahai walau walaupun ya yaitu yakni yang yuk
`;
