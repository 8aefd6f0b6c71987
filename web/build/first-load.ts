import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What the entry loads once it has asked for what the first page shows. */
const START = /web[\\/]app[\\/]start\.tsx$/;

/** Names in the page what its entry will load anyhow: so that it is under way with the entry, not after it. */
export function loadFirstAtOnce(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const start = chunks.find(({ facadeModuleId }) => START.test(facadeModuleId ?? ''));
        if (start === undefined) throw new Error(`no chunk of the build begins with ${START}`);
        const needed = [start];
        // Grows while it is walked: what each of them imports is needed too.
        for (const { imports } of needed)
          needed.push(
            ...chunks.filter((each) => imports.includes(each.fileName) && !needed.includes(each)),
          );
        const styles = new Set(
          needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
        );
        return [
          ...[...styles].map((file) => link({ rel: 'stylesheet', href: `/${file}` })),
          ...needed
            .filter(({ fileName }) => !html.includes(fileName))
            .map(({ fileName }) => link({ rel: 'modulepreload', href: `/${fileName}` })),
        ];
      },
    },
  };
}

function link(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { crossorigin: true, ...attrs }, injectTo: 'head' };
}
