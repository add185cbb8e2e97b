import { describedEnum } from '../common/read/comparators.js';

export enum EventKind {
  RAKORNAS = 'RAKORNAS',
  RAKOR = 'RAKOR',
  RAKORDA = 'RAKORDA',
  BIMTEK = 'BIMTEK',
  FGD = 'FGD',
  EVALUATION = 'EVALUATION',
}
describedEnum(EventKind, 'EventKind', 'Jenis kegiatan. / Kind of event.', {
  RAKORNAS: 'Rapat koordinasi nasional. / National coordination meeting.',
  RAKOR: 'Rapat koordinasi. / Coordination meeting.',
  RAKORDA: 'Rapat koordinasi daerah. / Regional coordination meeting.',
  BIMTEK: 'Bimbingan teknis. / Technical training.',
  FGD: 'Diskusi kelompok terpumpun. / Focus group discussion.',
  EVALUATION: 'Rapat evaluasi. / Evaluation meeting.',
});

export enum EventMode {
  ONSITE = 'ONSITE',
  ONLINE = 'ONLINE',
  HYBRID = 'HYBRID',
}
describedEnum(EventMode, 'EventMode', 'Cara hadir. / How people take part.', {
  ONSITE: 'Luring. / On site.',
  ONLINE: 'Daring. / Online.',
  HYBRID: 'Luring dan daring. / Both.',
});

export enum EventStatus {
  SCHEDULED = 'SCHEDULED',
  ONGOING = 'ONGOING',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}
describedEnum(EventStatus, 'EventStatus', 'Keadaan kegiatan. / Status of an event.', {
  SCHEDULED: 'Dijadwalkan. / Scheduled.',
  ONGOING: 'Berlangsung. / Going on.',
  COMPLETED: 'Selesai. / Over.',
  CANCELLED: 'Dibatalkan. / Cancelled.',
});

export enum SessionKind {
  OPENING = 'OPENING',
  PLENARY = 'PLENARY',
  PANEL = 'PANEL',
  PRESENTATION = 'PRESENTATION',
  AWARDS = 'AWARDS',
  CLOSING = 'CLOSING',
}
describedEnum(SessionKind, 'SessionKind', 'Jenis sesi. / Kind of session.', {
  OPENING: 'Pembukaan. / Opening.',
  PLENARY: 'Pleno. / Plenary.',
  PANEL: 'Panel. / Panel.',
  PRESENTATION: 'Pemaparan satker. / Presentations of work units.',
  AWARDS: 'Penghargaan. / Awards.',
  CLOSING: 'Penutupan. / Closing.',
});

export enum AppearanceRole {
  OPENING = 'OPENING',
  KEYNOTE = 'KEYNOTE',
  RESOURCE_PERSON = 'RESOURCE_PERSON',
  MODERATOR = 'MODERATOR',
  CLOSING = 'CLOSING',
  REPORT = 'REPORT',
  ATTENDING = 'ATTENDING',
}
describedEnum(AppearanceRole, 'AppearanceRole', 'Peran dalam kegiatan. / Role at an event.', {
  OPENING: 'Membuka. / Opened it.',
  KEYNOTE: 'Memberi arahan. / Gave remarks.',
  RESOURCE_PERSON: 'Narasumber. / Resource person.',
  MODERATOR: 'Moderator. / Moderated.',
  CLOSING: 'Menutup. / Closed it.',
  REPORT: 'Melaporkan kegiatan. / Reported on it.',
  ATTENDING: 'Hadir. / Was present.',
});

export enum Verification {
  UNVERIFIED = 'UNVERIFIED',
  VERIFIED = 'VERIFIED',
  DISPUTED = 'DISPUTED',
}
describedEnum(Verification, 'Verification', 'Apakah pernyataan sudah diperiksa. / Whether a statement was checked.', {
  UNVERIFIED: 'Baru dari satu sumber sekunder. / From a secondary source only.',
  VERIFIED: 'Diperiksa terhadap rekaman atau notula. / Checked against recording or minutes.',
  DISPUTED: 'Dibantah atau bertentangan. / Disputed.',
});

export enum ParticipationStatus {
  INVITED = 'INVITED',
  CONFIRMED = 'CONFIRMED',
  ATTENDED = 'ATTENDED',
  ABSENT = 'ABSENT',
}
describedEnum(ParticipationStatus, 'ParticipationStatus', 'Keikutsertaan satker. / State of a unit’s participation.', {
  INVITED: 'Diundang. / Invited.',
  CONFIRMED: 'Menyatakan ikut. / Confirmed.',
  ATTENDED: 'Ikut serta. / Took part.',
  ABSENT: 'Tidak hadir. / Absent.',
});

export enum ParticipationEvidence {
  NAMED = 'NAMED',
  COLLECTIVE = 'COLLECTIVE',
}
describedEnum(
  ParticipationEvidence,
  'ParticipationEvidence',
  'Dasar catatan keikutsertaan. / What the record rests on.',
  {
    NAMED: 'Sumber menyebut satker ini. / A source names this unit.',
    COLLECTIVE: 'Sumber menyebut kelompoknya, misalnya "seluruh provinsi". / A source names its group.',
  },
);
