// Stands in for the package re2, which compiles C++ for minutes at install. Whoever requires it falls
// back to JavaScript's own regular expressions (superstatic, the Hosting emulator).
throw new Error("re2 is not installed.");
