interface Window {
  readonly vitalFew: { readonly version: string; figures(): object };
}
