/// A style sheet or a script that stands in a page itself.
///
/// A page allows it by its hash (Content Security Policy 3, 2.3.1), so that nothing
/// else runs there, whatever a text contains.
struct PageResource: Sendable {
  /// The text as it stands in the page.
  let text: String
  /// The hash as a policy writes it: sha256- and the digest in base 64.
  let hash: String

  private init(_ bytes: [UInt8], sha256 digest: String) {
    text = String(decoding: bytes, as: UTF8.self)
    hash = "sha256-" + digest
  }

  /// How the page of a comparison looks.
  static let comparisonStyle = PageResource(
    PackageResources.comparison_css, sha256: "67nouVRe0kb9CpteQqqJF8so/K31DVQmHrLDgyyIc/Q=")

  /// What the page of a comparison does.
  static let comparisonScript = PageResource(
    PackageResources.comparison_js, sha256: "H2nMg4n1okYDUllciMTFTJgRP7LYncp+paWBViHzeL0=")

  /// How the pages of a site look.
  static let siteStyle = PageResource(
    PackageResources.site_css, sha256: "FKZCADMfNMoa3vVGuOKjBd/LM5aasVNUEv1rLXN8Uhc=")

  /// What the pages of a site do.
  static let siteScript = PageResource(
    PackageResources.site_js, sha256: "M6zXYwIgCCpni7esI5rVVqFR3SnGTtcbijQRvIangSY=")

  /// The policy of a page that holds a style sheet and a script and loads nothing.
  static func policy(style: PageResource, script: PageResource) -> String {
    "default-src 'none'; style-src '\(style.hash)'; script-src '\(script.hash)'; "
      + "base-uri 'none'; form-action 'none'"
  }
}
