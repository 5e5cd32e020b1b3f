export function identify(pid: number): string;
export function parentOf(pid: number): number;
export function isAlive(identity: string): boolean;
