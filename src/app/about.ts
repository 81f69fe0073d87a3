declare const __APP_VERSION__: string;

export const version: string = __APP_VERSION__;
