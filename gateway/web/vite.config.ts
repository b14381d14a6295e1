import type { HtmlTagDescriptor, Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

/** The gateway of a running suite, for `npm run dev`. */
const gateway = process.env.BRIGADE_URL ?? "https://localhost:8443";

// The certificate is self-signed. Host stays the page's own: sockets and sign-ins are refused to other origins.
const toGateway = { target: gateway, secure: false, ws: true };

const early = (attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { ...attrs, crossorigin: true },
  injectTo: "head",
});

/**
 * Whoever opens the application for the first time signs in. Without this a phone would hear of that screen only when
 * the application has come and runs: one round trip later.
 */
function fetchSignInEarly(): Plugin {
  return {
    name: "fetch-sign-in-early",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const signIn = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/session/SignInScreen.tsx"));
        const parts = chunks.filter(
          (chunk) => chunk === signIn || (!chunk.isEntry && signIn?.imports.includes(chunk.fileName)),
        );
        const styles = parts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [
          ...parts.map(({ fileName }) => early({ rel: "modulepreload", href: `/${fileName}` })),
          ...styles.map((fileName) => early({ rel: "preload", as: "style", href: `/${fileName}` })),
        ];
      },
    },
  };
}

export default defineConfig({
  esbuild: { jsx: "automatic" },
  build: {
    outDir: "../target/web",
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    // An asset inside a data: address would need a looser content policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      // "use client" speaks to servers that draw pages; ours only hands out files.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
  server: {
    port: 5173,
    proxy: { "/api": toGateway, "/ws": toGateway, "/health": toGateway },
  },
  plugins: [
    fetchSignInEarly(),
    VitePWA({
      // A screen never reloads by itself in the middle of a service: it offers to.
      registerType: "prompt",
      injectRegister: null,
      includeAssets: ["brigade.svg", "icons/*.png"],
      manifest: {
        id: "/",
        name: "Brigade",
        short_name: "Brigade",
        description: "De la salle à la cuisine, de la cuisine à la caisse.",
        lang: "fr",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#fbf7f0",
        theme_color: "#8c2f2b",
        icons: [
          { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
          { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
          { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
          { src: "/brigade.svg", sizes: "any", type: "image/svg+xml" },
        ],
      },
      workbox: {
        // The shell and nothing of the API: what was read is kept by the application, which knows whose it is.
        globPatterns: ["**/*.{js,css,html,svg,png}"],
        navigateFallback: "/index.html",
        navigateFallbackAllowlist: [/^\/$/, /^\/(sign-in|waiter|till|kitchen|admin)(\/|$)/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  test: { include: ["src/**/*.test.{ts,tsx}"] },
});
