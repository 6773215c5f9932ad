import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The two faces every screen needs at once; the others load when their letters appear. */
const PRELOADED_FONTS = [
  /literata-latin-opsz-normal.*\.woff2$/,
  /hanken-grotesk-latin-wght-normal.*\.woff2$/,
];

/** Preloads the roman latin fonts, so that the first picture already has its final letters. */
function preloadFonts(): Plugin {
  return {
    name: 'answerable:preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => PRELOADED_FONTS.some((font) => font.test(file)))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head-prepend' as const,
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              crossorigin: true,
              href: `./${file}`,
            },
          })),
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), preloadFonts(), ...(mode === 'test' ? [svelteTesting()] : [])],
  // The window is served from its own scheme: paths stay relative.
  base: './',
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2022', 'safari16.4', 'chrome111'],
    sourcemap: false,
    // The content policy allows fonts and images from files only, and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
}));
