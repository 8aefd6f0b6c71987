declare module 'virtual:words/*' {
  const words: Record<string, import('./cyrillic.js').Words>;
  export default words;
}
declare module 'virtual:outlines' {
  const outlines: {
    readonly width: number;
    readonly height: number;
    /** SVG path data by the municipality's code. */
    readonly paths: Readonly<Record<string, string>>;
  };
  export default outlines;
}
