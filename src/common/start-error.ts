/** A reason not to run that a person can mend: one sentence for the terminal, shown without a stack. */
export class StartError extends Error {}
