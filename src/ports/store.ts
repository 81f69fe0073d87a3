/** A few small settings that survive a reload (theme, language); never customer data. */
export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): void;
}
