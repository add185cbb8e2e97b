/**
 * Words that stand in nearly every sentence and say nothing of what it is about. Not here: negations and words of lack
 * (`tidak`, `belum`, `tanpa`, `kurang`), which are what obstacles are made of.
 */
const STOP_WORDS = new Set(
  `yang dan di ke dari untuk pada dengan oleh dalam adalah ialah ini itu tersebut tsb juga akan telah sudah sedang masih
  atau serta bagi para sang si agar supaya karena sebab sehingga maka jika bila apabila kalau ketika saat sebagai
  seperti yaitu yakni bahwa dapat bisa harus ada hal secara terhadap tentang antara hingga sampai sejak selama setelah
  sebelum oleh namun tetapi tapi melainkan sedangkan sementara pun lah kah nya apa apakah siapa mana kapan mengapa kenapa
  bagaimana berapa saja lagi lebih sangat paling kami kita mereka ia dia saya anda the of and`.split(/\s+/),
);

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
