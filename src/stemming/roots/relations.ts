/** Numerals, times, places and degrees; many of them are also prepositions, and all take affixes (kelebihan, menyatukan). */
export const RELATIONS = `
  abad ada agak agustus ahad akan akhir aku amat andai antara april arti atas awal bagai bagi banyak barat baru bawah
  beda belah belakang belas belum benar berapa biar biasa bilang bisa boleh buah bulan caturwulan cukup dahulu dalam
  dapat dasawarsa dekade dekat delapan depan desember detik dini diri dua dulu empat enam esok fajar februari gara
  gros guna hal hari harus hendak hilir hingga hulu imbuh jadi jam januari jarang jauh jelang juli jumat juni juta
  kadang kala kali kamis kanan kena keping kian kilo kini kira kiri kodi kurang kurun lain laksana lalu lama lebih
  lepas lewat lima luar lusa lusin macam makin malah malam maret mau maya mei menit mesti miliar milik miliun minggu
  mirip misal muka mula mulai mungkin naik nanti nol november oktober oleh pagi pangkal paruh pasca pasti pekan
  percuma perlahan pertama petang pihak pinggir pojok pukul puluh rabu ratus ribu rim rupa saat sabtu sama sampai
  samping sangat satu sebab sebelah sebelas seberang sedang sedikit segera sekitar selang selasa selatan selesai
  seluruh sembilan semesta semester semua sendiri senin senja sepi september serba sering serta setengah siang silam
  sore suatu subuh sudah sudut sungguh tadi tahun tanggal tatap tengah tenggara tentang tentu tepi tiada tiap tiba
  tidak tiga timur tinggal triliun triwulan tujuh ujar ujung umpama utara waktu windu zaman
`;
