// The program of a lesson. It is a script, so that it is also loaded from a disk, and runs in a worker, which is ended where it
// takes too long.
const program = (() => {
  const limit = 1000;
  // In the worker: an instance of its own for each run, as a system runs a program, so that nothing is left of the run before.
  // What it writes is good where it ends with the end record, however the program stopped after that.
  const work = () => {
    let compiled;
    onmessage = async ({ data }) => {
      if (data.bytes) {
        // A promise that is broken in here is nothing that the page hears of: what is thrown is.
        try { compiled = await WebAssembly.compile(data.bytes); } catch (fault) { return setTimeout(() => { throw fault; }); }
        return postMessage('ready');
      }
      const pieces = [];
      let memory;
      const slices = (at, n) => {
        const view = new DataView(memory.buffer);
        return Array.from({ length: n }, (_, i) => [view.getUint32(at + 8 * i, true), view.getUint32(at + 8 * i + 4, true)]);
      };
      const done = (at, count) => { new DataView(memory.buffer).setUint32(at, count, true); return 0; };
      const wasi = {
        fd_read(_, at, n, read) {
          const given = new Uint8Array(new Float64Array(data.settings).buffer);
          let used = 0;
          for (const [start, size] of slices(at, n)) {
            const part = given.subarray(used, used + size);
            new Uint8Array(memory.buffer).set(part, start);
            used += part.length;
          }
          return done(read, used);
        },
        fd_write(_, at, n, written) {
          const own = slices(at, n).map(([start, size]) => new Uint8Array(memory.buffer.slice(start, start + size)));
          pieces.push(...own);
          return done(written, own.reduce((sum, { length }) => sum + length, 0));
        },
      };
      try {
        const { exports } = new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: wasi });
        memory = exports.memory;
        exports.choose(data.part);
        exports._start();
      } catch {}
      const all = new Uint8Array(await new Blob(pieces).arrayBuffer());
      postMessage(all, [all.buffer]);
    };
  };
  const unpacked = (text) => new Response(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  let bytes, worker, starting;
  const load = (address) => bytes ??= new Promise((done, failed) => {
    window.lessonsAlive = done;
    document.head.append(make('script', { src: address, onerror: failed }));
  }).then(unpacked);
  const start = (address) => starting ??= load(address).then((code) => new Promise((done, failed) => {
    const source = URL.createObjectURL(new Blob([`(${work})()`], { type: 'text/javascript' }));
    worker = new Worker(source);
    worker.onmessage = () => { URL.revokeObjectURL(source); done(); };
    worker.onerror = failed;
    worker.postMessage({ bytes: code });
  })).catch((fault) => {
    // The next move tries again.
    bytes = starting = undefined;
    throw fault;
  });
  return {
    start,
    // The records of a run; it fails where the program stops, and where it takes too long.
    async run(address, part, settings) {
      await start(address);
      return new Promise((done, failed) => {
        const clock = setTimeout(() => {
          worker.terminate();
          starting = undefined;
          failed();
        }, limit);
        worker.onmessage = ({ data }) => {
          clearTimeout(clock);
          const result = records.read(data);
          if (result) done(result);
          else failed();
        };
        worker.postMessage({ part, settings });
      });
    },
  };
})();
