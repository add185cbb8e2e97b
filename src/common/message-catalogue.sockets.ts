/** What is said to whoever subscribes. */
export const OF_SOCKETS = {
  ONLY_SUBSCRIPTIONS: {
    id: 'Lewat WebSocket hanya langganan; kueri dan mutasi lewat HTTP.',
    en: 'Only subscriptions go over WebSocket; queries and mutations go over HTTP.',
  },
  TOO_MANY_SOCKETS: { id: 'Terlalu banyak sambungan.', en: 'Too many connections.' },
  TOO_MANY_SUBSCRIPTIONS: { id: 'Paling banyak {max} langganan.', en: 'At most {max} subscriptions.' },
};
