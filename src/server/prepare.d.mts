export declare function stampFiles(root: string): { installed: string; built: string };
export declare function hashOf(root: string, paths: readonly string[]): string;
export declare function needs(root: string, wanted: { isBuilt: boolean }): string[];
export declare function prepare(root: string, wanted: { isBuilt: boolean }): Promise<void>;
export declare function isAlreadyInstalled(root: string): boolean;
