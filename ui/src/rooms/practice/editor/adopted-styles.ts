import { StyleModule } from 'style-mod';

/** Every editor's style modules so far, weakest first, and the sheet that holds them. */
const modules: StyleModule[] = [];
let sheet: CSSStyleSheet | undefined;

/**
 * Has CodeMirror's own styles adopted by the document instead of written into a `<style>`
 * element, which the content policy (`style-src 'self'`) refuses.
 *
 * The styles stand in a layer, so that those of a component win whatever their order. A
 * document that cannot adopt style sheets (jsdom) keeps the library's own way.
 */
export function adoptEditorStyles(): void {
  if (sheet || !('adoptedStyleSheets' in document)) return;
  const adopted = new CSSStyleSheet();
  sheet = adopted;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted];
  StyleModule.mount = (_root, mounted) => {
    const added = [mounted].flat().filter((module) => !modules.includes(module));
    if (added.length === 0) return;
    modules.push(...added);
    const rules = modules.map((module) => module.getRules()).join('\n');
    adopted.replaceSync(`@layer editor {\n${rules}\n}`);
  };
}
