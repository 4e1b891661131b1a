export interface Range { readonly min: number; readonly max: number }

/** Rows start … end − 1. */
export interface Rows { readonly start: number; readonly end: number }
