// Builds src/ into web/static: four scripts and styles under hashed names, a manifest that Flask reads, and the notices
// of everything that was bundled. The output is the same for the same input, so a package can be rebuilt and compared.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig } from "vite";

const here = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname);
const entries = ["site.css", "site.ts", "explorer.css", "explorer.ts", "sparql.css", "sparql.ts"];

/** The folder of the package that a bundled module belongs to, or null for our own modules. */
function packageFolder(id) {
  const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll("\\", "/").replace(/^\0/, ""));
  return found ? found[0] : null;
}

/** Name, version, licence and its words for each bundled package, as one text file beside the scripts. */
function notices() {
  const folders = new Set();
  return {
    name: "third-party-notices",
    generateBundle(_options, bundle) {
      for (const piece of Object.values(bundle)) {
        for (const id of piece.type === "chunk" ? Object.keys(piece.modules) : []) {
          const folder = packageFolder(id);
          if (folder) folders.add(folder);
        }
      }
      const texts = [...folders].sort().map((folder) => {
        const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
        const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
        const words = file ? readFileSync(join(folder, file), "utf8").trim() : `(${about.license}; the package carries no licence file)`;
        return `${about.name} ${about.version} (${about.license})\n\n${words}\n`;
      });
      const head = "Depesche's browser scripts contain the following packages, each under its own licence.\n";
      this.emitFile({ type: "asset", fileName: "THIRD-PARTY.txt", source: [head, ...texts].join(`\n${"-".repeat(78)}\n\n`) });
    },
  };
}

/** Each script and style packed beside itself, so that a server need not pack it for every browser anew. */
function packed() {
  return {
    name: "packed",
    writeBundle(options, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(js|css)$/.test(one))) {
        const file = join(options.dir, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  root: resolve(here, "src"),
  base: "./", // scripts find their chunks beside themselves, wherever the site is mounted
  publicDir: resolve(here, "public"),
  plugins: [notices(), packed()],
  build: {
    outDir: resolve(here, "../static"),
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700, // KB; Cytoscape.js alone has 430
    rollupOptions: { input: Object.fromEntries(entries.map((name) => [name, resolve(here, "src", name)])) },
  },
  test: { root: here, include: ["test/**/*.test.ts"], environment: "node" },
});
