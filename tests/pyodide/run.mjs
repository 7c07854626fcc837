// Runs a Python script of ours under Pyodide, with the standard library alone and without a network.
// node run.mjs <folder with node_modules> <src> <script>

import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, source, script] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(packages, "node_modules", "pyodide", "pyodide.mjs")).href);

const pyodide = await loadPyodide({ env: { HOME: "/", AILAB_LANG: "en" } });
pyodide.mountNodeFS("/source", source);
pyodide.mountNodeFS("/script", dirname(script));
pyodide.runPython(`
import runpy, sys
sys.dont_write_bytecode = True
sys.path.insert(0, "/source")
runpy.run_path("/script/${basename(script)}", run_name="__main__")
sys.stdout.flush()
`);
