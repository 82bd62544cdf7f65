import { expect } from "chai";
import { parseJavaVersion } from "../system/java.ts";

describe("the version of Java", () => {
  it("is the major one, whoever built it and whatever is printed before", () => {
    const printed = {
      'openjdk version "25.0.1" 2025-10-21\nOpenJDK Runtime Environment Temurin-25.0.1+8': 25,
      'openjdk version "25" 2025-09-16': 25,
      'openjdk version "26-ea" 2026-03-17': 26,
      'Picked up JAVA_TOOL_OPTIONS: -Xmx1g\njava version "21.0.5" 2024-10-15 LTS': 21,
      'openjdk version "17.0.15" 2025-04-15': 17,
      'java version "1.8.0_431"': 1,
    };
    for (const [text, major] of Object.entries(printed)) expect(parseJavaVersion(text), text).to.equal(major);
  });

  it("is none where Java is not, or says nothing that is known", () => {
    for (const text of ["", "The operation couldn’t be completed. Unable to locate a Java Runtime.", "java 25"]) {
      expect(parseJavaVersion(text), text).to.equal(null);
    }
  });
});
