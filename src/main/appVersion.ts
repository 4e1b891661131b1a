declare const __APP_VERSION__: string | undefined

/** Version of package.json, set by the build; 'development' when run from source (tests). */
export const appVersion: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : 'development'
