/** A norm that is broken: by what or whom, where in the record, and in which period, if it is judged by periods. */
export const broken = (norm, subject, path, period) => ({ norm, subject, period, path });
