import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What the entry loads once it has asked for what the first page shows. */
const START = /web[\\/]app[\\/]start\.tsx$/;

const ENTRY = /\s*<script[^>]* type="module"[^>]*><\/script>/;

/**
 * Names in the page what its entry will load anyhow: so that it is under way with the entry, not after it. The entry itself
 * stands at the end, after what the service has drawn, which it looks for.
 */
export function loadFirstAtOnce(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const start = chunks.find(({ moduleIds }) => moduleIds.some((id) => START.test(id)));
        if (start === undefined) throw new Error(`no chunk of the build holds ${START}`);
        const needed = [start];
        // Grows while it is walked: what each of them imports is needed too.
        for (const { imports } of needed)
          needed.push(
            ...chunks.filter((each) => imports.includes(each.fileName) && !needed.includes(each)),
          );
        const styles = new Set(
          needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
        );
        const [entry] = ENTRY.exec(html) ?? [];
        if (entry === undefined) throw new Error(`no script of the page is ${ENTRY}`);
        const page = html.replace(entry, '').replace('</body>', () => `${entry}\n  </body>`);
        const ahead = chunks.filter(({ fileName }) => html.includes(fileName));
        const tags = [
          ...[...new Set([...ahead, ...needed])].map(({ fileName }) =>
            link({ rel: 'modulepreload', href: `/${fileName}` }),
          ),
          ...[...styles].map((file) => link({ rel: 'stylesheet', href: `/${file}` })),
        ];
        return { html: page, tags };
      },
    },
  };
}

function link(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { crossorigin: true, ...attrs }, injectTo: 'head' };
}
