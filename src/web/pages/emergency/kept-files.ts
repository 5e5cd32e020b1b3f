/** A copy that was made and not yet fetched. */
export type KeptFile = { readonly fileName: string; readonly file: string };

const tenMinutes = 600_000;
const most = 20;

/** Sealed files wait here for whoever made them for ten minutes. Nothing of them is written anywhere. */
export function createKeptFiles(now: () => Date) {
  const kept = new Map<string, KeptFile & { readonly at: number }>();
  const forget = (): void => {
    const at = now().getTime();
    for (const [key, one] of kept) if (at - one.at > tenMinutes) kept.delete(key);
    for (const key of kept.keys()) if (kept.size >= most) kept.delete(key);
  };
  const keyOf = (actor: string, number: string): string => `${actor} ${number}`;
  return {
    keep(actor: string, number: number, file: KeptFile): void {
      forget();
      kept.set(keyOf(actor, String(number)), { ...file, at: now().getTime() });
    },
    /** The file, for whoever made it; it stays for its ten minutes: a download may have to be tried again. */
    of(actor: string, number: string): KeptFile | undefined {
      const found = kept.get(keyOf(actor, number));
      return found === undefined || now().getTime() - found.at > tenMinutes ? undefined : found;
    },
  };
}
