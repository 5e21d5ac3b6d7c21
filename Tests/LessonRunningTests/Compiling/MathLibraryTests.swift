import LessonRunning
import Machine
import TestSupport
import Testing
import WorkshopSupport

@Suite("The mathematics of lessons")
struct MathLibraryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What every function gives for 20 000 inputs, as a line of its name and a digest of the bits: natively with the library that
  /// lessons are linked with, and in WebAssembly with that of wasi-libc.
  @Test func givesTheSameBitsEverywhere() throws {
    let native = try run(Command(try native(linked: true), []))
    let lines = native.split(separator: "\n")
    #expect(lines.count == 32 && Set(lines).count == 32)
    // Without the processor's fused multiplication the system's library goes other ways.
    let bare = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable,-FMA4_Usable"
    #expect(try run(Command(try self.native(linked: true), [], environment: ["GLIBC_TUNABLES": bare])) == native)
    #expect(try run(Command(binaries + "/wasmkit", ["run", try webAssembly()])) == native)
    // The system's own is another one, so the comparison can fail.
    #expect(try run(Command(try self.native(linked: false), [])) != native)
  }

  @Test func isFoundInTheFirstPlace() throws {
    for name in ["ld.lld", "llvm-objcopy", "second.a", "third.a"] { try folder.write("", to: name) }
    let places = ["first.a", "second.a", "third.a"].map { folder.path + "/" + $0 }
    let found = try #require(MathLibrary.find(binaries: folder.path, places: places))
    #expect(found.archive == places[1])
    #expect(MathLibrary.find(binaries: folder.path, places: [places[0]]) == nil)
    #expect(MathLibrary.find(binaries: folder.path + "/nowhere", places: places) == nil)
  }

  /// Another library is other results.
  @Test func isKnownByItsContents() throws {
    let memory = SealedStore(folder: folder.path + "/cache", kind: "toolchains")
    func library(_ contents: String) throws -> MathLibrary {
      try folder.write(contents, to: "libc.a")
      return MathLibrary(archive: folder.path + "/libc.a")
    }
    let first = try library("a")
    let (stamp, digest) = (first.stamp, first.digest(memory: memory))
    #expect(first.digest(memory: memory) == digest)
    let second = try library("other")
    #expect(second.stamp != stamp && second.digest(memory: memory) != digest)
  }

  /// What the archive's functions call themselves must not take the place of the system's.
  @Test func lendsItsFunctionsAlone() throws {
    let listed = try run(
      Command(binaries + "/llvm-nm", ["--dynamic", "--defined-only", "--just-symbol-name", try support().library]))
    let names = Set(listed.split(separator: "\n").map(String.init))
    #expect(Set(MathLibrary.functions).subtracting(names) == [])
    #expect(names.isDisjoint(with: ["memcpy", "floor", "sqrt", "scalbn", "__stack_chk_fail", "__exp_data"]))
  }
}

extension MathLibraryTests {
  private var binaries: String { get throws { try support().binaries } }

  private func support() throws -> (library: String, folder: String, link: LinkTemplate, binaries: String) {
    let compiler = try TestWorkshop.open().compiler()
    return (compiler.support.library, compiler.support.folder, compiler.support.link, compiler.toolchain.binaries)
  }

  private func native(linked: Bool) throws -> String {
    let support = try support()
    let object = try compile("native.o", ["-DNATIVE", "-fPIE"])
    let program = folder.path + (linked ? "/linked" : "/bare")
    // Libraries of the toolchain are not used by it, but the template names them.
    try run(
      support.link.command(
        objects: [object] + (linked ? [support.library, "-rpath", support.folder] : []), output: program))
    return program
  }

  private func webAssembly() throws -> String {
    let target = "--target=wasm32-unknown-unknown"
    let objects = [
      try compile("page.o", [target]),
      try compile(
        "math.o", [target, "-DLESSONS_MATHEMATICS"], source: TestWorkshop.root + "/Sources/CLessonRuntime/lesson_math.c"),
    ]
    let module = folder.path + "/page.wasm"
    try run(
      Command(
        binaries + "/wasm-ld", ["--no-entry", "--export=_start", "-o", module] + objects + ["/usr/lib/wasm32-wasi/libc.a"]))
    return module
  }

  private func compile(_ name: String, _ arguments: [String], source: String? = nil) throws -> String {
    try folder.write(Self.program, to: "program.c")
    let object = folder.path + "/" + name
    try run(
      Command(
        binaries + "/clang",
        arguments + ["-O1", "-fno-builtin", "-ffp-contract=off", "-c", source ?? folder.path + "/program.c", "-o", object]))
    return object
  }

  @discardableResult private func run(_ command: Command) throws -> String {
    let outcome = try ProcessRunner.run(command, limits: ProcessLimits(times: [.seconds(120)]))
    let words = String(decoding: outcome.error, as: UTF8.self)
    try #require(outcome.end == .exited(0), "\(words)")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// Inputs come from a generator of their own, from where each function is defined and at its edges.
  private static let program = """
    typedef unsigned long long u64;
    typedef unsigned long size;
    double exp(double), log(double), pow(double, double), sin(double), cos(double), tan(double), tanh(double), cbrt(double),
      exp2(double), exp10(double), log2(double), log10(double), expm1(double), log1p(double), sinh(double), cosh(double),
      atan(double), atan2(double, double), asin(double), acos(double), asinh(double), acosh(double), atanh(double), erf(double),
      erfc(double), tgamma(double), lgamma(double), hypot(double, double), fmod(double, double);
    float expf(float), logf(float), tanhf(float);
    static u64 state;
    static u64 next(void) { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return state; }
    static double in(double a, double b) { return a + (b - a) * ((next() >> 11) * (1.0 / 9007199254740992.0)); }
    static u64 digest;
    static void add(double d) { union { double d; u64 u; } x; x.d = d; if (d != d) x.u = 1; digest = (digest ^ x.u) * 1099511628211ULL; }
    static void put(const char *, size);
    static void line(const char *name) {
      char text[32]; int n = 0;
      while (*name) text[n++] = *name++;
      text[n++] = ' ';
      for (int i = 60; i >= 0; i -= 4) text[n++] = "0123456789abcdef"[digest >> i & 15];
      text[n++] = '\\n';
      put(text, n);
    }
    #define TRY(name, call) digest = 14695981039346656037ULL; state = 88172645463325252ULL; \\
      for (int i = 0; i < 20000; i++) { \\
        double edge = i < 400 ? (i - 200) * 0.25 : 0, x = i < 400 ? edge : in(-20, 20), y = in(-3, 3), \\
          p = i < 400 ? i * 0.125 : in(1e-9, 50), q = in(-1, 1); \\
        (void)x; (void)y; (void)p; (void)q; add(call); } line(#name);
    static void all(void) {
      TRY(exp, exp(x)) TRY(log, log(p)) TRY(pow, pow(p, x)) TRY(sin, sin(x)) TRY(cos, cos(x)) TRY(tan, tan(x))
      TRY(tanh, tanh(q * 3)) TRY(cbrt, cbrt(x)) TRY(exp2, exp2(x)) TRY(exp10, exp10(x)) TRY(log2, log2(p))
      TRY(log10, log10(p)) TRY(expm1, expm1(q)) TRY(log1p, log1p(q * 0.99)) TRY(sinh, sinh(q * 5)) TRY(cosh, cosh(q * 5))
      TRY(atan, atan(x)) TRY(atan2, atan2(x, q)) TRY(asin, asin(q)) TRY(acos, acos(q)) TRY(asinh, asinh(x))
      TRY(acosh, acosh(p + 1)) TRY(atanh, atanh(q)) TRY(erf, erf(q * 3)) TRY(erfc, erfc(y)) TRY(tgamma, tgamma(p))
      TRY(lgamma, lgamma(p)) TRY(hypot, hypot(x, p)) TRY(fmod, fmod(x, p + 1)) TRY(expf, expf((float)x))
      TRY(logf, logf((float)p)) TRY(tanhf, tanhf((float)q))
    }
    #ifdef NATIVE
    long write(int, const void *, size);
    static void put(const char *text, size n) { write(1, text, n); }
    int main(void) { all(); return 0; }
    #else
    typedef struct { const void *at; size count; } Slice;
    __attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write")))
    int fd_write(int, const Slice *, size, size *);
    static void put(const char *text, size n) { Slice slice = {text, n}; size written; fd_write(1, &slice, 1, &written); }
    void _start(void) { all(); }
    #endif

    """
}
