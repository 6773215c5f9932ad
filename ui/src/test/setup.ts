import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { vi } from 'vitest';

// A busy machine may take a while to load a room; nothing waits longer than it has to.
configure({ asyncUtilTimeout: 10_000 });

// What jsdom leaves out and the parts need in order to be laid out; there is no layout in these tests.
Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.hasPointerCapture ??= () => false;
Element.prototype.setPointerCapture ??= () => undefined;
Element.prototype.releasePointerCapture ??= () => undefined;
Element.prototype.animate ??= vi.fn(
  () => ({ cancel() {}, finished: Promise.resolve() }) as unknown as Animation,
);
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener() {},
    removeEventListener() {},
    dispatchEvent: () => false,
  }) as unknown as MediaQueryList;
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect ??= () => new DOMRect();
// Asked for by axe, to recognise icon fonts; without a canvas it goes on without.
HTMLCanvasElement.prototype.getContext = () => null;
