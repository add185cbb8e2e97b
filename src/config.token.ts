/** What the validated Config is injected by. */
export const CONFIG = Symbol('CONFIG');
