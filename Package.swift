// swift-tools-version: 6.2
import PackageDescription

// Floors of modules; a target names only targets of floors below its own.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Release builds carry the Swift runtime, so that the tool is one file that
/// starts fast and runs where no Swift is installed.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
  .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
  .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], linking libraries: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name), "TestingSupport"] + dependencies,
    swiftSettings: strict, linkerSettings: libraries.map { .linkedLibrary($0) })
}

let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// What packages of benchmarks and fuzzing, and others, may use.
let libraries = [
  "ChineseText", "Regulations", "NgramIndex", "DocumentReaders", "Splitting", "Comparison",
  "Library", "Search", "Publishing", "FuzzTargets",
]

let package = Package(
  name: "tiaowen",
  products: [.executable(name: "tiaowen", targets: ["tiaowen"])]
    + libraries.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // Floor 0
    // Both libraries are loaded when a file needs them, and never linked.
    .target(name: "CLibXML2", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CFileCalls"),
    module("ChineseText"),

    // Floor 1
    module("Regulations", ["ChineseText"]),
    module("NgramIndex", ["ChineseText", system]),
    module("DocumentReaders", ["ChineseText", "CLibXML2", "CLibZip", system]),

    // Floor 2
    module("Splitting", ["ChineseText", "Regulations", "DocumentReaders"]),
    module("Comparison", ["ChineseText", "Regulations"]),

    // Floor 3
    module(
      "Library",
      [
        "ChineseText", "Regulations", "NgramIndex", "DocumentReaders", "Splitting", "CFileCalls",
        system,
      ]),

    // Floor 4
    module("Search", ["ChineseText", "Regulations", "NgramIndex", "Comparison", "Library"]),

    .target(
      name: "Publishing",
      dependencies: [
        "ChineseText", "Regulations", "NgramIndex", "Comparison", "Library", "CLibXML2",
        "CLibZip",
      ],
      resources: [
        .embedInCode("Resources/comparison.css"), .embedInCode("Resources/comparison.js"),
        .embedInCode("Resources/search-citation.js"), .embedInCode("Resources/search-cited.js"),
        .embedInCode("Resources/search-closest.js"),
        .embedInCode("Resources/search-engine.js"), .embedInCode("Resources/search-hits.js"),
        .embedInCode("Resources/search-index.js"), .embedInCode("Resources/search-mark.js"),
        .embedInCode("Resources/search-page.js"), .embedInCode("Resources/search-query.js"),
        .embedInCode("Resources/search-start.js"), .embedInCode("Resources/search-text.js"),
        .embedInCode("Resources/search.css"),
        .embedInCode("Resources/site.css"), .embedInCode("Resources/site.js"),
      ],
      swiftSettings: strict),

    // Floor 5
    module(
      "TiaowenCommands",
      [
        "ChineseText", "Regulations", "NgramIndex", "DocumentReaders", "Splitting", "Comparison",
        "Library", "Search", "Publishing", arguments, system,
      ]),
    .executableTarget(
      name: "tiaowen", dependencies: ["TiaowenCommands"], swiftSettings: strict,
      linkerSettings: staticRuntime),

    // Tests
    .target(
      name: "TestingSupport", dependencies: ["ChineseText", "Regulations"],
      path: "Tests/TestingSupport", swiftSettings: strict),
    .target(
      name: "BrowserTesting", dependencies: ["TestingSupport"], path: "Tests/BrowserTesting",
      resources: [
        .embedInCode("Checks/contrast.js"), .embedInCode("Checks/landmarks.js"),
        .embedInCode("Checks/width.js"),
      ],
      swiftSettings: strict),
    tests("BrowserTesting"),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ChineseText", "Regulations", "NgramIndex", "DocumentReaders", "Splitting", "Comparison",
        "Library", "Search", "Publishing", "TestingSupport",
      ],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    tests("FuzzTargets", ["Library"]),
    tests("ChineseText"),
    tests("Regulations"),
    tests("NgramIndex", ["ChineseText", system]),
    tests("DocumentReaders", ["ChineseText", "CLibZip"], linking: ["zip"]),
    tests("Splitting", ["ChineseText", "Regulations", "DocumentReaders", "FuzzTargets"]),
    tests("Comparison", ["ChineseText", "Regulations"]),
    tests(
      "Publishing",
      [
        "ChineseText", "Regulations", "Comparison", "DocumentReaders", "Splitting",
        "BrowserTesting",
      ]),
    tests("Library", ["ChineseText", "Regulations", "DocumentReaders", "Splitting", "NgramIndex"]),
    tests("Search", ["ChineseText", "Regulations", "Library", "DocumentReaders", "Splitting"]),
    .testTarget(
      name: "SiteSearchTests",
      dependencies: [
        "ChineseText", "Regulations", "DocumentReaders", "Splitting", "Library", "Search",
        "Publishing", "TestingSupport", "BrowserTesting",
      ],
      swiftSettings: strict),
    tests("TiaowenCommands", ["ChineseText", "Library", "BrowserTesting", system]),
  ],
  swiftLanguageModes: [.v6]
)
