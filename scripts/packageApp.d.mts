export interface PackagedApp { readonly program: string; readonly asar: string }
export function packageApp(options: { readonly folder: string; readonly electron: { readonly dist: string; readonly version: string } }): PackagedApp
