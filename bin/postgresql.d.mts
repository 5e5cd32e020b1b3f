export function unprivilegedAccount(): { name: string; uid: number; gid: number } | undefined;
export function postgresqlSettings(): { SIGHTLINE_POSTGRESQL?: string; SIGHTLINE_ACCOUNT?: string };
