export function filesBelow(folder: string): string[];
export function loadedByPage(folder: string, page?: string): string[];
export function withStaticImports(folder: string, files: readonly string[]): string[];
