/** SQL of the day on which an experience `e` happened, or else was reported. */
export const HAPPENED_ON = `coalesce(e.occurred_on, (e.reported_at at time zone 'UTC')::date)`;
