// Replaces the package re2, which compiles C++ for minutes during installation. Code that requires
// it falls back to JavaScript's own regular expressions (superstatic, in the Hosting emulator).
throw new Error("re2 is not installed.");
