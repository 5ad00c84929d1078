export declare function check(root: string): Promise<number>;
export declare function test(root: string, filters: readonly string[]): Promise<number>;
export declare function countsOf(report: string, exitCode: number): { passed: number; failed: number };
export declare function failuresOf(report: string, root: string): string[];
