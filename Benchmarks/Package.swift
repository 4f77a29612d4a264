// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func tiaowen(_ product: String) -> Target.Dependency {
  .product(name: product, package: "tiaowen")
}

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "tiaowen", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        tiaowen("ChineseText"), tiaowen("DocumentReaders"), tiaowen("Splitting"),
        tiaowen("Regulations"), tiaowen("NgramIndex"), tiaowen("Comparison"), tiaowen("Library"),
        tiaowen("Search"),
      ],
      swiftSettings: strict)
  ],
  swiftLanguageModes: [.v6]
)
