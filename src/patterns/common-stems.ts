/**
 * How many of the 133 obstacles of the demonstration's corpus a stem is in; for words that every report uses, at least
 * eight. Fixed, so that what is taken for the same obstacle does not depend on what else was reported, or when.
 */
const IN_SO_MANY = `
  33: tidak
  21: pilih
  19: calon
  16: suara
  13: beda partai
  10: daftar
  9: batas dapil data hari surat tetap
  8: ada akhir alam bahas banyak belum bulan camat catat daerah desa evaluasi giat hambat hasil jadi jam jumlah
    kabupaten kali kendala kerap kota kurang laksana laku lambat lapor lurah malam masa masalah minggu orang
    pihak provinsi rapat satker sedia sering sulit tahun temu terima tugas waktu wilayah
  7: kampanye putus tahap tps
  6: adhoc anggota bawaslu ganda kpu rekapitulasi ubah
  5: aju akses baru jadwal kpps logistik lokasi luar masyarakat pemilu politik serta tenang unggah
  4: alat atur banding dokumen dprd dukung formulir gudang kotak lantik psu pungut sakit tunda ulang
  3: adil anggar angkut apk aplikasi badan distribusi hanya isi jauh kerja kirim ktp-el kursi langgar masuk
    menjelang pakai pasang perintah pindah publik pulau rusak salin sampai satu sengketa sesuai singkat sirekap
    tafsir tahu tempat timbul tinggi urus
  2: administrasi akibat aman atas baik bakal banjir bentuk bentur biaya bukti butuh c coklit cukup debat dekat
    diri duduk duga dunia format ganggu ganti gelombang hadir harga hitung hukum jabat jarak kantor laut lelah
    lembaga lengkap massa media memadai mk mutakhir paham paw pedoman peta pisah pleno ppk proses rancang
    rekomendasi rendah revisi saksi salah sama sampel selenggara selesai sempit seragam serentak silon sinyal
    sipol sistem sosial standar tangan tanggap tanpa tata teknis tentu terbit tinggal tumpuk turun umum undur
    verifikasi verifikator`;

/** Obstacles that were counted. */
export const COUNTED = 133;

export const COMMON_STEMS: ReadonlyMap<string, number> = new Map(
  IN_SO_MANY.trim()
    .split(/\s*(?=\b\d+: )/)
    .flatMap((group) => {
      const [count, stems] = group.split(': ') as [string, string];
      return stems.split(/\s+/).map((stem): [string, number] => [stem, Number(count)]);
    }),
);
